"""Looks for anything that does not hold: pages, foreign keys, counters, the audit chain, the search index."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from volunteer_app.services.session import Desk
from volunteer_app.storage import audit
from volunteer_app.storage.file_health import find_faults
from volunteer_app.storage.queries import consistency


class Part(StrEnum):
    PAGES = "pages"
    COUNTERS = "counters"
    AUDIT_CHAIN = "audit_chain"
    SEARCH_INDEX = "search_index"


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that does not hold; `detail` names tables, counts and line numbers, never values."""

    part: Part
    detail: str


class SelfCheck:
    """Reads everything, changes nothing."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def run(self) -> tuple[Fault, ...]:
        """Every fault found; none is the answer one hopes for."""
        return tuple(self._faults())

    def _faults(self) -> Iterator[Fault]:
        for words in find_faults(self._desk.store.engine):
            yield Fault(Part.PAGES, words)
        with self._desk.read() as reader:
            if wrong := consistency.needs_miscounted(reader):
                yield Fault(Part.COUNTERS, f"need: {wrong}")
            if lost := consistency.people_not_indexed(reader):
                yield Fault(Part.SEARCH_INDEX, f"person: {lost}")
            broken = audit.verify(reader.session, reader.office_id, reader.secrets.audit_key)
            if broken is not None:
                yield Fault(Part.AUDIT_CHAIN, f"seq {broken.seq}")
