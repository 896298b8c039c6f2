"""A sheet that was drawn and is ready to be looked at: its bytes, its version, what changed, what to warn of."""

from collections.abc import Iterable
from dataclasses import dataclass

from volunteer_app.domain.ids import PersonId
from volunteer_app.domain.publishing import PlanChangeKind
from volunteer_app.domain.sheet_issues import SheetIssue, SincePrint, changes_since
from volunteer_app.domain.sheets import SheetKind
from volunteer_app.domain.span import Span
from volunteer_app.storage.unit_of_work import Reader


@dataclass(frozen=True, slots=True)
class Handout:
    """What whole numbers are printed for, and who gets the paper (product.md rule 19)."""

    purpose: str
    receiver: str = ""


@dataclass(frozen=True, slots=True)
class SheetChange:
    """One difference to the last print. `name` is empty where a whole shift came, went or moved."""

    kind: PlanChangeKind
    span: Span
    name: str = ""
    old_span: Span | None = None


@dataclass(frozen=True, slots=True)
class Unprintable:
    """A name with characters that no font has; they stand as 〓 on the paper."""

    name: str
    characters: str


@dataclass(frozen=True, slots=True)
class PreparedSheet:
    """One PDF: previewed, saved and printed as it is. It holds names and numbers: never logged, never cached.

    `left_out`: people of the call who come after the last one printed.
    """

    kind: SheetKind
    pdf: bytes
    file_name: str
    issues: tuple[SheetIssue, ...]
    people: int
    since_print: SincePrint
    drafts: int = 0
    left_out: int = 0
    handout: Handout | None = None
    changes: tuple[SheetChange, ...] = ()
    unprintable: tuple[Unprintable, ...] = ()

    @property
    def version(self) -> int:
        return max(issue.version for issue in self.issues)


def named_changes(reader: Reader, pairs: Iterable[tuple[SheetIssue | None, SheetIssue]]) -> tuple[SheetChange, ...]:
    """What changed since the last print of each sheet, with today's names of the people."""
    changes = [change for before, issue in pairs for change in changes_since(before, issue.told)]
    ids = list(dict.fromkeys(PersonId(change.person_id) for change in changes if change.person_id))
    people = reader.people.by_ids(ids)
    return tuple(
        SheetChange(
            kind=change.kind,
            span=change.span,
            name=people[change.person_id].name if change.person_id in people else "",
            old_span=change.old_span,
        )
        for change in sorted(changes, key=lambda change: change.span.start)
    )
