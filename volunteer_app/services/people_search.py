"""What every search box finds: people by name, pinyin, initials or number tail, best first."""

from volunteer_app.services.session import Desk
from volunteer_app.storage.queries.people_search import FoundPerson, find_people

__all__ = ["FoundPerson", "PeopleSearch"]


class PeopleSearch:
    """One matcher for all boxes (ui.md 5.2)."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def find(self, query: str, limit: int = 20) -> tuple[FoundPerson, ...]:
        """Every part of the query must match. Starts of the name come first, then of the initials, then the rest."""
        with self._desk.read() as reader:
            return find_people(reader, query, limit)
