"""Text tables and chat lists: encoding, separator and quoting are found out."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.importing.grids import AS_OF, OFFICE, codes
from tests.importing.quiet import quiet
from volunteer_app.domain.errors import FileUnreadable
from volunteer_app.domain.roster_file import FieldName, FileKind, FileReading, NoticeCode, SkipReason
from volunteer_app.importing.reading import read_rosters

TABLE = "姓名,手机,备注\r\n张𬭎,15400000001,夜班\r\n李四,15400000002,\r\n"


def read(data: bytes) -> FileReading:
    (reading,) = read_rosters([("a.csv", data)], OFFICE, as_of=AS_OF, report=quiet)
    return reading


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
def test_every_encoding_of_the_office_is_read(encoding: str) -> None:
    reading = read(TABLE.encode(encoding))

    assert [row.values[FieldName.NAME] for row in reading.rows()] == ["张𬭎", "李四"]
    assert reading.format.newline == "CRLF"


def test_gbk_is_called_gbk() -> None:
    assert read(TABLE.replace("𬭎", "宏").encode("gbk")).format.encoding == "gbk"


@pytest.mark.parametrize("delimiter", [",", "\t", ";", "|"])
def test_the_separator_is_found_out(delimiter: str) -> None:
    reading = read(TABLE.replace(",", delimiter).encode("utf-8"))

    assert reading.format.delimiter == delimiter
    assert len(list(reading.rows())) == 2


def test_a_quoted_cell_keeps_its_line_break() -> None:
    reading = read('姓名,手机,备注\r\n张三,15400000001,"腿脚不便\r\n只能宣传"\r\n'.encode("gbk"))

    assert next(reading.rows()).values[FieldName.REMARK] == "腿脚不便\n只能宣传"


def test_one_stray_quotation_mark_does_not_swallow_the_rest() -> None:
    people = "".join(f"王五{n},1540000{n:04d},\r\n" for n in range(300))
    reading = read(f'姓名,手机,备注\r\n张三,15400000001,"夜班\r\n{people}'.encode())

    assert len(list(reading.rows())) == 301


def test_characters_lost_in_the_file_are_told() -> None:
    data = TABLE.replace("𬭎", "宏").encode("gbk").replace("宏".encode("gbk"), b"\xff\xff")

    reading = read(data)

    assert [notice.code for notice in reading.notices] == [NoticeCode.LOST_CHARACTERS]
    assert codes(next(reading.rows())) == ["NAME_GARBLED"]


def test_direction_marks_and_zero_width_characters_are_no_obstacle() -> None:
    reading = read("\u200b姓名\u200f,\u202a手机\u202c\n\u200f张三\u200b,\u202d15400000001\u202c\n".encode())

    row = next(reading.rows())
    assert (row.values[FieldName.NAME], row.values[FieldName.PHONE]) == ("张三", "15400000001")


def test_a_chat_list_is_a_roster_by_lines() -> None:
    text = "#接龙\n今晚巡堤报名\n1. 张三 15400000001\n2、李四 194-0000-0002 开车来\n3. 王五\n15400000004 赵六\n"

    reading = read(text.encode())

    assert reading.format.kind is FileKind.CHAT
    assert [(row.row, row.values[FieldName.NAME]) for row in reading.rows()] == [
        (3, "张三"),
        (4, "李四"),
        (5, "王五"),
        (6, "赵六"),
    ]
    assert next(row for row in reading.rows() if row.row == 4).values[FieldName.REMARK] == "开车来"
    assert [skipped.reason for skipped in reading.sheets[0].skipped_rows] == [SkipReason.NOTE, SkipReason.NOTE]


def test_a_short_or_masked_number_in_a_chat_list_is_an_error_and_no_remark() -> None:
    reading = read("#接龙\n1. 张三 1540000\n2. 李四 154****0002\n".encode())

    assert [codes(row) for row in reading.rows()] == [["PHONE_LENGTH"], ["PHONE_TEXT"]]


words = st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=12)
cells = st.sampled_from(["姓名", "手机", "身份证号", "小计", "合计", "张三", "15400000001", "1", ""]) | words
tables = st.lists(st.lists(cells, min_size=1, max_size=6), min_size=1, max_size=12)


@given(tables)
def test_every_row_of_any_table_is_accounted_for_exactly_once(table: list[list[str]]) -> None:
    text = "\n".join(",".join(f'"{cell.replace(chr(34), "")}"' for cell in row) for row in table)
    if not text.strip():
        return

    reading = read(text.encode("utf-8"))

    for sheet in reading.sheets:
        numbers = [row.row for row in sheet.rows] + [skipped.row for skipped in sheet.skipped_rows]
        numbers += sheet.header_rows
        assert sorted(numbers) == list(range(1, len(sheet.grid.cells) + 1))


@given(st.binary(max_size=3000))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with suppress(FileUnreadable):
        assert read(data).sheets
