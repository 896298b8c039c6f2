"""A warning at the top of a page with one action and ✕. It refuses anything that must be decided now."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from volunteer_app.ui import icons
from volunteer_app.ui.look import look
from volunteer_app.ui.theme import restyle
from volunteer_app.ui.tokens import TONES, Color, Tone
from volunteer_app.ui.widgets.announce import announce
from volunteer_app.ui.widgets.basics import Kind, button, icon_button, row, set_ink, text_label, wrapped

_ICONS = {Tone.INFO: "info", Tone.OK: "checkmark_circle", Tone.WARN: "warning", Tone.DANGER: "error_circle"}
_INKS = {Tone.INFO: Color.ACCENT_TEXT, Tone.OK: Color.OK, Tone.WARN: Color.WARN, Tone.DANGER: Color.DANGER}


class InlineBar(QFrame):
    """Hidden until it has something to say. Tones: INFO, OK, WARN, DANGER."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "inline")
        self._mark = icon_button("info", "")
        self._mark.setEnabled(True)
        self._mark.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._mark.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._text = wrapped(text_label())
        self._action = button("", Kind.LINK)
        self._close = icon_button("dismiss", self.tr("Close"), clicked=self._on_close)
        line = row(self._mark, self._text, self._action, self._close)
        line.setStretch(1, 1)
        line.setContentsMargins(look().px(8), look().px(4), look().px(4), look().px(4))
        self.setLayout(line)
        self._run: Callable[[], object] | None = None
        self._action.clicked.connect(self._on_action)
        self.hide()

    @property
    def text(self) -> str:
        return self._text.text() if not self.isHidden() else ""

    def say(
        self, text: str, tone: Tone = Tone.INFO, *, action: str = "", run: Callable[[], object] | None = None
    ) -> None:
        """Show a text, with a word to act on it."""
        self.setProperty("tone", tone.value)
        icons.put(self._mark, _ICONS.get(tone, "info"), TONES[tone][0])
        set_ink(self._text, _INKS.get(tone, Color.TEXT2))
        self._text.setText(text)
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self._run = run
        restyle(self)
        self.show()
        announce(self, text)

    def _on_action(self) -> None:
        if self._run is not None:
            self._run()

    def _on_close(self) -> None:
        self.hide()
        self.closed.emit()
