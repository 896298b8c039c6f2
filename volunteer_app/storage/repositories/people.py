"""People with their memberships, papers and leave; and the facts the placement check asks for."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import insert, select

from volunteer_app.domain.changes import Topic
from volunteer_app.domain.errors import ChangedElsewhere
from volunteer_app.domain.ids import (
    CommunityId,
    PersonId,
    new_id,
)
from volunteer_app.domain.people import BirthDate, Person, PersonStatus, Sex
from volunteer_app.domain.person_file import SealedIdentity
from volunteer_app.storage.batches import in_batches
from volunteer_app.storage.records.people import (
    PersonChangeRecord,
    PersonRecord,
)
from volunteer_app.storage.repositories.base import Repository
from volunteer_app.storage.repositories.running_numbers import next_number, next_numbers
from volunteer_app.storage.search import SearchIndex, search_key
from volunteer_app.storage.secrets import Secrets

ID_TAIL_LENGTH = 6
ROWS_PER_INSERT = 2000
_PLAIN_FIELDS = (
    "name",
    "number",
    "pinyin",
    "phone",
    "phone2",
    "office_phone",
    "community_id",
    "address",
    "department",
    "political",
    "id_type",
    "remark",
    "emergency_contact",
    "emergency_phone",
    "availability",
)


class People(Repository):
    """Persons of one office. ID numbers are sealed on the way in and opened only by `get_whole`."""

    def get(self, person_id: PersonId) -> Person:
        """Without the ID number. Raises NotFound."""
        return to_person(self.one(PersonRecord, person_id))

    def get_whole(self, person_id: PersonId) -> Person:
        """With the ID number in clear; the caller has checked that the operator may see it."""
        record = self.one(PersonRecord, person_id)
        if record.id_number_sealed is None:
            return to_person(record)
        opened = self.secrets.cipher.open(record.id_number_sealed, row_id=record.id, field="id_number")
        return replace(to_person(record), id_number=opened)

    def by_ids(self, person_ids: Sequence[PersonId]) -> dict[PersonId, Person]:
        found: dict[PersonId, Person] = {}
        for batch in in_batches(person_ids):
            query = select(PersonRecord).where(PersonRecord.office_id == self.office_id, PersonRecord.id.in_(batch))
            found.update((PersonId(record.id), to_person(record)) for record in self.session.scalars(query))
        return found

    def id_by_id_number(self, id_number: str) -> PersonId | None:
        """Who has this ID number, found by the blind index."""
        query = select(PersonRecord.id).where(
            PersonRecord.office_id == self.office_id,
            PersonRecord.id_number_index == self.secrets.blind_index.of(id_number),
        )
        found = self.session.scalar(query)
        return None if found is None else PersonId(found)

    def add(self, person: Person) -> Person:
        """A new row, with the next running number when it brings none."""
        if not person.number:
            number = next_number(self.session, self.office_id, "person")
            person = replace(person, number=f"{number:04d}")
        record = self._record(person)
        self.session.add(record)
        self.session.flush()
        self._index(person)
        self.notebook.note("person.added", person.id, Topic.PEOPLE)
        return replace(person, version=record.version)

    def save(self, person: Person) -> Person:
        """Write what changed. Raises ChangedElsewhere when the row has a newer version than the one edited.

        The ID number is only written by `set_id_number`, so that a form that never saw it cannot erase it.
        """
        record = self.one(PersonRecord, person.id)
        if record.version != person.version:
            raise ChangedElsewhere("person", person.id)
        changed = self._write(record, person)
        if changed:
            self.session.flush()
            self._index(person)
            self.notebook.note("person.changed", person.id, Topic.PEOPLE, fields=sorted(changed))
        return replace(person, version=record.version)

    def _write(self, record: PersonRecord, person: Person) -> set[str]:
        changed = differences(to_person(record), person)
        columns = columns_of(person)
        for name in changed:
            setattr(record, name, columns[name])
        record.pinyin_key = search_key(person.name, person.pinyin)
        if history := history_rows(
            self.office_id, person.id, changed, operator_id=self.notebook.operator_id, at=self.now
        ):
            self.session.execute(insert(PersonChangeRecord), history)
        return set(changed)

    def set_id_number(self, person_id: PersonId, id_number: str, id_type: str) -> None:
        """Seal an ID number, or clear it with an empty text."""
        record = self.one(PersonRecord, person_id)
        for name, value in _sealed(self.secrets, person_id, id_number).items():
            setattr(record, name, value)
        record.id_type = id_type
        self.session.flush()
        self.notebook.note("person.changed", person_id, Topic.PEOPLE, fields=["id_number"])

    def add_many(self, people: Sequence[Person]) -> tuple[Person, ...]:
        """Many new rows in a few statements, with one audit line; for imports."""
        first = next_numbers(self.session, self.office_id, "person", len(people))
        numbered = tuple(
            person if person.number else replace(person, number=f"{first + index:04d}")
            for index, person in enumerate(people)
        )
        for batch in in_batches(numbered, ROWS_PER_INSERT):
            self.session.execute(insert(PersonRecord), [self._row(person) for person in batch])
            SearchIndex(self.session, self.office_id).put_many(batch)
        self.notebook.note("person.added_many", None, Topic.PEOPLE, count=len(numbered))
        return tuple(replace(person, version=1) for person in numbered)

    def _record(self, person: Person) -> PersonRecord:
        row = self._row(person)
        row.pop("version")
        return PersonRecord(**row)  # type: ignore[arg-type]  # the row has every column, name by name

    def _row(self, person: Person) -> dict[str, object]:
        """The person as columns, the ID number sealed."""
        sealed = _sealed(self.secrets, person.id, person.id_number)
        keys: dict[str, object] = {"office_id": self.office_id, "id": person.id, "created_at": self.now, "version": 1}
        return columns_of(person) | sealed | keys

    def _index(self, person: Person) -> None:
        SearchIndex(self.session, self.office_id).put(person)


def columns_of(person: Person) -> dict[str, object]:
    """The person's own values as the table has them: no keys, no ID number."""
    plain: dict[str, object] = {name: getattr(person, name) for name in _PLAIN_FIELDS}
    return plain | {
        "pinyin_key": search_key(person.name, person.pinyin),
        "sex": person.sex,
        "birth": person.birth.iso if person.birth else None,
        "status": person.status,
    }


def differences(before: Person, after: Person) -> dict[str, tuple[str, str]]:
    """The fields that differ, each with its old and new value as text."""
    pairs = ((name, getattr(before, name), getattr(after, name)) for name in (*_PLAIN_FIELDS, "sex", "status", "birth"))
    return {name: (_as_text(old), _as_text(new)) for name, old, new in pairs if old != new}


def history_rows(
    office_id: uuid.UUID,
    person_id: PersonId,
    changed: Mapping[str, tuple[str, str]],
    *,
    operator_id: uuid.UUID,
    at: datetime,
) -> list[dict[str, object]]:
    """Old and new value of each field, for the table that erasing a person cleans."""
    about: dict[str, object] = {"office_id": office_id, "person_id": person_id, "operator_id": operator_id, "at": at}
    return [about | {"id": new_id(), "field": name, "old": old, "new": new} for name, (old, new) in changed.items()]


def to_person(record: PersonRecord) -> Person:
    """Everything but the ID number."""
    plain: Mapping[str, object] = {name: getattr(record, name) for name in _PLAIN_FIELDS if name != "community_id"}
    return Person(
        id=PersonId(record.id),
        sex=Sex(record.sex),
        birth=BirthDate.from_iso(record.birth) if record.birth else None,
        status=PersonStatus(record.status),
        version=record.version,
        community_id=None if record.community_id is None else CommunityId(record.community_id),
        **plain,  # type: ignore[arg-type]  # column types equal field types, name by name
    )


def sealed_identity(secrets: Secrets, person_id: PersonId, id_number: str) -> SealedIdentity | None:
    """The ID number as it is stored, bound to this person's row; None for none."""
    if not id_number:
        return None
    return SealedIdentity(
        sealed=secrets.cipher.seal(id_number, row_id=person_id, field="id_number"),
        index=secrets.blind_index.of(id_number),
        tail_index=secrets.blind_index.of(id_number[-ID_TAIL_LENGTH:]),
    )


def identity_columns(identity: SealedIdentity | None) -> dict[str, object]:
    if identity is None:
        return {"id_number_sealed": None, "id_number_index": None, "id_tail_index": None}
    return {
        "id_number_sealed": identity.sealed,
        "id_number_index": identity.index,
        "id_tail_index": identity.tail_index,
    }


def _sealed(secrets: Secrets, person_id: PersonId, id_number: str) -> dict[str, object]:
    return identity_columns(sealed_identity(secrets, person_id, id_number))


def _as_text(value: object) -> str:
    match value:
        case None:
            return ""
        case BirthDate():
            return value.iso
        case uuid.UUID():
            return str(value)
        case _:
            return str(value)
