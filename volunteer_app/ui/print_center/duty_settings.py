"""What 月值班表 is made of: a month, and one team or all of them. It reads no data: the page brings the teams."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from volunteer_app.domain.ids import TeamId
from volunteer_app.services.sheets import TeamChoice
from volunteer_app.ui.print_center.month_field import MonthField
from volunteer_app.ui.tokens import Color, Role, Size
from volunteer_app.ui.widgets.basics import column, icon_button, row, text_label


class DutySettings(QWidget):
    """`month_chosen`: the teams of another month are wanted. `changed`: another sheet is wanted."""

    month_chosen = Signal(object)
    changed = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._teams: Sequence[TeamChoice] = ()
        self._wanted: TeamId | None = None
        self.month = MonthField(today, self)
        self.month.setText(f"{today():%Y-%m}")
        self.month.month_changed.connect(self.month_chosen)
        earlier = icon_button("chevron_left", self.tr("Earlier month"), keys="Alt+Left", clicked=self.go_earlier)
        later = icon_button("chevron_right", self.tr("Later month"), keys="Alt+Right", clicked=self.go_later)
        self.team = QComboBox(self)
        self.team.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.team.setMinimumContentsLength(8)
        self.team.activated.connect(self._on_team)
        self.team.currentTextChanged.connect(self.team.setToolTip)
        layout = column(
            _head(self.tr("Month"), self.month),
            row(earlier, self.month, later, spacing=Size.STEP),
            _head(self.tr("Team"), self.team),
            self.team,
        )
        self.setLayout(layout)

    @property
    def team_ids(self) -> tuple[TeamId, ...]:
        """The teams to print; none where no team of the choice has a shift."""
        chosen = self.team.currentData(Qt.ItemDataRole.UserRole)
        return tuple(team.id for team in self._teams if team.shifts and chosen in (None, team.id))

    @property
    def is_one_team(self) -> bool:
        return self.team.currentData(Qt.ItemDataRole.UserRole) is not None

    @property
    def has_shifts(self) -> bool:
        """Whether any team has a shift in the month."""
        return any(team.shifts for team in self._teams)

    def want(self, day: date | None, team_id: TeamId | None) -> None:
        """Another page asks for a team's month."""
        if team_id is not None:
            self._wanted = team_id
            self._choose_wanted()
        if day is not None:
            self.month.set_month(day.replace(day=1))

    def show_teams(self, teams: Sequence[TeamChoice]) -> None:
        """The teams of the month; the chosen one stays. At first it is the first that has shifts."""
        self._teams = teams
        if self._wanted is None and not self.team.count():
            self._wanted = next((team.id for team in teams if team.shifts), None)
        with_shifts = sum(bool(team.shifts) for team in teams)
        self.team.clear()
        self.team.addItem(self.tr("All {count} teams with shifts").format(count=with_shifts), None)
        for team in teams:
            counted = self.tr("{team} · {count} shifts") if team.shifts else self.tr("{team} · no shifts")
            self.team.addItem(counted.format(team=team.name, count=team.shifts), team.id)
        self._choose_wanted()

    def go_earlier(self) -> None:
        self.month.step(-1)

    def go_later(self) -> None:
        self.month.step(1)

    def _choose_wanted(self) -> None:
        ids = [self.team.itemData(place) for place in range(self.team.count())]
        if self._wanted in ids:
            self.team.setCurrentIndex(ids.index(self._wanted))

    def _on_team(self) -> None:
        self._wanted = self.team.currentData(Qt.ItemDataRole.UserRole)
        self.changed.emit()


def _head(text: str, field: QWidget) -> QWidget:
    head = text_label(text, Role.CAPTION, Color.TEXT2)
    head.setBuddy(field)
    field.setAccessibleName(text)
    return head
