"""电话通知单: a call on paper, to be ticked off by hand and typed back in the same order. Carries whole numbers."""

from volunteer_app.domain.sheets import CallRow, CallSheet, Marking, qr_payload
from volunteer_app.domain.text import group_phone
from volunteer_app.printing import words
from volunteer_app.printing.drawing import MM, About, Drawing, Ink, Line, Style, TickInk
from volunteer_app.printing.fitting import BASELINE, LEADING, Align, Block, Typesetter
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
from volunteer_app.printing.table import (
    BAR_WIDTH,
    HEAD_HEIGHT,
    Row,
    Table,
    column_edges,
    draw_table,
    pages,
    widths,
)

_WEIGHTS = (9.5, 20.0, 16.0, 33.0, 21.0, 21.0, 25.0, 30.0)
_HEADS = (
    words.NUMBER,
    words.NAME,
    words.ROLE,
    words.MOBILE,
    words.FIRST_RING,
    words.SECOND_RING,
    words.CAN_COME,
    words.CALL_NOTE,
)
_ROW_HEIGHT = 7.58 * MM
_LEAST_ROW_HEIGHT = 7.0 * MM
_GROUP = 5

_TICK_SIDE = 3.2 * MM
_TICK_PAD = 2 * MM
_NAME_PAD = 6.0

_SCRIPT_FILL = 4.5
_SCRIPT_INDENT = 21 * MM
_SCRIPT_LABEL_INDENT = 4 * MM
_SCRIPT_GAP = 9.0
_TABLE_GAP = 4.5
_TALLEST_SCRIPT = 300.0
# The usual setting first; a long script is set smaller until it leaves room for the table.
_SCRIPT_SETTINGS = ((9.5, 14.0), (8.0, 11.0), (6.5, 8.5))

_QR_SIZE = 18 * MM
_TAIL_WIDTH = TEXT_WIDTH - _QR_SIZE - 10
_BLANK_WIDTH = 28.0

_INFO_LABEL = Style(Face.BOLD, 9.5)
_INFO = Style(Face.SANS, 9.5)
_SCRIPT_LABEL = Style(Face.BOLD, 8.5)
_HEAD = Style(Face.BOLD, 9.5)
_NUMBER = Style(Face.SANS, 9.5)
_NAME = Style(Face.SANS, 12)
_LEADER_NAME = Style(Face.BOLD, 12)
_ROLE = Style(Face.SANS, 9.5)
_PHONE = Style(Face.BOLD, 12)
_SECOND_PHONES = Style(Face.BOLD, 8.9)
_ANSWER = Style(Face.SANS, 8.5)
_TOTAL = Style(Face.SANS, 10)
_TOTAL_COUNT = Style(Face.BOLD, 11)
_INSTRUCTION = Style(Face.SANS, 8)


def render(sheet: CallSheet, fonts: Fonts) -> bytes:
    """The call as a PDF file."""
    about = About(
        title=f"{_title(sheet)} {sheet.subject}",
        author=sheet.organisation,
        subject=sheet.stamp.number,
        made_at=sheet.stamp.made_at,
    )
    drawing = Drawing(fonts, about)
    draw(drawing, sheet)
    return drawing.finish()


def draw(drawing: Drawing, sheet: CallSheet) -> None:
    """The pages of a call, onto a drawing that may hold others already."""
    _SheetDrawing(drawing, Typesetter(drawing.fonts), sheet).draw()


class _SheetDrawing:
    """One call sheet on its way to the page."""

    def __init__(self, drawing: Drawing, setter: Typesetter, sheet: CallSheet) -> None:
        self._drawing = drawing
        self._setter = setter
        self._sheet = sheet
        self._edges = column_edges(LEFT, TEXT_WIDTH, _WEIGHTS)
        self._widths = widths(self._edges)
        self._check_code = sheet.check_code
        self._square = qr_square(qr_payload(sheet, self._check_code))
        self._instructions, self._instruction_style = self._set_instructions()

    def draw(self) -> None:
        self._drawing.bookmark(self._sheet.subject)
        table = Table(self._edges, self._head(), tuple(self._row(row) for row in self._sheet.rows))
        top = self._draw_top("")
        tail = 48.9 + len(self._instructions) * 10.0 + 8.0
        parts = pages(table.rows, top - HEAD_HEIGHT - FOOT_RULE - tail)
        for number, rows in enumerate(parts, 1):
            if number > 1:
                self._draw_top(words.CONTINUED)
            bottom = draw_table(self._drawing, table, rows, top=top)
            self._draw_tail(bottom, here=len(rows))
            draw_foot(self._drawing, self._setter, self._foot(), page=number, count=len(parts))
            self._drawing.end_page()

    def _draw_top(self, suffix: str) -> float:
        """Heading and script; gives the y of the table's top."""
        y = draw_heading(self._drawing, self._setter, self._heading(suffix))
        return self._draw_script(y - _SCRIPT_GAP) - _TABLE_GAP

    def _heading(self, suffix: str) -> Heading:
        sheet = self._sheet
        muster_at = words.moment(sheet.muster_at) if sheet.muster_at else ""
        return Heading(
            organisation=sheet.organisation,
            number=sheet.stamp.number,
            title=f"{_title(sheet)}{suffix}",
            subtitle="  ".join(part for part in (sheet.subject, sheet.team) if part),
            info=(
                Info(words.MUSTER_AT, muster_at),
                Info(words.MUSTER_POINT, sheet.muster_point),
                Info(words.EQUIPMENT, sheet.equipment),
            ),
            info_drop=15.0,
            label_style=_INFO_LABEL,
            text_style=_INFO,
        )

    def _draw_script(self, top: float) -> float:
        lines, style, leading = self._set_script()
        if not lines:
            return top
        height = len(lines) * leading + 8
        self._drawing.fill(_SCRIPT_FILL, [(LEFT, top - height, TEXT_WIDTH, height)])
        self._drawing.fill(100, [(LEFT, top - height, BAR_WIDTH, height)])
        first = top - leading + 1.5
        self._drawing.text(words.SCRIPT, _SCRIPT_LABEL, x=LEFT + _SCRIPT_LABEL_INDENT, y=first)
        for number, line in enumerate(lines):
            self._drawing.text(line, style, x=LEFT + _SCRIPT_INDENT, y=first - number * leading)
        return top - height

    def _set_script(self) -> tuple[list[str], Style, float]:
        room = TEXT_WIDTH - _SCRIPT_INDENT - 2 * MM
        for size, leading in _SCRIPT_SETTINGS:
            style = Style(Face.SANS, size)
            lines = [line for part in self._sheet.script.splitlines() for line in self._setter.wrap(part, style, room)]
            if len(lines) * leading <= _TALLEST_SCRIPT:
                break
        return lines, style, leading

    def _head(self) -> tuple[Block, ...]:
        return tuple(
            self._setter.cell(text, _HEAD, width=width, align=Align.CENTRE, pad=1.5)
            for text, width in zip(_HEADS, self._widths, strict=True)
        )

    def _row(self, row: CallRow) -> Row:
        name_style = _LEADER_NAME if row.is_leader else _NAME
        blocks = (
            self._centred(str(row.number), _NUMBER, 0),
            self._setter.spread_name(row.name, name_style, width=self._widths[1], pad=_NAME_PAD),
            self._centred(row.title or words.ROLES[row.role], _ROLE, 2),
            self._phones(row),
            self._answers(words.RING_ANSWERS),
            self._answers(words.RING_ANSWERS),
            self._answers(words.COME_ANSWERS),
        )
        ends_group = row.number % _GROUP == 0
        return Row(blocks, _ROW_HEIGHT, _LEAST_ROW_HEIGHT, ends_group=ends_group)

    def _centred(self, text: str, style: Style, column: int) -> Block:
        return self._setter.cell(text, style, width=self._widths[column], align=Align.CENTRE)

    def _phones(self, row: CallRow) -> Block:
        grouped = [group_phone(phone) for phone in row.phones]
        if len(grouped) < 2:
            return self._centred(grouped[0] if grouped else "", _PHONE, 3)
        lines = [(phone, _SECOND_PHONES) for phone in grouped]
        return self._setter.lines_block(lines, width=self._widths[3], align=Align.CENTRE)

    def _answers(self, answers: tuple[str, ...]) -> Block:
        x = _TICK_PAD
        line: Line = ()
        for answer in answers:
            line += (TickInk(x, -_TICK_SIDE / 2, _TICK_SIDE),)
            x += _TICK_SIDE + 2
            line += (Ink(x, -BASELINE * _ANSWER.size, answer, _ANSWER),)
            x += self._setter.width(answer, _ANSWER) + 6
        return Block((line,), _ANSWER.size * LEADING)

    def _draw_tail(self, bottom: float, *, here: int) -> None:
        self._draw_totals(bottom - 20.6, here)
        draw_signatures(self._drawing, words.CALL_SIGNATURES, width=_TAIL_WIDTH, y=bottom - 46.4)
        y = bottom - 62.0
        for line in self._instructions:
            self._drawing.text(line, self._instruction_style, x=LEFT, y=y)
            y -= 10.0
        draw_qr(self._drawing, self._square, words.CALL_QR, size=_QR_SIZE, top=bottom - 6.0)

    def _draw_totals(self, y: float, here: int) -> None:
        drawing = self._drawing
        total = len(self._sheet.rows)
        x = LEFT
        for text, style in (
            (f"{words.TO_NOTIFY} ", _TOTAL),
            (str(total), _TOTAL_COUNT),
            (f" {words.PEOPLE}{words.part_of(here, total)}", _TOTAL),
        ):
            drawing.text(text, style, x=x, y=y)
            x += drawing.width(text, style)
        labels = sum(drawing.width(f"{label} {words.PEOPLE}", _TOTAL) for label in words.TOTALS)
        count = len(words.TOTALS)
        blank = min(_BLANK_WIDTH, (LEFT + _TAIL_WIDTH - x - labels) / count - 8)
        gap = (LEFT + _TAIL_WIDTH - x - labels - count * (blank + 3)) / count
        blanks = []
        for label in words.TOTALS:
            x += gap
            drawing.text(label, _TOTAL, x=x, y=y)
            x += drawing.width(label, _TOTAL) + 1
            blanks.append((x, y - 2, x + blank, y - 2))
            x += blank + 2
            drawing.text(words.PEOPLE, _TOTAL, x=x, y=y)
            x += drawing.width(words.PEOPLE, _TOTAL)
        drawing.rules(0.6, blanks)

    def _set_instructions(self) -> tuple[list[str], Style]:
        used = [(words.PURPOSE, self._sheet.purpose), (words.RECEIVER, self._sheet.receiver)]
        purpose = "  ".join(words.labelled(label, text) for label, text in used if text)
        lines, style = self._setter.fit(words.CALL_INSTRUCTION, _INSTRUCTION, _TAIL_WIDTH)
        return [*lines, *self._setter.wrap(purpose, style, _TAIL_WIDTH)], style

    def _foot(self) -> str:
        stamp = self._sheet.stamp
        parts = (
            words.version_line(stamp.version, stamp.made_at),
            words.check_code(self._check_code),
            words.CALL_WARNING,
        )
        return "  ".join(parts)


def _title(sheet: CallSheet) -> str:
    return f"{words.CALL_TITLE}{words.DRILL if sheet.marking is Marking.DRILL else ''}"
