"""Persons whole, with sealed identity, teams and papers: read, written, put back as they were. One, or ten thousand.

It writes only what differs, in a few statements whatever the number, and refuses to write over what it did not see.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from sqlalchemy import Table, bindparam, delete, insert, select, update

from volunteer_app.domain.changes import Topic
from volunteer_app.domain.errors import ChangedElsewhere, NotFound
from volunteer_app.domain.ids import PersonId
from volunteer_app.domain.people import Person
from volunteer_app.domain.person_file import FileChange, PersonFile, SealedIdentity
from volunteer_app.domain.skills import Qualification
from volunteer_app.domain.teams import Membership
from volunteer_app.storage.batches import in_batches
from volunteer_app.storage.records.base import OfficeKeyed
from volunteer_app.storage.records.people import (
    MembershipRecord,
    PersonChangeRecord,
    PersonRecord,
    QualificationRecord,
)
from volunteer_app.storage.repositories.base import Repository
from volunteer_app.storage.repositories.belonging import to_membership, to_qualification
from volunteer_app.storage.repositories.people import (
    ROWS_PER_INSERT,
    columns_of,
    differences,
    history_rows,
    identity_columns,
    to_person,
)
from volunteer_app.storage.repositories.running_numbers import next_numbers
from volunteer_app.storage.search import SearchIndex

Row = dict[str, object]


class PersonFiles(Repository):
    """All that can be changed about people."""

    def get(self, person_id: PersonId) -> PersonFile:
        """Raises NotFound."""
        return self.of_people([person_id])[0]

    def of_people(self, person_ids: Sequence[PersonId]) -> tuple[PersonFile, ...]:
        """In the order asked for. Raises NotFound."""
        found: dict[UUID, PersonFile] = {}
        for batch in in_batches(person_ids):
            found |= self._batch(batch)
        missing = next((person_id for person_id in person_ids if person_id not in found), None)
        if missing is not None:
            raise NotFound("person", missing)
        return tuple(found[person_id] for person_id in person_ids)

    def write(self, changes: Sequence[FileChange]) -> tuple[FileChange, ...]:
        """Make it so, and say what stands there now. Raises ChangedElsewhere where a `before` is not what stands there.

        A new person without a number gets the next one.
        """
        done = self.write_batch(changes)
        self._note(done)
        return done

    def write_batch(self, changes: Sequence[FileChange]) -> tuple[FileChange, ...]:
        """The same for many people at once; the caller writes the one line of the audit log that tells of all."""
        known = [(change.before, change.after) for change in changes if change.before is not None]
        before = [file for file, _ in known]
        self._refuse_what_moved(before)
        added = self._numbered([change.after for change in changes if change.before is None])
        self._add_people(added)
        self._change_people(known)
        after = [*added, *(file for _, file in known)]
        self._write_rows(MembershipRecord, _membership_rows(before), _membership_rows(after))
        self._write_rows(QualificationRecord, _paper_rows(before), _paper_rows(after))
        self._index([file.person for file in added], [file.person for _, file in known])
        written = self.of_people([file.id for file in after])
        befores = {file.id: file for file in before}
        return tuple(FileChange(befores.get(file.id), file) for file in written)

    def _batch(self, person_ids: Sequence[UUID]) -> dict[UUID, PersonFile]:
        chosen = (PersonRecord.office_id == self.office_id, PersonRecord.id.in_(person_ids))
        # Rows are written past the session, so what it remembers of them is replaced by what is there.
        query = select(PersonRecord).where(*chosen).execution_options(populate_existing=True)
        teams, papers = self._memberships_of(person_ids), self._papers_of(person_ids)
        return {
            record.id: PersonFile(
                person=to_person(record),
                identity=_identity(record),
                memberships=tuple(teams.get(record.id, ())),
                papers=tuple(papers.get(record.id, ())),
            )
            for record in self.session.scalars(query)
        }

    def _memberships_of(self, person_ids: Sequence[UUID]) -> dict[UUID, list[Membership]]:
        chosen = (MembershipRecord.office_id == self.office_id, MembershipRecord.person_id.in_(person_ids))
        query = select(MembershipRecord).where(*chosen).order_by(MembershipRecord.id)
        grouped: dict[UUID, list[Membership]] = {}
        for record in self.session.scalars(query.execution_options(populate_existing=True)):
            grouped.setdefault(record.person_id, []).append(to_membership(record))
        return grouped

    def _papers_of(self, person_ids: Sequence[UUID]) -> dict[UUID, list[Qualification]]:
        chosen = (QualificationRecord.office_id == self.office_id, QualificationRecord.person_id.in_(person_ids))
        query = select(QualificationRecord).where(*chosen).order_by(QualificationRecord.id)
        grouped: dict[UUID, list[Qualification]] = {}
        for record in self.session.scalars(query.execution_options(populate_existing=True)):
            grouped.setdefault(record.person_id, []).append(to_qualification(record))
        return grouped

    def _refuse_what_moved(self, before: Sequence[PersonFile]) -> None:
        person_ids = [file.id for file in before]
        for batch in in_batches(person_ids):
            chosen = (PersonRecord.office_id == self.office_id, PersonRecord.id.in_(batch))
            # The server locks the rows here; the embedded file has one writer at a time anyway.
            self.session.execute(select(PersonRecord.id).where(*chosen).with_for_update())
        current = self.of_people(person_ids)
        for seen, there in zip(before, current, strict=True):
            if seen != there:
                raise ChangedElsewhere("person", there.id)

    def _numbered(self, files: Sequence[PersonFile]) -> list[PersonFile]:
        without = sum(not file.person.number for file in files)
        following = next_numbers(self.session, self.office_id, "person", without) if without else 0
        numbered = []
        for file in files:
            if file.person.number:
                numbered.append(file)
                continue
            numbered.append(replace(file, person=replace(file.person, number=f"{following:04d}")))
            following += 1
        return numbered

    def _add_people(self, files: Sequence[PersonFile]) -> None:
        keys: Row = {"office_id": self.office_id, "created_at": self.now, "version": 1}
        for batch in in_batches(files, ROWS_PER_INSERT):
            rows = [
                columns_of(file.person) | identity_columns(file.identity) | keys | {"id": file.id} for file in batch
            ]
            self.session.execute(insert(PersonRecord), rows)

    def _change_people(self, known: Sequence[tuple[PersonFile, PersonFile]]) -> None:
        """The version counts up even where only teams or papers differ, so that a form opened before is stale."""
        rows, history = [], []
        for before, after in known:
            keys = {"id": after.id, "version": before.person.version + 1}
            rows.append(columns_of(after.person) | identity_columns(after.identity) | keys)
            changed = differences(before.person, after.person)
            history += history_rows(
                self.office_id, after.id, changed, operator_id=self.notebook.operator_id, at=self.now
            )
        self._update(PersonRecord, rows)
        if history:
            self.session.execute(insert(PersonChangeRecord), history)

    def _index(self, added: Sequence[Person], changed: Sequence[Person]) -> None:
        index = SearchIndex(self.session, self.office_id)
        if added:
            index.put_many(added)
        if changed:
            index.replace_many(changed)

    def _write_rows(self, record: type[OfficeKeyed], before: Mapping[UUID, Row], after: Mapping[UUID, Row]) -> None:
        """Bring one table from the rows before to the rows after."""
        added = [row | {"office_id": self.office_id} for row_id, row in after.items() if row_id not in before]
        if added:
            self.session.execute(insert(record), added)
        self._update(record, [row for row_id, row in after.items() if before.get(row_id, row) != row])
        removed = [row_id for row_id in before if row_id not in after]
        for batch in in_batches(removed):
            self.session.execute(delete(record).where(record.office_id == self.office_id, record.id.in_(batch)))

    def _update(self, record: type[OfficeKeyed], rows: Sequence[Row]) -> None:
        if not rows:
            return
        table = record.__table__  # type: ignore[attr-defined]  # every record is mapped to a table
        assert isinstance(table, Table)
        columns = [name for name in rows[0] if name != "id"]
        statement = (
            update(table)
            .where(table.c.office_id == self.office_id, table.c.id == bindparam("row_id"))
            .values({name: bindparam(name) for name in columns})
        )
        self.session.execute(
            statement, [{("row_id" if name == "id" else name): row[name] for name in row} for row in rows]
        )

    def _note(self, done: Sequence[FileChange]) -> None:
        for change in done:
            if change.before is None:
                self.notebook.note("person.added", change.after.id, Topic.PEOPLE)
            else:
                fields = sorted(changed_parts(change.before, change.after))
                self.notebook.note("person.changed", change.after.id, Topic.PEOPLE, fields=fields)


def changed_parts(before: PersonFile, after: PersonFile) -> set[str]:
    """What differs, by the names the audit log uses."""
    parts = set(differences(before.person, after.person))
    if before.identity != after.identity:
        parts.add("id_number")
    if before.memberships != after.memberships:
        parts.add("memberships")
    if before.papers != after.papers:
        parts.add("papers")
    return parts


def _identity(record: PersonRecord) -> SealedIdentity | None:
    if record.id_number_sealed is None or record.id_number_index is None or record.id_tail_index is None:
        return None
    return SealedIdentity(record.id_number_sealed, record.id_number_index, record.id_tail_index)


def _membership_rows(files: Iterable[PersonFile]) -> dict[UUID, Row]:
    return {
        each.id: {
            "id": each.id,
            "person_id": each.person_id,
            "team_id": each.team_id,
            "role": each.role,
            "title": each.title,
            "is_main": each.is_main,
            "from_on": each.from_on,
            "to_on": each.to_on,
        }
        for file in files
        for each in file.memberships
    }


def _paper_rows(files: Iterable[PersonFile]) -> dict[UUID, Row]:
    return {
        each.id: {
            "id": each.id,
            "person_id": each.person_id,
            "skill_id": each.skill_id,
            "paper_number": each.paper_number,
            "expires_on": each.expires_on,
        }
        for file in files
        for each in file.papers
    }
