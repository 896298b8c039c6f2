"""Everything about one person that an operator can change, as one value: what edits are compared by and undone with.

It never holds an ID number in clear: only the sealed form, to be put back as it was.
"""

from dataclasses import dataclass, replace

from volunteer_app.domain.ids import PersonId
from volunteer_app.domain.people import Person, PersonStatus
from volunteer_app.domain.skills import Qualification
from volunteer_app.domain.teams import Membership


@dataclass(frozen=True, slots=True)
class SealedIdentity:
    """An ID number as it lies in the database: unreadable, found by its index."""

    sealed: bytes
    index: bytes
    tail_index: bytes


@dataclass(frozen=True, slots=True)
class PersonFile:
    """A person with teams and papers. `person.id_number` is always empty here."""

    person: Person
    identity: SealedIdentity | None = None
    memberships: tuple[Membership, ...] = ()
    papers: tuple[Qualification, ...] = ()

    @property
    def id(self) -> PersonId:
        return self.person.id

    def with_status(self, status: PersonStatus) -> "PersonFile":
        return replace(self, person=replace(self.person, status=status))

    def says_the_same_as(self, other: "PersonFile") -> bool:
        """Equal but for the version, which only counts how often the row was written."""
        return replace(self, person=replace(self.person, version=0)) == replace(
            other, person=replace(other.person, version=0)
        )


@dataclass(frozen=True, slots=True)
class FileChange:
    """One person before and after. No `before`: the person was added."""

    before: PersonFile | None
    after: PersonFile
