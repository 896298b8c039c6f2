"""Words on the screen: translation outside of widgets, and the labels of the domain's enums. It refuses sentences of
errors (error_text.py) and of printed sheets (printing).

English stands in the source, inside `tr()` or `translate()`; Chinese comes from resources/i18n (see update.py there).
A page gives the enums of its own part their labels with `@label.register`.
"""

from enum import Enum
from functools import singledispatch

from PySide6.QtCore import QCoreApplication

from volunteer_app.domain.operators import Role
from volunteer_app.domain.teams import TeamKind


def translate(context: str, source: str) -> str:
    """The Chinese for an English literal. lupdate finds every call of a function of this name with two literals.

    Numbers are filled in with `.format(count=…)`: lupdate drops calls with a count (%n), and Chinese has no plural.
    """
    return QCoreApplication.translate(context, source)


@singledispatch
def label(value: Enum) -> str:
    """The word a clerk reads for an enum value."""
    raise LookupError(f"no label for {type(value).__name__}.{value.name}")


@label.register
def _(value: Role) -> str:
    match value:
        case Role.ADMIN:
            return translate("Role", "Administrator")
        case Role.DUTY:
            return translate("Role", "Duty operator")
        case Role.VIEWER:
            return translate("Role", "Viewer")


@label.register
def _(value: TeamKind) -> str:
    match value:
        case TeamKind.VOLUNTEER:
            return translate("TeamKind", "Volunteer team")
        case TeamKind.BACKBONE:
            return translate("TeamKind", "Emergency backbone")
        case TeamKind.PROFESSIONAL:
            return translate("TeamKind", "Professional team")
        case TeamKind.RECRUITED:
            return translate("TeamKind", "Recruited volunteers")


def of_total(part: int, whole: int) -> str:
    """A count that shows its denominator."""
    return f"{part:,} / {whole:,}"
