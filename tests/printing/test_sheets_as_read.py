"""Finished sheets as a reader sees them: every name, every number, every page; fonts inside; one file for one sheet."""

import re
import shutil
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtPdf import QPdfBookmarkModel, QPdfDocument
from PySide6.QtWidgets import QApplication

from tests.printing.reading import Reader, font_names
from tests.printing.sample_sheets import LEADERS, PEOPLE, call_sheet, duty_sheet, phone
from volunteer_app.domain.sheets import CallSheet, DutyDay, DutyEntry, Marking
from volunteer_app.domain.text import group_phone
from volunteer_app.printing import call_sheet as call_printing
from volunteer_app.printing import duty_sheet as duty_printing
from volunteer_app.printing.fonts import Fonts

A4_POINTS = (595, 842)


@pytest.mark.parametrize("name", [*LEADERS, *PEOPLE])
def test_every_name_of_the_duty_sheet_can_be_searched(qapp: QApplication, fonts: Fonts, name: str) -> None:
    reader = Reader(duty_printing.render(duty_sheet(), fonts))

    assert name in reader.solid_text()


@pytest.mark.parametrize("name", ["王𬱖", "张𡋾", "钱䶮", "陈堃", "欧阳思齐"])
def test_names_of_one_line_stand_in_the_text_of_a_call_sheet_unbroken(
    qapp: QApplication, fonts: Fonts, name: str
) -> None:
    reader = Reader(call_printing.render(call_sheet(), fonts))

    assert name in reader.pages()[0]


def test_a_call_sheet_holds_every_name_and_every_whole_number(qapp: QApplication, fonts: Fonts) -> None:
    sheet = call_sheet(60)
    reader = Reader(call_printing.render(sheet, fonts))
    text = reader.solid_text()

    assert all(row.name in text for row in sheet.rows)
    assert all(row.phones[0] in text for row in sheet.rows)


def test_a_full_month_stands_on_one_page(qapp: QApplication, fonts: Fonts) -> None:
    reader = Reader(duty_printing.render(duty_sheet(), fonts))

    assert len(reader.pages()) == 1
    assert "第1页共1页" in reader.solid_text()


def test_24_people_stand_on_one_page_and_30_on_two_with_the_head_repeated(qapp: QApplication, fonts: Fonts) -> None:
    full = Reader(call_printing.render(call_sheet(24), fonts))
    more = Reader(call_printing.render(call_sheet(30), fonts))

    assert len(full.pages()) == 1
    assert [re.findall("第 . 页 +共 . 页", page) for page in more.pages()] == [
        ["第 1 页 共 2 页"],
        ["第 2 页 共 2 页"],
    ]
    assert all("手机号码" in page for page in more.pages())


def test_a_duty_sheet_prints_the_landline_and_the_leaders_number_whole(qapp: QApplication, fonts: Fonts) -> None:
    text = Reader(duty_printing.render(duty_sheet(), fonts)).pages()[0]

    assert "0370-2000303" in text
    assert group_phone(phone(301)) in text


def test_the_foot_names_version_time_counts_and_check_code(qapp: QApplication, fonts: Fonts) -> None:
    sheet = duty_sheet()

    text = Reader(duty_printing.render(sheet, fonts)).pages()[0]

    assert f"第 3 版 2026-09-25 16:30 生成 共 31 天 62 班次 校验码 {sheet.check_code}" in text
    assert "PY-ZB-202610-03" in text


def test_the_foot_of_a_call_sheet_warns_and_its_page_says_what_for(qapp: QApplication, fonts: Fonts) -> None:
    text = Reader(call_printing.render(call_sheet(), fonts)).pages()[0]

    assert "含个人电话，限工作使用，用后交回值班室" in text
    assert "用途：国庆值守人员召集 领用：值班室" in text


def test_holidays_festivals_and_make_up_days_stand_in_the_note(qapp: QApplication, fonts: Fonts) -> None:
    text = Reader(duty_printing.render(duty_sheet(), fonts)).solid_text()

    assert text.count("国庆节") == 1
    assert text.count("国庆假期") == 6
    assert text.count("重阳节") == 1
    assert text.count("调休上班") == 1


def test_an_override_is_marked_and_its_reason_printed(qapp: QApplication, fonts: Fonts) -> None:
    sheet = duty_sheet()
    served = replace(sheet.days[7], cells=((DutyEntry("陈堃", override_reason="本人同意连续值守"),), ()))
    sheet = replace(sheet, days=(*sheet.days[:7], served, *sheet.days[8:]))

    text = Reader(duty_printing.render(sheet, fonts)).solid_text()

    assert "陈堃*" in text
    assert "*陈堃：本人同意连续值守" in text
    assert "*为例外安排，原因见备注。" in text


def test_a_year_without_a_holiday_table_says_so_on_the_sheet(qapp: QApplication, fonts: Fonts) -> None:
    sheet = replace(duty_sheet(month=date(2027, 2, 1)), holidays_entered=False)

    text = Reader(duty_printing.render(sheet, fonts)).solid_text()

    assert "2027年节假日未录入" in text


def test_a_month_without_anybody_still_prints_every_day(qapp: QApplication, fonts: Fonts) -> None:
    sheet = duty_sheet()
    empty = replace(sheet, columns=(), days=tuple(DutyDay(day.on, day.kind) for day in sheet.days), shift_count=0)

    text = Reader(duty_printing.render(empty, fonts)).pages()[0]

    assert all(f"{number}日" in text for number in range(1, 32))
    assert "共 31 天 0 班次" in text


def test_a_call_with_nobody_on_it_prints_its_head(qapp: QApplication, fonts: Fonts) -> None:
    text = Reader(call_printing.render(call_sheet(0), fonts)).pages()[0]

    assert "应通知 0 人" in text


def test_a_drill_is_marked_in_the_title(qapp: QApplication, fonts: Fonts) -> None:
    sheet = replace(call_sheet(), marking=Marking.DRILL)

    assert "电话通知单（演练）" in Reader(call_printing.render(sheet, fonts)).solid_text()


def test_sheets_of_many_teams_have_an_outline_by_team(qapp: QApplication, fonts: Fonts) -> None:
    teams = ["青年志愿突击队", "党员先锋志愿服务队", "第三志愿小组"]
    pdf = duty_printing.render_many([duty_sheet(team, f"{number}") for number, team in enumerate(teams)], fonts)
    reader = Reader(pdf)
    outline = QPdfBookmarkModel()
    outline.setDocument(reader.document)

    titles = [outline.data(outline.index(row, 0), QPdfBookmarkModel.Role.Title) for row in range(outline.rowCount())]

    assert titles == teams
    assert [team in page for team, page in zip(teams, reader.pages(), strict=True)] == [True] * 3
    outline.setDocument(QPdfDocument())


@pytest.fixture(params=["duty", "call"])
def pdf(request: pytest.FixtureRequest, fonts: Fonts) -> bytes:
    return duty_printing.render(duty_sheet(), fonts) if request.param == "duty" else _call(fonts, call_sheet())


def _call(fonts: Fonts, sheet: CallSheet) -> bytes:
    return call_printing.render(sheet, fonts)


def test_every_font_is_a_subset_of_ours_and_lies_in_the_file(pdf: bytes) -> None:
    names = font_names(pdf)

    assert all(re.fullmatch(r"[A-Z]{6}\+(NotoSansSC|NotoSerifSC|DutyRareB).*", name) for name in names)
    assert (
        pdf.count(b"/FontFile2") == pdf.count(b"/ToUnicode") == pdf.count(b"/FontDescriptor /F") + pdf.count(b"/Widths")
    )


def test_pages_are_a4_and_the_file_says_its_language(qapp: QApplication, pdf: bytes) -> None:
    reader = Reader(pdf)
    points = reader.document.pagePointSize(0)

    assert (round(points.width()), round(points.height())) == A4_POINTS
    assert b"/Lang (zh-CN)" in pdf
    assert b"/DisplayDocTitle true" in pdf


def test_the_file_is_dated_by_the_sheet_and_titled(qapp: QApplication, fonts: Fonts) -> None:
    pdf = duty_printing.render(duty_sheet(), fonts)
    reader = Reader(pdf)

    assert b"/CreationDate (D:20260925163000+08'00')" in pdf.replace(b"\\", b"")
    assert reader.document.metaData(QPdfDocument.MetaDataField.Title) == "2026年10月值班表 第三志愿小组"


def test_the_same_sheet_gives_the_same_bytes(fonts: Fonts) -> None:
    assert duty_printing.render(duty_sheet(), fonts) == duty_printing.render(duty_sheet(), fonts)


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not installed")
def test_an_independent_checker_finds_no_fault(pdf: bytes, tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    path.write_bytes(pdf)

    checked = subprocess.run(["qpdf", "--check", str(path)], capture_output=True, text=True, check=False)

    assert checked.returncode == 0, checked.stdout + checked.stderr
