"""Where a heading stands and what it says (domain.md 5.1), and which rows below it are people (5.2)."""

import pytest

from tests.importing.grids import fields, judge, sheet_of, workbook
from volunteer_app.domain.roster_file import FieldName, NoticeCode, SheetKind, SkipReason
from volunteer_app.importing.labels import field_of

ZHANG = ("张三", "15400000001")
LI = ("李四", "15400000002")


@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("姓  名", FieldName.NAME),
        ("*姓名（必填）", FieldName.NAME),
        ("政治\n面貌", FieldName.POLITICAL),
        ("备用电话\n（座机）", FieldName.PHONE2),
        ("村(居)", FieldName.COMMUNITY),
        ("特长/技能", FieldName.SKILLS),
        ("带班/值班", FieldName.DUTY_ROLE),
        ("科室（站所）", FieldName.DEPARTMENT),
        ("身份证号码（18位）", FieldName.ID_NUMBER),
        ("联系方式：", FieldName.PHONE),
        ("公民身份号码", FieldName.ID_NUMBER),
    ],
)
def test_a_heading_is_known_whatever_its_dress(label: str, field: FieldName) -> None:
    assert field_of(label) is field


@pytest.mark.parametrize("label", ["", "张三", "队长签字", "姓名" * 20, "15400000001"])
def test_what_is_no_heading_is_none(label: str) -> None:
    assert field_of(label) is None


def test_groups_over_headings_give_them_their_meaning() -> None:
    sheet = sheet_of(
        ("序号", "基本信息", "", "紧急联系人", ""),
        ("", "姓名", "电话", "姓名", "电话"),
        (1.0, *ZHANG, *LI),
    )

    assert sheet.header_rows == (1, 2)
    assert fields(sheet) == {
        "A": FieldName.SEQ,
        "B": FieldName.NAME,
        "C": FieldName.PHONE,
        "D": FieldName.EMERGENCY_CONTACT,
        "E": FieldName.EMERGENCY_PHONE,
    }


def test_of_two_phone_columns_the_mobile_one_is_rung_first() -> None:
    sheet = sheet_of(("姓名", "电话", "手机号码"), ("张三", "0370-2000001", "15400000001"))

    assert sheet.rows[0].values[FieldName.PHONE] == "15400000001"
    assert sheet.rows[0].values[FieldName.PHONE2] == "0370-2000001"


def test_a_phone_beside_the_emergency_contact_is_theirs() -> None:
    sheet = sheet_of(("姓名", "联系电话", "紧急联系人", "联系电话"), (*ZHANG, *LI))

    assert fields(sheet)["D"] is FieldName.EMERGENCY_PHONE


def test_the_second_of_two_lists_side_by_side_is_told() -> None:
    (reading,) = judge(workbook(("名册", [("姓名", "电话", "姓名", "电话"), (*ZHANG, *LI)])))

    assert [notice.code for notice in reading.notices] == [NoticeCode.SECOND_NAME_COLUMN]
    assert fields(reading.sheets[0]) == {"A": FieldName.NAME, "B": FieldName.PHONE}


def test_a_table_without_headings_is_told_by_its_content() -> None:
    sheet = sheet_of(("张三", "男", 15400000001.0), ("李四", "女", "194-0000-0002"))

    assert sheet.header_rows == ()
    assert fields(sheet) == {"A": FieldName.NAME, "B": FieldName.GENDER, "C": FieldName.PHONE}
    assert len(sheet.rows) == 2


def test_rows_that_are_nobody_say_what_they_are() -> None:
    sheet = sheet_of(
        ("某街道花名册",),
        ("填报单位：某街道",),
        (),
        ("序号", "姓名", "电话"),
        (1.0, *ZHANG),
        ("", "小 计", "1人"),
        ("序号", "姓名", "电话"),
        (2.0, *LI),
        (3.0, "", ""),
        ("合计", "", "2人"),
        ("审核人：        签字：",),
        ("注：每月25日前报送。",),
    )

    assert {skipped.row: skipped.reason for skipped in sheet.skipped_rows} == {
        1: SkipReason.TITLE,
        2: SkipReason.FORM_INFO,
        3: SkipReason.BLANK,
        6: SkipReason.SUBTOTAL,
        7: SkipReason.HEADER,
        9: SkipReason.BLANK,
        10: SkipReason.TOTAL,
        11: SkipReason.FOOTER,
        12: SkipReason.NOTE,
    }
    assert [row.row for row in sheet.rows] == [5, 8]


def test_a_merged_cell_stands_for_all_its_rows() -> None:
    sheet = sheet_of(("所属社区", "姓名", "电话"), ("民西", *ZHANG), ("", *LI), merges=[(1, 0, 2, 0)])

    assert sheet.rows[1].values[FieldName.COMMUNITY] == "民西社区"


def test_a_merged_name_stands_for_one_person_only() -> None:
    sheet = sheet_of(("姓名", "电话"), ZHANG, ("", "15400000002"), merges=[(1, 0, 2, 0)])

    assert FieldName.NAME not in sheet.rows[1].values


def test_without_merged_cells_a_group_is_filled_down_and_told() -> None:
    names = ["张三", "李四", "王五", "赵六", "钱七", "孙八"]
    groups = ["民西社区", "", "", "春和社区", "", ""]
    rows = [(group, name, f"1540000000{n}") for n, (group, name) in enumerate(zip(groups, names, strict=True))]

    sheet = sheet_of(("所属社区", "姓名", "电话"), *rows)

    assert [row.values[FieldName.COMMUNITY] for row in sheet.rows] == ["民西社区"] * 3 + ["春和社区"] * 3
    assert [len(row.cleaned) for row in sheet.rows] == [0, 1, 1, 0, 1, 1]


def test_a_community_missing_here_and_there_is_not_filled_in() -> None:
    rows = [("民西社区", *ZHANG), ("", *LI), ("民西社区", "王五", "15400000003")]

    sheet = sheet_of(("所属社区", "姓名", "电话"), *rows)

    assert FieldName.COMMUNITY not in sheet.rows[1].values


def test_the_title_names_the_team_of_a_sheet() -> None:
    sheet = sheet_of(("巾帼志愿服务队花名册（2026年）",), ("姓名", "电话"), ZHANG)

    assert sheet.team == "巾帼志愿服务队"


def test_the_name_of_the_sheet_does_where_the_title_is_silent() -> None:
    (reading,) = judge(workbook(("11.巾帼队", [("姓名", "电话"), ZHANG])))

    assert reading.sheets[0].team == "巾帼志愿服务队"


def test_a_summary_of_teams_is_no_roster() -> None:
    (reading,) = judge(workbook(("汇总", [("序号", "队伍名称", "人数", "联系电话"), (1.0, "巾帼队", 8.0, "")])))

    assert reading.sheets[0].kind is SheetKind.IGNORE
    assert reading.sheets[0].rows == ()


def test_an_empty_team_is_told() -> None:
    (reading,) = judge(workbook(("巾帼队", [("姓名", "电话")])))

    assert [(notice.code, notice.sheet) for notice in reading.notices] == [(NoticeCode.EMPTY_SHEET, "巾帼队")]


def test_a_line_between_the_people_names_their_community() -> None:
    sheet = sheet_of(
        ("序号", "姓名", "电话"),
        ("一、民西社区（1人）",),
        (1.0, *ZHANG),
        ("二、春和",),
        (2.0, *LI),
        ("以上人员均已核实",),
    )

    assert [row.values[FieldName.COMMUNITY] for row in sheet.rows] == ["民西社区", "春和社区"]
    assert [skipped.reason for skipped in sheet.skipped_rows] == [
        SkipReason.SECTION,
        SkipReason.SECTION,
        SkipReason.NOTE,
    ]


def test_a_line_that_names_a_team_goes_behind_what_the_row_says() -> None:
    sheet = sheet_of(("序号", "姓名", "电话", "队伍"), ("巾帼队：",), (1.0, *ZHANG, ""), (2.0, *LI, "青年突击队"))

    assert [row.values[FieldName.TEAM] for row in sheet.rows] == ["巾帼志愿服务队", "青年志愿突击队"]
