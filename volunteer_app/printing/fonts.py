"""The faces of the printed sheets: registration, coverage and fallback. A character no font has is told, never lost."""

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import TypeAlias

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from volunteer_app.domain.errors import FontMissing
from volunteer_app.domain.text import strip_invisible
from volunteer_app.printing.mends import apply_mends
from volunteer_app.printing.words import MISSING_GLYPH

_SANS = "DutySans"
_SANS_BOLD = "DutySansBold"
_SERIF_BOLD = "DutySerifBold"
_RARE = "DutyRare"

FONT_FILES = {
    _SANS: "NotoSansSC-Regular.ttf",
    _SANS_BOLD: "NotoSansSC-Bold.ttf",
    _SERIF_BOLD: "NotoSerifSC-Bold.ttf",
    _RARE: "DutyRareB.ttf",
}
_CACHE_LIMIT = 32_768
_BREAKS = str.maketrans({"\t": " ", "\n": " ", "\r": " ", "\x0b": " ", "\x0c": " ", "\u2028": " ", "\u00a0": " "})

# Font, character to draw (the mark when no font has it), advance in thousandths of the size.
_Glyph: TypeAlias = tuple[str, str, float]


class Face(StrEnum):
    """What a text is set in; each face falls back along its own chain."""

    SANS = "sans"
    BOLD = "bold"
    SERIF = "serif"


_CHAINS = {
    Face.SANS: (_SANS, _RARE),
    Face.BOLD: (_SANS_BOLD, _SANS, _RARE),
    Face.SERIF: (_SERIF_BOLD, _SANS, _RARE),
}
BASE_FONT = _SANS


@dataclass(frozen=True, slots=True)
class Shaped:
    """A text cut into runs of one font each, and its width at size 1."""

    runs: tuple[tuple[str, str], ...]
    width: float


class _Coverage(dict[str, _Glyph]):
    """character -> glyph, filled as characters come up: a sheet uses hundreds of the 30,000."""

    def __init__(self, chain: tuple[TTFont, ...]) -> None:
        super().__init__()
        self._chain = chain

    def __missing__(self, character: str) -> _Glyph:
        glyph = self._find(character) or self._find(MISSING_GLYPH)
        assert glyph is not None  # the mark is checked when the fonts are loaded
        self[character] = glyph
        return glyph

    def _find(self, character: str) -> _Glyph | None:
        point = ord(character)
        for font in self._chain:
            if point in font.face.charToGlyph:
                return font.fontName, character, font.face.charWidths.get(point, font.face.defaultWidth)
        return None

    def lacks(self, character: str) -> bool:
        return self[character][1] != character


class Fonts:
    """The loaded faces. Get them with `load_fonts`, which loads each folder once."""

    def __init__(self, fonts: Mapping[str, TTFont]) -> None:
        self._fonts = fonts
        self._coverage = {face: _Coverage(tuple(fonts[name] for name in chain)) for face, chain in _CHAINS.items()}
        self._shaped: dict[tuple[Face, str], Shaped] = {}

    def font(self, name: str) -> TTFont:
        return self._fonts[name]

    def missing_characters(self, text: str) -> str:
        """The characters of a text that no font can draw, once each, in order; they would print as 〓."""
        coverage = self._coverage[Face.SANS]
        return "".join(character for character in dict.fromkeys(_drawable(text)) if coverage.lacks(character))

    def shape(self, text: str, face: Face) -> Shaped:
        key = (face, text)
        shaped = self._shaped.get(key)
        if shaped is None:
            if len(self._shaped) >= _CACHE_LIMIT:
                self._shaped.clear()
            shaped = self._shaped[key] = self._shape(text, face)
        return shaped

    def width(self, text: str, face: Face, *, size: float) -> float:
        return self.shape(text, face).width * size

    def _shape(self, text: str, face: Face) -> Shaped:
        coverage = self._coverage[face]
        runs: list[tuple[str, str]] = []
        width = 0.0
        for character in _drawable(text):
            font, drawn, advance = coverage[character]
            width += advance
            if runs and runs[-1][0] == font:
                runs[-1] = (font, runs[-1][1] + drawn)
            else:
                runs.append((font, drawn))
        return Shaped(tuple(runs), width / 1000)


@lru_cache(maxsize=2)
def load_fonts(folder: Path) -> Fonts:
    """The faces of a folder. Raises FontMissing, naming the file, when one is absent or damaged."""
    fonts = {name: _load(name, folder / file) for name, file in FONT_FILES.items()}
    if ord(MISSING_GLYPH) not in fonts[BASE_FONT].face.charToGlyph:
        raise FontMissing(FONT_FILES[BASE_FONT])
    for font in fonts.values():
        pdfmetrics.registerFont(font)
    apply_mends(BASE_FONT)
    return Fonts(fonts)


def _load(name: str, path: Path) -> TTFont:
    try:
        # Checksums cost nothing measurable and find a file that a bad copy has damaged in the middle.
        font = TTFont(name, str(path), validate=1, asciiReadable=False)
    except (TTFError, OSError, struct.error, ValueError, IndexError, KeyError) as error:
        raise FontMissing(path.name) from error
    return font


def _drawable(text: str) -> str:
    return strip_invisible(text.translate(_BREAKS))
