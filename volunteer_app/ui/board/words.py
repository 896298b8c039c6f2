"""What the week board says of shifts, people and changes. It decides nothing and knows no widget."""

from collections.abc import Iterable, Mapping
from datetime import date

from volunteer_app.domain.candidates import Factor, Reason
from volunteer_app.domain.findings import Level
from volunteer_app.domain.ids import SkillId
from volunteer_app.domain.publishing import PlanChangeKind
from volunteer_app.domain.shifts import Hazard, Need, NeedKind, Post
from volunteer_app.domain.skills import Skill
from volunteer_app.domain.span import Span
from volunteer_app.services.candidates import Candidate
from volunteer_app.services.publishing import News
from volunteer_app.services.week_board import BoardCell, BoardShift, Lock, Token
from volunteer_app.ui import time_text
from volunteer_app.ui.finding_text import findings_words
from volunteer_app.ui.text import label, translate

SkillNames = Mapping[SkillId, Skill]


@label.register
def _(value: Hazard) -> str:
    match value:
        case Hazard.NONE:
            return translate("Board", "No special danger")
        case Hazard.EMERGENCY:
            return translate("Board", "Emergency")
        case Hazard.TRAFFIC:
            return translate("Board", "On the road")


def day_words(day: date) -> str:
    """`07-18 周六`."""
    return f"{day:%m-%d} {time_text.weekday(day)}"


def when_words(span: Span) -> str:
    """`07-18 周六 15:00–20:00`."""
    return f"{day_words(time_text.office_day(span.start))} {time_text.hours(span)}"


def hours_words(minutes: int) -> str:
    """`6.5 h`."""
    return f"{minutes / 60:.3g} h"


def week_words(monday: date, sunday: date) -> str:
    """`7 月 13 – 19 日`, with both months where they differ."""
    if monday.month == sunday.month:
        words = translate("Board", "{month}/{first} – {last}")
    else:
        words = translate("Board", "{month}/{first} – {last_month}/{last}")
    return words.format(month=monday.month, first=monday.day, last_month=sunday.month, last=sunday.day)


def need_words(need: Need, skills: SkillNames) -> str:
    """Who is wanted: 带班, a skill, or anybody."""
    match need.kind:
        case NeedKind.ROLE:
            return translate("Board", "leader")
        case NeedKind.SKILL if need.skill_id is not None and need.skill_id in skills:
            return skills[need.skill_id].name
        case NeedKind.SKILL | NeedKind.HEADS:
            return translate("Board", "anybody")


def open_words(needs: Iterable[Need], skills: SkillNames) -> str:
    """`缺：带班 1、普通 2`; empty when nobody is missing."""
    missing = [f"{need_words(need, skills)} {need.vacancies}" for need in needs if need.vacancies]
    return translate("Board", "Open: {places}").format(places="、".join(missing)) if missing else ""


def lock_words(lock: Lock) -> str:
    match lock:
        case Lock.OPEN:
            return translate("Board", "Draft, not yet published")
        case Lock.TOLD:
            return translate("Board", "Published")
        case Lock.CHANGED:
            return translate("Board", "Changed since it was published")
        case Lock.OVER:
            return translate("Board", "Over; changes need a reason")


def token_words(token: Token) -> str:
    """A person on the board with all that is marked on the token."""
    marks = [token.name]
    if token.is_leader:
        marks.append(translate("Board", "leads"))
    if token.is_displaced:
        marks.append(translate("Board", "lost the place when the shift moved, to be asked again"))
    if token.is_draft and not token.is_displaced:
        marks.append(translate("Board", "draft"))
    if token.findings:
        marks.append(translate("Board", "conflict: {findings}").format(findings=findings_words(token.findings)))
    if token.override_reason:
        marks.append(translate("Board", "reason: {reason}").format(reason=token.override_reason))
    return "，".join(marks)


def shift_words(shift: BoardShift, skills: SkillNames) -> str:
    """A shift in full, line by line: for the tooltip and the preview."""
    lines = [
        when_words(shift.shift.span),
        translate("Board", "{taken} of {needed} placed").format(taken=shift.taken, needed=shift.shift.needed),
        open_words(shift.shift.needs, skills),
        *(token_words(token) for token in shift.tokens),
        lock_words(shift.lock),
        shift.shift.note,
    ]
    return "\n".join(line for line in lines if line)


def spoken_cell(post: Post, cell: BoardCell) -> str:
    """What a screen reader says: `周四 河道巡查 A，08:00–16:00，3 缺 1，苏晓岚 冲突`."""
    parts = [f"{time_text.weekday(cell.day)} {post.name}"]
    for shift in cell.shifts:
        parts.append(time_text.hours(shift.shift.span))
        count = translate("Board", "{needed} needed, {missing} short") if shift.shift.vacancies else ""
        full = translate("Board", "{needed} needed, full")
        parts.append((count or full).format(needed=shift.shift.needed, missing=shift.shift.vacancies))
        parts.extend(_spoken_token(token) for token in shift.tokens)
    if not cell.shifts:
        parts.append(translate("Board", "no shift"))
    return "，".join(parts)


def _spoken_token(token: Token) -> str:
    name = translate("Board", "{name} leads").format(name=token.name) if token.is_leader else token.name
    return translate("Board", "{name} conflict").format(name=name) if token.is_conflict else name


def plain_cell(post: Post, cell: BoardCell) -> str:
    """A cell as text for WeChat and WPS: when, where, who."""
    lines = []
    for shift in cell.shifts:
        names = "、".join(f"★{token.name}" if token.is_leader else token.name for token in _held(shift))
        lines.append(f"{when_words(shift.shift.span)} {post.name}：{names}")
    return "\n".join(lines)


def _held(shift: BoardShift) -> Iterable[Token]:
    return (token for token in shift.tokens if not token.is_displaced)


def reason_words(reason: Reason) -> str:
    match reason.factor:
        case Factor.OWN_TEAM:
            return translate("Board", "own team")
        case Factor.OTHER_TEAM:
            return translate("Board", "other team")
        case Factor.FITS_SCARCE_PLACE:
            return translate("Board", "fits the open place")
        case Factor.NEAR:
            return translate("Board", "lives near")
        case Factor.SHIFTS_THIS_WEEK if reason.count == 0:
            return translate("Board", "not placed this week")
        case Factor.SHIFTS_THIS_WEEK:
            return translate("Board", "{count} shifts this week").format(count=reason.count)


def candidate_words(candidate: Candidate) -> str:
    """Why somebody is offered; for those who cannot come, why not."""
    against = [finding for finding in candidate.findings if finding.level is not Level.HINT]
    if against:
        return findings_words(against)
    return " · ".join(reason_words(reason) for reason in candidate.reasons)


def news_words(news: News) -> str:
    """One change since the last publication, without the shift it belongs to."""
    change = news.change
    match change.kind:
        case PlanChangeKind.SHIFT_ADDED:
            return translate("Board", "new shift")
        case PlanChangeKind.SHIFT_CANCELLED:
            return translate("Board", "cancelled")
        case PlanChangeKind.SHIFT_MOVED:
            old = when_words(change.old_span) if change.old_span is not None else ""
            return translate("Board", "moved, was {old}").format(old=old)
        case PlanChangeKind.JOINED:
            return translate("Board", "added {name}").format(name=news.person)
        case PlanChangeKind.LEFT:
            return translate("Board", "removed {name}").format(name=news.person)
        case PlanChangeKind.LEADER_SET:
            return translate("Board", "{name} leads from now on").format(name=news.person)
        case PlanChangeKind.LEADER_UNSET:
            return translate("Board", "{name} no longer leads").format(name=news.person)


def news_lines(news: Iterable[News]) -> list[str]:
    """All changes, one line a shift: for the dialog and for WeChat."""
    by_shift: dict[str, list[str]] = {}
    for each in sorted(news, key=lambda one: one.change.span):
        head = f"{when_words(each.change.span)} {each.post}"
        by_shift.setdefault(head, []).append(news_words(each))
    return [f"{head}：{'，'.join(changes)}" for head, changes in by_shift.items()]
