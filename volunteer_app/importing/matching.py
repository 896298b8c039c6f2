"""Words to the office's own teams and communities, and rows to the people already seen in the same files."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import lru_cache

from volunteer_app.domain.id_number import IdNumber
from volunteer_app.domain.roster_file import (
    Cell,
    Cleaned,
    FieldName,
    KnownCommunity,
    KnownTeam,
    Problem,
    ProblemCode,
    RowRef,
    Vocabulary,
)
from volunteer_app.domain.text import half_width, squeeze

_SHORTEST_CONTAINED = 4


@dataclass(frozen=True, slots=True)
class Match:
    """The official name, and whether the file had another word for it; no name, and what it may have meant."""

    name: str = ""
    is_alias: bool = False
    suggestion: str = ""


class Directory:
    """Official names and their aliases, looked up by any spelling of spaces and width."""

    def __init__(self, entries: Iterable[KnownTeam | KnownCommunity]) -> None:
        listed = tuple(entries)
        self._names = {_key(entry.name): entry.name for entry in listed}
        self._aliases = {_key(alias): entry.name for entry in listed for alias in entry.aliases}
        self.find = lru_cache(maxsize=4096)(self._find)

    def _find(self, text: str) -> Match:
        key = _key(text)
        if name := self._names.get(key):
            return Match(name)
        if name := self._aliases.get(key) or self.contained_in(key):
            return Match(name, is_alias=True)
        close = get_close_matches(key, self._names, n=1, cutoff=0.7)
        return Match(suggestion=self._names[close[0]] if close else "")

    def exact(self, text: str) -> str:
        """The official name where the text is that name or an alias of it, whole."""
        key = _key(text)
        return self._names.get(key) or self._aliases.get(key, "")

    def contained_in(self, text: str) -> str:
        """The one official name that stands somewhere in a text, such as the title of a sheet."""
        key = _key(text)
        found = [name for known, name in self._names.items() if len(known) >= _SHORTEST_CONTAINED and known in key]
        longest = max(found, key=len, default="")
        return longest if all(name in longest for name in found) else ""


def _key(text: str) -> str:
    return half_width(squeeze(text)).lower()


@dataclass(frozen=True, slots=True)
class Matcher:
    teams: Directory
    communities: Directory
    emergency_teams: frozenset[str]
    area_code: str

    @classmethod
    def of(cls, vocabulary: Vocabulary) -> "Matcher":
        return cls(
            Directory(vocabulary.teams),
            Directory(vocabulary.communities),
            frozenset(team.name for team in vocabulary.teams if team.emergency),
            vocabulary.area_code,
        )


@dataclass(slots=True)
class RowDraft:
    """A row while it is being judged. `cells` holds the name and the raw content of the cell of each field."""

    ref: RowRef
    team: str
    values: dict[FieldName, str] = field(default_factory=dict)
    cells: Mapping[FieldName, tuple[str, Cell]] = field(default_factory=dict)
    cleaned: list[Cleaned] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    identity: IdNumber | None = None
    same_person: RowRef | None = None

    @property
    def name(self) -> str:
        return self.values.get(FieldName.NAME, "")

    @property
    def teams(self) -> str:
        return self.values.get(FieldName.TEAM, "") or self.team


class PeopleSeen:
    """Everybody read so far, in all files: who comes twice, whose ID or phone belongs to somebody else."""

    def __init__(self) -> None:
        self._by_id: dict[str, RowDraft] = {}
        self._by_name_and_phone: dict[tuple[str, str], RowDraft] = {}
        self._by_phone: dict[str, RowDraft] = {}

    def meet(self, draft: RowDraft) -> tuple[ProblemCode, FieldName, RowRef] | None:
        """What the earlier rows say against this one, if anything. Remembers it for the rows to come."""
        finding = self._finding(draft)
        self._remember(draft)
        return finding

    def _finding(self, draft: RowDraft) -> tuple[ProblemCode, FieldName, RowRef] | None:
        phone = draft.values.get(FieldName.PHONE, "")
        by_id = self._by_id.get(draft.identity.number) if draft.identity else None
        if by_id is not None and draft.name and by_id.name and by_id.name != draft.name:
            return ProblemCode.SAME_ID_OTHER_NAME, FieldName.ID_NUMBER, by_id.ref
        if by_id is not None and draft.name:
            return self._again(draft, by_id, FieldName.ID_NUMBER)
        again = self._by_name_and_phone.get((draft.name, phone)) if draft.name else None
        if again is not None and not _are_different_people(draft, again):
            return self._again(draft, again, FieldName.PHONE)
        owner = self._by_phone.get(phone)
        if owner is not None and (owner.name != draft.name or _are_different_people(draft, owner)):
            return ProblemCode.SHARED_PHONE, FieldName.PHONE, owner.ref
        return None

    @staticmethod
    def _again(draft: RowDraft, first: RowDraft, by: FieldName) -> tuple[ProblemCode, FieldName, RowRef] | None:
        """The same person in another team or sheet has two memberships; in the same one the row was copied."""
        same_sheet = (draft.ref.file, draft.ref.sheet) == (first.ref.file, first.ref.sheet)
        if same_sheet and draft.teams == first.teams:
            return ProblemCode.DUP_ROW, by, first.ref
        draft.same_person = first.ref
        return None

    def _remember(self, draft: RowDraft) -> None:
        phone = draft.values.get(FieldName.PHONE, "")
        if draft.identity:
            self._by_id.setdefault(draft.identity.number, draft)
        if phone:
            self._by_phone.setdefault(phone, draft)
            if draft.name:
                self._by_name_and_phone.setdefault((draft.name, phone), draft)


def _are_different_people(one: RowDraft, other: RowDraft) -> bool:
    return bool(one.identity and other.identity and one.identity.number != other.identity.number)
