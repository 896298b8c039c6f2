"""Keeping the roster: adding and editing people, their teams and leave. Every change says how to take it back.

Taking back writes the inverse change; it refuses where somebody changed the person since.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial

from volunteer_app.domain.availability import Leave
from volunteer_app.domain.changes import NOTHING, Changes, Topic
from volunteer_app.domain.errors import ChangedElsewhere, IdNumberTaken
from volunteer_app.domain.ids import LeaveId, PersonId, TeamId, new_id
from volunteer_app.domain.operators import Permission
from volunteer_app.domain.people import Person, PersonStatus
from volunteer_app.domain.person_entry import PersonEntry, Rules, checked_person
from volunteer_app.domain.person_file import FileChange, PersonFile, SealedIdentity
from volunteer_app.domain.span import Span, day_start
from volunteer_app.services.person_edits import as_listed, joined, left, papers_as_listed, with_main
from volunteer_app.services.session import Desk
from volunteer_app.storage.pinyin import shown_pinyin
from volunteer_app.storage.queries.person_duties import places_ahead
from volunteer_app.storage.repositories.people import sealed_identity
from volunteer_app.storage.unit_of_work import UnitOfWork

__all__ = ["CopiedContact", "LeaveChange", "Revealed", "RosterDone", "RosterKeeping", "RosterStep"]


@dataclass(frozen=True, slots=True)
class LeaveChange:
    """One leave before and after; None where there was or is none."""

    before: Leave | None
    after: Leave | None


@dataclass(frozen=True, slots=True)
class RosterStep:
    """What was done, so that it can be taken back, and done again."""

    files: tuple[FileChange, ...] = ()
    leaves: tuple[LeaveChange, ...] = ()

    @property
    def inverse(self) -> "RosterStep":
        files = tuple(FileChange(change.after, change.before) for change in self.files if change.before is not None)
        return RosterStep(files, tuple(LeaveChange(change.after, change.before) for change in self.leaves))


@dataclass(frozen=True, slots=True)
class RosterDone:
    """A change that is saved. `places_ahead`: places the people still hold in shifts to come."""

    changes: Changes
    step: RosterStep
    person_ids: tuple[PersonId, ...]
    places_ahead: int = 0


@dataclass(frozen=True, slots=True)
class Revealed:
    """A whole ID number, already written into the log."""

    changes: Changes
    id_number: str


@dataclass(frozen=True, slots=True)
class CopiedContact:
    """One person's name and number for the clipboard, already written into the log."""

    changes: Changes
    name: str
    phone: str


class RosterKeeping:
    """What a clerk does to people. One method, one transaction."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def add(self, entry: PersonEntry) -> RosterDone:
        """A new person. Raises InvalidField or IdNumberTaken. Somebody whose import was undone comes back instead."""
        with self._desk.write(Permission.EDIT_ROSTER) as uow:
            person = checked_person(entry, PersonId(new_id()), _rules(self._desk, uow))
            owner = _owner(uow, person)
            if owner is not None and owner.person.status is not PersonStatus.WITHDRAWN:
                raise IdNumberTaken(owner.id)
            base = PersonFile(replace(person, pinyin="", id_number="")) if owner is None else _emptied(owner)
            after = self._edited(uow, base.with_status(PersonStatus.ACTIVE), person, entry=entry)
            return _finish(uow, uow.person_files.write([FileChange(owner, after)]))

    def edit(self, seen: PersonFile, entry: PersonEntry) -> RosterDone:
        """Save the form over the file it was opened with. Raises InvalidField, IdNumberTaken or ChangedElsewhere."""
        with self._desk.write(Permission.EDIT_ROSTER) as uow:
            person = checked_person(entry, seen.id, _rules(self._desk, uow))
            after = self._edited(uow, seen, person, entry=entry)
            if after.says_the_same_as(seen):
                return RosterDone(NOTHING, RosterStep(), (seen.id,))
            changes = [FileChange(seen, after)]
            owner = _owner(uow, person)
            if owner is not None and owner.id != seen.id:
                changes.insert(0, _released(owner))
            return _finish(uow, uow.person_files.write(changes))

    def deactivate(self, person_ids: Sequence[PersonId]) -> RosterDone:
        """Out of the lists of whom to call; nothing is removed."""
        done = self._change(person_ids, partial(PersonFile.with_status, status=PersonStatus.INACTIVE))
        with self._desk.read() as reader:
            return replace(done, places_ahead=places_ahead(reader, done.person_ids, self._desk.now()))

    def reactivate(self, person_ids: Sequence[PersonId]) -> RosterDone:
        return self._change(person_ids, partial(PersonFile.with_status, status=PersonStatus.ACTIVE))

    def join_team(self, person_ids: Sequence[PersonId], team_id: TeamId) -> RosterDone:
        """From today; those who are in it already stay as they are."""
        return self._change(person_ids, partial(joined, team_id=team_id, today=self._desk.today()))

    def leave_team(self, person_ids: Sequence[PersonId], team_id: TeamId) -> RosterDone:
        return self._change(person_ids, partial(left, team_id=team_id, today=self._desk.today()))

    def set_main_team(self, person_id: PersonId, team_id: TeamId) -> RosterDone:
        return self._change([person_id], partial(with_main, team_id=team_id, today=self._desk.today()))

    def set_leave(self, person_ids: Sequence[PersonId], first: date, last: date, *, reason: str = "") -> RosterDone:
        """Away from the first day to the last, both whole. Raises EmptySpan."""
        zone = self._desk.zone
        span = Span(day_start(first, zone), day_start(last + timedelta(days=1), zone))
        leaves = [Leave(LeaveId(new_id()), person_id, span, reason.strip()) for person_id in person_ids]
        return self._change_leaves([LeaveChange(None, leave) for leave in leaves])

    def end_leave(self, leave: Leave) -> RosterDone:
        """Back again: a leave that has begun ends now, one still to come is called off."""
        now = self._desk.now()
        rest = replace(leave, span=Span(leave.span.start, now)) if leave.span.start < now else None
        return self._change_leaves([LeaveChange(leave, rest)])

    def undo(self, step: RosterStep) -> RosterDone:
        """Write the inverse change. Raises ChangedElsewhere when one of the people was changed since."""
        with self._desk.write(Permission.EDIT_ROSTER) as uow:
            current = uow.person_files.of_people([change.after.id for change in step.files])
            changes = []
            for change, there in zip(step.files, current, strict=True):
                if not there.says_the_same_as(change.after):
                    raise ChangedElsewhere("person", there.id)
                changes.append(FileChange(there, change.before or change.after))
            uow.note("roster.undone", None, Topic.PEOPLE, people=len(changes), leaves=len(step.leaves))
            done = uow.person_files.write(changes) if changes else ()
            leaves = step.inverse.leaves
            _write_leaves(uow, leaves)
            return replace(_finish(uow, done), step=step.inverse)

    def reveal_id_number(self, person_id: PersonId) -> Revealed:
        """The whole ID number, for one look that the log remembers. Raises NotPermitted."""
        with self._desk.write(Permission.SEE_ID_NUMBERS) as uow:
            person = uow.people.get_whole(person_id)
            uow.note("person.id_number_seen", person_id, Topic.OPERATORS)
            return Revealed(uow.commit(), person.id_number)

    def copy_contact(self, person_id: PersonId) -> CopiedContact:
        """One person's number for the clipboard; the log remembers it. Raises NotPermitted."""
        with self._desk.write(Permission.SEE_PHONES) as uow:
            person = uow.people.get(person_id)
            uow.note("person.phone_copied", person_id, Topic.OPERATORS)
            return CopiedContact(uow.commit(), person.name, next(iter(person.phones), ""))

    def _change(self, person_ids: Sequence[PersonId], change: Callable[[PersonFile], PersonFile]) -> RosterDone:
        """Those whom the change leaves as they are, are not written."""
        with self._desk.write(Permission.EDIT_ROSTER) as uow:
            files = uow.person_files.of_people(person_ids)
            changes = [FileChange(file, after) for file in files if (after := change(file)) != file]
            return _finish(uow, uow.person_files.write(changes))

    def _change_leaves(self, changes: Sequence[LeaveChange]) -> RosterDone:
        with self._desk.write(Permission.EDIT_ROSTER) as uow:
            _write_leaves(uow, changes)
            return replace(_finish(uow, ()), step=RosterStep(leaves=tuple(changes)))

    def _edited(self, uow: UnitOfWork, base: PersonFile, person: Person, *, entry: PersonEntry) -> PersonFile:
        """The file with what the form says; what the form does not know stays."""
        today = self._desk.today()
        return PersonFile(
            person=replace(
                person,
                id=base.id,
                number=base.person.number,
                pinyin=_pinyin(base.person, person),
                status=base.person.status,
                version=base.person.version,
                id_number="",
            ),
            identity=_identity(uow, base, person.id_number, entry),
            memberships=as_listed(base.memberships, entry.memberships, base.id, today=today),
            papers=papers_as_listed(entry.papers, base.id),
        )


def _rules(desk: Desk, uow: UnitOfWork) -> Rules:
    return Rules(desk.today(), uow.offices.get().area_code)


def _owner(uow: UnitOfWork, person: Person) -> PersonFile | None:
    """Who has this ID number in the roster."""
    owner_id = uow.people.id_by_id_number(person.id_number) if person.id_number else None
    return None if owner_id is None else uow.person_files.get(owner_id)


def _emptied(file: PersonFile) -> PersonFile:
    return replace(file, memberships=(), papers=())


def _released(owner: PersonFile) -> FileChange:
    """Somebody whose import was undone gives the ID number up. Raises IdNumberTaken for anybody else."""
    if owner.person.status is not PersonStatus.WITHDRAWN:
        raise IdNumberTaken(owner.id)
    return FileChange(owner, replace(owner, identity=None))


def _pinyin(before: Person, person: Person) -> str:
    """What the clerk wrote; for a new or changed name without that, the usual reading."""
    if person.pinyin and (person.pinyin != before.pinyin or person.name == before.name):
        return person.pinyin
    return shown_pinyin(person.name)


def _identity(uow: UnitOfWork, base: PersonFile, id_number: str, entry: PersonEntry) -> SealedIdentity | None:
    if entry.id_number is None:
        return base.identity
    sealed = sealed_identity(uow.secrets, base.id, id_number)
    is_same = sealed is not None and base.identity is not None and sealed.index == base.identity.index
    return base.identity if is_same else sealed


def _write_leaves(uow: UnitOfWork, changes: Iterable[LeaveChange]) -> None:
    for change in changes:
        if change.before is not None:
            uow.leaves.remove(change.before)
        if change.after is not None:
            uow.leaves.add(change.after)


def _finish(uow: UnitOfWork, done: Sequence[FileChange]) -> RosterDone:
    """Taking back an addition withdraws the person: nothing is deleted."""
    files = tuple(
        FileChange(change.before or change.after.with_status(PersonStatus.WITHDRAWN), change.after) for change in done
    )
    return RosterDone(uow.commit(), RosterStep(files), tuple(change.after.id for change in done))
