"""Date spellings of rosters (domain.md 5.2)."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from volunteer_app.domain.date_text import DateReading, DateSpelling, read_date_number, read_date_text


@pytest.mark.parametrize(
    "written",
    [
        "2024.3.5",
        "2024年3月5日",
        "2024/3/5",
        "20240305",
        "2024-3-5",
        "24.3.5",
        "２０２４．３．５",
        "2024-03-05 00:00:00",
    ],
)
def test_a_full_date_is_read_in_every_spelling(written: str) -> None:
    assert read_date_text(written) == DateReading("2024-03-05", DateSpelling.OTHER)


def test_iso_needs_no_cleaning() -> None:
    assert read_date_text("2024-03-05") == DateReading("2024-03-05", DateSpelling.ISO)


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2024.3", "2024-03"),
        ("85.6", "1985-06"),
        ("05.6", "2005-06"),
        ("1965年2月生", "1965-02"),
        ("202403", "2024-03"),
    ],
)
def test_year_and_month_stay_year_and_month(written: str, iso: str) -> None:
    assert read_date_text(written) == DateReading(iso, DateSpelling.PARTIAL)


@pytest.mark.parametrize(
    "written", ["", "去年", "80000", "上个月", "2024.2.30", "2024-13-05", "2023.2.29", "0.5", "12", "9999-1-1"]
)
def test_what_is_no_date_is_not_guessed(written: str) -> None:
    assert read_date_text(written) is None


def test_a_day_count_is_a_date() -> None:
    assert read_date_text("45356") == DateReading("2024-03-05", DateSpelling.SERIAL)
    assert read_date_number(45356.0) == DateReading("2024-03-05", DateSpelling.SERIAL)


def test_digits_in_a_number_cell_are_read_as_digits() -> None:
    assert read_date_number(20240305.0) == DateReading("2024-03-05", DateSpelling.OTHER)
    assert read_date_number(2024.3) == DateReading("2024-03", DateSpelling.PARTIAL)


def test_october_typed_as_a_number_is_not_read_as_january() -> None:
    assert read_date_number(2024.10) is None


@given(
    st.dates(date(1941, 1, 1), date(2040, 12, 31)), st.sampled_from(["%Y.%m.%d", "%Y年%m月%d日", "%Y%m%d", "%y-%m-%d"])
)
def test_every_day_comes_back(day: date, spelling: str) -> None:
    reading = read_date_text(day.strftime(spelling))

    assert reading is not None
    assert reading.iso == day.isoformat()


@given(st.text() | st.text("0123456789.-/年月日 :", max_size=20))
def test_reading_a_date_never_raises(text: str) -> None:
    read_date_text(text)


@given(st.floats())
def test_reading_a_number_as_a_date_never_raises(number: float) -> None:
    read_date_number(number)
