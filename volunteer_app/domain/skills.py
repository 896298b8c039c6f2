"""What people can do, and the papers that prove it until a day. One skill may include another."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from volunteer_app.domain.ids import PersonId, QualificationId, SkillId


@dataclass(frozen=True, slots=True)
class Skill:
    """A thing people can do. `includes`: whoever has this has those too (急救员 includes 心肺复苏)."""

    id: SkillId
    name: str
    includes: tuple[SkillId, ...] = ()
    needs_paper: bool = False
    position: int = 0


@dataclass(frozen=True, slots=True)
class Qualification:
    """That a person has a skill; with a paper, until when it is valid (last valid day)."""

    id: QualificationId
    person_id: PersonId
    skill_id: SkillId
    paper_number: str = ""
    expires_on: date | None = None

    def is_valid_on(self, day: date) -> bool:
        return self.expires_on is None or day <= self.expires_on


def skills_held(
    qualifications: Iterable[Qualification], skills: Mapping[SkillId, Skill], *, first: date, last: date
) -> frozenset[SkillId]:
    """Skills valid on every day from first to last, with all they include."""
    held: set[SkillId] = set()
    pending = [q.skill_id for q in qualifications if q.is_valid_on(first) and q.is_valid_on(last)]
    while pending:
        skill_id = pending.pop()
        if skill_id not in held:
            held.add(skill_id)
            pending.extend(skills[skill_id].includes if skill_id in skills else ())
    return frozenset(held)
