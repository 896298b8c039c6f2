"""The four figures above today's lists. They refuse bare numbers: each says what it is of."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QWidget

from volunteer_app.services.today import Tiles
from volunteer_app.ui import time_text
from volunteer_app.ui.page import Room
from volunteer_app.ui.text import translate
from volunteer_app.ui.tokens import Size, Tone
from volunteer_app.ui.widgets.basics import pad
from volunteer_app.ui.widgets.stat_tile import StatTile


class TodayTiles(QWidget):
    """A click on a tile leads to what it counts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shifts = StatTile(self.tr("Shifts today"), "calendar_ltr", Tone.INFO)
        self.people = StatTile(self.tr("Needed / confirmed / arrived"), "people_team", Tone.OK)
        self.gap = StatTile(self.tr("Gap"), "warning", Tone.MUTE)
        self.call_backs = StatTile(self.tr("To call back"), "call_missed", Tone.WARN)
        self._line = QHBoxLayout(self)
        pad(self._line, 0, Size.CARD_GAP)
        for tile in self.tiles():
            self._line.addWidget(tile, 1)

    def tiles(self) -> tuple[StatTile, ...]:
        return self.shifts, self.people, self.gap, self.call_backs

    def set_room(self, room: Room) -> None:
        pad(self._line, 0, Size.CARD_GAP_COMPACT if room.is_compact else Size.CARD_GAP)
        for tile in self.tiles():
            fold: Callable[[], None] = tile.set_compact if room.is_compact else tile.set_tall
            fold()

    def show_tiles(self, tiles: Tiles) -> None:
        stages = self.tr("{ended} ended · {running} running · {upcoming} to come")
        self.shifts.show_number(
            str(tiles.shifts),
            translate("Unit", "shifts"),
            stages.format(ended=tiles.ended, running=tiles.running, upcoming=tiles.upcoming),
        )
        numbers = f"{tiles.needed} / {tiles.confirmed} / {tiles.arrived}"
        self.people.show_number(numbers, translate("Unit", "people"), self._rate(tiles))
        gap = self.tr("{count} shifts not full").format(count=tiles.short_shifts)
        everybody = self.tr("all shifts are full")
        self.gap.show_number(str(tiles.missing), translate("Unit", "people"), gap if tiles.missing else everybody)
        self.gap.set_tone(Tone.DANGER if tiles.missing else Tone.MUTE)
        at = tiles.next_call_back_at
        first = "" if at is None else self.tr("first at {time}").format(time=time_text.clock(at))
        self.call_backs.show_number(str(tiles.call_backs), translate("Unit", "people"), first)

    def _rate(self, tiles: Tiles) -> str:
        if not tiles.needed:
            return ""
        return self.tr("{percent}% confirmed").format(percent=round(100 * tiles.confirmed / tiles.needed))
