"""One PDF being drawn: text, rules, fills and paths in points from the bottom left. Knows no sheet.

Text goes to the page as operators of its own making: each distinct text is encoded once a document, which halves the
work of the canvas.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfdoc import PDFDocument
from reportlab.pdfgen.canvas import Canvas

from volunteer_app.printing.fonts import Face, Fonts
from volunteer_app.printing.words import CREATOR

PAGE_WIDTH, PAGE_HEIGHT = A4
MM = 72 / 25.4

_LAST_BASIC = 0xFFFF
_TICK_WEIGHT = 0.6
_OFFICE_ZONE = "+08'00'"

Segment: TypeAlias = tuple[float, float, float, float]
Box: TypeAlias = tuple[float, float, float, float]


class Style(NamedTuple):
    """A face at a size; `tracking` is added after each character."""

    face: Face
    size: float
    tracking: float = 0.0

    def at(self, size: float) -> "Style":
        return self._replace(size=size)


class Ink(NamedTuple):
    """A text and where its baseline starts, relative to where its block is placed."""

    dx: float
    dy: float
    text: str
    style: Style


class SpreadInk(NamedTuple):
    """A short name set wide, one character at a time, that is still read, searched and copied as one word."""

    dx: float
    dy: float
    text: str
    style: Style
    pitch: float


class TickInk(NamedTuple):
    """An empty box to tick. Drawn, never a character: the fonts have none that prints well."""

    dx: float
    dy: float
    side: float


Line: TypeAlias = tuple[Ink | SpreadInk | TickInk, ...]


@dataclass(frozen=True, slots=True)
class About:
    """What the file says about itself."""

    title: str
    author: str
    subject: str
    made_at: datetime


def can_spread(text: str) -> bool:
    """Readers drop characters above U+FFFF from the text that stands in for a spread name."""
    return all(ord(character) <= _LAST_BASIC for character in text)


class _OpenCanvas(Canvas):
    """The canvas with the parts that its stubs leave out."""

    _code: list[str]
    _doc: PDFDocument

    if TYPE_CHECKING:

        def _escape(self, text: bytes) -> str: ...


class Drawing:
    def __init__(self, fonts: Fonts, about: About) -> None:
        self.fonts = fonts
        self._file = BytesIO()
        # Invariant, with the date of the sheet: the same sheet gives the same bytes on every PC.
        self._canvas = _OpenCanvas(self._file, pagesize=A4, pageCompression=1, invariant=1, lang="zh-CN")
        self._describe(about)
        self._code = self._canvas._code
        self._encoded: dict[tuple[Face, str], tuple[tuple[str, str], ...]] = {}
        self._current = ("", 0.0)
        self._bookmarks = 0

    def _describe(self, about: About) -> None:
        date_text = f"D:{about.made_at:%Y%m%d%H%M%S}{_OFFICE_ZONE}"
        self._canvas.setDateFormatter(lambda *_: date_text)
        self._canvas.setTitle(about.title)
        self._canvas.setAuthor(about.author)
        self._canvas.setSubject(about.subject)
        self._canvas.setCreator(CREATOR)
        self._canvas.setViewerPreference("DisplayDocTitle", "true")

    def width(self, text: str, style: Style) -> float:
        return self.fonts.shape(text, style.face).width * style.size + style.tracking * max(0, len(text) - 1)

    def text(self, text: str, style: Style, *, x: float, y: float) -> None:
        """A line that starts at x."""
        if not style.tracking:
            self._show(text, style, x, y)
            return
        self._code.append(f"{style.tracking:.2f} Tc")
        self._show(text, style, x, y)
        self._code.append("0 Tc")

    def text_right(self, text: str, style: Style, *, x: float, y: float) -> None:
        self.text(text, style, x=x - self.width(text, style), y=y)

    def text_centred(self, text: str, style: Style, *, x: float, y: float) -> None:
        self.text(text, style, x=x - self.width(text, style) / 2, y=y)

    def place(self, line: Line, *, x: float, y: float) -> None:
        for ink in line:
            match ink:
                case Ink(dx, dy, text, style):
                    self._show(text, style, x + dx, y + dy)
                case SpreadInk():
                    self._show_spread(ink, x, y)
                case TickInk(dx, dy, side):
                    self.frames(_TICK_WEIGHT, [(x + dx, y + dy, side, side)])

    def rules(self, weight: float, segments: Sequence[Segment]) -> None:
        """Straight black lines of one weight, in points."""
        if segments:
            lines = " ".join(f"{x1:.2f} {y1:.2f} m {x2:.2f} {y2:.2f} l" for x1, y1, x2, y2 in segments)
            self._code.append(f"{weight:g} w {lines} S")

    def frames(self, weight: float, boxes: Sequence[Box]) -> None:
        """Empty boxes of x, y, width and height."""
        if boxes:
            self._code.append(f"{weight:g} w {_rectangles(boxes)} S")

    def fill(self, black_percent: float, boxes: Sequence[Box]) -> None:
        """Filled boxes; 100 is black. One path, so that no white seams show between them."""
        if not boxes:
            return
        if black_percent >= 100:
            self._code.append(f"{_rectangles(boxes)} f")
        else:
            self._code.append(f"{1 - black_percent / 100:g} g {_rectangles(boxes)} f 0 g")

    def bookmark(self, title: str) -> None:
        """An entry in the reader's outline that leads to the page being drawn."""
        self._bookmarks += 1
        key = f"sheet-{self._bookmarks}"
        # A whole place, not "fit the page": QtPdf warns of a bookmark that names no point.
        self._canvas.bookmarkPage(key, fit="XYZ", left=0, top=PAGE_HEIGHT, zoom=0)
        self._canvas.addOutlineEntry(title, key)

    def end_page(self) -> None:
        self._canvas.showPage()
        self._code = self._canvas._code
        self._current = ("", 0.0)

    def finish(self) -> bytes:
        self._canvas.save()
        return self._file.getvalue()

    def _show(self, text: str, style: Style, x: float, y: float) -> None:
        face, size, _ = style
        runs = self._encoded.get((face, text))
        if runs is None:
            runs = self._encoded[face, text] = self._encode(text, face)
        operators = [f"BT 1 0 0 1 {x:.2f} {y:.2f} Tm"]
        for font, shown in runs:
            if self._current != (font, size):
                self._current = (font, size)
                operators.append(f"{font} {size:.6g} Tf")
            operators.append(shown)
        operators.append("ET")
        self._code.append(" ".join(operators))

    def _show_spread(self, ink: SpreadInk, x: float, y: float) -> None:
        self._code.append(f"/Span <</ActualText <{_utf16(ink.text)}>>> BDC")
        for place, character in enumerate(ink.text):
            self._show(character, ink.style, x + ink.dx + place * ink.pitch, y + ink.dy)
        self._code.append("EMC")

    def _encode(self, text: str, face: Face) -> tuple[tuple[str, str], ...]:
        document = self._canvas._doc
        runs: list[tuple[str, str]] = []
        for name, run in self.fonts.shape(text, face).runs:
            font = self.fonts.font(name)
            for subset, codes in font.splitString(run, document):
                shown = f"({self._canvas._escape(codes)}) Tj"
                runs.append((font.getSubsetInternalName(subset, document), shown))
        return tuple(runs)


def _rectangles(boxes: Sequence[Box]) -> str:
    return " ".join(f"{x:.2f} {y:.2f} {width:.2f} {height:.2f} re" for x, y, width, height in boxes)


def _utf16(text: str) -> str:
    return f"\ufeff{text}".encode("utf-16-be").hex().upper()
