"""The look in force: scheme and text scale with their colours, lengths and fonts. It refuses to change anything.

As with QApplication.palette(), there is one look for the whole application, and it lives on the application object.
"""

from dataclasses import dataclass, field
from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPen
from PySide6.QtWidgets import QApplication

from volunteer_app.ui.tokens import PALETTES, TONES, TYPE, Color, Role, Scheme, Size, TextScale, Tone

_PROPERTY = "volunteer_look"
_TABULAR = QFont.Tag("tnum")


@dataclass(frozen=True, slots=True)
class Look:
    """What a painter needs to know. Take it from `look()` at each paint, never keep it."""

    scheme: Scheme = Scheme.LIGHT
    text_scale: TextScale = TextScale.STANDARD
    families: tuple[str, ...] = field(default=())

    def hex(self, color: Color) -> str:
        return PALETTES[self.scheme][color]

    def color(self, color: Color) -> QColor:
        return _color(self.scheme, color)

    def pen(self, color: Color, width: float = 1.0) -> QPen:
        return QPen(self.color(color), width)

    def ink(self, tone: Tone) -> QColor:
        """The text and icon colour of a tone."""
        return self.color(TONES[tone][0])

    def ground(self, tone: Tone) -> QColor:
        """The fill under the text of a tone."""
        return self.color(TONES[tone][1])

    def px(self, length: float) -> int:
        """A length of `tokens.Size` at the text scale."""
        return round(length * self.text_scale.value)

    def font(self, role: Role = Role.BODY) -> QFont:
        """A fresh font of a type style; counters and timers come with tabular digits."""
        style = TYPE[role]
        font = QFont()
        font.setFamilies(list(self.families))
        font.setPixelSize(self.px(style.size))
        font.setWeight(QFont.Weight.DemiBold if style.weight >= 600 else QFont.Weight.Normal)
        if role in (Role.NUMBER, Role.PHONE, Role.TIMER):
            font.setFeature(_TABULAR, 1)
        return font

    def line(self, role: Role = Role.BODY) -> int:
        return self.px(TYPE[role].line)

    @property
    def control(self) -> int:
        return self.px(Size.CONTROL)


@lru_cache(maxsize=128)
def _color(scheme: Scheme, color: Color) -> QColor:
    return QColor(PALETTES[scheme][color])


def look() -> Look:
    """The look in force; light at standard size until a theme is applied."""
    app = QApplication.instance()
    current = app.property(_PROPERTY) if app is not None else None
    return current if isinstance(current, Look) else Look()


def put_look(app: QApplication, current: Look) -> None:
    """For the theme only."""
    app.setProperty(_PROPERTY, current)


def with_tabular_digits(font: QFont) -> QFont:
    """The font with digits of one width, so that changing numbers do not jiggle."""
    font.setFeature(_TABULAR, 1)
    return font


ALIGN_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
ALIGN_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
ALIGN_CENTER = Qt.AlignmentFlag.AlignCenter
