"""Which print of a sheet left the program: the same content keeps its version, a changed one gets the next."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from volunteer_app.domain.ids import PersonId, SheetIssueId, ShiftId
from volunteer_app.domain.publishing import PlanChange, Snapshot, changes_between
from volunteer_app.domain.sheets import SheetKind


class IssueWay(StrEnum):
    """How a sheet left: as a file, on paper, or to the system's own viewer."""

    SAVED = "saved"
    PRINTED = "printed"
    OPENED = "opened"


class SincePrint(StrEnum):
    """How the present content stands to the last print: there was none, it said the same, it said something else."""

    NEVER_LEFT = "never_left"
    SAME = "same"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class SheetIssue:
    """One version of one sheet. `told` is the plan it showed; `lines` the people of a call sheet in their order."""

    id: SheetIssueId
    kind: SheetKind
    scope: str
    version: int
    check_code: str
    made_at: datetime
    told: Mapping[ShiftId, Snapshot] = field(default_factory=dict)
    lines: Sequence[PersonId] = ()


def version_of(last: SheetIssue | None, check_code: str) -> int:
    """The version this content has, or will have once it is issued."""
    if last is None:
        return 1
    return last.version if last.check_code == check_code else last.version + 1


def since_print(pairs: Iterable[tuple[SheetIssue | None, SheetIssue]]) -> SincePrint:
    """Of several sheets in one file: last print and present version of each."""
    found = {_since_print(last, now) for last, now in pairs}
    return found.pop() if len(found) == 1 else SincePrint.CHANGED


def _since_print(last: SheetIssue | None, now: SheetIssue) -> SincePrint:
    if last is None:
        return SincePrint.NEVER_LEFT
    return SincePrint.SAME if last.version == now.version else SincePrint.CHANGED


def changes_since(last: SheetIssue | None, told: Mapping[ShiftId, Snapshot]) -> tuple[PlanChange, ...]:
    """What somebody who reads the last print must be told; nothing when there was none."""
    if last is None:
        return ()
    shift_ids = dict.fromkeys((*last.told, *told))
    return tuple(
        change
        for shift_id in shift_ids
        for change in changes_between(shift_id, last.told.get(shift_id), told.get(shift_id))
    )


def joined_since(last: SheetIssue | None, lines: Sequence[PersonId]) -> tuple[PersonId, ...]:
    """Who stands on a call sheet and did not on its last print; nobody when there was none."""
    return () if last is None else tuple(each for each in lines if each not in frozenset(last.lines))


def left_since(last: SheetIssue | None, lines: Sequence[PersonId]) -> tuple[PersonId, ...]:
    """Who stood on the last print of a call sheet and does not any more."""
    return () if last is None else tuple(each for each in last.lines if each not in frozenset(lines))
