"""Tells every open page what kind of thing was changed, here or at another desk. It refuses to know any page."""

from PySide6.QtCore import QObject, Signal

from volunteer_app.domain.changes import NOTHING, Changes


class ChangeHub(QObject):
    """One per program. Use cases return Changes, a page hands them to `announce`, pages hear `changed`."""

    changed = Signal(object)

    def announce(self, result: object) -> None:
        """Pass on the Changes that a use case returned, bare or within its result. Nothing changed, nothing said."""
        changes = changes_in(result)
        if changes.topics:
            self.changed.emit(changes)


def changes_in(result: object) -> Changes:
    """The Changes of a use case's result; NOTHING for a plain answer."""
    carried = result if isinstance(result, Changes) else getattr(result, "changes", NOTHING)
    return carried if isinstance(carried, Changes) else NOTHING
