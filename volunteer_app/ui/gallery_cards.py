"""The cards of the gallery, one per family of components. They hold invented samples and refuse real data."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QLineEdit, QListView, QPlainTextEdit, QRadioButton, QWidget

from volunteer_app.ui.delegates import CoverageDelegate, PillDelegate, TwoLineDelegate, TwoLines
from volunteer_app.ui.page import Tools
from volunteer_app.ui.status import Coverage, PillSpec, Status, call_back_pill, late_pill, short_pill, status_pill
from volunteer_app.ui.table_model import Align, Column, TableModel
from volunteer_app.ui.text import translate
from volunteer_app.ui.tokens import Color, Role, Tone
from volunteer_app.ui.widgets.avatar import Avatar
from volunteer_app.ui.widgets.basics import Kind, button, card, column, icon_button, row, text_label
from volunteer_app.ui.widgets.chips import Chip, ChipRow
from volunteer_app.ui.widgets.coverage_bar import CoverageBar, CoverageLine
from volunteer_app.ui.widgets.data_table import DataTable
from volunteer_app.ui.widgets.empty_state import EmptyState
from volunteer_app.ui.widgets.fields import DateField, PhoneField, TimeField
from volunteer_app.ui.widgets.form import FieldSpec, Form, Must
from volunteer_app.ui.widgets.inline_bar import InlineBar
from volunteer_app.ui.widgets.key_cap import KeyHints
from volunteer_app.ui.widgets.pill import Pill
from volunteer_app.ui.widgets.reply_keys import ReplyKeys
from volunteer_app.ui.widgets.search_box import SearchBox
from volunteer_app.ui.widgets.segmented import SegmentedButtons
from volunteer_app.ui.widgets.stat_tile import StatTile


@dataclass(frozen=True, slots=True)
class SampleShift:
    """A row of the sample table."""

    number: int
    time: str
    coverage: Coverage
    pill: PillSpec
    hours: float


def sample_shifts() -> list[SampleShift]:
    return [
        SampleShift(1, "07:00–11:00", Coverage(8, 8, 8), status_pill(Status.ENDED), 32.0),
        SampleShift(2, "08:00–16:00", Coverage(12, 12, 11), status_pill(Status.RUNNING), 96.0),
        SampleShift(3, "15:00–20:00", Coverage(12, 9, 5), short_pill(3), 60.0),
        SampleShift(4, "17:30–20:30", Coverage(6, 5, 0), short_pill(1), 18.0),
        SampleShift(5, "20:00–24:00", Coverage(6, 6, 0), status_pill(Status.FULL), 24.0),
    ]


def type_card() -> QFrame:
    """Every type style and ink."""
    sample = translate("Gallery", "Flood watch 154 0000 7316")
    inks = (Color.TEXT2, Color.TEXT3, Color.ACCENT_TEXT, Color.OK, Color.WARN, Color.DANGER)
    styles = [text_label(sample, role) for role in Role if role not in (Role.TIMER, Role.PHONE)]
    figures = row(text_label("154 0000 7316", Role.PHONE), text_label("01:27:43", Role.TIMER), None)
    words = row(*(text_label(translate("Gallery", "Sample"), Role.BODY, ink) for ink in inks), None)
    return card(column(_head(translate("Gallery", "Type")), *styles, figures, words, None))


def button_card() -> QFrame:
    """Every kind of button, and the same disabled."""
    kinds = (Kind.PRIMARY, Kind.OUTLINE, Kind.DANGER, Kind.DANGER_SOLID, Kind.LINK, Kind.GHOST)
    lines: list[QWidget] = [_buttons(kinds), _buttons(kinds)]
    lines[1].setEnabled(False)
    choices = SegmentedButtons(
        [
            ("week", translate("Gallery", "Week")),
            ("month", translate("Gallery", "Month")),
            ("list", translate("Gallery", "List")),
        ]
    )
    icons_only = row(
        icon_button("zoom_in", translate("Gallery", "Larger"), kind=Kind.OUTLINE),
        icon_button("copy", translate("Gallery", "Copy")),
        choices,
        None,
    )
    return card(column(_head(translate("Gallery", "Buttons")), *lines, icons_only, None))


def _buttons(kinds: tuple[Kind, ...]) -> QWidget:
    made = QWidget()
    made.setLayout(row(*(button(translate("Gallery", "Print"), kind, icon="print") for kind in kinds), None))
    return made


def input_card(tools: Tools) -> QFrame:
    """Inputs, one of them wrong, one disabled."""
    form = Form()
    name, phone = QLineEdit(), PhoneField()
    phone.setText("154000011")
    form.add_pair(
        (FieldSpec("name", translate("Gallery", "Name"), Must.FILLED), name),
        (FieldSpec("phone", translate("Gallery", "Mobile")), phone),
    )
    form.show_fault("phone", translate("Gallery", "A mobile number has 11 digits, this one has 9."))
    day, at = DateField(tools.clock.now().date), TimeField()
    form.add_pair(
        (FieldSpec("day", translate("Gallery", "Date")), day), (FieldSpec("at", translate("Gallery", "Time")), at)
    )
    choice = QComboBox()
    choice.addItems([translate("Gallery", "All teams"), translate("Gallery", "Flood team")])
    choice.setAccessibleName(translate("Gallery", "Team"))
    note = QPlainTextEdit()
    note.setAccessibleName(translate("Gallery", "Note"))
    note.setPlaceholderText(translate("Gallery", "Note"))
    note.setFixedHeight(56)
    box, on = QCheckBox(translate("Gallery", "Show telephone")), QCheckBox(translate("Gallery", "Mask numbers"))
    on.setChecked(True)
    radio, chosen = QRadioButton(translate("Gallery", "Portrait")), QRadioButton(translate("Gallery", "Landscape"))
    chosen.setChecked(True)
    off = QLineEdit(translate("Gallery", "Disabled"))
    off.setEnabled(False)
    search = SearchBox(translate("Gallery", "Name / initials / phone tail"))
    marks = row(box, on, radio, chosen, None)
    return card(
        column(_head(translate("Gallery", "Inputs")), form, row(search, choice), row(off, None), note, marks, None)
    )


def status_card() -> QFrame:
    """Every pill, and coverage as bar and line."""
    pills = [status_pill(status) for status in Status]
    pills += [short_pill(3), late_pill(12), call_back_pill(datetime(2026, 7, 18, 14, 40).astimezone())]
    pills += [PillSpec(translate("Gallery", "Level"), tone, "alert_urgent") for tone in _LEVELS]
    lines = [row(*(Pill(pill) for pill in pills[start : start + 6]), None) for start in range(0, len(pills), 6)]
    bars = row(CoverageBar(Coverage(12, 9, 5)), CoverageLine(Coverage(12, 9, 5)), CoverageLine(Coverage(8, 8, 8)))
    faces = row(Avatar(translate("Gallery", "Zheng"), 48), Avatar(translate("Gallery", "Zheng"), 28), None)
    return card(column(_head(translate("Gallery", "States")), *lines, bars, faces, None))


_LEVELS = (Tone.LV1, Tone.LV2, Tone.LV3, Tone.LV4)


def table_card(tools: Tools) -> QFrame:
    """Chips over a table with painted cells, a row selected."""
    chips = ChipRow(exclusive=True)
    chips.set_chips(
        [
            Chip("time", translate("Gallery", "By time"), 6),
            Chip("short", translate("Gallery", "Only short ones"), 2),
            Chip("team", translate("Gallery", "By team")),
        ]
    )
    chips.set_active(frozenset({"time"}))
    model = TableModel[SampleShift](_columns(), key=lambda shift: shift.number)
    title = translate("Gallery", "Shifts today")
    table = DataTable(model, name="gallery", settings=tools.settings, title=title)
    model.setParent(table)
    table.setItemDelegateForColumn(1, CoverageDelegate(table))
    table.setItemDelegateForColumn(2, PillDelegate(table))
    model.set_rows(sample_shifts())
    table.selectRow(2)
    table.setMinimumHeight(230)
    hints = KeyHints([("Enter", translate("Gallery", "open")), ("P", translate("Gallery", "print"))])
    return card(column(row(_head(title), None, chips), table, row(None, hints)))


def _columns() -> list[Column[SampleShift]]:
    return [
        Column("time", translate("Gallery", "Time"), lambda shift: shift.time, width=120),
        Column(
            "coverage",
            translate("Gallery", "Needed / confirmed / arrived"),
            lambda shift: shift.coverage.digits,
            value=lambda shift: shift.coverage,
            sort_key=lambda shift: shift.coverage.missing,
            accessible=lambda shift: shift.coverage.spoken,
            width=200,
        ),
        Column(
            "state",
            translate("Gallery", "State"),
            lambda shift: shift.pill.text,
            value=lambda shift: shift.pill,
            width=110,
        ),
        Column(
            "hours",
            translate("Gallery", "Hours"),
            lambda shift: f"{shift.hours:g}",
            sort_key=lambda shift: shift.hours,
            number=lambda shift: shift.hours,
            align=Align.RIGHT,
            width=80,
        ),
    ]


def list_card() -> QFrame:
    """Two-line rows with lead, aside and pill."""
    rows = [
        TwoLines(
            translate("Gallery", "Zheng"),
            translate("Gallery", "own team · 0.6 km · 6 h this week"),
            lead="1",
            beside=translate("Gallery", "Flood team"),
            aside="92",
        ),
        TwoLines(
            translate("Gallery", "Zheng"),
            translate("Gallery", "own team · 0.6 km · 6 h this week"),
            lead="2",
            pill=late_pill(12),
        ),
        TwoLines(translate("Gallery", "Zheng"), avatar=translate("Gallery", "Zheng"), pill=status_pill(Status.ARRIVED)),
    ]
    model = TableModel[tuple[int, TwoLines]](
        [Column("row", translate("Gallery", "Queue"), lambda row: row[1].first, value=lambda row: row[1])],
        key=lambda row: row[0],
    )
    model.set_rows(list(enumerate(rows)))
    view = QListView()
    model.setParent(view)
    view.setModel(model)
    view.setItemDelegate(TwoLineDelegate(view))
    view.setAccessibleName(translate("Gallery", "Queue"))
    view.setCurrentIndex(model.index(0, 0))
    view.setMinimumHeight(170)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return card(column(_head(translate("Gallery", "Queue")), view))


def reply_card() -> QFrame:
    """The reply keys, tall and compact."""
    tall, compact = ReplyKeys(), ReplyKeys()
    compact.set_compact()
    return card(column(_head(translate("Gallery", "Reply keys")), tall, compact, None))


def notice_card() -> QFrame:
    """Inline bars in their tones and an empty state."""
    bars = [InlineBar() for _ in range(4)]
    for bar, tone in zip(bars, (Tone.INFO, Tone.OK, Tone.WARN, Tone.DANGER), strict=True):
        bar.say(translate("Gallery", "12 possible duplicates."), tone, action=translate("Gallery", "Compare"))
    empty = EmptyState(
        "people",
        translate("Gallery", "No people yet."),
        button(translate("Gallery", "Import"), Kind.PRIMARY),
        button(translate("Gallery", "Add by hand"), Kind.LINK),
    )
    return card(column(_head(translate("Gallery", "Notices")), *bars, empty, None))


def tiles() -> list[StatTile]:
    """Four tiles, one of them red."""
    made = [
        StatTile(translate("Gallery", "Shifts today"), "calendar_ltr"),
        StatTile(translate("Gallery", "Needed / confirmed / arrived"), "people_team", Tone.OK),
        StatTile(translate("Gallery", "Gap"), "warning", Tone.DANGER),
        StatTile(translate("Gallery", "To call back"), "call_missed", Tone.WARN),
    ]
    people = translate("Gallery", "people")
    made[0].show_number("6", translate("Gallery", "shifts"), translate("Gallery", "1 ended · 2 running · 3 to come"))
    made[1].show_number("48 / 44 / 28", people, translate("Gallery", "92 % confirmed"))
    made[2].show_number("4", people, translate("Gallery", "2 shifts are not full"))
    made[2].set_tone(Tone.DANGER)
    made[3].show_number("3", people, translate("Gallery", "first at 14:40"))
    return made


def _head(text: str) -> QWidget:
    return text_label(text, Role.H2)
