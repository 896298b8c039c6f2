"""Labels, buttons, cards and lines in our styles, each made by one call. It refuses layout decisions of a page."""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLayout, QPushButton, QSizePolicy, QToolButton, QVBoxLayout
from PySide6.QtWidgets import QWidget as Widget

from volunteer_app.ui import icons
from volunteer_app.ui.keys import shown_keys, with_keys
from volunteer_app.ui.look import look, with_tabular_digits
from volunteer_app.ui.theme import restyle
from volunteer_app.ui.tokens import Color, Role, Size


class Kind(StrEnum):
    """How a button looks. One PRIMARY per page; DANGER is the red outline, DANGER_SOLID the last word of a dialog."""

    OUTLINE = "outline"
    PRIMARY = "primary"
    DANGER = "danger"
    DANGER_SOLID = "danger_solid"
    LINK = "link"
    GHOST = "ghost"


def text_label(text: str = "", role: Role = Role.BODY, ink: Color | None = None) -> QLabel:
    """A plain-text label in a type style. Colours: TEXT2, TEXT3, ACCENT_TEXT, OK, WARN, DANGER, ON_SOLID."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("role", role.value)
    if ink is not None:
        made.setProperty("ink", ink.value)
    if role in (Role.NUMBER, Role.PHONE, Role.TIMER):
        made.setFont(with_tabular_digits(made.font()))
    return made


def set_ink(label: QLabel, ink: Color) -> None:
    """Change the colour of a label."""
    if label.property("ink") != ink.value:
        label.setProperty("ink", ink.value)
        restyle(label)


def wrapped(label: QLabel) -> QLabel:
    """The label, breaking its lines."""
    label.setWordWrap(True)
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.MinimumExpanding)
    return label


def button(
    text: str,
    kind: Kind = Kind.OUTLINE,
    *,
    icon: str = "",
    keys: str = "",
    clicked: Callable[[], object] | None = None,
) -> QPushButton:
    """A button with a word. `keys` shows in the tooltip and the accessible description, it binds nothing."""
    made = QPushButton(text)
    made.setProperty("kind", kind.value)
    made.setAutoDefault(False)
    if icon:
        icons.put(made, icon)
    if keys:
        name_keys(made, text, keys)
    if clicked is not None:
        made.clicked.connect(clicked)
    return made


def icon_button(
    icon: str, name: str, *, keys: str = "", kind: Kind = Kind.GHOST, clicked: Callable[[], object] | None = None
) -> QToolButton:
    """A button without a word: its name goes to tooltip and screen reader."""
    made = QToolButton()
    made.setProperty("kind", kind.value)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    icons.put(made, icon)
    name_keys(made, name, keys)
    made.setAccessibleName(name)
    if clicked is not None:
        made.clicked.connect(clicked)
    return made


def name_keys(widget: Widget, name: str, keys: str) -> None:
    """Tooltip with the shortcut, as it stands on the keyboard."""
    widget.setToolTip(with_keys(name, (keys,)))
    if keys:
        widget.setAccessibleDescription(shown_keys(keys))


def card(layout: QLayout | None = None) -> QFrame:
    """A white rounded frame; a layout given gets the card's padding."""
    made = QFrame()
    made.setProperty("kind", "card")
    if layout is not None:
        pad(layout, Size.CARD_PADDING)
        made.setLayout(layout)
    return made


def pad(layout: QLayout, margin: int, spacing: int = Size.GAP) -> QLayout:
    """Margins on all sides and the gap inside, at the text scale."""
    space = look().px(margin)
    layout.setContentsMargins(space, space, space, space)
    layout.setSpacing(look().px(spacing))
    return layout


def row(*items: Widget | QLayout | None, spacing: int = Size.GAP) -> QHBoxLayout:
    """Items beside each other without margins; None is a stretch."""
    made = QHBoxLayout()
    _fill(made, items, spacing)
    return made


def column(*items: Widget | QLayout | None, spacing: int = Size.GAP) -> QVBoxLayout:
    """Items below each other without margins; None is a stretch."""
    made = QVBoxLayout()
    _fill(made, items, spacing)
    return made


def _fill(box: QHBoxLayout | QVBoxLayout, items: tuple[Widget | QLayout | None, ...], spacing: int) -> None:
    pad(box, 0, spacing)
    for item in items:
        if item is None:
            box.addStretch(1)
        elif isinstance(item, Widget):
            box.addWidget(item)
        else:
            box.addLayout(item)


def line() -> QFrame:
    """A thin line across."""
    made = QFrame()
    made.setProperty("kind", "line")
    return made


def clear(layout: QLayout) -> None:
    """Remove and destroy everything in a layout."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            # A layout shows what was added to it one turn of the loop later: an orphan would then open as a window.
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            clear(inner)
