"""Coverage, fallback and the mends of ReportLab."""

import importlib.util
import shutil
from pathlib import Path
from types import ModuleType

import pytest
from reportlab.pdfbase.pdfdoc import PDFDocument
from reportlab.pdfbase.ttfonts import TTFont

from tests.printing.sample_sheets import FONTS
from volunteer_app.domain.errors import FontMissing
from volunteer_app.printing import mends
from volunteer_app.printing.fonts import FONT_FILES, Face, Fonts, load_fonts

CHARACTERS = FONTS / "characters"
RARE_NAMES = "䶮㛃𬭎𡋾㼆堃犇喆淼焱赟翀旻昇祎彧𫖯𬱖𬘭𬣙𠅤㸃𰻝"
ABOVE_BMP = 0x2CC56


def listed(name: str) -> str:
    return "".join((CHARACTERS / name).read_text(encoding="utf-8").split())


def gb2312() -> str:
    pairs = (bytes((row, cell)) for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF))
    return "".join(pair.decode("gb2312", "ignore") for pair in pairs)


@pytest.mark.parametrize("name", ["standard_8105.txt", "rare_names.txt", "curated.txt"])
def test_every_listed_character_prints(fonts: Fonts, name: str) -> None:
    assert fonts.missing_characters(listed(name)) == ""


def test_gb2312_and_the_rare_names_print(fonts: Fonts) -> None:
    assert len(gb2312()) == 6763
    assert fonts.missing_characters(gb2312() + RARE_NAMES) == ""


@pytest.mark.parametrize(("face", "font"), [(Face.BOLD, "DutySansBold"), (Face.SERIF, "DutySerifBold")])
def test_bold_and_title_faces_hold_the_standard_table_themselves(fonts: Fonts, face: Face, font: str) -> None:
    runs = fonts.shape(listed("standard_8105.txt") + gb2312() + listed("curated.txt"), face).runs

    assert {name for name, _ in runs} <= {font, "DutyRare", "DutySans"}
    assert sum(len(text) for name, text in runs if name != font) <= 2  # 𡋾 is in no Noto face, 𰻝 in no serif


def test_a_rare_character_falls_back_to_the_rare_face(fonts: Fonts) -> None:
    assert fonts.shape("张𡋾", Face.SANS).runs == (("DutySans", "张"), ("DutyRare", "𡋾"))


def test_a_character_that_no_font_has_is_told_and_marked(fonts: Fonts) -> None:
    name = "王\ue000小\u06a9\ue000"

    assert fonts.missing_characters(name) == "\ue000\u06a9"
    assert "".join(text for _, text in fonts.shape(name, Face.BOLD).runs) == "王〓小〓〓"


def test_invisible_characters_are_neither_drawn_nor_reported(fonts: Fonts) -> None:
    name = "葛\U000e0100\u200b一"

    assert fonts.missing_characters(name) == ""
    assert fonts.shape(name, Face.SANS) == fonts.shape("葛一", Face.SANS)


def test_the_width_is_the_sum_of_the_advances(fonts: Fonts) -> None:
    assert fonts.width("陈堃", Face.SANS, size=10.5) == pytest.approx(21)


def test_fonts_of_a_folder_are_loaded_once() -> None:
    assert load_fonts(FONTS) is load_fonts(FONTS)


@pytest.mark.parametrize("file", FONT_FILES.values())
def test_an_absent_font_is_named(tmp_path: Path, file: str) -> None:
    copy_fonts(tmp_path)
    (tmp_path / file).unlink()

    with pytest.raises(FontMissing) as refused:
        load_fonts(tmp_path)

    assert refused.value.file == file


@pytest.mark.parametrize("keep", [0, 4, 1000, 500_000])
def test_a_font_cut_short_is_named(tmp_path: Path, keep: int) -> None:
    copy_fonts(tmp_path)
    damaged = tmp_path / "NotoSansSC-Bold.ttf"
    damaged.write_bytes(damaged.read_bytes()[:keep])

    with pytest.raises(FontMissing) as refused:
        load_fonts(tmp_path)

    assert refused.value.file == damaged.name


def test_a_font_with_one_wrong_byte_is_named(tmp_path: Path) -> None:
    copy_fonts(tmp_path)
    damaged = tmp_path / "DutyRareB.ttf"
    content = bytearray(damaged.read_bytes())
    content[len(content) // 2] ^= 0xFF
    damaged.write_bytes(content)

    with pytest.raises(FontMissing) as refused:
        load_fonts(tmp_path)

    assert refused.value.file == damaged.name


def copy_fonts(folder: Path) -> None:
    for file in FONT_FILES.values():
        shutil.copyfile(FONTS / file, folder / file)


def test_names_above_the_basic_plane_keep_their_text_in_the_map() -> None:
    cmap = mends.to_unicode_map("AAAAAA+Duty", [0, ord("王"), ABOVE_BMP])

    assert "<01> <738B>" in cmap
    assert "<02> <D873DC56>" in cmap


def test_the_blocks_of_the_map_hold_a_hundred_entries_at_most() -> None:
    cmap = mends.to_unicode_map("AAAAAA+Duty", range(0x4E00, 0x4E00 + 256))

    assert [line.split()[0] for line in cmap.splitlines() if line.endswith("beginbfchar")] == ["100", "100", "56"]


def untouched(module: str) -> ModuleType:
    """A copy of a module as ReportLab ships it, without our mends."""
    spec = importlib.util.find_spec(module)
    assert spec is not None
    assert spec.loader is not None
    copy = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(copy)
    return copy


def test_reportlab_still_needs_the_mend_of_the_map() -> None:
    upstream = untouched("reportlab.pdfbase.ttfonts").makeToUnicodeCMap

    assert "<00> <2CC56>" in upstream("AAAAAA+Duty", [ABOVE_BMP])


def test_reportlab_still_puts_helvetica_into_every_file() -> None:
    assert untouched("reportlab.rl_settings").canvas_basefontname == "Helvetica"


def test_reportlab_still_draws_a_missing_glyph_in_silence() -> None:
    font = TTFont("Probe", str(FONTS / "DutyRareB.ttf"), asciiReadable=False)

    assert font.splitString("王", PDFDocument()) == [(0, b"\0")]
