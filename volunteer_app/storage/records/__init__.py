"""How the office lies in tables, one aggregate per file. Records never leave storage."""

from volunteer_app.storage.records import calls, ledger, office, operators, people, search, shifts
from volunteer_app.storage.records.base import Record

__all__ = ["Record", "calls", "ledger", "office", "operators", "people", "search", "shifts"]
