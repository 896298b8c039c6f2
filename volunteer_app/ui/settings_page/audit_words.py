"""Words for the actions of the audit log. An action without words shows as it is stored, rather than not at all."""

from volunteer_app.ui.text import translate


def action_words(action: str) -> str:
    """What the clerk reads for a stored action."""
    return _words().get(action, action)


def _words() -> dict[str, str]:
    return _people() | _shifts() | _calls() | _office()


def _people() -> dict[str, str]:
    return {
        "person.added": translate("Audit", "Person added"),
        "person.added_many": translate("Audit", "People added"),
        "person.changed": translate("Audit", "Person changed"),
        "person.changed_many": translate("Audit", "People changed"),
        "person.papers": translate("Audit", "Skills and papers changed"),
        "person.papers_many": translate("Audit", "Skills and papers added"),
        "membership.added": translate("Audit", "Joined a team"),
        "membership.added_many": translate("Audit", "People joined teams"),
        "membership.changed": translate("Audit", "Membership changed"),
        "membership.removed": translate("Audit", "Membership taken back"),
        "leave.added": translate("Audit", "Leave entered"),
        "leave.removed": translate("Audit", "Leave taken back"),
    }


def _shifts() -> dict[str, str]:
    return {
        "post.added": translate("Audit", "Post added"),
        "post.changed": translate("Audit", "Post changed"),
        "shift.added": translate("Audit", "Shift added"),
        "shift.added_many": translate("Audit", "Shifts added"),
        "shift.changed": translate("Audit", "Shift changed"),
        "shift.needs": translate("Audit", "Needs of a shift changed"),
        "shift.published": translate("Audit", "Shift published"),
        "assignment.taken": translate("Audit", "Place taken"),
        "assignment.taken_many": translate("Audit", "Places taken"),
        "assignment.released": translate("Audit", "Place given back"),
        "assignment.restored": translate("Audit", "Place taken again"),
        "assignment.reseated": translate("Audit", "Places changed within a shift"),
        "assignment.leader": translate("Audit", "Shift leader changed"),
    }


def _calls() -> dict[str, str]:
    return {
        "call.opened": translate("Audit", "Shift call opened"),
        "call.changed": translate("Audit", "Shift call changed"),
        "call.added_past": translate("Audit", "Past shift call added"),
        "call.asks_added": translate("Audit", "Candidates added"),
        "call.ask_pinned": translate("Audit", "Order of asking changed"),
        "call.ask_note": translate("Audit", "Note on a candidate"),
        "call.entry": translate("Audit", "Reply recorded"),
        "call.entry_retracted": translate("Audit", "Reply taken back"),
        "call.number_copied": translate("Audit", "Number copied"),
        "attendance.signed_in": translate("Audit", "Signed in"),
        "attendance.signed_in_many": translate("Audit", "People signed in"),
        "attendance.signed_out": translate("Audit", "Signed out"),
        "attendance.retracted": translate("Audit", "Sign-in taken back"),
    }


def _office() -> dict[str, str]:
    return {
        "office.added": translate("Audit", "Office set up"),
        "office.changed": translate("Audit", "Office changed"),
        "office.rule": translate("Audit", "Rule of the office changed"),
        "community.added": translate("Audit", "Community added"),
        "community.renamed": translate("Audit", "Community renamed"),
        "team.added": translate("Audit", "Team added"),
        "team.changed": translate("Audit", "Team changed"),
        "skill.added": translate("Audit", "Skill added"),
        "operator.added": translate("Audit", "Operator added"),
        "operator.changed": translate("Audit", "Operator changed"),
    }
