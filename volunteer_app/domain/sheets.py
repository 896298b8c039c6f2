"""What each printed sheet says: snapshots ready to draw, and the fingerprint of their content.

They hold facts only. The words around the facts belong to `printing`, the numbers of versions to whoever publishes.
"""

import hashlib
import json
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, datetime, time
from enum import StrEnum
from typing import TYPE_CHECKING

from volunteer_app.domain.teams import MemberRole
from volunteer_app.domain.workdays import DayKind

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

SCHEMA = 1
_CODE_LENGTH = 8


class SheetKind(StrEnum):
    """The letters that start a QR payload and stand in a sheet's number."""

    TEAM_DUTY = "ZB"
    CALL = "TZ"


class Marking(StrEnum):
    """A drill is marked on every sheet and never mixed with the real thing."""

    REAL = "real"
    DRILL = "drill"


@dataclass(frozen=True, slots=True)
class Stamp:
    """Which print this is. Not part of the content: the same content printed twice has the same check code."""

    number: str
    version: int
    made_at: datetime


@dataclass(frozen=True, slots=True)
class Hours:
    """From a time of day to a time of day, `days` midnights later."""

    start: time
    end: time
    days: int = 0


@dataclass(frozen=True, slots=True)
class DutyEntry:
    """One person in a cell, with hours where they differ from the column's and a reason where a rule was overridden."""

    name: str
    hours: Hours | None = None
    override_reason: str = ""
    is_leader: bool = False


@dataclass(frozen=True, slots=True)
class DutyLeader:
    """带班: the name and the telephone that hang on the wall.

    What the person leads is told where it is one thing: a column, or hours that are no column's.
    """

    name: str
    phone: str = ""
    column: int | None = None
    hours: Hours | None = None
    override_reason: str = ""


@dataclass(frozen=True, slots=True)
class DutyDay:
    """One row: the day, what it is, who leads, who serves in each column, and duty at any other hours."""

    on: date
    kind: DayKind = DayKind.WORKDAY
    occasion: str = ""
    leaders: tuple[DutyLeader, ...] = ()
    cells: tuple[tuple[DutyEntry, ...], ...] = ()
    others: tuple[DutyEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class DutySheet:
    """月值班表 of one team. Every name in it prints."""

    stamp: Stamp
    organisation: str
    team_code: str
    team: str
    month: date
    columns: tuple[Hours, ...]
    days: tuple[DutyDay, ...]
    shift_count: int
    place: str = ""
    duty_phone: str = ""
    community: str = ""
    holidays_entered: bool = True

    @property
    def check_code(self) -> str:
        return fingerprint(self)

    @property
    def subject_key(self) -> str:
        """Kind, period and team: what a QR square and a list of prints tell a sheet by."""
        return f"{SheetKind.TEAM_DUTY}{SCHEMA}|{self.month:%Y%m}|{self.team_code}"


@dataclass(frozen=True, slots=True)
class CallRow:
    """One person to ring, in the order of the call. The numbers stand whole, first choice first."""

    number: int
    name: str
    phones: tuple[str, ...]
    role: MemberRole = MemberRole.MEMBER
    title: str = ""
    is_leader: bool = False


@dataclass(frozen=True, slots=True)
class CallSheet:
    """电话通知单: a call on paper. Carries whole numbers, therefore says what for and who received it."""

    stamp: Stamp
    organisation: str
    team_code: str
    team: str
    subject: str
    called_on: date
    script: str
    rows: tuple[CallRow, ...]
    purpose: str
    receiver: str = ""
    muster_at: datetime | None = None
    muster_point: str = ""
    equipment: str = ""
    marking: Marking = Marking.REAL

    @property
    def check_code(self) -> str:
        return fingerprint(self)

    @property
    def subject_key(self) -> str:
        return f"{SheetKind.CALL}{SCHEMA}|{self.called_on:%Y%m%d}|{self.team_code}"


def sheet_number(prefix: str, kind: SheetKind, period: str, code: str) -> str:
    """PY-ZB-202610-03: the number in the running head."""
    return "-".join((prefix, kind, period, code))


def qr_payload(sheet: DutySheet | CallSheet, check_code: str) -> str:
    """ZB1|202610|03|v3|9F3A6C21: which sheet, which version, which content. Nothing about people."""
    return f"{sheet.subject_key}|v{sheet.stamp.version}|{check_code}"


def fingerprint(sheet: DutySheet | CallSheet) -> str:
    """Eight hexadecimal digits of what the sheet says, whenever and however often it is printed."""
    content = _facts(sheet)
    del content["stamp"]
    text = json.dumps(content, default=_plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:_CODE_LENGTH].upper()


def _plain(value: object) -> object:
    if isinstance(value, date | time):
        return value.isoformat()
    if is_dataclass(value) and not isinstance(value, type):
        return _facts(value)
    raise TypeError(type(value).__name__)


def _facts(value: "DataclassInstance") -> dict[str, object]:
    return {field.name: getattr(value, field.name) for field in fields(value)}
