"""Tells every open page what kind of thing was changed, here or at another desk. It refuses to know any page."""

from PySide6.QtCore import QObject, Signal

from volunteer_app.domain.changes import Changes


class ChangeHub(QObject):
    """One per program. Use cases return Changes, a page hands them to `announce`, pages hear `changed`."""

    changed = Signal(object)

    def announce(self, changes: Changes) -> None:
        """Pass on what was changed; nothing changed, nothing said."""
        if changes.topics:
            self.changed.emit(changes)
