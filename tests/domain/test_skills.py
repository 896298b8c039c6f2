"""What people can do on the days of a shift."""

from datetime import date

from volunteer_app.domain.ids import PersonId, QualificationId, SkillId, new_id
from volunteer_app.domain.skills import Qualification, Skill, skills_held

CPR = Skill(SkillId(new_id()), "心肺复苏")
FIRST_AID = Skill(SkillId(new_id()), "急救证", includes=(CPR.id,))
TRAINER = Skill(SkillId(new_id()), "急救师资", includes=(FIRST_AID.id,))
SKILLS = {skill.id: skill for skill in (CPR, FIRST_AID, TRAINER)}
DAY = date(2026, 7, 13)


def paper(skill: Skill, expires_on: date | None = None) -> Qualification:
    return Qualification(QualificationId(new_id()), PersonId(new_id()), skill.id, expires_on=expires_on)


def held(*papers: Qualification, first: date = DAY, last: date = DAY) -> frozenset[SkillId]:
    return skills_held(papers, SKILLS, first=first, last=last)


def test_a_paper_is_valid_on_its_last_day() -> None:
    assert held(paper(CPR, DAY)) == {CPR.id}


def test_a_paper_that_expires_during_the_shift_is_no_paper() -> None:
    assert not held(paper(CPR, DAY), last=date(2026, 7, 14))


def test_a_skill_brings_all_it_includes_however_deep() -> None:
    assert held(paper(TRAINER)) == {TRAINER.id, FIRST_AID.id, CPR.id}


def test_an_expired_paper_does_not_bring_what_it_includes() -> None:
    assert not held(paper(FIRST_AID, date(2026, 7, 12)))


def test_one_valid_paper_of_two_for_the_same_skill_is_enough() -> None:
    assert held(paper(CPR, date(2026, 1, 1)), paper(CPR, date(2027, 1, 1))) == {CPR.id}


def test_skills_that_include_each_other_come_to_an_end() -> None:
    left, right = SkillId(new_id()), SkillId(new_id())
    circle = {left: Skill(left, "甲", includes=(right,)), right: Skill(right, "乙", includes=(left,))}

    assert skills_held([paper(circle[left])], circle, first=DAY, last=DAY) == {left, right}


def test_a_skill_nobody_lists_any_more_is_still_held() -> None:
    gone = Skill(SkillId(new_id()), "已停用")

    assert held(paper(gone)) == {gone.id}
