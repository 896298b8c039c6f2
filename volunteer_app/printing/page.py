"""The frame every sheet shares: running head, title, info row, signatures, QR square and foot. No sheet's content."""

from collections.abc import Sequence
from dataclasses import dataclass

from volunteer_app.printing import words
from volunteer_app.printing.drawing import MM, PAGE_HEIGHT, PAGE_WIDTH, Drawing, Style
from volunteer_app.printing.fitting import ONE_LINE_LIMIT, Typesetter
from volunteer_app.printing.fonts import Face
from volunteer_app.printing.qr import QrSquare

LEFT = 22 * MM
RIGHT = PAGE_WIDTH - 15 * MM
TEXT_WIDTH = RIGHT - LEFT
FOOT_RULE = 13 * MM + 9

_HEAD_BASELINE = PAGE_HEIGHT - 16 * MM - 8.2
_HEAD_RULE = _HEAD_BASELINE - 5
_TITLE_BASELINE = _HEAD_RULE - 12.7 * MM
_SUBTITLE_DROP = 19.0
_INFO_GAP = 10.0
_FOOT_BASELINE = 13 * MM

ORGANISATION = Style(Face.BOLD, 10)
SHEET_NUMBER = Style(Face.SANS, 8.5)
TITLE = Style(Face.SERIF, 22, 1.2)
SUBTITLE = Style(Face.SANS, 11)
SIGNATURE = Style(Face.SANS, 10)
CAPTION = Style(Face.SANS, 6.8)
FOOT = Style(Face.SANS, 7.5)
PAGE_NUMBER = Style(Face.SANS, 8.5)


@dataclass(frozen=True, slots=True)
class Info:
    """One item of the row above the table."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above the table."""

    organisation: str
    number: str
    title: str
    subtitle: str
    info: tuple[Info, ...]
    info_drop: float
    label_style: Style
    text_style: Style


def draw_heading(drawing: Drawing, setter: Typesetter, heading: Heading) -> float:
    """Draws everything above the table; gives the baseline of the last line of the info row."""
    _draw_running_head(drawing, setter, heading)
    middle = (LEFT + RIGHT) / 2
    drawing.text_centred(heading.title, TITLE, x=middle, y=_TITLE_BASELINE)
    y = _TITLE_BASELINE - _SUBTITLE_DROP
    lines, style = setter.fit(heading.subtitle, SUBTITLE, TEXT_WIDTH)
    for line in lines:
        drawing.text_centred(line, style, x=middle, y=y)
        y -= style.size * 1.2
    y += style.size * 1.2
    return _draw_info(drawing, setter, heading, y=y - heading.info_drop)


def _draw_running_head(drawing: Drawing, setter: Typesetter, heading: Heading) -> None:
    number = f"{words.SHEET_NUMBER}  {heading.number}"
    room = TEXT_WIDTH - drawing.width(number, SHEET_NUMBER) - _INFO_GAP
    _draw_upwards(drawing, setter, heading.organisation, ORGANISATION, width=room, y=_HEAD_BASELINE)
    drawing.text_right(number, SHEET_NUMBER, x=RIGHT, y=_HEAD_BASELINE)
    drawing.rules(1.2, [(LEFT, _HEAD_RULE, RIGHT, _HEAD_RULE)])
    drawing.rules(0.35, [(LEFT, _HEAD_RULE - 2.2, RIGHT, _HEAD_RULE - 2.2)])


def _draw_upwards(drawing: Drawing, setter: Typesetter, text: str, style: Style, *, width: float, y: float) -> None:
    """A text that grows away from the rule under it."""
    lines, fitted = setter.fit(text, style, width)
    for number, line in enumerate(reversed(lines)):
        drawing.text(line, fitted, x=LEFT, y=y + number * fitted.size * 1.1)


def _draw_info(drawing: Drawing, setter: Typesetter, heading: Heading, *, y: float) -> float:
    """Left, middle and right on one line; items that find no room go below each other."""
    items = [item for item in heading.info if item.text]
    label, text = heading.label_style, heading.text_style
    sizes = [_info_width(setter, item, label, text=text) for item in items]
    room = TEXT_WIDTH - _INFO_GAP * max(0, len(items) - 1)
    scale = min(1.0, room / sum(sizes)) if sizes else 1.0
    if scale < ONE_LINE_LIMIT:
        return _draw_info_lines(drawing, setter, heading, y=y)
    label, text = label.at(label.size * scale), text.at(text.size * scale)
    gap = (TEXT_WIDTH - sum(sizes) * scale) / max(1, len(items) - 1)
    x = LEFT
    for item, size in zip(items, sizes, strict=True):
        _draw_item(drawing, item, label, text=text, x=x, y=y)
        x += size * scale + gap
    return y


def _draw_info_lines(drawing: Drawing, setter: Typesetter, heading: Heading, *, y: float) -> float:
    style = heading.text_style
    lines = [
        line
        for item in heading.info
        if item.text
        for line in setter.wrap(words.labelled(item.label, item.text), style, TEXT_WIDTH)
    ]
    for number, line in enumerate(lines):
        drawing.text(line, style, x=LEFT, y=y - number * style.size * 1.3)
    return y - (len(lines) - 1) * style.size * 1.3


def _info_width(setter: Typesetter, item: Info, label: Style, *, text: Style) -> float:
    return setter.width(item.label + words.COLON, label) + setter.width(item.text, text)


def _draw_item(drawing: Drawing, item: Info, label: Style, *, text: Style, x: float, y: float) -> None:
    caption = item.label + words.COLON
    drawing.text(caption, label, x=x, y=y)
    drawing.text(item.text, text, x=x + drawing.width(caption, label), y=y)


def draw_signatures(drawing: Drawing, labels: Sequence[str], *, width: float, y: float) -> None:
    """Slots of equal width, each a label and a line to write on."""
    slot = width / len(labels)
    lines = []
    for number, label in enumerate(labels):
        x = LEFT + number * slot
        caption = label + words.COLON
        drawing.text(caption, SIGNATURE, x=x, y=y)
        lines.append((x + drawing.width(caption, SIGNATURE) + 1, y - 2, x + slot - 14, y - 2))
    drawing.rules(0.6, lines)


def draw_qr(drawing: Drawing, square: QrSquare, caption: str, *, size: float, top: float) -> None:
    """The square at the right margin, its caption centred below."""
    module = size / square.size
    left = RIGHT - size
    boxes = [(left + x * module, top - (y + 1) * module, n * module, module) for x, y, n in square.bars]
    drawing.fill(100, boxes)
    drawing.text_centred(caption, CAPTION, x=RIGHT - size / 2, y=top - size - 9)


def draw_foot(drawing: Drawing, setter: Typesetter, text: str, *, page: int, count: int) -> None:
    number = words.page_of(page, count)
    drawing.rules(0.25, [(LEFT, FOOT_RULE, RIGHT, FOOT_RULE)])
    room = TEXT_WIDTH - drawing.width(number, PAGE_NUMBER) - _INFO_GAP
    lines, style = setter.fit(text, FOOT, room)
    for row, line in enumerate(lines):
        drawing.text(line, style, x=LEFT, y=_FOOT_BASELINE - row * style.size * 1.1)
    drawing.text_right(number, PAGE_NUMBER, x=RIGHT, y=_FOOT_BASELINE)
