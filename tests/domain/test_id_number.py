"""GB 11643: the vectors of domain.md 9."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from volunteer_app.domain.id_number import IdFault, IdNumber, age_on, check_digit, read_id_number
from volunteer_app.domain.people import Sex

TODAY = date(2026, 11, 1)
bodies = st.builds(
    "411499{:%Y%m%d}{:03d}".format, st.dates(date(1900, 1, 1), TODAY), st.integers(min_value=0, max_value=999)
)


@pytest.mark.parametrize("number", ["810000199408230021", "830000199201300022", "440308199901101512"])
def test_published_specimens_pass(number: str) -> None:
    reading = read_id_number(number, TODAY)

    assert isinstance(reading, IdNumber)
    assert reading.number == number


def test_fifteen_digits_are_upgraded() -> None:
    reading = read_id_number("610104620927690", TODAY)

    assert reading == IdNumber("610104196209276908", date(1962, 9, 27), Sex.FEMALE, was_15_digits=True)


def test_a_small_x_is_the_check_digit_ten() -> None:
    reading = read_id_number("41149920050505327x", TODAY)

    assert isinstance(reading, IdNumber)
    assert reading.number == "41149920050505327X"


@pytest.mark.parametrize(
    ("number", "fault"),
    [
        ("411499198707105160", IdFault.CHECK_DIGIT),
        ("411499199302300992", IdFault.BIRTH_DATE),
        ("411499199313451526", IdFault.BIRTH_DATE),
        ("41149920310615670X", IdFault.BIRTH_DATE),
        ("41149919760416082", IdFault.LENGTH),
        ("4114991957102705521", IdFault.LENGTH),
        ("41149919l810167059", IdFault.CHARACTERS),
        ("4114991977O6015507", IdFault.CHARACTERS),
        ("411499********0117", IdFault.CHARACTERS),
        ("011499198703030117", IdFault.REGION),
        ("", IdFault.CHARACTERS),
    ],
)
def test_a_wrong_number_names_its_fault(number: str, fault: IdFault) -> None:
    assert read_id_number(number, TODAY) is fault


@pytest.mark.parametrize("code", ["412301", "412321", "411402", "411499"])
def test_a_division_that_no_longer_exists_is_no_fault(code: str) -> None:
    body = f"{code}19640312002"

    assert isinstance(read_id_number(body + check_digit(body), TODAY), IdNumber)


@given(bodies)
def test_every_number_with_its_check_digit_passes_and_tells_birth_and_sex(body: str) -> None:
    reading = read_id_number(body + check_digit(body), TODAY)

    assert isinstance(reading, IdNumber)
    assert reading.birth.strftime("%Y%m%d").zfill(8) == body[6:14]
    assert reading.sex is (Sex.MALE if int(body[16]) % 2 else Sex.FEMALE)


@given(bodies, st.integers(min_value=0, max_value=16), st.integers(min_value=1, max_value=9))
def test_one_wrong_digit_is_always_found(body: str, place: int, by: int) -> None:
    wrong = body[:place] + str((int(body[place]) + by) % 10) + body[place + 1 :]

    assert isinstance(read_id_number(wrong + check_digit(body), TODAY), IdFault)


@given(st.text() | st.text("0123456789Xx", min_size=14, max_size=19))
def test_reading_an_id_number_never_raises(text: str) -> None:
    read_id_number(text, TODAY)


@pytest.mark.parametrize(
    ("birth", "day", "age"),
    [
        (date(2008, 3, 5), date(2026, 3, 4), 17),
        (date(2008, 3, 5), date(2026, 3, 5), 18),
        (date(2008, 2, 29), date(2026, 2, 28), 17),
        (date(2008, 2, 29), date(2026, 3, 1), 18),
        (date(2008, 2, 29), date(2028, 2, 29), 20),
    ],
)
def test_age_changes_on_the_birthday_and_after_a_leap_day_on_the_first_of_march(
    birth: date, day: date, age: int
) -> None:
    assert age_on(birth, day) == age
