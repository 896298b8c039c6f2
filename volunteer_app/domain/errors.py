"""Every refusal a clerk can meet, as facts. Sentences live in the window; names and numbers never in an exception."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID


@dataclass(eq=False)
class AppError(Exception):
    """A refusal that the user can do something about."""


@dataclass(eq=False)
class EmptySpan(AppError):
    """The end is not after the start."""

    start: datetime
    end: datetime


@dataclass(eq=False)
class NotFound(AppError):
    """Nothing with this id in this office: it was removed elsewhere, or never was."""

    kind: str
    id: UUID


@dataclass(eq=False)
class ChangedElsewhere(AppError):
    """Somebody else saved the same record since it was read."""

    kind: str
    id: UUID


@dataclass(eq=False)
class NotPermitted(AppError):
    """The operator's role does not include this."""

    permission: str


@dataclass(eq=False)
class InvalidField(AppError):
    """One field of a form cannot be stored as it is. `code` is a stable word the window has a sentence for."""

    field: str
    code: str
    detail: str = ""


@dataclass(eq=False)
class NoPlaceLeft(AppError):
    """Every place of the need is taken."""

    need_id: UUID
    count: int


@dataclass(eq=False)
class PersonBusy(AppError):
    """The person already holds a place in a shift that overlaps."""

    person_id: UUID
    until: datetime | None = None


@dataclass(eq=False)
class AlreadyPlaced(AppError):
    """The person already holds a place in this shift."""

    person_id: UUID
    shift_id: UUID


@dataclass(eq=False)
class ShiftHasAttendance(AppError):
    """People signed in to this shift; it can be ended, not removed."""

    shift_id: UUID
    count: int


@dataclass(eq=False)
class CallClosed(AppError):
    """The shift call is over; it takes no more replies."""

    call_id: UUID
    ended_at: datetime


@dataclass(eq=False)
class ClaimedElsewhere(AppError):
    """Another desk is ringing this person right now."""

    person_id: UUID
    operator: str
    until: datetime


@dataclass(eq=False)
class DateOutOfRange(AppError):
    """A date that the calendar data does not reach."""

    day: date


@dataclass(eq=False)
class HolidayTableBroken(AppError):
    """A table of days off that cannot be used. `code` is a stable word the window has a sentence for."""

    year: str
    code: str


@dataclass(eq=False)
class FontMissing(AppError):
    """A font of the printed sheets is absent or damaged; without it names would be lost, so nothing is printed."""

    file: str


class UnreadableReason(StrEnum):
    """Why a roster file cannot be used. The window has a sentence for each: what happened and what to do."""

    MISSING = "missing"
    EMPTY = "empty"
    TOO_LARGE = "too_large"
    NOT_A_TABLE = "not_a_table"
    WORD_DOCUMENT = "word_document"
    PICTURE_OR_PDF = "picture_or_pdf"
    WEB_PAGE = "web_page"
    OTHER_SPREADSHEET = "other_spreadsheet"
    DAMAGED = "damaged"
    PASSWORD = "password"
    UNPACKS_TOO_LARGE = "unpacks_too_large"
    FAR_CELL = "far_cell"
    TOO_MANY_ROWS = "too_many_rows"
    TOO_MANY_COLUMNS = "too_many_columns"
    READER_DIED = "reader_died"
    TOO_SLOW = "too_slow"


@dataclass(eq=False)
class FileUnreadable(AppError):
    """A roster file was refused. `file_index` is its place among the files asked for; `cell` the far cell, if one."""

    reason: UnreadableReason
    file_index: int = 0
    cell: str = ""


@dataclass(eq=False)
class ChildDied(AppError):
    """The helper process ended without a result. `cause` is the class of the exception, when there was one."""

    exit_code: int | None
    cause: str = ""


@dataclass(eq=False)
class ChildTimedOut(AppError):
    """The helper process took longer than it was given and was ended."""

    seconds: float


@dataclass(eq=False)
class PresetsBroken(AppError):
    """The file of presets is not what this program reads."""

    detail: str
