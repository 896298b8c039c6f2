"""What keys and mouse mean on the board. It changes nothing; it says what is wanted at the spot where the clerk is."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from volunteer_app.ui.board.drag import Carried, DropMode, PersonDrag
from volunteer_app.ui.board.grid_model import POST_COLUMN, BoardModel
from volunteer_app.ui.board.grid_view import GridView

_Key = Qt.Key


class BoardView(GridView):
    """find_wanted: letters typed so far. post_wanted: the row's post is to be edited. week_stepped: -1 or +1."""

    find_wanted = Signal(str)
    form_wanted = Signal()
    post_wanted = Signal()
    remove_wanted = Signal()
    leader_wanted = Signal()
    preview_wanted = Signal()
    week_stepped = Signal(int)
    menu_wanted = Signal(QPoint)

    def __init__(self, model: BoardModel, drag: PersonDrag, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self._drag = drag
        self.customContextMenuRequested.connect(self._on_menu)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        plain = modifiers in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
        if not (plain and (self._act(event) or self._walk(event) or self._find(event))):
            super().keyPressEvent(event)

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab goes through the people of the shift, then on to the next part of the page."""
        shift, token = self.shift, self.marks.token
        if shift is not None and self.hasFocus():
            # -1 stands for the shift itself, before its people.
            wanted = (-1 if token is None else token) + (1 if next else -1)
            if -1 <= wanted < len(shift.tokens):
                self.set_token(None if wanted == -1 else wanted)
                return True
            self.set_token(None)
        return super().focusNextPrevChild(next)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        at = event.position().toPoint()
        found = self.hit(at)
        if self.indexAt(at).isValid():
            self.marks.stack = found.stack or 0
            self.set_token(found.token)
        token, shift = self.token, self.shift
        if event.button() is Qt.MouseButton.LeftButton and token is not None and shift is not None:
            carried = Carried(token.person_id, token.name, token.assignment_id, shift.id)
            self._drag.arm(carried, event.globalPosition().toPoint())

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._drag.move(event.globalPosition().toPoint())
        else:
            super().mouseMoveEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._drag.release(event.globalPosition().toPoint(), drop_mode(event)):
            return
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and self.hit(event.position().toPoint()).is_open_place:
            self.find_wanted.emit("")

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        is_ours = event.button() is Qt.MouseButton.LeftButton and self.indexAt(at).isValid()
        if is_ours and not self.hit(at).is_open_place:
            self._open_form()

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu key opens the menu where the clerk is, not where the mouse happens to be."""
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            self.menu_wanted.emit(self.viewport().mapToGlobal(self.card_rect().center()))
        else:
            super().contextMenuEvent(event)

    def _act(self, event: QKeyEvent) -> bool:
        """Single keys that do something to what has the focus."""
        match event.key():
            case _Key.Key_Return | _Key.Key_Enter if self.shift is not None:
                self.find_wanted.emit("")
            case _Key.Key_Return | _Key.Key_Enter | _Key.Key_F2:
                self._open_form()
            case _Key.Key_Delete:
                self.remove_wanted.emit()
            case _Key.Key_Space:
                self.preview_wanted.emit()
            case _Key.Key_L if self.token is not None:
                self.leader_wanted.emit()
            case _Key.Key_PageUp:
                self.week_stepped.emit(-1)
            case _Key.Key_PageDown:
                self.week_stepped.emit(1)
            case _:
                return False
        return True

    def _walk(self, event: QKeyEvent) -> bool:
        """Arrows among the people of a shift, and through a stack before the next row."""
        token = self.marks.token
        match event.key():
            case _Key.Key_Escape if token is not None:
                self.set_token(None)
            case _Key.Key_Left | _Key.Key_Right if token is not None and self.shift is not None:
                step = 1 if event.key() == _Key.Key_Right else -1
                self.set_token(max(0, min(token + step, len(self.shift.tokens) - 1)))
            case _Key.Key_Up | _Key.Key_Down:
                return self._step_stack(1 if event.key() == _Key.Key_Down else -1)
            case _:
                return False
        return True

    def _step_stack(self, step: int) -> bool:
        wanted = self.marks.stack + step
        cell = self.cell
        if cell is not None and 0 <= wanted < len(cell.shifts):
            self.step_to(self.currentIndex(), wanted)
            return True
        above = self.currentIndex().siblingAtRow(self.currentIndex().row() - 1)
        upper = self.board_model.cell(above)
        if step < 0 and upper is not None and len(upper.shifts) > 1:
            self.step_to(above, len(upper.shifts) - 1)
            return True
        return False

    def _find(self, event: QKeyEvent) -> bool:
        """Letters and digits look for a person; other tables' own key search would jump about."""
        text = event.text()
        if not text.isalnum():
            return False
        if self.shift is not None:
            self.find_wanted.emit(text)
        return True

    def _open_form(self) -> None:
        if self.currentIndex().column() == POST_COLUMN:
            self.post_wanted.emit()
        elif self.currentIndex().isValid():
            self.form_wanted.emit()

    def _on_menu(self, point: QPoint) -> None:
        self.menu_wanted.emit(self.viewport().mapToGlobal(point))


def drop_mode(event: QMouseEvent) -> DropMode:
    """Ctrl copies."""
    return DropMode.COPY if event.modifiers() & Qt.KeyboardModifier.ControlModifier else DropMode.MOVE
