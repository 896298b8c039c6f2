"""A person: one human being, one row, whatever number of teams. Rules about age and reachability stand here."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from volunteer_app.domain.ids import CommunityId, PersonId

ADULT_AGE = 18
CONSENT_BY_GUARDIAN_AGE = 14


class Sex(StrEnum):
    """GB/T 2261.1."""

    UNKNOWN = "0"
    MALE = "1"
    FEMALE = "2"
    NOT_STATED = "9"


class PersonStatus(StrEnum):
    """WITHDRAWN: came with an import that was undone; in no list, revived when imported again."""

    ACTIVE = "active"
    INACTIVE = "inactive"
    WITHDRAWN = "withdrawn"
    ERASED = "erased"


class AgeBand(StrEnum):
    """domain.md 1.4: what the law asks differs below 14, below 18, and from 18 on."""

    CHILD = "child"
    MINOR = "minor"
    ADULT = "adult"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class BirthDate:
    """A date of birth as far as it is known: rosters often give only year and month."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def of(cls, day: date) -> "BirthDate":
        return cls(day.year, day.month, day.day)

    @classmethod
    def from_iso(cls, text: str) -> "BirthDate":
        """From `1980`, `1980-05` or `1980-05-17`. Raises ValueError on anything else."""
        parts = [int(part) for part in text.split("-")]
        birth = cls(*parts)
        birth.latest()
        return birth

    @property
    def iso(self) -> str:
        parts = [f"{self.year:04d}"]
        parts += [f"{part:02d}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)

    def latest(self) -> date:
        """The last day it can have been, so that a minor is never taken for an adult."""
        if self.month is None:
            return date(self.year, 12, 31)
        if self.day is None:
            following = date(self.year + self.month // 12, self.month % 12 + 1, 1)
            return following - timedelta(days=1)
        return date(self.year, self.month, self.day)

    def age_on(self, day: date) -> int:
        """Full years; somebody born on 29 February grows older on 1 March of a common year (domain.md 9)."""
        born = self.latest()
        return day.year - born.year - ((day.month, day.day) < (born.month, born.day))

    def band_on(self, day: date) -> AgeBand:
        age = self.age_on(day)
        if age < CONSENT_BY_GUARDIAN_AGE:
            return AgeBand.CHILD
        return AgeBand.MINOR if age < ADULT_AGE else AgeBand.ADULT


@dataclass(frozen=True, slots=True)
class Person:
    """One human being.

    Phones are digits as the exchange wants them (`15400000001`, `0370-2000001`). `id_number` is only filled when the
    reader may see it; lists never carry it. `number` is the office's own running number, never derived from the ID.
    `department`: where they work, and as what (党政办公室 主任).
    """

    id: PersonId
    name: str
    number: str = ""
    pinyin: str = ""
    sex: Sex = Sex.UNKNOWN
    birth: BirthDate | None = None
    phone: str = ""
    phone2: str = ""
    office_phone: str = ""
    community_id: CommunityId | None = None
    address: str = ""
    department: str = ""
    political: str = ""
    id_type: str = ""
    id_number: str = ""
    remark: str = ""
    emergency_contact: str = ""
    emergency_phone: str = ""
    availability: int | None = None
    status: PersonStatus = PersonStatus.ACTIVE
    version: int = 0

    @property
    def is_reachable(self) -> bool:
        return self.status is PersonStatus.ACTIVE and bool(self.phone or self.phone2 or self.office_phone)

    @property
    def phones(self) -> tuple[str, ...]:
        """The numbers in the order they are to be tried."""
        return tuple(dict.fromkeys(number for number in (self.phone, self.phone2, self.office_phone) if number))
