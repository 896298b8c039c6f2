"""One row judged as a whole, and rows against each other."""

from datetime import date

import pytest

from tests.importing.grids import codes, id_number, judge, person_of, sheet_of, workbook
from volunteer_app.domain.roster_file import CleanedCode, FieldName, Level, RowRef, Verdict

MAN = id_number("1980-05-17")
HEADING = ("姓名", "身份证号", "电话")


def test_a_plain_row_is_good() -> None:
    row = person_of("姓名 身份证号 电话", "张三", MAN, "15400000001")

    assert row.verdict is Verdict.GOOD
    assert row.birth == "1980-05-17"


def test_a_number_cell_is_never_an_id_number() -> None:
    row = person_of("姓名 身份证号 电话", "张三", 411499198005170000.0, "15400000001")

    assert codes(row) == ["ID_PRECISION_LOST"]
    assert row.verdict is Verdict.ERROR


def test_no_id_number_is_no_problem() -> None:
    assert person_of("姓名 身份证号 电话", "张三", "", "15400000001").verdict is Verdict.GOOD


def test_a_passport_has_no_check_digit_where_a_column_says_so() -> None:
    row = person_of("姓名 证件类型 证件号码 电话", "李四", "护照", "E12345678", "15400000001")

    assert row.verdict is Verdict.GOOD
    assert row.values[FieldName.ID_NUMBER] == "E12345678"


def test_no_phone_is_a_warning_only_where_there_is_a_column_for_it() -> None:
    assert codes(person_of("姓名 电话", "张三", "/")) == ["PHONE_MISSING"]
    assert codes(person_of("姓名 性别", "张三", "男")) == []


def test_a_wrong_second_number_only_warns() -> None:
    row = person_of("姓名 电话 备用电话", "张三", "15400000001", "1540000")

    assert [(problem.code.value, problem.level) for problem in row.problems] == [("PHONE_LENGTH", Level.WARN)]
    assert row.verdict is Verdict.WARN


def test_a_third_number_is_kept_behind_the_remark() -> None:
    row = person_of("姓名 电话 备注", "张三", "15400000001/15400000002/15400000003", "夜班")

    assert row.values[FieldName.PHONE2] == "15400000002"
    assert row.values[FieldName.REMARK] == "夜班 15400000003"


def test_year_and_month_are_completed_from_the_id_number() -> None:
    row = person_of("姓名 出生年月 身份证号 电话", "张三", "1980.5", MAN, "15400000001")

    assert row.values[FieldName.BIRTH] == "1980-05-17"
    assert row.verdict is Verdict.GOOD


def test_a_column_that_disagrees_with_the_id_number_is_dropped_and_shown() -> None:
    row = person_of("姓名 性别 出生年月 身份证号 电话", "张三", "女", "1981.5", MAN, "15400000001")

    assert codes(row) == ["GENDER_ID_MISMATCH", "BIRTH_ID_MISMATCH"]
    assert [problem.suggestion for problem in row.problems] == ["男", "1980-05-17"]
    assert not row.values.keys() & {FieldName.GENDER, FieldName.BIRTH}


@pytest.mark.parametrize(
    ("birth", "team", "expected"),
    [
        ("2008-11-01", "巾帼队", []),
        ("2008-11-02", "巾帼队", ["MINOR"]),
        ("2012-11-02", "巾帼队", ["MINOR_UNDER_14"]),
        ("2008-11-02", "青年突击队", ["MINOR_IN_EMERGENCY_TEAM"]),
        ("2012-11-02", "青年突击队", ["MINOR_UNDER_14", "MINOR_IN_EMERGENCY_TEAM"]),
        ("2008-11", "巾帼队", ["MINOR"]),
        ("2008-10", "巾帼队", []),
    ],
)
def test_age_is_judged_on_the_day_of_the_import(birth: str, team: str, expected: list[str]) -> None:
    row = person_of("姓名 出生日期 所属队伍 电话", "张三", birth, team, "15400000001")

    assert codes(row) == expected


def test_a_birth_in_the_future_is_no_date() -> None:
    assert codes(person_of("姓名 出生日期 电话", "张三", date(2030, 1, 1), "15400000001")) == ["DATE_INVALID"]


def test_a_person_may_be_in_several_teams() -> None:
    row = person_of("姓名 所属队伍 电话", "张三", "青年突击队、巾帼队", "15400000001")

    assert row.values[FieldName.TEAM] == "青年志愿突击队、巾帼志愿服务队"
    assert [cleaned.code for cleaned in row.cleaned] == [CleanedCode.TEAM_ALIAS]


def test_a_community_nearly_right_is_unknown_with_a_suggestion() -> None:
    row = person_of("姓名 社区 电话", "张三", "明西社区", "15400000001")

    assert codes(row) == ["COMMUNITY_UNKNOWN"]
    assert row.problems[0].suggestion == "民西社区"
    assert FieldName.COMMUNITY not in row.values


def test_the_same_person_twice_in_a_sheet_is_a_copied_row() -> None:
    sheet = sheet_of(HEADING, ("张三", MAN, "15400000001"), ("张三", MAN, "15400000002"))

    assert codes(sheet.rows[1]) == ["DUP_ROW"]
    assert sheet.rows[1].problems[0].first == RowRef(0, "名册", 2)


def test_without_an_id_number_name_and_phone_tell_a_copied_row() -> None:
    sheet = sheet_of(HEADING, ("张三", "", "15400000001"), ("张三", "", "15400000001"))

    assert codes(sheet.rows[1]) == ["DUP_ROW"]


def test_the_same_person_in_another_team_has_two_memberships() -> None:
    rows = [("姓名", "电话", "队伍"), ("张三", "15400000001", "巾帼队"), ("张三", "15400000001", "青年突击队")]

    row = sheet_of(*rows).rows[1]

    assert row.verdict is Verdict.GOOD
    assert row.same_person == RowRef(0, "名册", 2)


def test_the_same_person_in_another_file_is_one_person() -> None:
    first = workbook(("甲", [HEADING, ("张三", MAN, "15400000001")]))
    second = workbook(("乙", [HEADING, ("张三", MAN, "")]))

    _, reading = judge(first, second)

    assert reading.sheets[0].rows[0].same_person == RowRef(0, "甲", 2)


def test_one_id_number_for_two_names_is_an_error_and_is_not_taken_over() -> None:
    sheet = sheet_of(HEADING, ("张三", MAN, "15400000001"), ("李四", MAN, "15400000002"))

    assert codes(sheet.rows[1]) == ["SAME_ID_OTHER_NAME"]
    assert sheet.rows[1].identity is None
    assert FieldName.ID_NUMBER not in sheet.rows[1].values


def test_two_people_with_one_phone_are_a_warning_at_the_later_row() -> None:
    sheet = sheet_of(HEADING, ("张三", "", "15400000001"), ("李四", "", "15400000001"))

    assert [codes(row) for row in sheet.rows] == [[], ["SHARED_PHONE"]]


def test_two_people_with_one_name_are_no_problem() -> None:
    other = id_number("1975-01-01")
    sheet = sheet_of(HEADING, ("张伟", MAN, "15400000001"), ("张伟", other, "15400000002"))

    assert [row.verdict for row in sheet.rows] == [Verdict.GOOD, Verdict.GOOD]


def test_namesakes_with_one_phone_and_two_id_numbers_are_two_people() -> None:
    other = id_number("1975-01-01")
    sheet = sheet_of(HEADING, ("张伟", MAN, "15400000001"), ("张伟", other, "15400000001"))

    assert codes(sheet.rows[1]) == ["SHARED_PHONE"]


def test_the_guard_against_formulas_is_taken_off_again() -> None:
    assert person_of("姓名 电话 备注", "张三", "15400000001", "'=夜班").values[FieldName.REMARK] == "=夜班"
