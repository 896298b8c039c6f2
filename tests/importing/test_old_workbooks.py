"""Old workbooks (.xls): what their parser does not tell."""

import struct
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tests.importing.comparison import MESSY
from tests.importing.quiet import quiet
from volunteer_app.domain.roster_file import NoticeCode, ProblemCode, Vocabulary
from volunteer_app.importing.legacy import hidden_rows
from volunteer_app.importing.reading import read_rosters

OLD = (MESSY / "04_应急队伍花名册_老格式.xls").read_bytes()


def with_hidden_row(data: bytes, row: int) -> bytes:
    """Set the hidden bit in the first ROW record of that number."""
    place = data.index(struct.pack("<HHH", 0x0208, 16, row))
    changed = bytearray(data)
    changed[place + 4 + 12] |= 0x20
    return bytes(changed)


def test_a_hidden_row_of_an_old_workbook_is_told(presets: Vocabulary) -> None:
    data = with_hidden_row(OLD, 9)

    (reading,) = read_rosters([("a.xls", data)], presets, as_of=date(2026, 11, 1), report=quiet)

    row = next(row for row in reading.sheets[0].rows if row.row == 10)
    assert [problem.code for problem in row.problems] == [ProblemCode.HIDDEN_ROW]
    assert [(notice.code, notice.rows) for notice in reading.notices] == [(NoticeCode.HIDDEN_ROWS, (10,))]


def test_nothing_is_hidden_where_nothing_is() -> None:
    assert {name: scan.hidden_rows for name, scan in hidden_rows(OLD).items()} == {"骨干队伍": set(), "专业队伍": set()}


@given(st.binary(max_size=2000), st.integers(min_value=0, max_value=len(OLD)))
def test_a_broken_old_workbook_never_raises_here(noise: bytes, place: int) -> None:
    hidden_rows(OLD[:place] + noise + OLD[place + len(noise) :])
