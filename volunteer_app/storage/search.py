"""The index behind every search box: characters, pinyin, initials and number tails of each person (storage.md 5).

On SQLite a contentless FTS5 table; on PostgreSQL the same words in columns. Han characters are indexed by code point in
hexadecimal, because the tokenizer's character tables are older than many rare names.
"""

import re
import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, delete, func, insert, literal, select, text
from sqlalchemy.orm import Session

from volunteer_app.domain.people import Person, PersonStatus
from volunteer_app.storage.batches import in_batches
from volunteer_app.storage.pinyin import is_han, readings, strip_tones, surname_length
from volunteer_app.storage.records.people import PersonRecord
from volunteer_app.storage.records.search import SearchDocumentRecord

SHORTEST_TAIL = 3
CREATE_INDEX = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS search_index USING fts5("
    "nm, py, num, content='', contentless_delete=1, tokenize='unicode61', prefix='1 2 3 4')"
)
_LETTERS = "A-Za-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüĀ-ž"
# An input method writes xi'an while typing: the apostrophe belongs to the word.
_RUNS = re.compile(rf"[{_LETTERS}][{_LETTERS}'’`]*|\d+|[^\s{_LETTERS}\d'’`]+")


@dataclass(frozen=True, slots=True)
class Words:
    """What is written into the index for one person."""

    names: str
    pinyin: str
    numbers: str


def words_of(person: Person) -> Words:
    """All words by which this person can be found."""
    spoken = [*readings(person.name)]
    surname = surname_length(person.name)
    if corrected := tuple(strip_tones(person.pinyin).split()):
        spoken.insert(0, corrected)
    return Words(
        names=" ".join(_code(c) for c in person.name if is_han(c)),
        pinyin=" ".join(dict.fromkeys(word for syllables in spoken for word in _spoken_words(syllables, surname))),
        numbers=" ".join(dict.fromkeys(tail for number in _numbers(person) for tail in _tails(number))),
    )


def search_key(name: str, pinyin: str) -> str:
    """What lists are sorted by: the plain reading, then the name itself, so that namesakes lie together."""
    plain = strip_tones(pinyin).replace(" ", "")
    if not plain:
        plain = "".join(readings(name)[0]) if readings(name) else ""
    return f"{plain}\t{name}"


def _spoken_words(syllables: tuple[str, ...], surname: int) -> list[str]:
    known = [syllable for syllable in syllables if syllable]
    if not known:
        return []
    full, initials = "".join(known), "".join(syllable[0] for syllable in known)
    words = [full, initials, "".join(known[:surname]) + initials[surname:], "".join(known[surname:])]
    words += [word.replace("v", "u") for word in words if "v" in word]
    return [word for word in words if word]


def _numbers(person: Person) -> list[str]:
    digits = [re.sub(r"\D", "", number) for number in (*person.phones, person.number)]
    return [number for number in digits if number]


def _tails(number: str) -> list[str]:
    if len(number) <= SHORTEST_TAIL:
        return [number]
    return [number[start:] for start in range(len(number) - SHORTEST_TAIL + 1)]


def _code(character: str) -> str:
    return f"{ord(character):x}"


@dataclass(slots=True)
class SearchIndex:
    """Writes one person's words; the caller's transaction holds the row and the index together."""

    session: Session
    office_id: uuid.UUID

    def put(self, person: Person) -> None:
        self.remove(person.id)
        if person.status in (PersonStatus.WITHDRAWN, PersonStatus.ERASED):
            return
        words = words_of(person)
        document = SearchDocumentRecord(
            office_id=self.office_id,
            person_id=person.id,
            names=words.names,
            pinyin=words.pinyin,
            numbers=words.numbers,
        )
        self.session.add(document)
        self.session.flush()
        if self._has_full_text:
            statement = text("INSERT INTO search_index(rowid, nm, py, num) VALUES (:doc, :nm, :py, :num)")
            row = {"doc": document.doc, "nm": words.names, "py": words.pinyin, "num": words.numbers}
            self.session.execute(statement, row)

    def put_many(self, people: Sequence[Person]) -> None:
        """Documents of people who have none yet, in two statements."""
        last = self.session.scalar(select(func.coalesce(func.max(SearchDocumentRecord.doc), 0))) or 0
        rows = []
        for doc, person in enumerate(people, start=last + 1):
            words = words_of(person)
            row = {"office_id": self.office_id, "person_id": person.id, "names": words.names}
            rows.append(row | {"pinyin": words.pinyin, "numbers": words.numbers, "doc": doc})
        if self._has_full_text:
            self.session.execute(insert(SearchDocumentRecord), rows)
            statement = text("INSERT INTO search_index(rowid, nm, py, num) VALUES (:doc, :names, :pinyin, :numbers)")
            keys = ("doc", "names", "pinyin", "numbers")
            self.session.execute(statement, [{key: row[key] for key in keys} for row in rows])
        else:
            for row in rows:
                row.pop("doc")
            self.session.execute(insert(SearchDocumentRecord), rows)

    def replace_many(self, people: Sequence[Person]) -> None:
        """New documents for people who may have one; those who are in no list get none."""
        self._remove_many([person.id for person in people])
        shown = [person for person in people if person.status not in (PersonStatus.WITHDRAWN, PersonStatus.ERASED)]
        if shown:
            self.put_many(shown)

    def _remove_many(self, person_ids: Sequence[uuid.UUID]) -> None:
        for batch in in_batches(person_ids):
            ours = (SearchDocumentRecord.office_id == self.office_id, SearchDocumentRecord.person_id.in_(batch))
            docs = list(self.session.scalars(select(SearchDocumentRecord.doc).where(*ours)))
            if docs and self._has_full_text:
                statement = text("DELETE FROM search_index WHERE rowid = :doc")
                self.session.execute(statement, [{"doc": doc} for doc in docs])
            self.session.execute(delete(SearchDocumentRecord).where(*ours))

    def remove(self, person_id: uuid.UUID) -> None:
        ours = (SearchDocumentRecord.office_id == self.office_id, SearchDocumentRecord.person_id == person_id)
        doc = self.session.scalar(select(SearchDocumentRecord.doc).where(*ours))
        if doc is None:
            return
        if self._has_full_text:
            self.session.execute(text("DELETE FROM search_index WHERE rowid = :doc"), {"doc": doc})
        self.session.execute(delete(SearchDocumentRecord).where(SearchDocumentRecord.doc == doc))

    @property
    def _has_full_text(self) -> bool:
        return self.session.get_bind().dialect.name == "sqlite"


def matches(query: str, dialect: str) -> ColumnElement[bool] | None:
    """The condition that a PersonRecord is found by every part of the query; None when nothing can be searched for."""
    parts = _RUNS.findall(query)
    if dialect == "sqlite":
        return _full_text(parts)
    return _columns(parts)


def _full_text(parts: list[str]) -> ColumnElement[bool] | None:
    terms = [term for part in parts if (term := _fts_term(part))]
    if not terms:
        return None
    hits = text("SELECT rowid FROM search_index WHERE search_index MATCH :fts").bindparams(fts=" AND ".join(terms))
    found = select(SearchDocumentRecord.person_id).where(SearchDocumentRecord.doc.in_(hits))
    return PersonRecord.id.in_(found)


def _fts_term(part: str) -> str:
    if part.isdigit():
        return f"num : {part} *"
    if codes := [_code(c) for c in part if is_han(c)]:
        return f'nm : "{" ".join(codes)}"'
    letters = re.sub(r"[^a-z]", "", strip_tones(part))
    return f"py : {letters} *" if letters else ""


def _columns(parts: list[str]) -> ColumnElement[bool] | None:
    conditions: list[ColumnElement[bool]] = []
    for part in parts:
        if part.isdigit():
            conditions.append((literal(" ") + SearchDocumentRecord.numbers).contains(f" {part}"))
        elif codes := [_code(c) for c in part if is_han(c)]:
            padded = literal(" ") + SearchDocumentRecord.names + literal(" ")
            conditions.append(padded.contains(f" {' '.join(codes)} "))
        elif letters := re.sub(r"[^a-z]", "", strip_tones(part)):
            conditions.append((literal(" ") + SearchDocumentRecord.pinyin).contains(f" {letters}"))
    if not conditions:
        return None
    return PersonRecord.id.in_(select(SearchDocumentRecord.person_id).where(and_(*conditions)))
