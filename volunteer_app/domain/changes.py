"""What kind of thing a unit of work changed. Pages listen for topics and reload what they show."""

from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID


class Topic(StrEnum):
    OFFICE = "office"
    PEOPLE = "people"
    TEAMS = "teams"
    SHIFTS = "shifts"
    CALLS = "calls"
    ATTENDANCE = "attendance"
    IMPORTS = "imports"
    OPERATORS = "operators"
    SHEETS = "sheets"


@dataclass(frozen=True, slots=True)
class Changes:
    """The topics touched and, where known, the ids."""

    topics: frozenset[Topic] = frozenset()
    ids: frozenset[UUID] = field(default=frozenset())

    def touches(self, *topics: Topic) -> bool:
        return not self.topics.isdisjoint(topics)

    def __or__(self, other: "Changes") -> "Changes":
        return Changes(self.topics | other.topics, self.ids | other.ids)


NOTHING = Changes()
