"""What the week board looks at: posts, their shifts, and what people were last told. One SELECT; it only reads."""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, or_, select

from volunteer_app.domain.ids import TeamId
from volunteer_app.domain.placement import ShiftFacts
from volunteer_app.domain.publishing import Snapshot
from volunteer_app.domain.shifts import Need, Post, Shift, ShiftState
from volunteer_app.domain.span import Span
from volunteer_app.storage.queries.joins import named_by
from volunteer_app.storage.records.people import TeamRecord
from volunteer_app.storage.records.shifts import NeedRecord, PostRecord, PublicationRecord, ShiftRecord
from volunteer_app.storage.repositories import publications
from volunteer_app.storage.repositories.shifts import to_need, to_post, to_shift
from volunteer_app.storage.unit_of_work import Reader, UnitOfWork


@dataclass(frozen=True, slots=True)
class ShiftAtPost:
    """A shift with its post. `told` is what people know of it; None when they know nothing."""

    shift: Shift
    post: Post
    team_adults_only: bool
    told: Snapshot | None

    def facts(self, zone: tzinfo, now: datetime | None = None, *, has_place: bool) -> ShiftFacts:
        """As the placement check wants it. With `now`, a place in a shift that has ended needs a reason."""
        shift = self.shift
        return ShiftFacts(
            shift_id=shift.id,
            span=shift.span,
            zone=zone,
            hazard=self.post.hazard,
            team_id=shift.team_id,
            team_adults_only=self.team_adults_only,
            skills_wanted=frozenset(need.skill_id for need in shift.needs if need.skill_id is not None),
            has_place=has_place,
            is_over=now is not None and shift.span.end <= now,
        )


@dataclass(frozen=True, slots=True)
class PostsAndShifts:
    """Posts in their order, those without a shift too; shifts in order of start, cancelled ones too if ever told."""

    posts: tuple[Post, ...]
    shifts: tuple[ShiftAtPost, ...]


def posts_and_shifts(transaction: Reader | UnitOfWork, starting: Span, team_id: TeamId | None) -> PostsAndShifts:
    """Shifts that start in the span, of one team or of all."""
    posts: dict[uuid.UUID, Post] = {}
    found: dict[uuid.UUID, tuple[ShiftRecord, PostRecord, bool | None, dict[str, object] | None]] = {}
    needs: dict[uuid.UUID, list[Need]] = {}
    rows = transaction.session.execute(_query(transaction.office_id, starting, team_id))
    for post, shift, need, told, adults_only in rows:
        posts.setdefault(post.id, to_post(post))
        if shift is None:
            continue
        found.setdefault(shift.id, (shift, post, adults_only, told))
        if need is not None:
            needs.setdefault(shift.id, []).append(to_need(need))
    shifts = (
        ShiftAtPost(
            shift=to_shift(shift, tuple(needs.get(shift_id, ()))),
            post=posts[post.id],
            team_adults_only=bool(adults_only),
            told=publications.read(told),
        )
        for shift_id, (shift, post, adults_only, told) in found.items()
    )
    in_order = sorted(shifts, key=lambda at_post: (at_post.shift.span.start, at_post.shift.span.end))
    return PostsAndShifts(tuple(posts.values()), tuple(in_order))


def _query(
    office_id: uuid.UUID, starting: Span, team_id: TeamId | None
) -> Select[PostRecord, ShiftRecord | None, NeedRecord | None, dict[str, object] | None, bool | None]:
    told = and_(
        PublicationRecord.office_id == ShiftRecord.office_id,
        PublicationRecord.shift_id == ShiftRecord.id,
        PublicationRecord.version == ShiftRecord.published_version,
    )
    needed = and_(
        NeedRecord.office_id == ShiftRecord.office_id, NeedRecord.shift_id == ShiftRecord.id, NeedRecord.count > 0
    )
    return (
        select(PostRecord, ShiftRecord, NeedRecord, PublicationRecord.content, TeamRecord.adult_only)
        .outerjoin(ShiftRecord, and_(*_shown(starting, team_id)))
        .outerjoin(NeedRecord, needed)
        .outerjoin(PublicationRecord, told)
        .outerjoin(TeamRecord, named_by(ShiftRecord.team_id, TeamRecord))
        .where(PostRecord.office_id == office_id, _post_shown(team_id))
        .order_by(PostRecord.position, PostRecord.id, NeedRecord.position, NeedRecord.id)
    )


def _shown(starting: Span, team_id: TeamId | None) -> Iterator[ColumnElement[bool]]:
    yield ShiftRecord.office_id == PostRecord.office_id
    yield ShiftRecord.post_id == PostRecord.id
    yield ShiftRecord.starts_at >= starting.start
    yield ShiftRecord.starts_at < starting.end
    yield or_(ShiftRecord.state == ShiftState.PLANNED, ShiftRecord.published_version > 0)
    if team_id is not None:
        yield ShiftRecord.team_id == team_id


def _post_shown(team_id: TeamId | None) -> ColumnElement[Any]:
    if team_id is None:
        return or_(PostRecord.active, ShiftRecord.id.is_not(None))
    return or_(and_(PostRecord.active, PostRecord.team_id == team_id), ShiftRecord.id.is_not(None))
