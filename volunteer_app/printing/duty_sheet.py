"""月值班表: a team's month on one page, or on as many as its people need. Every name of the sheet prints."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from volunteer_app.domain.sheets import DutyDay, DutyEntry, DutyLeader, DutySheet, qr_payload
from volunteer_app.domain.text import group_phone
from volunteer_app.domain.workdays import DayKind
from volunteer_app.printing import words
from volunteer_app.printing.drawing import MM, About, Drawing, Style
from volunteer_app.printing.fitting import EMPTY, LEADING, SEVERAL_LINES, Align, Block, Typesetter
from volunteer_app.printing.fonts import Face, Fonts
from volunteer_app.printing.page import (
    FOOT_RULE,
    LEFT,
    TEXT_WIDTH,
    Heading,
    Info,
    draw_foot,
    draw_heading,
    draw_qr,
    draw_signatures,
)
from volunteer_app.printing.qr import qr_square
from volunteer_app.printing.slots import names_block, plan_slots
from volunteer_app.printing.table import HEAD_HEIGHT, Row, Table, column_edges, draw_table, pages, widths

_WEIGHTS = {"day": 15.0, "weekday": 13.0, "leader": 21.0, "duty": 68.0, "phone": 30.0, "note": 26.0}
_CROWDED_WEIGHTS = {"day": 12.0, "weekday": 11.0, "leader": 20.0, "duty": 84.0, "phone": 28.0, "note": 18.0}
_CROWDED_FROM = 3
_CROWDED_SHARE = 0.1
_FIRST_DUTY_COLUMN = 3

_ROW_HEIGHT = 6.4 * MM
_LEAST_ROW_HEIGHT = 5.7 * MM
_FILLS = {DayKind.HOLIDAY: 9.0, DayKind.WEEKEND: 5.0}
_SUNDAY = 6

_TABLE_GAP = 5.3
_TAIL_HEIGHT = 72.0
_QR_SIZE = 19 * MM
_TAIL_WIDTH = TEXT_WIDTH - _QR_SIZE - 10

_INFO = Style(Face.SANS, 9)
_HEAD = Style(Face.BOLD, 9.5)
_DATE = Style(Face.SANS, 10.5)
_DATE_BOLD = Style(Face.BOLD, 10.5)
_WEEKDAY = Style(Face.SANS, 10)
_WEEKDAY_BOLD = Style(Face.BOLD, 10)
_NAME = Style(Face.SANS, 10.5)
_PHONE = Style(Face.SANS, 10)
_SEVERAL_LEADERS = round(_NAME.size * SEVERAL_LINES, 2)
_NOTE = Style(Face.SANS, 9)
_NOTE_BOLD = Style(Face.BOLD, 9)
_SMALL_NOTE = Style(Face.SANS, 8)
_SMALL_NOTE_BOLD = Style(Face.BOLD, 8)
_NOTE_PAD = 5.7
_LEGEND = Style(Face.SANS, 8.5)
_LEGEND_LEADING = 12.6


@dataclass(frozen=True, slots=True)
class _Note:
    """One thing the last column says, in items that a line break should keep whole."""

    items: tuple[str, ...]
    is_occasion: bool = False


def render(sheet: DutySheet, fonts: Fonts) -> bytes:
    """One team's sheet as a PDF file."""
    return render_many([sheet], fonts)


def render_many(sheets: Sequence[DutySheet], fonts: Fonts) -> bytes:
    """The sheets of several teams in one PDF file, each with its own pages and its entry in the outline."""
    first = sheets[0]
    about = About(
        title=f"{words.month(first.month)}{words.DUTY_TITLE} {words.listed([sheet.team for sheet in sheets])}",
        author=first.organisation,
        subject=words.listed([sheet.stamp.number for sheet in sheets]),
        made_at=first.stamp.made_at,
    )
    drawing = Drawing(fonts, about)
    draw_many(drawing, sheets)
    return drawing.finish()


def draw_many(drawing: Drawing, sheets: Sequence[DutySheet]) -> None:
    """The pages of several sheets, onto a drawing that may hold others already."""
    setter = Typesetter(drawing.fonts)
    for sheet in sheets:
        _SheetDrawing(drawing, setter, sheet).draw()


class _SheetDrawing:
    """One sheet on its way to the page: its column edges and what its legend must explain."""

    def __init__(self, drawing: Drawing, setter: Typesetter, sheet: DutySheet) -> None:
        self._drawing = drawing
        self._setter = setter
        self._sheet = sheet
        self._edges = column_edges(LEFT, TEXT_WIDTH, _column_weights(sheet))
        self._widths = widths(self._edges)
        counts = [len(cell) for day in sheet.days for cell in day.cells]
        self._slots = plan_slots(counts, _NAME, width=self._widths[_FIRST_DUTY_COLUMN])
        self._check_code = sheet.check_code
        self._square = qr_square(qr_payload(sheet, self._check_code))

    def draw(self) -> None:
        self._drawing.bookmark(self._sheet.team)
        top = draw_heading(self._drawing, self._setter, self._heading("")) - _TABLE_GAP
        table = Table(self._edges, self._head(), tuple(self._row(day) for day in self._sheet.days))
        capacity = top - HEAD_HEIGHT - FOOT_RULE - _TAIL_HEIGHT
        parts = pages(table.rows, capacity)
        for number, rows in enumerate(parts, 1):
            if number > 1:
                draw_heading(self._drawing, self._setter, self._heading(words.CONTINUED))
            bottom = draw_table(self._drawing, table, rows, top=top)
            self._draw_tail(bottom)
            draw_foot(self._drawing, self._setter, self._foot(), page=number, count=len(parts))
            self._drawing.end_page()

    def _heading(self, suffix: str) -> Heading:
        sheet = self._sheet
        return Heading(
            organisation=sheet.organisation,
            number=sheet.stamp.number,
            title=f"{words.month(sheet.month)}{words.DUTY_TITLE}{suffix}",
            subtitle=f"{sheet.team}{words.in_brackets(sheet.community)}",
            info=(
                Info(words.DUTY_PLACE, sheet.place),
                Info(words.DUTY_PHONE, sheet.duty_phone),
                Info(words.MADE_ON, words.full_date(sheet.stamp.made_at)),
            ),
            info_drop=17.0,
            label_style=_INFO,
            text_style=_INFO,
        )

    def _head(self) -> tuple[Block, ...]:
        shifts = [f"{words.turn(hours.start)} {words.hours(hours)}" for hours in self._sheet.columns]
        texts = [words.DAY, words.WEEKDAY, words.LEADER, *(shifts or [words.NO_SHIFTS]), words.LEADER_PHONE, words.NOTE]
        return tuple(self._centred(text, _HEAD, column) for column, text in enumerate(texts))

    def _row(self, day: DutyDay) -> Row:
        is_rest = day.kind.is_rest
        cells = [self._names(entries) for entries in day.cells] or [EMPTY]
        leaders, phones = self._leaders(day, room=max(cell.height for cell in cells))
        blocks = (
            self._centred(words.day(day.on), _DATE_BOLD if is_rest else _DATE, 0),
            self._centred(words.weekday(day.on), _WEEKDAY_BOLD if is_rest else _WEEKDAY, 1),
            leaders,
            *cells,
            phones,
            self._note(day),
        )
        return Row(
            blocks,
            _ROW_HEIGHT,
            _LEAST_ROW_HEIGHT,
            fill=_FILLS.get(day.kind, 0.0),
            is_barred=day.kind is DayKind.HOLIDAY,
            ends_group=day.on.weekday() == _SUNDAY,
        )

    def _centred(self, text: str, style: Style, column: int) -> Block:
        return self._setter.cell(text, style, width=self._widths[column], align=Align.CENTRE)

    def _names(self, entries: Sequence[DutyEntry]) -> Block:
        names = tuple(_entry_text(entry) for entry in entries)
        return names_block(self._setter, names, self._slots)

    def _leaders(self, day: DutyDay, *, room: float) -> tuple[Block, Block]:
        """Names and telephones, line beside line: small where that keeps the row low, else as large as one alone."""
        name_width, phone_width = self._widths[2], self._widths[-2]
        if len(day.leaders) < 2:
            name, phone = _leader_texts(day.leaders[0]) if day.leaders else ("", "")
            block = self._setter.cell(phone, _PHONE, width=phone_width, align=Align.CENTRE)
            return self._setter.cell(name, _NAME, width=name_width, align=Align.CENTRE), block
        is_roomy = room >= len(day.leaders) * _NAME.size * LEADING
        name_style = _NAME if is_roomy else _NAME.at(_SEVERAL_LEADERS)
        phone_style = _PHONE if is_roomy else _PHONE.at(_SEVERAL_LEADERS)
        names: list[tuple[str, Style]] = []
        phones: list[tuple[str, Style]] = []
        for leader in day.leaders:
            name, phone = _leader_texts(leader)
            named = self._setter.wrap(f"{self._turn_mark(leader)}{name}", name_style, name_width - 4)
            rung = self._setter.wrap(phone, phone_style, phone_width - 4) or [""]
            height = max(len(named), len(rung))
            names += [(line, name_style) for line in named + [""] * (height - len(named))]
            phones += [(line, phone_style) for line in rung + [""] * (height - len(rung))]
        return (
            self._setter.lines_block(names, width=name_width, align=Align.CENTRE),
            self._setter.lines_block(phones, width=phone_width, align=Align.CENTRE),
        )

    def _turn_mark(self, leader: DutyLeader) -> str:
        if leader.hours:
            return f"{words.clock(leader.hours.start)} "
        return "" if leader.column is None else f"{words.turn_mark(self._sheet.columns[leader.column].start)} "

    def _note(self, day: DutyDay) -> Block:
        width = self._widths[-1]
        notes = _notes(day)
        if not notes:
            return EMPTY
        only = notes[0].items
        if len(notes) == 1 and len(only) == 1:
            style = _NOTE_BOLD if notes[0].is_occasion else _NOTE
            block = self._setter.cell(only[0], style, width=width, align=Align.LEFT, pad=_NOTE_PAD)
            if len(block.lines) == 1:
                return block
        room = width - _NOTE_PAD - 2
        lines = [
            (line, style)
            for note in notes
            for style in (_SMALL_NOTE_BOLD if note.is_occasion else _SMALL_NOTE,)
            for line in self._setter.pack(note.items, words.LIST_MARK, style, width=room)
        ]
        return self._setter.lines_block(lines, width=width, align=Align.LEFT, pad=_NOTE_PAD)

    def _draw_tail(self, bottom: float) -> None:
        y = bottom - 12.3
        for note in self._legend():
            lines, style = self._setter.fit(note, _LEGEND, _TAIL_WIDTH)
            for line in lines:
                self._drawing.text(line, style, x=LEFT, y=y)
                y -= _LEGEND_LEADING
        draw_signatures(self._drawing, words.DUTY_SIGNATURES, width=_TAIL_WIDTH, y=y - 8.4)
        draw_qr(self._drawing, self._square, words.DUTY_QR, size=_QR_SIZE, top=bottom - 5.7)

    def _legend(self) -> list[str]:
        *first, last = words.DUTY_NOTES
        if not self._sheet.holidays_entered:
            last = words.holidays_not_entered(self._sheet.month.year)
        people = [person for day in self._sheet.days for person in _people(day)]
        if any(isinstance(person, DutyEntry) and person.is_leader for person in people):
            last += words.LEADER_NOTE
        if any(person.override_reason for person in people):
            last += words.OVERRIDE_NOTE
        return [*first, last]

    def _foot(self) -> str:
        sheet = self._sheet
        parts = (
            words.version_line(sheet.stamp.version, sheet.stamp.made_at),
            words.duty_counts(len(sheet.days), sheet.shift_count),
            words.check_code(self._check_code),
        )
        return "  ".join(parts)


def _column_weights(sheet: DutySheet) -> list[float]:
    cells = [cell for day in sheet.days for cell in day.cells]
    crowded = sum(len(cell) >= _CROWDED_FROM for cell in cells)
    weights = _CROWDED_WEIGHTS if crowded > len(cells) * _CROWDED_SHARE else _WEIGHTS
    count = max(1, len(sheet.columns))
    duty = [weights["duty"] / count] * count
    return [weights["day"], weights["weekday"], weights["leader"], *duty, weights["phone"], weights["note"]]


def _people(day: DutyDay) -> list[DutyLeader | DutyEntry]:
    return [*day.leaders, *(entry for cell in (*day.cells, day.others) for entry in cell)]


def _leader_texts(leader: DutyLeader) -> tuple[str, str]:
    return f"{leader.name}{_override_mark(leader.override_reason)}", group_phone(leader.phone)


def _entry_text(entry: DutyEntry) -> str:
    hours = words.in_brackets(words.hours(entry.hours)) if entry.hours else ""
    return f"{_leads(entry)}{entry.name}{_override_mark(entry.override_reason)}{hours}"


def _override_mark(reason: str) -> str:
    return words.OVERRIDE_MARK if reason else ""


def _notes(day: DutyDay) -> list[_Note]:
    """The occasion, a make-up day, duty at other hours, and the reason of every override."""
    notes = [_Note((day.occasion,), is_occasion=True)] if day.occasion else []
    if day.kind is DayKind.MAKEUP:
        notes.append(_Note((words.MAKEUP_DAY,)))
    for hours, entries in groupby(day.others, key=lambda entry: entry.hours):
        if hours:
            notes.append(_Note((words.hours(hours),)))
        names = (f"{_leads(entry)}{entry.name}{_override_mark(entry.override_reason)}" for entry in entries)
        notes.append(_Note(tuple(names)))
    reasons = (
        f"{words.OVERRIDE_MARK}{words.labelled(person.name, person.override_reason)}"
        for person in _people(day)
        if person.override_reason
    )
    return [*notes, *(_Note((reason,)) for reason in dict.fromkeys(reasons))]


def _leads(entry: DutyEntry) -> str:
    return words.LEADER_MARK if entry.is_leader else ""
