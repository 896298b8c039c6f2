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


class RiskyPlace(StrEnum):
    """Where a database file must not lie: its locks or its write-ahead log would not hold there."""

    NETWORK = "network"
    SYNCED = "synced"
    REMOVABLE = "removable"


@dataclass(eq=False)
class PlaceRefused(AppError):
    """A folder in which the embedded database could lose data."""

    place: RiskyPlace


@dataclass(eq=False)
class FileMissing(AppError):
    """A database, key file or backup is not where it should be. Nothing new was made in its place."""

    file: str


@dataclass(eq=False)
class FileExists(AppError):
    """A new file would take the place of one that is there."""

    file: str


@dataclass(eq=False)
class CannotDecrypt(AppError):
    """No database of ours, a ruined head, or another key: from outside these three look the same."""

    file: str = ""


@dataclass(eq=False)
class FileDamaged(AppError):
    """Part of the file cannot be trusted any more. Set it aside and restore a backup."""

    file: str = ""


@dataclass(eq=False)
class FileTooNew(AppError):
    """A newer version of the program wrote this."""

    found: str
    known: str


@dataclass(eq=False)
class DiskFull(AppError):
    """No room to write. What was saved before is safe."""


@dataclass(eq=False)
class DiskFault(AppError):
    """The disk, or a limit set on it, refused to read or write."""


@dataclass(eq=False)
class FileReadOnly(AppError):
    """The file or its folder may be read but not written."""


@dataclass(eq=False)
class CannotOpenFile(AppError):
    """The file is there but the system does not let us open it: folder gone, no rights, or in use elsewhere."""


@dataclass(eq=False)
class DatabaseBusy(AppError):
    """Somebody else is writing and has not finished in time. Trying again is right."""


@dataclass(eq=False)
class WritersCollided(DatabaseBusy):
    """Two desks wrote crosswise and the server undid this one. Trying again at once is right."""


@dataclass(eq=False)
class ServerUnreachable(AppError):
    """The office's database server does not answer, or the connection broke."""


@dataclass(eq=False)
class ServerRefused(AppError):
    """The server answers, but not to this name, password or database."""


@dataclass(eq=False)
class BadDatabaseAddress(AppError):
    """The text is neither a file nor the address of a database server."""


@dataclass(eq=False)
class ConstraintBroken(AppError):
    """The database itself refused a row. `constraint` is its name in the schema; the values stay unnamed."""

    constraint: str


@dataclass(eq=False)
class WrongPassword(AppError):
    """The password opens no slot of this operator. `attempts_left` is None where nobody counts."""

    attempts_left: int | None = None


@dataclass(eq=False)
class RecoveryCodeMistyped(AppError):
    """A group of the recovery code does not fit its check character. `group` counts from 1; 0 is the length."""

    group: int


@dataclass(eq=False)
class WrongRecoveryCode(AppError):
    """The code is well formed but belongs to another database, or was replaced by a newer print."""


@dataclass(eq=False)
class KeyFileDamaged(AppError):
    """The file of key slots is incomplete or altered. Every backup holds a copy."""

    file: str


@dataclass(eq=False)
class LastKeySlot(AppError):
    """Without this slot nobody could ever open the data again."""


@dataclass(eq=False)
class SealBroken(AppError):
    """A sealed field does not open: altered, moved from another row, or sealed in a way this program does not know."""

    row_id: UUID
    field: str


class BackupFault(StrEnum):
    """Why a file cannot be restored."""

    NOT_A_BACKUP = "not_a_backup"
    DAMAGED = "damaged"
    DIFFERENT_CONTENT = "different_content"


@dataclass(eq=False)
class BackupUnusable(AppError):
    """A backup was refused, before anything was replaced."""

    file: str
    fault: BackupFault


@dataclass(eq=False)
class BackupIsTheServers(AppError):
    """The data lies on a database server; its own backups hold it, this program cannot make one."""


@dataclass(eq=False)
class PasswordTooShort(AppError):
    """A new password has fewer characters than the least."""

    least: int


@dataclass(eq=False)
class ServerNotYet(AppError):
    """The address is a database server's; this version keeps its data in one file on one PC."""


@dataclass(eq=False)
class IdNumberTaken(AppError):
    """Another person in the roster has this ID number."""

    person_id: UUID


@dataclass(eq=False)
class PurposeMissing(AppError):
    """Whole telephone numbers go onto paper only for a purpose that was named."""


@dataclass(eq=False)
class NobodyToRing(AppError):
    """A call sheet without a single person who is still to be rung and has a number."""


class WriteFault(StrEnum):
    """Why a file could not be put where it was wanted."""

    IN_USE = "in_use"
    FOLDER_GONE = "folder_gone"
    READ_ONLY = "read_only"
    DISK_FULL = "disk_full"
    DISK_FAULT = "disk_fault"


@dataclass(eq=False)
class SheetNotSaved(AppError):
    """A PDF could not be written; what stood there before still does, and nothing counts as handed out."""

    file: str
    fault: WriteFault


@dataclass(eq=False)
class PrinterRefused(AppError):
    """The printer, or the driver in front of it, took no page."""
