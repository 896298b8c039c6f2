"""Fills a call's order: ranks the opened tiers, and says before the first ring who cannot be rung and why."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from volunteer_app.domain.call_order import BEST_PER_TIER, NotCallable, Ranked, rank, standing_against
from volunteer_app.domain.calls import Ask, Call, CallTier
from volunteer_app.domain.findings import Finding
from volunteer_app.domain.ids import AskId, PersonId, ShiftId, SkillId, new_id
from volunteer_app.domain.phone_numbers import TroubleKind, trouble
from volunteer_app.domain.placement import PlacementRules, check
from volunteer_app.domain.shifts import NeedKind, Shift, seat
from volunteer_app.domain.skills import Skill
from volunteer_app.services.call_rows import NotCallableRow, Preflight
from volunteer_app.services.session import Desk
from volunteer_app.storage.queries import call_desk
from volunteer_app.storage.queries.call_candidates import Wanted, candidates
from volunteer_app.storage.queries.call_desk import Reach, Transaction
from volunteer_app.storage.queries.crew import load_crew, these_people
from volunteer_app.storage.repositories.facts import days_touched, shift_facts
from volunteer_app.storage.unit_of_work import UnitOfWork

RULES = PlacementRules()
MARGIN_MINUTES = 8 * 24 * 60
POSITIONS_PER_TIER = 10_000
AT_A_TIME = 350
FIRST_TIERS = (CallTier.ON_SHIFT, CallTier.OWN_TEAM, CallTier.STANDBY)


def first_tiers(shift: Shift) -> tuple[CallTier, ...]:
    """A shift of no team has no team to begin with."""
    return FIRST_TIERS if shift.team_id is not None else (*FIRST_TIERS, CallTier.OTHER_TEAMS)


@dataclass(slots=True)
class Judged:
    """Who of the opened tiers can be rung, best first, who cannot, and how many were not looked at."""

    callable: list[Ranked] = field(default_factory=list)
    not_callable: list[NotCallable] = field(default_factory=list)
    left_over: dict[CallTier, int] = field(default_factory=dict)
    names: dict[PersonId, str] = field(default_factory=dict)

    def preflight(self) -> Preflight:
        rows = (
            NotCallableRow(each.person_id, self.names[each.person_id], each.tier, each.has_phone, each.findings)
            for each in self.not_callable
        )
        return Preflight(len(self.callable), tuple(rows), tuple(self.left_over.items()))


class CallOrder:
    """Ranks and judges the candidates of one call in one transaction."""

    def __init__(self, desk: Desk, transaction: Transaction, call: Call, shift_id: ShiftId) -> None:
        self._desk = desk
        self._transaction = transaction
        self._call = call
        self._shift = transaction.shifts.get(shift_id)
        self._post = transaction.posts.get(self._shift.post_id)
        held = transaction.assignments.held_in([shift_id])[shift_id]
        self._seated = {place.person_id: place.need_id for place in held}

    def judge(self, tiers: Sequence[CallTier]) -> Judged:
        """Look at the best of each tier until 300 can be rung."""
        by_tier: dict[CallTier, list[Ranked]] = defaultdict(list)
        for ranked in rank(candidates(self._transaction, self._wanted(), tuple(tiers))):
            by_tier[ranked.tier].append(ranked)
        judged = Judged()
        for tier, of_tier in by_tier.items():
            self._judge_tier(tier, of_tier, judged)
        return judged

    def _judge_tier(self, tier: CallTier, of_tier: list[Ranked], judged: Judged) -> None:
        looked_at = found = 0
        while looked_at < len(of_tier) and found < BEST_PER_TIER:
            some = of_tier[looked_at : looked_at + AT_A_TIME]
            against = self._standing_against([each.person_id for each in some])
            for each, reason in zip(some, self._sorted_out(some, against, judged), strict=True):
                looked_at += 1
                if reason is not None:
                    judged.not_callable.append(reason)
                    continue
                judged.callable.append(each)
                found += 1
                if found == BEST_PER_TIER:
                    break
        if looked_at < len(of_tier):
            judged.left_over[tier] = len(of_tier) - looked_at

    def _sorted_out(
        self, some: list[Ranked], against: dict[PersonId, tuple[Finding, ...]], judged: Judged
    ) -> Iterator[NotCallable | None]:
        reach = call_desk.reach_of(self._transaction, [each.person_id for each in some])
        unusable = self._unusable(reach)
        for each in some:
            judged.names[each.person_id] = reach[each.person_id].name
            has_phone = any(number not in unusable for number in reach[each.person_id].phones)
            findings = against[each.person_id]
            fine = has_phone and not findings
            yield None if fine else NotCallable(each.person_id, each.tier, has_phone, findings)

    def _unusable(self, reach: dict[PersonId, Reach]) -> set[str]:
        """Numbers that turned out dead or wrong before."""
        numbers = [number for each in reach.values() for number in each.phones]
        rings = self._transaction.calls.misses_of(numbers)
        judged = ((number, trouble(outcomes)) for number, outcomes in rings.items())
        return {number for number, kind in judged if kind in (TroubleKind.DEAD, TroubleKind.WRONG)}

    def _standing_against(self, person_ids: list[PersonId]) -> dict[PersonId, tuple[Finding, ...]]:
        everybody = list({*self._seated, *person_ids})
        who = these_people(self._transaction.office_id, everybody)
        shift, zone = self._shift, self._desk.zone
        crew = load_crew(self._transaction, who, shift.span.widened(MARGIN_MINUTES), zone)
        abilities = {each: crew.facts(each, shift.span, ()).abilities for each in everybody}
        team = None if shift.team_id is None else self._transaction.teams.get(shift.team_id)
        found = {}
        for person_id in person_ids:
            # A full shift is called for reserves: then nobody lacks a place.
            has_place = not shift.vacancies or seat(shift.needs, self._seated, abilities, person_id) is not None
            where = shift_facts(shift, self._post, team, has_place=has_place, zone=zone)
            facts = crew.facts(person_id, shift.span, crew.members[person_id].duties())
            found[person_id] = standing_against(check(facts, where, RULES))
        return found

    def _wanted(self) -> Wanted:
        shift, zone = self._shift, self._desk.zone
        scarce = [need for need in shift.needs if need.vacancies and need.kind is not NeedKind.HEADS]
        first, _ = days_touched(shift.span, zone)
        skills = {need.skill_id for need in scarce if need.skill_id is not None}
        return Wanted(
            call_id=self._call.id,
            shift_id=shift.id,
            span=shift.span,
            day=first,
            team_id=shift.team_id,
            community_id=self._post.community_id,
            leader=any(need.kind is NeedKind.ROLE for need in scarce),
            skills=including(skills, self._transaction.skills.all()) if skills else frozenset(),
            now=self._desk.now(),
            zone=zone,
        )


def including(wanted: set[SkillId], skills: dict[SkillId, Skill]) -> frozenset[SkillId]:
    """The skills that are wanted, and those that include one of them."""
    found = set(wanted)
    while more := {skill.id for skill in skills.values() if skill.id not in found and found & set(skill.includes)}:
        found |= more
    return frozenset(found)


def bring_in(uow: UnitOfWork, desk: Desk, call: Call, shift_id: ShiftId, *, tiers: Sequence[CallTier]) -> Preflight:
    """Put everybody of the tiers who can be rung into the call's order, behind those of the same tier already there."""
    judged = CallOrder(desk, uow, call, shift_id).judge(tiers)
    last = {tier: tier.rank * float(POSITIONS_PER_TIER) for tier in CallTier}
    for ask in uow.calls.asks(call.id):
        last[ask.tier] = max(last[ask.tier], ask.position)
    asks = []
    for ranked in judged.callable:
        last[ranked.tier] += 1
        asks.append(
            Ask(
                id=AskId(new_id()),
                call_id=call.id,
                person_id=ranked.person_id,
                tier=ranked.tier,
                position=last[ranked.tier],
                score=ranked.score,
                reasons=ranked.reasons,
            )
        )
    uow.calls.add_asks(asks)
    return judged.preflight()
