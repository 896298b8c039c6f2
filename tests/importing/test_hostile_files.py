"""Every file that is no roster, or a dangerous one, is refused with a reason; the program stays alive and can go on."""

from datetime import date
from pathlib import Path

import pytest

from tests.importing import hostile
from tests.importing.comparison import MESSY
from volunteer_app.domain.errors import FileUnreadable, UnreadableReason
from volunteer_app.domain.roster_file import FileKind, FileReading, Vocabulary
from volunteer_app.services.processes import Limits
from volunteer_app.services.progress import NullProgress
from volunteer_app.services.roster_reading import LIMITS, read_roster_bytes, read_roster_files

AS_OF = date(2026, 11, 1)
OLD = (MESSY / "04_应急队伍花名册_老格式.xls").read_bytes()

FAR_CELL = hostile.sheet([hostile.HEADING, hostile.row(1048576, hostile.text_cell("XFD1048576", "x"))])
FAR_ROW = hostile.sheet([hostile.HEADING, hostile.row(900000, hostile.text_cell("A900000", "x"))])
WIDE = hostile.sheet(
    [hostile.row(1, *(hostile.text_cell(f"{a}{b}1", "姓名") for a in "ABCD" for b in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"))]
)
LAUGHING = hostile.sheet([hostile.row(1, hostile.text_cell("A1", "&l9;"))], hostile.BILLION_LAUGHS)
HTML = "<html><head><meta charset=gbk></head><table><tr><td>姓名</td></tr></table></html>"


def read(name: str, data: bytes, vocabulary: Vocabulary, limits: Limits = LIMITS) -> FileReading:
    (reading,) = read_roster_bytes([(name, data)], vocabulary, as_of=AS_OF, progress=NullProgress(), limits=limits)
    return reading


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("far.xlsx", hostile.workbook(FAR_CELL), UnreadableReason.FAR_CELL),
        ("far_row.xlsx", hostile.workbook(FAR_ROW), UnreadableReason.FAR_CELL),
        ("wide.xlsx", hostile.workbook(WIDE), UnreadableReason.TOO_MANY_COLUMNS),
        ("wide.csv", ",".join(["姓名"] * 1000).encode("utf-8"), UnreadableReason.TOO_MANY_COLUMNS),
        ("laughs.xlsx", hostile.workbook(LAUGHING), UnreadableReason.DAMAGED),
        (
            "laughs_in_the_workbook.xlsx",
            hostile.workbook(
                hostile.sheet([]), {"xl/workbook.xml": hostile.BILLION_LAUGHS + "<workbook>&l9;</workbook>"}
            ),
            UnreadableReason.DAMAGED,
        ),
        (
            "many.xlsx",
            hostile.workbook(FAR_CELL, {f"{n}.xml": "" for n in range(2100)}),
            UnreadableReason.UNPACKS_TOO_LARGE,
        ),
        ("truncated.xlsx", hostile.good_workbook()[:-200], UnreadableReason.DAMAGED),
        ("truncated.xls", OLD[:4000], UnreadableReason.DAMAGED),
        ("web.xls", HTML.encode("gbk"), UnreadableReason.WEB_PAGE),
        ("web_utf16.xls", HTML.encode("utf-16"), UnreadableReason.WEB_PAGE),
        (
            "xml.xls",
            b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>',
            UnreadableReason.OTHER_SPREADSHEET,
        ),
        ("calc.ods", hostile.archive({"mimetype": "x", "content.xml": "<x/>"}), UnreadableReason.OTHER_SPREADSHEET),
        ("binary.xlsb", hostile.archive({"xl/workbook.bin": "x"}), UnreadableReason.OTHER_SPREADSHEET),
        ("letter.docx", hostile.archive({"word/document.xml": "<x/>"}), UnreadableReason.WORD_DOCUMENT),
        ("pictures.zip", hostile.archive({"1.txt": "x"}), UnreadableReason.NOT_A_TABLE),
        ("scan.pdf", b"%PDF-1.7\n", UnreadableReason.PICTURE_OR_PDF),
        ("locked.xlsx", hostile.encrypted_workbook(), UnreadableReason.PASSWORD),
        ("empty.xlsx", b"", UnreadableReason.EMPTY),
        ("blank.csv", b"\r\n \r\n", UnreadableReason.EMPTY),
        ("zeros.xls", bytes(4096), UnreadableReason.EMPTY),
        ("junk.csv", bytes(range(256)) * 40, UnreadableReason.NOT_A_TABLE),
        ("head_only.xls", bytes.fromhex("D0CF11E0A1B11AE1") + bytes(600), UnreadableReason.DAMAGED),
    ],
    ids=lambda value: value if isinstance(value, str) and "." in value else "",
)
def test_a_file_that_is_no_roster_is_refused_by_name(
    name: str, data: bytes, reason: UnreadableReason, presets: Vocabulary
) -> None:
    with pytest.raises(FileUnreadable) as refused:
        read(name, data, presets)

    assert refused.value.reason is reason


def test_a_zip_bomb_is_refused_unopened(presets: Vocabulary) -> None:
    bomb = hostile.zip_bomb()

    with pytest.raises(FileUnreadable) as refused:
        read("bomb.xlsx", bomb, presets)

    assert len(bomb) < 100_000
    assert refused.value.reason is UnreadableReason.UNPACKS_TOO_LARGE


def test_the_far_cell_is_named_so_that_it_can_be_deleted(presets: Vocabulary) -> None:
    with pytest.raises(FileUnreadable) as refused:
        read("far.xlsx", hostile.workbook(FAR_CELL), presets)

    assert refused.value.cell == "XFD1048576"


def test_a_parser_that_aborts_takes_only_its_child_along(presets: Vocabulary) -> None:
    with pytest.raises(FileUnreadable) as refused:
        read("far.xlsx", hostile.far_cell_unseen_by_a_scan(), presets)

    assert refused.value.reason is UnreadableReason.READER_DIED
    assert read("good.xlsx", hostile.good_workbook(), presets).sheets[0].rows[0].row == 2


def test_a_file_that_takes_too_long_is_refused(presets: Vocabulary) -> None:
    with pytest.raises(FileUnreadable) as refused:
        read("good.xlsx", hostile.good_workbook(), presets, Limits(seconds=0.0))

    assert refused.value.reason is UnreadableReason.TOO_SLOW


def test_of_several_files_the_bad_one_is_named(presets: Vocabulary) -> None:
    files = [("a.xlsx", hostile.good_workbook()), ("b.xls", HTML.encode("utf-8")), ("c.xlsx", hostile.good_workbook())]

    with pytest.raises(FileUnreadable) as refused:
        read_roster_bytes(files, presets, as_of=AS_OF, progress=NullProgress())

    assert refused.value.file_index == 1


def test_of_several_files_the_one_that_kills_the_reader_is_named(presets: Vocabulary) -> None:
    files = [("a.xlsx", hostile.good_workbook()), ("b.xlsx", hostile.far_cell_unseen_by_a_scan())]

    with pytest.raises(FileUnreadable) as refused:
        read_roster_bytes(files, presets, as_of=AS_OF, progress=NullProgress())

    assert refused.value.file_index == 1


@pytest.mark.parametrize("name", ["roster.csv", "roster.et", "roster", "roster.xls"])
def test_the_content_decides_and_not_the_extension(name: str, presets: Vocabulary) -> None:
    assert read(name, hostile.good_workbook(), presets).format.kind is FileKind.XLSX
    assert read(name, OLD, presets).format.kind is FileKind.XLS
    assert read(name, "姓名,手机\n张三,15400000001\n".encode("gbk"), presets).format.kind is FileKind.CSV


def test_a_far_cell_that_is_only_formatted_is_no_reason_to_refuse(presets: Vocabulary) -> None:
    formatted = hostile.row(1048576, '<c r="XFD1048576" s="0"/>')
    data = hostile.workbook(hostile.sheet([hostile.HEADING, hostile.PERSON, formatted]))

    assert len(read("styled.xlsx", data, presets).sheets[0].rows) == 1


def test_a_file_that_is_not_there_is_refused(tmp_path: Path, presets: Vocabulary) -> None:
    with pytest.raises(FileUnreadable) as refused:
        read_roster_files([tmp_path / "gone.xlsx"], presets, as_of=AS_OF, progress=NullProgress())

    assert refused.value.reason is UnreadableReason.MISSING


def test_a_folder_is_refused(tmp_path: Path, presets: Vocabulary) -> None:
    with pytest.raises(FileUnreadable) as refused:
        read_roster_files([tmp_path], presets, as_of=AS_OF, progress=NullProgress())

    assert refused.value.reason is UnreadableReason.MISSING


def test_a_file_beyond_the_limit_is_not_even_read(tmp_path: Path, presets: Vocabulary) -> None:
    large = tmp_path / "large.xlsx"
    with large.open("wb") as stream:
        stream.truncate(65 * 1024 * 1024)

    with pytest.raises(FileUnreadable) as refused:
        read_roster_files([large], presets, as_of=AS_OF, progress=NullProgress())

    assert refused.value.reason is UnreadableReason.TOO_LARGE
