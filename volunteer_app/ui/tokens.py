"""Every colour, size and type style of the window. It refuses to know a widget: it is plain data.

No colour value, pixel size or font stands anywhere else in the program.
"""

from dataclasses import dataclass
from enum import Enum, StrEnum


class Scheme(StrEnum):
    LIGHT = "light"
    DARK = "dark"


class TextScale(Enum):
    """The text size of the settings; multiplies every size and row height."""

    STANDARD = 1.0
    LARGE = 1.15
    LARGEST = 1.3


class Density(Enum):
    """Row height of a table in pixels, before the text scale."""

    COMPACT = 32
    NORMAL = 36
    RELAXED = 44


class Color(StrEnum):
    """The name of a colour; its value depends on the scheme."""

    BG = "bg"
    NAV = "nav"
    SURFACE = "surface"
    SURFACE2 = "surface2"
    HOVER = "hover"
    SEL = "sel"
    BORDER = "border"
    BORDER2 = "border2"
    TEXT = "text"
    TEXT2 = "text2"
    TEXT3 = "text3"
    ON_SOLID = "on_solid"
    ACCENT = "accent"
    ACCENT_HOVER = "accent_hover"
    ACCENT_PRESSED = "accent_pressed"
    ACCENT_TEXT = "accent_text"
    ACCENT_SOFT = "accent_soft"
    FOCUS = "focus"
    OK = "ok"
    OK_SOFT = "ok_soft"
    OK_SOLID = "ok_solid"
    OK_SOLID_HOVER = "ok_solid_hover"
    WARN = "warn"
    WARN_SOFT = "warn_soft"
    WARN_FILL = "warn_fill"
    DANGER = "danger"
    DANGER_SOFT = "danger_soft"
    DANGER_SOLID = "danger_solid"
    DANGER_SOLID_HOVER = "danger_solid_hover"
    MUTE = "mute"
    MUTE_SOFT = "mute_soft"
    LV1 = "lv1"
    LV2 = "lv2"
    LV3 = "lv3"
    LV3_TEXT = "lv3_text"
    LV4 = "lv4"
    TRACK = "track"
    DESK = "desk"
    C1 = "c1"
    C2 = "c2"
    C3 = "c3"
    C4 = "c4"
    C5 = "c5"
    C6 = "c6"


_VALUES: dict[Color, tuple[str, str]] = {
    Color.BG: ("#F3F5F8", "#15181D"),
    Color.NAV: ("#E9EDF2", "#101318"),
    Color.SURFACE: ("#FFFFFF", "#1E232A"),
    Color.SURFACE2: ("#F7F9FB", "#252B33"),
    Color.HOVER: ("#EDF1F6", "#2C333D"),
    Color.SEL: ("#DCE9FA", "#23395C"),
    Color.BORDER: ("#D9DFE7", "#363E49"),
    Color.BORDER2: ("#7F8A9A", "#76818F"),
    Color.TEXT: ("#1B2430", "#E8ECF1"),
    Color.TEXT2: ("#465161", "#B7C0CC"),
    Color.TEXT3: ("#596575", "#98A4B3"),
    Color.ON_SOLID: ("#FFFFFF", "#FFFFFF"),
    Color.ACCENT: ("#1D5FC4", "#2F6BD0"),
    Color.ACCENT_HOVER: ("#184FA6", "#3870D4"),
    Color.ACCENT_PRESSED: ("#13428C", "#2860BF"),
    Color.ACCENT_TEXT: ("#1A56B4", "#8DB9FF"),
    Color.ACCENT_SOFT: ("#E4EEFB", "#1D3150"),
    Color.FOCUS: ("#1D5FC4", "#8DB9FF"),
    Color.OK: ("#136C3A", "#74D89E"),
    Color.OK_SOFT: ("#E1F3E8", "#18362A"),
    Color.OK_SOLID: ("#157A42", "#1B7F48"),
    Color.OK_SOLID_HOVER: ("#10663A", "#18733F"),
    Color.WARN: ("#7D4A00", "#F3C06B"),
    Color.WARN_SOFT: ("#FFF0D2", "#3B2E14"),
    Color.WARN_FILL: ("#B96E00", "#D99A2B"),
    Color.DANGER: ("#B3261E", "#FF9F97"),
    Color.DANGER_SOFT: ("#FCE8E6", "#45211F"),
    Color.DANGER_SOLID: ("#B3261E", "#C7382F"),
    Color.DANGER_SOLID_HOVER: ("#951C16", "#B3302A"),
    Color.MUTE: ("#465161", "#B7C0CC"),
    Color.MUTE_SOFT: ("#E9EDF2", "#2C333D"),
    Color.LV1: ("#B3261E", "#C7382F"),
    Color.LV2: ("#B54708", "#B9540F"),
    Color.LV3: ("#FFD24D", "#F2C23E"),
    Color.LV3_TEXT: ("#3D2E00", "#2E2300"),
    Color.LV4: ("#1D5FC4", "#2F6BD0"),
    Color.TRACK: ("#E9EDF2", "#2C333D"),
    Color.DESK: ("#C9CED6", "#0B0D10"),
    Color.C1: ("#1D5FC4", "#6FA5FF"),
    Color.C2: ("#157A42", "#4DBB80"),
    Color.C3: ("#B96E00", "#D99A2B"),
    Color.C4: ("#7A4FB5", "#B08CE8"),
    Color.C5: ("#B83A6B", "#EB7FA6"),
    Color.C6: ("#5A6B80", "#93A1B3"),
}
PALETTES: dict[Scheme, dict[Color, str]] = {
    Scheme.LIGHT: {color: light for color, (light, _) in _VALUES.items()},
    Scheme.DARK: {color: dark for color, (_, dark) in _VALUES.items()},
}


class Tone(StrEnum):
    """What a pill, tile or bar says by its colour: never alone, always with icon and word."""

    OK = "ok"
    OK_SOLID = "ok_solid"
    INFO = "info"
    WARN = "warn"
    DANGER = "danger"
    DANGER_SOLID = "danger_solid"
    MUTE = "mute"
    PLAIN = "plain"
    LV1 = "lv1"
    LV2 = "lv2"
    LV3 = "lv3"
    LV4 = "lv4"


TONES: dict[Tone, tuple[Color, Color]] = {
    Tone.OK: (Color.OK, Color.OK_SOFT),
    Tone.OK_SOLID: (Color.ON_SOLID, Color.OK_SOLID),
    Tone.INFO: (Color.ACCENT_TEXT, Color.ACCENT_SOFT),
    Tone.WARN: (Color.WARN, Color.WARN_SOFT),
    Tone.DANGER: (Color.DANGER, Color.DANGER_SOFT),
    Tone.DANGER_SOLID: (Color.ON_SOLID, Color.DANGER_SOLID),
    Tone.MUTE: (Color.MUTE, Color.MUTE_SOFT),
    Tone.PLAIN: (Color.TEXT2, Color.SURFACE),
    Tone.LV1: (Color.ON_SOLID, Color.LV1),
    Tone.LV2: (Color.ON_SOLID, Color.LV2),
    Tone.LV3: (Color.LV3_TEXT, Color.LV3),
    Tone.LV4: (Color.ON_SOLID, Color.LV4),
}

TEXT_CONTRAST = 4.5
GRAPHIC_CONTRAST = 3.0
_READ_ON = (Color.BG, Color.NAV, Color.SURFACE, Color.SURFACE2, Color.HOVER, Color.SEL)
TEXT_PAIRS: tuple[tuple[Color, Color], ...] = (
    *((ink, ground) for ink in (Color.TEXT, Color.TEXT2, Color.TEXT3) for ground in _READ_ON),
    *((Color.ACCENT_TEXT, ground) for ground in (*_READ_ON, Color.ACCENT_SOFT)),
    *((Color.ON_SOLID, ground) for ground in (Color.ACCENT, Color.ACCENT_HOVER, Color.ACCENT_PRESSED)),
    *((Color.ON_SOLID, ground) for ground in (Color.OK_SOLID_HOVER, Color.DANGER_SOLID_HOVER)),
    *((Color.DANGER, ground) for ground in (Color.BG, Color.SURFACE, Color.SURFACE2, Color.HOVER, Color.SEL)),
    *TONES.values(),
)
GRAPHIC_PAIRS: tuple[tuple[Color, Color], ...] = (
    (Color.BORDER2, Color.SURFACE),
    (Color.BORDER2, Color.BG),
    *((Color.FOCUS, ground) for ground in _READ_ON),
    (Color.WARN_FILL, Color.SURFACE),
    (Color.OK_SOLID, Color.SURFACE),
    *((plot, Color.SURFACE) for plot in (Color.C1, Color.C2, Color.C3, Color.C4, Color.C5, Color.C6)),
)


class Role(StrEnum):
    """A type style. A label takes it through its `role` property, a painter through `Look.font`."""

    CAPTION = "caption"
    CAPTION_STRONG = "caption_strong"
    BODY = "body"
    STRONG = "strong"
    H2 = "h2"
    H1 = "h1"
    NUMBER = "number"
    PHONE = "phone"
    TIMER = "timer"


@dataclass(frozen=True, slots=True)
class TypeStyle:
    """Size and line height in pixels at scale 1.0, and the weight."""

    size: int
    line: int
    weight: int


TYPE: dict[Role, TypeStyle] = {
    Role.CAPTION: TypeStyle(12, 16, 400),
    Role.CAPTION_STRONG: TypeStyle(12, 16, 600),
    Role.BODY: TypeStyle(14, 20, 400),
    Role.STRONG: TypeStyle(14, 20, 600),
    Role.H2: TypeStyle(16, 24, 600),
    Role.H1: TypeStyle(20, 28, 600),
    Role.NUMBER: TypeStyle(28, 36, 600),
    Role.PHONE: TypeStyle(32, 40, 600),
    Role.TIMER: TypeStyle(44, 52, 600),
}
SYSTEM_FAMILIES = (
    "Microsoft YaHei UI",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "WenQuanYi Micro Hei",
)


class Size:
    """Lengths in pixels at scale 1.0; painters and layouts multiply them with `Look.px`."""

    STEP = 4
    GAP = 8
    PAGE_MARGIN = 24
    PAGE_MARGIN_COMPACT = 16
    CARD_GAP = 16
    CARD_GAP_COMPACT = 12
    CARD_PADDING = 16
    CARD_PADDING_COMPACT = 12
    CONTROL = 32
    CONTROL_SMALL = 24
    REPLY_KEY = 80
    REPLY_KEY_COMPACT = 60
    NAV_ITEM = 40
    NAV_ITEM_COMPACT = 36
    NAV_WIDTH = 176
    NAV_RAIL = 56
    HEADER = 68
    HEADER_COMPACT = 48
    STATUS_BAR = 28
    BANNER = 36
    ROW_TWO_LINES = 52
    PILL = 22
    BAR = 8
    BAR_LARGE = 12
    RADIUS = 6
    RADIUS_CARD = 8
    RADIUS_PILL = 4
    ICON = 20
    ICON_SMALL = 16
    ICON_EMPTY = 40
    FOCUS_RING = 2
    PANE_MIN = 240
    PANE = 304
    DRAWER = 480
    SEARCH = 240
    SCROLL_BAR = 12
    MIN_TARGET = 32


WIDE_FROM = 1360
MEDIUM_FROM = 1200
TALL_FROM = 800
SMALLEST_CLIENT = (1200, 620)
TOAST_MS = 5_000
TOAST_UNDO_MS = 10_000
FADE_MS = 120
