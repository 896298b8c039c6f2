"""How an edit of the form changes a person's file. Pure: it reads nothing and writes nothing."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from volunteer_app.domain.ids import MembershipId, PersonId, QualificationId, TeamId, new_id
from volunteer_app.domain.person_entry import MembershipEntry, PaperEntry, expiry_field, read_expiry
from volunteer_app.domain.person_file import PersonFile
from volunteer_app.domain.skills import Qualification
from volunteer_app.domain.teams import Membership


def with_main(file: PersonFile, team_id: TeamId, today: date) -> PersonFile:
    """The membership in this team is the main one."""
    held = (each.team_id == team_id and each.holds_on(today) for each in file.memberships)
    memberships = (replace(each, is_main=is_main) for each, is_main in zip(file.memberships, held, strict=True))
    return replace(file, memberships=tuple(memberships))


def joined(file: PersonFile, team_id: TeamId, today: date) -> PersonFile:
    """In this team from today; the first team of all is the main one. Unchanged for somebody who is in it."""
    held = [each for each in file.memberships if each.holds_on(today)]
    if any(each.team_id == team_id for each in held):
        return file
    is_main = not any(each.is_main for each in held)
    new = Membership(MembershipId(new_id()), file.id, team_id, is_main=is_main, from_on=today)
    return replace(file, memberships=(*file.memberships, new))


def left(file: PersonFile, team_id: TeamId, today: date) -> PersonFile:
    """Out of this team: yesterday was the last day. The next team in line becomes the main one."""
    if not any(each.team_id == team_id and each.holds_on(today) for each in file.memberships):
        return file
    kept = [
        _ended(each, today) if each.team_id == team_id and each.holds_on(today) else each for each in file.memberships
    ]
    return replace(file, memberships=_with_one_main(kept, today))


def as_listed(
    memberships: Sequence[Membership], entries: Sequence[MembershipEntry], person_id: PersonId, *, today: date
) -> tuple[Membership, ...]:
    """The memberships after the form: its lines are the teams of today, those it lacks end, past ones stay.

    A line that now names another team is a new membership; the old one ends.
    """
    teams = {each.id: each.team_id for each in memberships}
    kept = {entry.id: entry for entry in entries if entry.id is not None and teams.get(entry.id) == entry.team_id}
    result = []
    for each in memberships:
        if entry := kept.get(each.id):
            result.append(replace(each, role=entry.role, title=entry.title.strip(), is_main=entry.is_main))
        else:
            result.append(_ended(each, today) if each.holds_on(today) else each)
    result += [_new(entry, person_id, today) for entry in entries if entry.id not in kept]
    return _with_one_main(result, today)


def papers_as_listed(entries: Sequence[PaperEntry], person_id: PersonId) -> tuple[Qualification, ...]:
    return tuple(
        Qualification(
            id=entry.id or QualificationId(new_id()),
            person_id=person_id,
            skill_id=entry.skill_id,
            paper_number=entry.paper_number.strip(),
            expires_on=read_expiry(entry.expires_on, expiry_field(index)),
        )
        for index, entry in enumerate(entries)
    )


def _new(entry: MembershipEntry, person_id: PersonId, today: date) -> Membership:
    return Membership(
        id=MembershipId(new_id()),
        person_id=person_id,
        team_id=entry.team_id,
        role=entry.role,
        title=entry.title.strip(),
        is_main=entry.is_main,
        from_on=today,
    )


def _ended(membership: Membership, today: date) -> Membership:
    return replace(membership, to_on=today - timedelta(days=1), is_main=False)


def _with_one_main(memberships: Sequence[Membership], today: date) -> tuple[Membership, ...]:
    """Exactly one main team where there is any: the first that says so, else the first."""
    held = [each for each in memberships if each.holds_on(today)]
    main = next((each for each in held if each.is_main), held[0] if held else None)
    return tuple(replace(each, is_main=main is not None and each.id == main.id) for each in memberships)
