"""One open call as this desk works on it: which person is on screen, what is being saved, what came of it.

A key pressed while another is being saved belongs to nobody yet: the next person is not on screen, so nobody can have
rung them. It is held and offered on the next card, where Enter gives it; it never reaches a person by itself.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from volunteer_app.domain.call_entries import Amendment
from volunteer_app.domain.calls import CallTier, EntryId, ReplyKey
from volunteer_app.domain.errors import AppError
from volunteer_app.domain.ids import AskId, CallId, PersonId, ShiftId
from volunteer_app.services.call_rows import CallBoard, CallCard, CallEnded, CallOpened, CallStep
from volunteer_app.services.calls import Ring, ShiftCalls
from volunteer_app.ui.call_desk.board_state import after_step, keeping_card
from volunteer_app.ui.jobs import Job, Latest, Work
from volunteer_app.ui.page import Tools

Done = Callable[..., None]


@dataclass(frozen=True, slots=True)
class Unsaved:
    """A key press that was refused: its person is still on screen and nothing of it is stored."""

    key: ReplyKey
    ring: Ring
    error: AppError


class CallSession(QObject):
    """`board` is always what is on screen; `board_changed` comes whenever it differs.

    stepped: a CallStep was saved. key_held: a ReplyKey waits for Enter. unsaved: an Unsaved. opened: a CallOpened.
    ended: a CallEnded. calls_listed: the running calls. failed: an error to be worded.
    """

    board_changed = Signal(object)
    stepped = Signal(object)
    key_held = Signal(object)
    unsaved = Signal(object)
    opened = Signal(object)
    ended = Signal(object)
    calls_listed = Signal(object)
    preflight_known = Signal(object)
    failed = Signal(object)

    def __init__(self, tools: Tools, calls: ShiftCalls, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._calls = calls
        self._board: CallBoard | None = None
        self._outstanding: set[Job] = set()
        self._held: ReplyKey | None = None
        self._reader = self._question(self._on_board)
        self._lister = self._question(self.calls_listed.emit)
        self._lookup = self._question(self.preflight_known.emit)

    @property
    def board(self) -> CallBoard | None:
        return self._board

    @property
    def card(self) -> CallCard | None:
        return None if self._board is None else self._board.card

    @property
    def call_id(self) -> CallId | None:
        return None if self._board is None else self._board.head.call_id

    @property
    def is_saving(self) -> bool:
        """From a key press until its result is on screen."""
        return bool(self._outstanding)

    def list_calls(self) -> None:
        """Ask which calls run: the tabs."""
        self._lister.ask(self._calls.running)

    def show_call(self, call_id: CallId) -> None:
        """Bring another call, or the same one afresh, to the screen."""
        self._reader.ask(self._calls.board, call_id)

    def reload(self) -> None:
        """Read the call again; not while something is saved, whose result is newer than any reading."""
        if self._board is not None and not self.is_saving:
            self.show_call(self._board.head.call_id)

    def close(self) -> None:
        """Nothing is on screen any more."""
        self._reader.forget()
        self._board = None

    def open_for_shift(self, shift_id: ShiftId) -> None:
        """Start the shift's call, or come back to the one that runs."""
        self._save(self._calls.open_call, shift_id, done=self._on_opened)

    def press(self, key: ReplyKey, ring: Ring) -> None:
        """What the person on screen said."""
        if self.is_saving:
            self._held = key
        elif self._board is not None and self._board.card is not None:
            self._save(
                self._calls.record,
                self._board.head.call_id,
                self._board.card.ask_id,
                key,
                ring,
                done=partial(self._on_step, self._board.head.call_id),
                refused=partial(self._on_unsaved, key, ring),
            )

    def skip(self) -> None:
        """Pass over the person on screen in this round."""
        if self._board is not None and self._board.card is not None and not self.is_saving:
            self._save_step(self._calls.skip, self._board.card.ask_id)

    def undo(self, call_id: CallId) -> None:
        """Take the latest key press of a call back; it may be one that is being saved just now."""
        self._save(self._calls.undo, call_id, done=partial(self._on_step, call_id))

    def add_person(self, person_id: PersonId) -> None:
        """Somebody who is not in the queue, or somebody of the arrival board to be rung again."""
        self._save_step(self._calls.add_person, person_id)

    def look_at(self, ask_id: AskId) -> None:
        """Another person, chosen by hand."""
        if self._board is not None and (self._board.card is None or self._board.card.ask_id != ask_id):
            self._save(self._calls.card, self._board.head.call_id, ask_id, done=self._on_card)

    def amend(self, entry_id: EntryId, parts: Sequence[Amendment]) -> None:
        """What the `+` line adds; the person on screen stays."""
        self._save_aside(self._calls.amend, entry_id, tuple(parts))

    def widen(self, tier: CallTier) -> None:
        if self._board is not None:
            self._save(self._calls.widen, self._board.head.call_id, tier, done=self._on_opened)

    def second_round(self) -> None:
        if self._board is not None:
            self._save(self._calls.second_round, self._board.head.call_id, done=self._on_opened)

    def end(self) -> None:
        if self._board is not None:
            self._save(self._calls.end_call, self._board.head.call_id, done=self._on_ended)

    def on_the_way(self, person_id: PersonId, minutes: int) -> None:
        self._save_aside(self._calls.on_the_way, person_id, minutes)

    def pin(self, ask_id: AskId, before: AskId | None) -> None:
        self._write(self._calls.pin, ask_id, before)

    def save_note(self, text: str) -> None:
        """The draft note of the person on screen; it goes into their next reply."""
        if self.card is not None:
            self._write(self._calls.save_note, self.card.ask_id, text)

    def number_copied(self) -> None:
        if self.card is not None:
            self._write(self._calls.number_copied, self.card.ask_id)

    def ask_not_callable(self) -> None:
        if self._board is not None:
            self._lookup.ask(self._calls.not_callable, self._board.head.call_id)

    def _question(self, answered: Done) -> Latest:
        made = Latest(self._tools.jobs, self)
        made.answered.connect(answered)
        made.refused.connect(self.failed)
        return made

    def _save_step(self, work: Work, *args: object) -> None:
        if self._board is not None:
            call_id = self._board.head.call_id
            self._save(work, call_id, *args, done=partial(self._on_step, call_id))

    def _save_aside(self, work: Work, *args: object) -> None:
        """A step about somebody who is not on screen."""
        if self._board is not None:
            call_id = self._board.head.call_id
            self._save(work, call_id, *args, done=partial(self._on_step_aside, call_id))

    def _write(self, work: Work, *args: object) -> None:
        """Something that changes nobody on screen; the hub tells when to read again."""
        if self._board is not None:
            job = self._tools.jobs.run(work, self._board.head.call_id, *args)
            job.succeeded.connect(self._tools.hub.announce)
            job.refused.connect(self.failed)

    def _save(self, work: Work, *args: object, done: Done, refused: Done | None = None) -> None:
        self._reader.forget()
        job = self._tools.jobs.run(work, *args)
        self._outstanding.add(job)
        # Before the result: what is then on screen may be answered at once.
        job.succeeded.connect(partial(self._settle, job))
        job.refused.connect(partial(self._settle, job))
        job.crashed.connect(partial(self._settle, job))
        job.succeeded.connect(done)
        job.refused.connect(refused or self.failed.emit)
        job.ended.connect(self._offer_held)

    def _settle(self, job: Job, _outcome: object) -> None:
        self._outstanding.discard(job)

    def _offer_held(self) -> None:
        if self._held is not None and not self.is_saving:
            key, self._held = self._held, None
            if self.card is not None:
                self.key_held.emit(key)

    def _show(self, board: CallBoard) -> None:
        self._board = board
        self.board_changed.emit(board)

    def _on_board(self, board: CallBoard) -> None:
        self._show(keeping_card(board, self._board))

    def _on_card(self, card: CallCard) -> None:
        if self._board is not None:
            self._show(replace(self._board, card=card))

    def _on_step(self, call_id: CallId, step: CallStep) -> None:
        if self._board is not None and self._board.head.call_id == call_id:
            self._show(after_step(self._board, step))
            self.stepped.emit(step)
        self._tools.hub.announce(step.changes)

    def _on_step_aside(self, call_id: CallId, step: CallStep) -> None:
        shown = self._board.card if self._board is not None else None
        self._on_step(call_id, step if shown is None else replace(step, card=shown))

    def _on_unsaved(self, key: ReplyKey, ring: Ring, error: AppError) -> None:
        self._held = None
        self.unsaved.emit(Unsaved(key, ring, error))

    def _on_opened(self, opened: CallOpened) -> None:
        self.show_call(opened.call_id)
        self.opened.emit(opened)
        self._tools.hub.announce(opened.changes)

    def _on_ended(self, ended: CallEnded) -> None:
        self.close()
        self.ended.emit(ended)
        self._tools.hub.announce(ended.changes)
