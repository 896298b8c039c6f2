"""The clerk says otherwise: another column, another sheet, a corrected cell. Judged again, not read again."""

from tests.importing.grids import AS_OF, OFFICE, codes, judge, workbook
from tests.importing.quiet import quiet
from volunteer_app.domain.roster_file import FieldName, FileReading, NoticeCode, SheetChoice, SheetKind, Verdict
from volunteer_app.importing.reading import read_rosters

HEADING = ("姓名", "电话", "住处")
ROSTER = [HEADING, ("张三", "1540000000", "民西"), ("李四", "", "春和")]


def judged(choice: SheetChoice) -> FileReading:
    (reading,) = judge(workbook(("名册", ROSTER)), choices=[choice])
    return reading


def test_a_corrected_cell_is_judged_like_any_other() -> None:
    reading = judged(SheetChoice(0, "名册", corrections={"B2": "154-0000-0001", "B3": "15400000002"}))

    assert [row.verdict for row in reading.sheets[0].rows] == [Verdict.GOOD, Verdict.GOOD]
    assert reading.sheets[0].rows[0].values[FieldName.PHONE] == "15400000001"


def test_a_correction_leaves_the_grid_of_the_file_alone() -> None:
    reading = judged(SheetChoice(0, "名册", corrections={"B2": "15400000001"}))

    assert reading.sheets[0].grid.at(1, 1) == "1540000000"


def test_a_correction_beyond_the_last_filled_cell_counts_too() -> None:
    (reading,) = judge(
        workbook(("名册", [("姓名", "电话"), ("张三",)])),
        choices=[SheetChoice(0, "名册", corrections={"B2": "15400000001", "ZZ99": "x", "no cell": "x"})],
    )

    assert reading.sheets[0].rows[0].verdict is Verdict.GOOD


def test_a_column_is_what_the_clerk_says() -> None:
    reading = judged(SheetChoice(0, "名册", columns={"C": FieldName.COMMUNITY, "B": None}))

    assert reading.sheets[0].header_map == {"A": FieldName.NAME, "C": FieldName.COMMUNITY}
    assert reading.sheets[0].rows[0].values[FieldName.COMMUNITY] == "民西社区"
    assert codes(reading.sheets[0].rows[1]) == []


def test_a_field_moved_to_another_column_leaves_the_first() -> None:
    reading = judged(SheetChoice(0, "名册", columns={"C": FieldName.PHONE}))

    assert reading.sheets[0].header_map == {"A": FieldName.NAME, "C": FieldName.PHONE}


def test_the_heading_can_be_placed_by_hand() -> None:
    rows = [("名单",), ("队员大名", "号码"), ("张三", "15400000001")]
    choice = SheetChoice(
        0, "名册", kind=SheetKind.ROSTER, header_rows=(2,), columns={"A": FieldName.NAME, "B": FieldName.PHONE}
    )

    (reading,) = judge(workbook(("名册", rows)), choices=[choice])

    assert [row.row for row in reading.sheets[0].rows] == [3]


def test_a_row_left_out_no_longer_makes_the_next_one_a_copy() -> None:
    rows = [("姓名", "电话"), ("张三", "15400000001"), ("张三", "15400000001")]
    choice = SheetChoice(0, "名册", left_out_rows=frozenset({2}))

    (reading,) = judge(workbook(("名册", rows)), choices=[choice])

    assert [(row.row, codes(row)) for row in reading.sheets[0].rows] == [(3, [])]


def test_the_team_of_a_sheet_can_be_given() -> None:
    assert judged(SheetChoice(0, "名册", team="巾帼志愿服务队")).sheets[0].team == "巾帼志愿服务队"


def test_a_sheet_can_be_left_out() -> None:
    assert judged(SheetChoice(0, "名册", kind=SheetKind.IGNORE)).sheets[0].rows == ()


def test_a_decision_is_forgotten_when_it_is_no_longer_given() -> None:
    before = judge(workbook(("名册", ROSTER)))
    changed = judge(*before, choices=[SheetChoice(0, "名册", kind=SheetKind.IGNORE, corrections={"A2": "王五"})])

    assert judge(*changed) == before


def test_a_hidden_sheet_is_read_only_on_demand_and_stays_known_as_hidden(hidden_workbook: bytes) -> None:
    readings = read_rosters([("a.xlsx", hidden_workbook)], OFFICE, as_of=AS_OF, report=quiet)
    assert [sheet.kind for sheet in readings[0].sheets] == [SheetKind.ROSTER, SheetKind.HIDDEN]

    shown = judge(*readings, choices=[SheetChoice(0, "去年", kind=SheetKind.ROSTER)])

    assert len(shown[0].sheets[1].rows) == 1
    assert [notice.code for notice in shown[0].notices] == [NoticeCode.HIDDEN_SHEET]
