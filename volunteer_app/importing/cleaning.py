"""One cell to a value, what was cleaned in it, what is wrong with it. Never looks at a cell's neighbours."""

import re
from dataclasses import dataclass
from datetime import date

from volunteer_app.domain.date_text import DateReading, DateSpelling, read_date_number, read_date_text
from volunteer_app.domain.id_number import IdFault, IdNumber, read_id_number
from volunteer_app.domain.roster_file import Cell, CleanedCode, FieldName, ProblemCode
from volunteer_app.domain.text import (
    NameChange,
    NameFault,
    PhoneChange,
    PhoneFault,
    clean_name,
    half_width,
    number_text,
    parse_phones,
    strip_invisible,
)
from volunteer_app.importing.code_tables import ethnicity_name, gender_name, political_name
from volunteer_app.importing.limits import MAX_CELL_LENGTH

_NAME_CODES = {
    NameChange.SPACES: CleanedCode.NAME_SPACES,
    NameChange.DOT: CleanedCode.DOT_VARIANT,
    NameChange.FULL_WIDTH: CleanedCode.FULLWIDTH,
}
_NAME_PROBLEMS = {
    NameFault.MISSING: ProblemCode.NAME_MISSING,
    NameFault.PLACEHOLDER: ProblemCode.NAME_PLACEHOLDER,
    NameFault.GARBLED: ProblemCode.NAME_GARBLED,
}
_PHONE_CODES = {
    PhoneChange.SEPARATORS: CleanedCode.PHONE_SEPARATORS,
    PhoneChange.PREFIX_86: CleanedCode.PHONE_PREFIX86,
    PhoneChange.APOSTROPHE: CleanedCode.LEADING_APOSTROPHE,
    PhoneChange.FULL_WIDTH: CleanedCode.FULLWIDTH,
    PhoneChange.AREA_CODE: CleanedCode.AREA_CODE,
}
_PHONE_PROBLEMS = {
    PhoneFault.TEXT: ProblemCode.PHONE_TEXT,
    PhoneFault.MASKED: ProblemCode.PHONE_TEXT,
    PhoneFault.LENGTH: ProblemCode.PHONE_LENGTH,
    PhoneFault.PREFIX: ProblemCode.PHONE_PREFIX,
    PhoneFault.PRECISION_LOST: ProblemCode.PHONE_PRECISION_LOST,
}
_ID_PROBLEMS = {
    IdFault.LENGTH: ProblemCode.ID_LENGTH,
    IdFault.CHARACTERS: ProblemCode.ID_CHARS,
    IdFault.BIRTH_DATE: ProblemCode.ID_BIRTHDATE,
    IdFault.REGION: ProblemCode.ID_CHECKSUM,
    IdFault.CHECK_DIGIT: ProblemCode.ID_CHECKSUM,
}
_POWER = re.compile(r"[0-9](?:\.[0-9]+)?[eE]\+?[0-9]{2}")
_ID_GAPS = re.compile(r"[\s\-—_]+")
_APOSTROPHES = "'‘’`"
_FORMULA_STARTS = tuple("=+-@＝＋－＠")
_NO_VALUE = frozenset({"", "无", "暂无", "/", "-", "—", "——", "没有", "未提供"})


@dataclass(frozen=True, slots=True)
class CellReading:
    """`more`: further numbers of the cell; `hint`: what it may have meant; `identity`: of an ID that passed."""

    value: str = ""
    cleaned: tuple[CleanedCode, ...] = ()
    problem: ProblemCode | None = None
    more: tuple[str, ...] = ()
    hint: str = ""
    identity: IdNumber | None = None


NOTHING = CellReading()


def raw_text(cell: Cell) -> str | None:
    """The cell as the file has it, for the clerk to compare; None for an empty one."""
    if isinstance(cell, date):
        return cell.isoformat()
    return str(cell) if cell != "" else None


def plain_text(cell: Cell) -> str:
    """A text without its rim, and without the apostrophe that keeps a spreadsheet from running it as a formula."""
    if isinstance(cell, str):
        text = strip_invisible(cell).strip()
        return text[1:] if text[:1] == "'" and text[1:2] in _FORMULA_STARTS else text
    return number_text(cell) if isinstance(cell, float) else cell.isoformat()


def read_name(cell: Cell) -> CellReading:
    reading = clean_name(cell if isinstance(cell, str) else plain_text(cell))
    cleaned = tuple(_NAME_CODES[change] for change in reading.changes)
    problem = _NAME_PROBLEMS[reading.fault] if reading.fault else None
    value = reading.name if problem in (None, ProblemCode.NAME_GARBLED) else ""
    return CellReading(value, cleaned, problem)


def read_phones(cell: Cell, area_code: str) -> CellReading:
    if cell == "":
        return NOTHING
    reading = parse_phones(plain_text(cell), area_code)
    if reading.fault:
        return CellReading(problem=_PHONE_PROBLEMS[reading.fault])
    if not reading.phones:
        return NOTHING
    codes = {_PHONE_CODES[change]: None for change in reading.changes}
    if isinstance(cell, float):
        codes = {CleanedCode.NUMERIC_CELL: None}
    if len(reading.phones) > 1:
        codes.pop(CleanedCode.PHONE_SEPARATORS, None)
        codes[CleanedCode.TWO_PHONES] = None
    first, *more = (phone.text for phone in reading.phones)
    return CellReading(first, tuple(codes), more=tuple(more))


def read_id(cell: Cell, as_of: date) -> CellReading:
    """A number cell is always an error: a spreadsheet keeps 15 digits, whatever the rest looks like."""
    if not isinstance(cell, str):
        return CellReading(problem=ProblemCode.ID_PRECISION_LOST)
    text, cleaned = _tidy_id(cell)
    if text in _NO_VALUE:
        return NOTHING
    if _POWER.fullmatch(text):
        return CellReading(problem=ProblemCode.ID_PRECISION_LOST)
    reading = read_id_number(text, as_of)
    if isinstance(reading, IdFault):
        return CellReading(problem=_ID_PROBLEMS[reading])
    if reading.was_15_digits:
        return CellReading(text, problem=ProblemCode.ID_15_DIGIT, hint=reading.number, identity=reading)
    return CellReading(reading.number, cleaned, identity=reading)


def _tidy_id(cell: str) -> tuple[str, tuple[CleanedCode, ...]]:
    cleaned: list[CleanedCode] = []
    text = strip_invisible(cell)
    bare = _ID_GAPS.sub("", text) if len(text.strip()) > 2 else text.strip()
    if bare != cell:
        cleaned.append(CleanedCode.ID_SPACES)
    if bare[:1] and bare[0] in _APOSTROPHES:
        bare = bare[1:]
        cleaned.append(CleanedCode.LEADING_APOSTROPHE)
    narrow = half_width(bare)
    if narrow != bare:
        cleaned.append(CleanedCode.FULLWIDTH)
    if narrow.endswith("x"):
        cleaned.append(CleanedCode.ID_LOWERCASE_X)
    return narrow.upper(), tuple(cleaned)


def read_date(cell: Cell) -> CellReading:
    """Text dates are respelt, bare day counts turned; a date cell and a bare month need no word."""
    if isinstance(cell, date):
        return CellReading(cell.isoformat())
    if isinstance(cell, str) and cell.strip() in _NO_VALUE:
        return NOTHING
    reading = read_date_number(cell) if isinstance(cell, float) else read_date_text(cell)
    if reading is None:
        return CellReading(problem=ProblemCode.DATE_INVALID)
    return CellReading(reading.iso, _date_codes(reading))


def _date_codes(reading: DateReading) -> tuple[CleanedCode, ...]:
    match reading.spelling:
        case DateSpelling.OTHER:
            return (CleanedCode.DATE_TEXT,)
        case DateSpelling.SERIAL:
            return (CleanedCode.DATE_SERIAL,)
        case DateSpelling.ISO | DateSpelling.PARTIAL:
            return ()


def read_plain(field: FieldName, cell: Cell) -> CellReading:
    """Every other column: known words in their standard form, anything else as written."""
    text = plain_text(cell)
    if len(text) >= MAX_CELL_LENGTH:
        return CellReading(text, problem=ProblemCode.TEXT_CUT)
    match field:
        case FieldName.GENDER:
            return CellReading(gender_name(text))
        case FieldName.POLITICAL:
            return CellReading(political_name(text))
        case FieldName.ETHNICITY:
            return CellReading(ethnicity_name(text))
        case FieldName.BLOOD:
            return CellReading(half_width(text).upper().removesuffix("型"))
        case FieldName.EMERGENCY_CONTACT:
            return CellReading(clean_name(text).name)
        case _:
            return CellReading(text)
