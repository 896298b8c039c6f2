"""话术: the text for this person or for everybody not called yet, ready to be pasted by hand. It refuses to send."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QPlainTextEdit, QSizePolicy, QWidget
from typing_extensions import override

from volunteer_app.services.messages import MessageKind, MessageText
from volunteer_app.ui.look import look
from volunteer_app.ui.page import Room
from volunteer_app.ui.text import label, translate
from volunteer_app.ui.tokens import Color, Role, Size
from volunteer_app.ui.widgets.basics import Kind, button, column, pad, row, text_label
from volunteer_app.ui.widgets.key_cap import KeyCap


@label.register
def _(value: MessageKind) -> str:
    match value:
        case MessageKind.PHONE:
            return translate("MessageKind", "By telephone")
        case MessageKind.SMS:
            return translate("MessageKind", "Text message")
        case MessageKind.WECHAT:
            return translate("MessageKind", "WeChat")
        case MessageKind.GROUP:
            return translate("MessageKind", "For the group")


class _ReadOnlyText(QPlainTextEdit):
    """Esc leads back to the reply keys; digits are the page's."""

    left = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.text().isalnum() and not event.modifiers():
            event.ignore()
        else:
            super().keyPressEvent(event)


class MessagePanel(QFrame):
    """kind_chosen: a MessageKind. copy_wanted: put the text on the clipboard. left: back to the keys."""

    kind_chosen = Signal(object)
    copy_wanted = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._message: MessageText | None = None
        self.kinds = QComboBox()
        self.kinds.setAccessibleName(self.tr("Kind of message"))
        for kind in MessageKind:
            self.kinds.addItem(label(kind), kind)
        self.kinds.setCurrentIndex(list(MessageKind).index(MessageKind.WECHAT))
        self.kinds.currentIndexChanged.connect(self._on_kind)
        self.text = _ReadOnlyText()
        self.text.setReadOnly(True)
        self.text.setAccessibleName(self.tr("Message"))
        self.text.setTabChangesFocus(True)
        self.text.left.connect(self.left)
        self.text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.length = text_label("", Role.CAPTION, Color.TEXT3)
        self.copy = button(
            self.tr("Copy for WeChat"), Kind.PRIMARY, icon="copy", keys="Ctrl+Shift+C", clicked=self.copy_wanted.emit
        )
        self.copy.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.kinds.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._cap = KeyCap("Ctrl+Shift+C")
        head = row(text_label(self.tr("Message"), Role.H2), self.kinds, None, self.length, self._cap, self.copy)
        self._outer = column(head, self.text)
        self._outer.setStretch(1, 1)
        self.setLayout(self._outer)

    @property
    def kind(self) -> MessageKind:
        return MessageKind(self.kinds.currentData())

    @property
    def message(self) -> MessageText | None:
        return self._message

    def show_message(self, message: MessageText) -> None:
        self._message = message
        if self.text.toPlainText() != message.text:
            self.text.setPlainText(message.text)
        words = self.tr("{length} characters · {count} text messages")
        self.length.setText(words.format(length=message.length, count=message.sms_count))
        self.copy.setEnabled(bool(message.text))

    def show_nothing(self) -> None:
        self._message = None
        self.text.clear()
        self.length.clear()
        self.copy.setEnabled(False)

    def set_room(self, room: Room) -> None:
        pad(self._outer, Size.CARD_PADDING_COMPACT if room.is_compact else Size.CARD_PADDING, Size.GAP)
        self._cap.setVisible(not room.is_compact)
        self.text.setMinimumHeight(look().line() * 2 + look().px(Size.GAP * 2))

    def _on_kind(self) -> None:
        self.kind_chosen.emit(self.kind)
