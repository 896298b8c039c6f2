"""A roster of 10,000 people judged, against a bare reading of the same cells.

Run by `python -m pytest -m benchmark tests/benchmarks/test_roster_benchmark.py -s`.
"""

import sys
import time
from datetime import date, timedelta
from io import BytesIO
from random import Random

import pytest
import xlsxwriter
from python_calamine import CalamineWorkbook

from volunteer_app.domain.id_number import check_digit
from volunteer_app.paths import resources_dir
from volunteer_app.services.presets import load_presets
from volunteer_app.services.progress import NullProgress
from volunteer_app.services.roster_reading import read_roster_bytes

PEOPLE = 10_000
BAR_SECONDS = 6.0
HEADING = "序号 姓名 性别 出生日期 身份证号 政治面貌 手机号码 所属社区 所属队伍 特长 入队时间 备注"


def roster(people: int) -> bytes:
    """Invented people, a third of the cells in need of cleaning."""
    chance = Random(1)
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, {"constant_memory": True}) as book:
        sheet = book.add_worksheet("花名册")
        sheet.write_row(0, 0, HEADING.split())
        for number in range(people):
            born = date(1950, 1, 1) + timedelta(days=chance.randrange(20_000))
            body = f"411499{born:%Y%m%d}{chance.randrange(1000):03d}"
            name = "　".join((chance.choice("王李张刘陈"), chance.choice("伟芳娜敏静") + chance.choice("强磊军洋勇")))
            phone = 15_400_000_000 + number if number % 3 else f"154-{number // 10_000:04d}-{number % 10_000:04d}"
            community = chance.choice(("民西", "春和社区", "明西社区"))
            about = (number + 1, name, "", f"{born.year}.{born.month}.{born.day}", body + check_digit(body), "党员")
            sheet.write_row(number + 1, 0, about)
            sheet.write_row(number + 1, len(about), (phone, community, "巾帼志愿服务队", "摄影", "2024年3月5日"))
    return buffer.getvalue()


@pytest.mark.benchmark
def test_ten_thousand_rows_are_judged_while_the_clerk_looks_on() -> None:
    data = roster(PEOPLE)
    vocabulary = load_presets(resources_dir()).vocabulary()
    started = time.perf_counter()
    CalamineWorkbook.from_filelike(BytesIO(data)).get_sheet_by_index(0).to_python()
    floor = time.perf_counter() - started

    started = time.perf_counter()
    (reading,) = read_roster_bytes([("a.xlsx", data)], vocabulary, as_of=date(2026, 11, 1), progress=NullProgress())
    seconds = time.perf_counter() - started

    sys.stdout.write(f"\n{PEOPLE} people: {seconds:.2f} s, bare reading {floor:.2f} s, ratio {seconds / floor:.1f}\n")
    assert len(reading.sheets[0].rows) == PEOPLE
    assert seconds < BAR_SECONDS
