"""The citizen's ID number (GB 11643): check, birth, sex. Refuses no division code: old ones live on in old numbers."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from volunteer_app.domain.people import BirthDate, Sex

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK_DIGITS = "10X98765432"
# 81-83: residence permits for people from Hong Kong, Macao and Taiwan; 9x: foreigners' permanent residence card.
_REGION_CODES = (
    "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83"
)
_REGIONS = frozenset(_REGION_CODES.split())
_FIRST_YEAR = 1900


class IdFault(StrEnum):
    LENGTH = "length"
    CHARACTERS = "characters"
    REGION = "region"
    BIRTH_DATE = "birth_date"
    CHECK_DIGIT = "check_digit"


@dataclass(frozen=True, slots=True)
class IdNumber:
    """A number that passed the check, always in its form of 18 characters."""

    number: str
    birth: date
    sex: Sex
    was_15_digits: bool = False


def check_digit(body: str) -> str:
    """The 18th character for 17 digits."""
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, body, strict=True))
    return _CHECK_DIGITS[total % 11]


def read_id_number(number: str, as_of: date) -> IdNumber | IdFault:
    """Judge 18 characters, or the 15 digits of the first generation, which are upgraded."""
    number = number.upper()
    if not _is_plausible(number):
        return IdFault.CHARACTERS
    if len(number) not in (15, 18):
        return IdFault.LENGTH
    if number[:2] not in _REGIONS and number[0] != "9":
        return IdFault.REGION
    body = number[:17] if len(number) == 18 else f"{number[:6]}19{number[6:]}"
    birth = _birth_date(body[6:14])
    if birth is None or birth > as_of:
        return IdFault.BIRTH_DATE
    if len(number) == 18 and number[17] != check_digit(body):
        return IdFault.CHECK_DIGIT
    sex = Sex.MALE if int(body[16]) % 2 else Sex.FEMALE
    return IdNumber(body + check_digit(body), birth, sex, was_15_digits=len(number) == 15)


def _is_plausible(number: str) -> bool:
    """ASCII digits, and an X only where the check character of a full number stands."""
    body = number[:17] if len(number) == 18 and number[17] == "X" else number
    return body.isascii() and body.isdigit()


def _birth_date(digits: str) -> date | None:
    year, month, day = int(digits[:4]), int(digits[4:6]), int(digits[6:])
    if year < _FIRST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def age_on(birth: date, day: date) -> int:
    """Full years; somebody born on 29 February grows older on 1 March of a common year (domain.md 9)."""
    return BirthDate.of(birth).age_on(day)
