"""Undo at the call desk. Replies of this sitting stand on the stack; once it is empty, those on disk are taken back one
by one, so that Ctrl+Z also works after a restart."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QUndoCommand, QUndoStack
from typing_extensions import override


class Undoing(QUndoCommand):
    """A key press that was saved. Taking it back is one service call; there is no redo: the clerk asks again."""

    def __init__(self, text: str, take_back: Callable[[], object]) -> None:
        super().__init__(text)
        self._take_back = take_back

    @override
    def undo(self) -> None:
        self._take_back()
        self.setObsolete(True)


class DeskUndoStack(QUndoStack):
    """`fallback` takes back what was saved before this sitting."""

    def __init__(self, parent: QObject, fallback: Callable[[], object]) -> None:
        super().__init__(parent)
        self._fallback = fallback

    @override
    def undo(self) -> None:
        if self.canUndo():
            super().undo()
        else:
            self._fallback()
