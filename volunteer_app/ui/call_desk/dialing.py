"""One person after another: from a key on the desk to the next card. It joins keys, session and panels; rules and
records are the services', what surrounds a call is the page's."""

from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QUndoStack

from volunteer_app.domain.call_entries import Amendment
from volunteer_app.domain.calls import EntryId, ReplyKey
from volunteer_app.domain.ids import AskId
from volunteer_app.domain.placement import ReasonNeeded
from volunteer_app.services.call_rows import ArrivalRow, CallBoard, CallStep
from volunteer_app.services.calls import Ring
from volunteer_app.services.messages import CallMessages, MessageKind
from volunteer_app.ui.call_desk.desk_undo import Undoing
from volunteer_app.ui.call_desk.desk_view import DeskView
from volunteer_app.ui.call_desk.keyboard import DeskKeys
from volunteer_app.ui.call_desk.later_question import CallBackTime
from volunteer_app.ui.call_desk.recent_words import entry_spoken
from volunteer_app.ui.call_desk.session import CallSession, Unsaved
from volunteer_app.ui.error_text import error_text
from volunteer_app.ui.error_words.base import Remedy
from volunteer_app.ui.jobs import Latest
from volunteer_app.ui.page import Tools
from volunteer_app.ui.text import label
from volunteer_app.ui.tokens import Tone
from volunteer_app.ui.widgets.announce import announce

KEYS: Final = tuple(ReplyKey)
MESSAGE_MS: Final = 60


class Dialing(QObject):
    """said: a sentence for the toast. failed: an error to be worded."""

    said = Signal(str)
    failed = Signal(object)

    def __init__(
        self, tools: Tools, session: CallSession, view: DeskView, *, messages: CallMessages, undo: QUndoStack
    ) -> None:
        super().__init__(view)
        self._tools = tools
        self._session = session
        self._view = view
        self._messages = messages
        self._undo = undo
        self._unsaved: Unsaved | None = None
        self._message = Latest(tools.jobs, self)
        self._message.answered.connect(view.messages.show_message)
        self._message.refused.connect(self.failed)
        # Read when the clerk has paused, so that a reply never queues behind it.
        self._message_soon = QTimer(self, singleShot=True, interval=MESSAGE_MS)
        self._message_soon.timeout.connect(self._ask_message)
        self._connect_session()
        self._connect_view()

    def connect_keys(self, keys: DeskKeys) -> None:
        self._keys = keys
        keys.more.connect(self.open_more)
        keys.ring_again.connect(self.ring_again)
        keys.message_wanted.connect(self._on_message_wanted)
        keys.note_wanted.connect(self._on_note_wanted)
        keys.skip.connect(self._session.skip)
        keys.stepped.connect(self._on_stepped_to)
        keys.escaped.connect(self._view.focus_keys)

    def copy_number(self) -> None:
        """Ctrl+C: to the clipboard, to the log, and the clock starts."""
        phone = self._view.card.phone
        if self._session.card is not None and phone:
            QGuiApplication.clipboard().setText(phone)
            self._session.number_copied()
            self._view.card.start_timer()
            self.said.emit(self.tr("Number copied"))

    def copy_message(self) -> None:
        """Ctrl+Shift+C."""
        message = self._view.messages.message
        if message is not None and message.text:
            QGuiApplication.clipboard().setText(message.text)
            self.said.emit(self.tr("Copied. In WeChat, press Ctrl+V."))

    def open_more(self) -> None:
        """`+`: more on the last reply, whoever is on screen now."""
        latest = self._view.recent.latest
        if latest is not None and not latest.is_skip:
            self._view.recent.more.open_for(latest)

    def ring_again(self) -> None:
        """R: the person chosen on the arrival board; else the one on screen, with a fresh clock."""
        row = self._view.arrivals.selected()
        if row is not None:
            self.ring(row)
        else:
            self.copy_number()

    def ring(self, row: ArrivalRow) -> None:
        self._session.add_person(row.person_id)
        self._view.focus_keys()

    def _connect_session(self) -> None:
        self._session.board_changed.connect(self._on_board)
        self._session.stepped.connect(self._on_step)
        self._session.key_held.connect(self._on_held)
        self._session.unsaved.connect(self._on_unsaved)

    def _connect_view(self) -> None:
        view = self._view
        view.card.keys.pressed.connect(self._on_key)
        view.card.copy_wanted.connect(self.copy_number)
        view.card.note.saved.connect(self._on_note)
        view.card.note.left.connect(view.focus_keys)
        view.queue.chosen.connect(self._on_chosen)
        view.queue.pinned.connect(self._session.pin)
        view.later.chosen.connect(self._on_later)
        view.later.cancelled.connect(view.focus_keys)
        view.reason.given.connect(self._on_reason)
        view.reason.cancelled.connect(self._on_no_reason)
        view.recent.more_wanted.connect(self.open_more)
        view.recent.more.finished.connect(self._on_more)
        view.recent.more.closed.connect(view.focus_keys)
        view.messages.kind_chosen.connect(self._ask_message)
        view.messages.copy_wanted.connect(self.copy_message)
        view.messages.left.connect(view.focus_keys)

    def _on_key(self, digit: int) -> None:
        key = KEYS[digit - 1]
        self._view.held.hide()
        if self._session.card is None:
            return
        if key is ReplyKey.LATER and not self._session.is_saving:
            self._view.later.ask_for(self._session.card.name)
        else:
            self._press(key, Ring())

    def _press(self, key: ReplyKey, ring: Ring) -> None:
        self._view.notice.hide()
        note = self._view.card.note.text().strip()
        self._session.press(key, replace(ring, phone=self._view.card.phone, note=note))

    def _on_later(self, chosen: CallBackTime) -> None:
        self._view.focus_keys()
        self._press(ReplyKey.LATER, Ring(callback_minutes=chosen.minutes, callback_at=chosen.at))

    def _on_board(self, board: CallBoard) -> None:
        self._view.show_board(board)
        if board.card is not None:
            self._message_soon.start()

    def _on_step(self, step: CallStep) -> None:
        self._unsaved = None
        self._view.later.leave()
        self._view.reason.hide()
        if step.entry is not None and self._session.call_id is not None:
            words = entry_spoken(step.entry)
            take_back = partial(self._session.undo, self._session.call_id)
            self._undo.push(Undoing(words, take_back))
        self._tell(step)
        if step.just_filled:
            self._view.full.say(step.counters)

    def _tell(self, step: CallStep) -> None:
        """What was stored and who is next, for those who listen instead of looking."""
        words = []
        if step.entry is not None:
            words.append(self.tr("{reply}, saved").format(reply=entry_spoken(step.entry)))
        if step.undone is not None:
            words.append(self.tr("Taken back"))
        if step.card is not None:
            words.append(self.tr("Next: {name}").format(name=step.card.name))
        announce(self._view, "。".join(words))
        if step.became_standby and step.entry is not None:
            self.said.emit(self.tr("All places are taken: {name} is kept as standby").format(name=step.entry.name))
        elif step.dropped_out and step.entry is not None:
            self.said.emit(self.tr("{name} has given the place back").format(name=step.entry.name))
        if step.undone is not None and step.undone.not_restored is not None:
            self.failed.emit(step.undone.not_restored)

    def _on_held(self, key: ReplyKey) -> None:
        """A key pressed while the last reply was on its way: it waits under the ring for Enter."""
        card = self._session.card
        if card is None:
            return
        self._keys.focus_key(KEYS.index(key))
        words = self.tr("Pressed while saving: {key}. Enter records it for {name}, any other key does not.")
        self._view.held.setText(words.format(key=label(key), name=card.name))
        self._view.held.show()
        announce(self._view, self._view.held.text())

    def _on_unsaved(self, unsaved: Unsaved) -> None:
        self._unsaved = unsaved
        card = self._session.card
        if isinstance(unsaved.error, ReasonNeeded) and card is not None:
            self._view.reason.ask_about(card.name, unsaved.error)
            return
        words = error_text(unsaved.error)
        can_retry = words.button is Remedy.RETRY
        action = self.tr("Try again") if can_retry else ""
        text = self.tr("Not saved, still on screen. {why}").format(why=words.sentence)
        self._view.notice.say(text, Tone.DANGER, action=action, run=self._retry if can_retry else None)

    def _retry(self) -> None:
        if self._unsaved is not None:
            self._view.notice.hide()
            self._session.press(self._unsaved.key, self._unsaved.ring)
            self._view.focus_keys()

    def _on_reason(self, reason: str) -> None:
        self._view.focus_keys()
        if self._unsaved is not None:
            self._session.press(self._unsaved.key, replace(self._unsaved.ring, override_reason=reason))

    def _on_no_reason(self) -> None:
        self._unsaved = None
        self._view.focus_keys()

    def _on_chosen(self, ask_id: AskId) -> None:
        self._session.look_at(ask_id)

    def _on_stepped_to(self, step: int) -> None:
        if (ask_id := self._view.queue.neighbour(step)) is not None:
            self._session.look_at(ask_id)

    def _on_note_wanted(self) -> None:
        self._view.card.note.setFocus()
        self._view.card.note.selectAll()

    def _on_note(self, text: str) -> None:
        """Enter in the note field: saved at once, and back to the keys."""
        card = self._session.card
        if card is not None and text != card.note:
            self._session.save_note(text)
        self._view.focus_keys()

    def _on_more(self, entry_id: EntryId, parts: tuple[Amendment, ...]) -> None:
        self._view.focus_keys()
        self._session.amend(entry_id, parts)

    def _on_message_wanted(self) -> None:
        self._view.messages.kinds.setFocus()

    def _ask_message(self) -> None:
        call_id, card = self._session.call_id, self._session.card
        kind = self._view.messages.kind
        if call_id is None or card is None:
            return
        if kind is MessageKind.GROUP:
            self._message.ask(self._messages.for_all, call_id, kind)
        else:
            self._message.ask(self._messages.for_person, call_id, card.ask_id, kind)
