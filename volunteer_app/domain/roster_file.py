"""What came of reading a roster file: sheets, rows, verdicts, problems by cell. Results only; judges nothing."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import lru_cache

from volunteer_app.domain.id_number import IdNumber
from volunteer_app.domain.text import DEFAULT_AREA_CODE

Cell = str | float | date


class FieldName(StrEnum):
    """What a column of a roster can hold. The values are the keys of the import's JSON."""

    SEQ = "seq"
    NAME = "name"
    GENDER = "gender"
    BIRTH = "birth"
    ID_NUMBER = "id_number"
    ID_TYPE = "id_type"
    PHONE = "phone"
    PHONE2 = "phone2"
    OFFICE_PHONE = "office_phone"
    POLITICAL = "political"
    ETHNICITY = "ethnicity"
    EDUCATION = "education"
    COMMUNITY = "community"
    GRID = "grid"
    ADDRESS = "address"
    DEPARTMENT = "department"
    TEAM = "team"
    ROLE = "role"
    DUTY_ROLE = "duty_role"
    SKILLS = "skills"
    JOIN_DATE = "join_date"
    EMERGENCY_CONTACT = "emergency_contact"
    EMERGENCY_PHONE = "emergency_phone"
    HOURS = "hours"
    POINTS = "points"
    AGE = "age"
    BLOOD = "blood"
    HEALTH = "health"
    CLOTHING = "clothing"
    WECHAT = "wechat"
    INSURED = "insured"
    NUMBER = "number"
    REMARK = "remark"


class Level(StrEnum):
    WARN = "warn"
    ERROR = "error"


class Verdict(StrEnum):
    """good: imported without a question; warn: imported, its problems are shown; error: not before it is corrected."""

    GOOD = "good"
    WARN = "warn"
    ERROR = "error"


class ProblemCode(StrEnum):
    NAME_MISSING = "NAME_MISSING"
    NAME_PLACEHOLDER = "NAME_PLACEHOLDER"
    NAME_GARBLED = "NAME_GARBLED"
    PHONE_MISSING = "PHONE_MISSING"
    PHONE_LENGTH = "PHONE_LENGTH"
    PHONE_PREFIX = "PHONE_PREFIX"
    PHONE_TEXT = "PHONE_TEXT"
    PHONE_PRECISION_LOST = "PHONE_PRECISION_LOST"
    SHARED_PHONE = "SHARED_PHONE"
    ID_LENGTH = "ID_LENGTH"
    ID_CHARS = "ID_CHARS"
    ID_BIRTHDATE = "ID_BIRTHDATE"
    ID_CHECKSUM = "ID_CHECKSUM"
    ID_PRECISION_LOST = "ID_PRECISION_LOST"
    ID_15_DIGIT = "ID_15_DIGIT"
    DUP_ROW = "DUP_ROW"
    SAME_ID_OTHER_NAME = "SAME_ID_OTHER_NAME"
    GENDER_ID_MISMATCH = "GENDER_ID_MISMATCH"
    BIRTH_ID_MISMATCH = "BIRTH_ID_MISMATCH"
    DATE_INVALID = "DATE_INVALID"
    COMMUNITY_UNKNOWN = "COMMUNITY_UNKNOWN"
    TEAM_UNKNOWN = "TEAM_UNKNOWN"
    MINOR = "MINOR"
    MINOR_UNDER_14 = "MINOR_UNDER_14"
    MINOR_IN_EMERGENCY_TEAM = "MINOR_IN_EMERGENCY_TEAM"
    HIDDEN_ROW = "HIDDEN_ROW"
    TEXT_CUT = "TEXT_CUT"

    @property
    def level(self) -> Level:
        """The level where the person's name, main phone or ID is concerned; a second number only ever warns."""
        return Level.WARN if self in _WARNINGS else Level.ERROR

    @property
    def is_about_age(self) -> bool:
        return self in (ProblemCode.MINOR, ProblemCode.MINOR_UNDER_14, ProblemCode.MINOR_IN_EMERGENCY_TEAM)


_WARNINGS = frozenset(
    {
        ProblemCode.NAME_GARBLED,
        ProblemCode.PHONE_MISSING,
        ProblemCode.SHARED_PHONE,
        ProblemCode.ID_15_DIGIT,
        ProblemCode.GENDER_ID_MISMATCH,
        ProblemCode.BIRTH_ID_MISMATCH,
        ProblemCode.DATE_INVALID,
        ProblemCode.COMMUNITY_UNKNOWN,
        ProblemCode.TEAM_UNKNOWN,
        ProblemCode.MINOR,
        ProblemCode.MINOR_UNDER_14,
        ProblemCode.MINOR_IN_EMERGENCY_TEAM,
        ProblemCode.HIDDEN_ROW,
        ProblemCode.TEXT_CUT,
    }
)


class CleanedCode(StrEnum):
    """What was changed in a cell without losing anything. The last three go beyond the test files' list."""

    NUMERIC_CELL = "NUMERIC_CELL"
    NAME_SPACES = "NAME_SPACES"
    DATE_TEXT = "DATE_TEXT"
    DATE_SERIAL = "DATE_SERIAL"
    PHONE_SEPARATORS = "PHONE_SEPARATORS"
    PHONE_PREFIX86 = "PHONE_PREFIX86"
    TWO_PHONES = "TWO_PHONES"
    ID_SPACES = "ID_SPACES"
    ID_LOWERCASE_X = "ID_LOWERCASE_X"
    LEADING_APOSTROPHE = "LEADING_APOSTROPHE"
    FULLWIDTH = "FULLWIDTH"
    DOT_VARIANT = "DOT_VARIANT"
    RICH_TEXT = "RICH_TEXT"
    COMMUNITY_ALIAS = "COMMUNITY_ALIAS"
    TEAM_ALIAS = "TEAM_ALIAS"
    AREA_CODE = "AREA_CODE"
    FILLED_DOWN = "FILLED_DOWN"


class SheetKind(StrEnum):
    ROSTER = "roster"
    IGNORE = "ignore"
    HIDDEN = "hidden"


class SkipReason(StrEnum):
    TITLE = "title"
    FORM_INFO = "form_info"
    HEADER = "header"
    BLANK = "blank"
    SUBTOTAL = "subtotal"
    TOTAL = "total"
    SUMMARY_ROW = "summary_row"
    NOTE = "note"
    SECTION = "section"
    FOOTER = "footer"
    HIDDEN_SHEET_ROW = "hidden_sheet_row"
    LEFT_OUT = "left_out"


class NoticeCode(StrEnum):
    HIDDEN_SHEET = "HIDDEN_SHEET"
    EMPTY_SHEET = "EMPTY_SHEET"
    HIDDEN_ROWS = "HIDDEN_ROWS"
    LOST_CHARACTERS = "LOST_CHARACTERS"
    SECOND_NAME_COLUMN = "SECOND_NAME_COLUMN"


class FileKind(StrEnum):
    XLSX = "xlsx"
    XLS = "xls"
    CSV = "csv"
    CHAT = "chat"


@dataclass(frozen=True, slots=True)
class FileFormat:
    """What the content says the file is; the extension has no say."""

    kind: FileKind
    encoding: str = ""
    delimiter: str = ""
    newline: str = ""


@dataclass(frozen=True, slots=True)
class Notice:
    """Something about a whole sheet or file that the clerk must be told."""

    code: NoticeCode
    sheet: str = ""
    rows: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class RowRef:
    """A row somewhere in the files read together."""

    file: int
    sheet: str
    row: int


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to tell about one cell. `suggestion` is what we would write instead, where that is known."""

    code: ProblemCode
    row: int
    level: Level
    field: FieldName | None = None
    cell: str = ""
    raw: str | None = None
    first: RowRef | None = None
    suggestion: str = ""


@dataclass(frozen=True, slots=True)
class Cleaned:
    code: CleanedCode
    field: FieldName
    cell: str


@dataclass(frozen=True, slots=True)
class SkippedRow:
    row: int
    reason: SkipReason


@dataclass(frozen=True, slots=True)
class RosterRow:
    """One person in one roster. `values` lacks what was wrong; `identity` is the checked ID number, upgraded."""

    row: int
    verdict: Verdict
    values: Mapping[FieldName, str]
    cleaned: tuple[Cleaned, ...] = ()
    problems: tuple[Problem, ...] = ()
    same_person: RowRef | None = None
    identity: IdNumber | None = None

    @property
    def birth(self) -> str:
        """Date of birth as ISO text, from the ID number where there is one, else as far as the roster says."""
        return self.identity.birth.isoformat() if self.identity else self.values.get(FieldName.BIRTH, "")


@dataclass(frozen=True, slots=True)
class SheetGrid:
    """The cells of a sheet as the file has them, to be judged again. Rows and columns count from 0 here."""

    cells: tuple[tuple[Cell, ...], ...] = ()
    merges: tuple[tuple[int, int, int, int], ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    rich_cells: frozenset[tuple[int, int]] = frozenset()

    @property
    def width(self) -> int:
        return max((len(row) for row in self.cells), default=0)

    def at(self, row: int, column: int) -> Cell:
        if row < len(self.cells) and column < len(self.cells[row]):
            return self.cells[row][column]
        return ""


@dataclass(frozen=True, slots=True)
class SheetReading:
    """One sheet. `header_map` goes from column letter to field; rows and header rows count from 1, as on the screen."""

    name: str
    kind: SheetKind
    header_rows: tuple[int, ...] = ()
    header_map: Mapping[str, FieldName] = field(default_factory=dict)
    labels: Mapping[str, str] = field(default_factory=dict)
    rows: tuple[RosterRow, ...] = ()
    skipped_rows: tuple[SkippedRow, ...] = ()
    team: str = ""
    community: str = ""
    grid: SheetGrid = SheetGrid()


@dataclass(frozen=True, slots=True)
class FileReading:
    file: str
    format: FileFormat
    notices: tuple[Notice, ...] = ()
    sheets: tuple[SheetReading, ...] = ()

    def rows(self) -> Iterator[RosterRow]:
        for sheet in self.sheets:
            yield from sheet.rows


@dataclass(frozen=True, slots=True)
class SheetChoice:
    """What the clerk decided about one sheet, on top of what was guessed.

    `columns` replaces the guess for the letters it names (None: do not import); `corrections` goes from cell to text.
    """

    file: int
    sheet: str
    kind: SheetKind | None = None
    header_rows: tuple[int, ...] | None = None
    columns: Mapping[str, FieldName | None] = field(default_factory=dict)
    team: str | None = None
    corrections: Mapping[str, str] = field(default_factory=dict)
    left_out_rows: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class KnownTeam:
    name: str
    aliases: tuple[str, ...] = ()
    emergency: bool = False
    adult_only: bool = False


@dataclass(frozen=True, slots=True)
class KnownCommunity:
    name: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The teams and communities a roster is matched against."""

    teams: tuple[KnownTeam, ...] = ()
    communities: tuple[KnownCommunity, ...] = ()
    area_code: str = DEFAULT_AREA_CODE


@lru_cache(maxsize=1024)
def column_letter(index: int) -> str:
    """A for 0, Z for 25, AA for 26."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def column_index(letters: str) -> int:
    index = 0
    for letter in letters:
        index = index * 26 + ord(letter) - ord("A") + 1
    return index - 1


def cell_name(row: int, column: int) -> str:
    """The name of a cell whose row and column count from 0."""
    return f"{column_letter(column)}{row + 1}"
