"""A person as typed into the form, and what of it can be stored. Nobody's name is refused for its characters.

Every check names its field and a stable code; the window has a sentence for each code.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import partial

from volunteer_app.domain.date_text import read_date_text
from volunteer_app.domain.errors import InvalidField
from volunteer_app.domain.id_number import IdFault, IdNumber, read_id_number
from volunteer_app.domain.ids import CommunityId, MembershipId, PersonId, QualificationId, SkillId, TeamId
from volunteer_app.domain.people import BirthDate, Person, Sex
from volunteer_app.domain.person_file import PersonFile
from volunteer_app.domain.teams import MemberRole
from volunteer_app.domain.text import (
    DEFAULT_AREA_CODE,
    MAX_NAME_LENGTH,
    NameFault,
    PhoneFault,
    clean_name,
    half_width,
    parse_phones,
    squeeze,
)

CITIZEN_ID = "居民身份证"
MAX_LINE_LENGTH = 200
MAX_REMARK_LENGTH = 1000
# Papers with 18 characters and a check digit (domain.md 2.1); any other paper's number is taken as it is.
CHECKED_PAPERS = ("", CITIZEN_ID, "港澳台居民居住证", "外国人永久居留身份证")
_PHONES = ("phone", "phone2", "office_phone")
_SAME_IN_BOTH = (
    "name",
    "pinyin",
    "sex",
    "phone",
    "phone2",
    "office_phone",
    "community_id",
    "address",
    "department",
    "political",
    "id_type",
    "emergency_contact",
    "emergency_phone",
    "remark",
    "availability",
)
_LINES = ("pinyin", "address", "department", "political", "emergency_contact")


class FieldCode(StrEnum):
    """Why a field cannot be stored."""

    MISSING = "missing"
    TOO_LONG = "too_long"
    PHONE_TEXT = "phone_text"
    PHONE_MASKED = "phone_masked"
    PHONE_LENGTH = "phone_length"
    PHONE_PREFIX = "phone_prefix"
    PHONE_PRECISION_LOST = "phone_precision_lost"
    PHONE_SEVERAL = "phone_several"
    ID_LENGTH = "id_length"
    ID_CHARACTERS = "id_characters"
    ID_REGION = "id_region"
    ID_BIRTH_DATE = "id_birth_date"
    ID_CHECK_DIGIT = "id_check_digit"
    DATE_UNREADABLE = "date_unreadable"
    DATE_IN_FUTURE = "date_in_future"
    TEAM_TWICE = "team_twice"


_PHONE_CODES = {
    PhoneFault.TEXT: FieldCode.PHONE_TEXT,
    PhoneFault.MASKED: FieldCode.PHONE_MASKED,
    PhoneFault.LENGTH: FieldCode.PHONE_LENGTH,
    PhoneFault.PREFIX: FieldCode.PHONE_PREFIX,
    PhoneFault.PRECISION_LOST: FieldCode.PHONE_PRECISION_LOST,
}
_ID_CODES = {
    IdFault.LENGTH: FieldCode.ID_LENGTH,
    IdFault.CHARACTERS: FieldCode.ID_CHARACTERS,
    IdFault.REGION: FieldCode.ID_REGION,
    IdFault.BIRTH_DATE: FieldCode.ID_BIRTH_DATE,
    IdFault.CHECK_DIGIT: FieldCode.ID_CHECK_DIGIT,
}


@dataclass(frozen=True, slots=True)
class MembershipEntry:
    """A line of the form's team list. No id: a new membership."""

    team_id: TeamId
    role: MemberRole = MemberRole.MEMBER
    title: str = ""
    is_main: bool = False
    id: MembershipId | None = None


@dataclass(frozen=True, slots=True)
class PaperEntry:
    """A line of the form's skills, the expiry as typed. No id: a new one."""

    skill_id: SkillId
    paper_number: str = ""
    expires_on: str = ""
    id: QualificationId | None = None


@dataclass(frozen=True, slots=True)
class PersonEntry:
    """What the form holds, texts as typed. `id_number` None: not touched; empty: to be removed."""

    name: str = ""
    pinyin: str = ""
    sex: Sex = Sex.UNKNOWN
    birth: str = ""
    phone: str = ""
    phone2: str = ""
    office_phone: str = ""
    community_id: CommunityId | None = None
    address: str = ""
    department: str = ""
    political: str = ""
    id_type: str = CITIZEN_ID
    id_number: str | None = None
    emergency_contact: str = ""
    emergency_phone: str = ""
    remark: str = ""
    availability: int | None = None
    memberships: tuple[MembershipEntry, ...] = ()
    papers: tuple[PaperEntry, ...] = ()

    @classmethod
    def of(cls, file: PersonFile, today: date) -> "PersonEntry":
        """The form as it opens on a file: the teams of today, the ID number untouched."""
        person = file.person
        same = {name: getattr(person, name) for name in _SAME_IN_BOTH}
        return cls(
            **same,
            birth=person.birth.iso if person.birth else "",
            memberships=tuple(
                MembershipEntry(each.team_id, each.role, each.title, each.is_main, each.id)
                for each in sorted(file.memberships, key=lambda each: not each.is_main)
                if each.holds_on(today)
            ),
            papers=tuple(
                PaperEntry(
                    each.skill_id, each.paper_number, each.expires_on.isoformat() if each.expires_on else "", each.id
                )
                for each in file.papers
            ),
        )


@dataclass(frozen=True, slots=True)
class Rules:
    """What texts are judged by: the day, and what completes a landline."""

    today: date
    area_code: str = DEFAULT_AREA_CODE


def faults(entry: PersonEntry, rules: Rules) -> Iterator[InvalidField]:
    """Everything that keeps the entry from being stored, in the order of the form."""
    for check in _checks(entry, rules):
        try:
            check()
        except InvalidField as fault:
            yield fault


def checked_person(entry: PersonEntry, person_id: PersonId, rules: Rules) -> Person:
    """The person the entry describes; birth and sex come from the ID number where nothing was typed.

    Raises InvalidField for the first field, in the form's order, that cannot be stored.
    """
    for fault in faults(entry, rules):
        raise fault
    identity = read_identity(entry.id_number or "", entry.id_type, rules)
    birth, sex = read_birth(entry.birth, rules), entry.sex
    if isinstance(identity, IdNumber):
        birth = birth or BirthDate.of(identity.birth)
        sex = identity.sex if sex is Sex.UNKNOWN else sex
    return Person(
        id=person_id,
        name=read_name(entry.name),
        pinyin=" ".join(entry.pinyin.split()),
        sex=sex,
        birth=birth,
        phone=read_phone(entry.phone, "phone", rules),
        phone2=read_phone(entry.phone2, "phone2", rules),
        office_phone=read_phone(entry.office_phone, "office_phone", rules),
        community_id=entry.community_id,
        address=entry.address.strip(),
        department=entry.department.strip(),
        political=entry.political.strip(),
        id_type=entry.id_type,
        id_number=identity.number if isinstance(identity, IdNumber) else identity,
        remark=entry.remark.strip(),
        emergency_contact=clean_name(entry.emergency_contact).name,
        emergency_phone=read_phone(entry.emergency_phone, "emergency_phone", rules),
        availability=entry.availability,
    )


def read_name(text: str) -> str:
    """Cleaned of spaces for alignment. Raises InvalidField only when it is empty or longer than a name can be."""
    reading = clean_name(text)
    if reading.fault is NameFault.MISSING:
        raise InvalidField("name", FieldCode.MISSING)
    return read_length(reading.name, "name", MAX_NAME_LENGTH)


def read_length(text: str, field: str, most: int = MAX_LINE_LENGTH) -> str:
    """Raises InvalidField when the text is longer than its place."""
    if len(text) > most:
        raise InvalidField(field, FieldCode.TOO_LONG, str(most))
    return text


def read_phone(text: str, field: str, rules: Rules) -> str:
    """One number as it is dialled, or nothing. Raises InvalidField."""
    reading = parse_phones(text, rules.area_code)
    if reading.fault:
        digits = sum(character.isdigit() for character in half_width(text))
        raise InvalidField(field, _PHONE_CODES[reading.fault], str(digits))
    if len(reading.phones) > 1:
        raise InvalidField(field, FieldCode.PHONE_SEVERAL)
    return reading.phones[0].text if reading.phones else ""


def read_identity(text: str, id_type: str, rules: Rules) -> IdNumber | str:
    """A checked ID number; of another kind of paper the text itself. Raises InvalidField."""
    bare = half_width(squeeze(text)).upper()
    if not bare or id_type not in CHECKED_PAPERS:
        return read_length(bare, "id_number", MAX_NAME_LENGTH)
    reading = read_id_number(bare, rules.today)
    if isinstance(reading, IdFault):
        raise InvalidField("id_number", _ID_CODES[reading], str(len(bare)))
    return reading


def read_birth(text: str, rules: Rules) -> BirthDate | None:
    """As exactly as it was typed: a year, a month or a day. Raises InvalidField."""
    if not text.strip():
        return None
    reading = read_date_text(text)
    if reading is None:
        raise InvalidField("birth", FieldCode.DATE_UNREADABLE)
    birth = BirthDate.from_iso(reading.iso)
    if reading.iso > rules.today.isoformat()[: len(reading.iso)]:
        raise InvalidField("birth", FieldCode.DATE_IN_FUTURE)
    return birth


def read_expiry(text: str, field: str) -> date | None:
    """The last valid day of a paper; where only the month is given, its last day. Raises InvalidField."""
    if not text.strip():
        return None
    reading = read_date_text(text)
    if reading is None:
        raise InvalidField(field, FieldCode.DATE_UNREADABLE)
    return BirthDate.from_iso(reading.iso).latest()


def expiry_field(index: int) -> str:
    """The name under which the expiry of the form's n-th paper is complained about."""
    return f"papers.{index}"


def team_field(index: int) -> str:
    return f"memberships.{index}"


def read_team(entry: PersonEntry, index: int) -> TeamId:
    """Raises InvalidField when an earlier line names the same team."""
    team_id = entry.memberships[index].team_id
    if any(other.team_id == team_id for other in entry.memberships[:index]):
        raise InvalidField(team_field(index), FieldCode.TEAM_TWICE)
    return team_id


def _checks(entry: PersonEntry, rules: Rules) -> Iterator[Callable[[], object]]:
    yield partial(read_name, entry.name)
    for name in _PHONES:
        yield partial(read_phone, getattr(entry, name), name, rules)
    yield partial(read_birth, entry.birth, rules)
    yield partial(read_identity, entry.id_number or "", entry.id_type, rules)
    for name in _LINES:
        yield partial(read_length, getattr(entry, name), name)
    for index in range(len(entry.memberships)):
        yield partial(read_team, entry, index)
    for index, paper in enumerate(entry.papers):
        yield partial(read_expiry, paper.expires_on, expiry_field(index))
    yield partial(read_phone, entry.emergency_phone, "emergency_phone", rules)
    yield partial(read_length, entry.remark, "remark", MAX_REMARK_LENGTH)
