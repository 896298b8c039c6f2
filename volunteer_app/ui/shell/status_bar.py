"""The bar at the bottom: saved, backup, roster, sums, running work, user, clock. It refuses to measure any of it."""

from datetime import datetime

from PySide6.QtCore import QEvent, Qt, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget
from typing_extensions import override

from volunteer_app.ui import icons
from volunteer_app.ui.clock import Clock
from volunteer_app.ui.jobs import Job
from volunteer_app.ui.look import look, with_tabular_digits
from volunteer_app.ui.theme import restyle
from volunteer_app.ui.tokens import Color, Role, Size, Tone
from volunteer_app.ui.widgets.basics import button, icon_button, pad, text_label
from volunteer_app.ui.widgets.progress_strip import ProgressStrip

_STATUS = "status"


class StatusBar(QWidget):
    """Left what was stored, right who works and when."""

    retry_wanted = Signal()
    backup_wanted = Signal()
    help_wanted = Signal()
    notices_wanted = Signal()
    user_wanted = Signal()

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", _STATUS)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Status bar"))
        self._saved = self._button(self.retry_wanted, "checkmark_circle", Color.OK)
        self._backup = self._button(self.backup_wanted, "database")
        self._roster = text_label("", Role.CAPTION)
        self._sum = text_label("", Role.CAPTION)
        self._strip = ProgressStrip(self)
        self._bell = icon_button("alert", self.tr("Notifications"), clicked=self.notices_wanted.emit)
        self._bell.setProperty("kind", _STATUS)
        self._bell.setProperty("compact", True)
        self._bell.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._user = self._button(self.user_wanted, "person")
        self._help = self._button(self.help_wanted, "")
        self._help.setText(self.tr("F1 Help"))
        self._clock = text_label("", Role.CAPTION)
        self._clock.setFont(with_tabular_digits(self._clock.font()))
        self._lay_out()
        clock.minute.connect(self._on_minute)
        self._on_minute(clock.now())

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        pad(layout, 0, Size.GAP)
        layout.setContentsMargins(look().px(Size.GAP), 0, look().px(Size.CARD_GAP), 0)
        left: tuple[QWidget, ...] = (self._saved, self._backup, self._roster, self._sum)
        right: tuple[QWidget, ...] = (self._strip, self._bell, self._user, self._help, self._clock)
        for widget in left:
            layout.addWidget(widget)
        layout.addStretch(1)
        for widget in right:
            layout.addWidget(widget)
        self._backup.setAccessibleName(self.tr("Last backup"))
        self._user.setAccessibleName(self.tr("Signed in"))
        self._backup.hide()
        self._user.hide()
        self.setFixedHeight(look().px(Size.STATUS_BAR))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.setFixedHeight(look().px(Size.STATUS_BAR))

    def show_saved(self, at: datetime) -> None:
        """已保存 14:31:52."""
        self._set(self._saved, self.tr("Saved {time}").format(time=f"{at:%H:%M:%S}"), Tone.OK)

    def show_idle(self) -> None:
        """Nothing was written yet: every change will be saved at once."""
        self._set(self._saved, self.tr("Saves by itself"), Tone.OK)

    def show_saving(self) -> None:
        self._set(self._saved, self.tr("Saving…"), Tone.OK)

    def show_save_failed(self) -> None:
        self._set(self._saved, self.tr("Not saved · Try again"), Tone.DANGER)

    def show_backup(self, text: str, tone: Tone = Tone.MUTE) -> None:
        """最近备份 今天 12:00; WARN when it is too old."""
        self._set(self._backup, text, tone)
        self._backup.show()

    def show_roster(self, text: str) -> None:
        self._roster.setText(text)

    def show_sum(self, text: str) -> None:
        """计数 5 · 求和 26.5 小时, while several rows are selected."""
        self._sum.setText(text)

    def show_user(self, text: str) -> None:
        self._user.setText(text)
        self._user.setAccessibleName(self.tr("Signed in: {user}").format(user=text))
        self._user.show()

    def show_unread(self, count: int) -> None:
        self._bell.setText(str(count) if count else "")
        name = self.tr("Notifications, {count} new").format(count=count) if count else self.tr("Notifications")
        self._bell.setAccessibleName(name)

    def follow(self, job: object) -> None:
        """Show a long job until it ends."""
        if isinstance(job, Job):
            self._strip.follow(job)

    def _on_minute(self, moment: object) -> None:
        if isinstance(moment, datetime):
            days = (
                self.tr("Mon"),
                self.tr("Tue"),
                self.tr("Wed"),
                self.tr("Thu"),
                self.tr("Fri"),
                self.tr("Sat"),
                self.tr("Sun"),
            )
            self._clock.setText(f"{moment:%Y-%m-%d} {days[moment.weekday()]} {moment:%H:%M}")

    def _set(self, shown: QPushButton, text: str, tone: Tone) -> None:
        shown.setText(text)
        shown.setAccessibleName(text)
        shown.setProperty("tone", tone.value)
        restyle(shown)

    def _button(self, wanted: SignalInstance, icon: str, ink: Color = Color.TEXT2) -> QPushButton:
        made = button("")
        made.setProperty("kind", _STATUS)
        made.setProperty("compact", True)
        if icon:
            icons.put(made, icon, ink)
        made.clicked.connect(wanted)
        return made
