"""The one vocabulary of states: word, tone and icon, the same on every screen. It refuses colour alone."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from volunteer_app.ui.text import translate
from volunteer_app.ui.tokens import Tone


@dataclass(frozen=True, slots=True)
class PillSpec:
    """What a pill shows."""

    text: str
    tone: Tone = Tone.MUTE
    icon: str = ""


class Status(StrEnum):
    """States whose word needs no further fact."""

    NOT_CALLED = "not_called"
    CONFIRMED = "confirmed"
    ON_THE_WAY = "on_the_way"
    ARRIVED = "arrived"
    REFUSED = "refused"
    NO_ANSWER = "no_answer"
    NO_SHOW = "no_show"
    STANDBY = "standby"
    SIGNED_OUT = "signed_out"
    FULL = "full"
    RUNNING = "running"
    UPCOMING = "upcoming"
    ENDED = "ended"
    REACHABLE = "reachable"
    UNREACHABLE = "unreachable"
    INACTIVE = "inactive"
    LOCKED = "locked"
    DRAFT = "draft"


_LOOKS: dict[Status, tuple[Tone, str]] = {
    Status.NOT_CALLED: (Tone.MUTE, "circle"),
    Status.CONFIRMED: (Tone.OK, "checkmark_circle"),
    Status.ON_THE_WAY: (Tone.INFO, "vehicle_car"),
    Status.ARRIVED: (Tone.OK_SOLID, "person_available"),
    Status.REFUSED: (Tone.MUTE, "dismiss_circle"),
    Status.NO_ANSWER: (Tone.WARN, "call_missed"),
    Status.NO_SHOW: (Tone.DANGER, "person_prohibited"),
    Status.STANDBY: (Tone.INFO, "hourglass"),
    Status.SIGNED_OUT: (Tone.MUTE, "checkmark"),
    Status.FULL: (Tone.OK, "checkmark_circle"),
    Status.RUNNING: (Tone.OK, "hourglass"),
    Status.UPCOMING: (Tone.INFO, "clock"),
    Status.ENDED: (Tone.MUTE, "checkmark"),
    Status.REACHABLE: (Tone.OK, "checkmark_circle"),
    Status.UNREACHABLE: (Tone.WARN, "call_missed"),
    Status.INACTIVE: (Tone.MUTE, "subtract_circle"),
    Status.LOCKED: (Tone.PLAIN, "lock_closed"),
    Status.DRAFT: (Tone.INFO, "edit"),
}


def status_word(status: Status) -> str:
    words = {
        Status.NOT_CALLED: translate("Status", "To call"),
        Status.CONFIRMED: translate("Status", "Confirmed"),
        Status.ON_THE_WAY: translate("Status", "On the way"),
        Status.ARRIVED: translate("Status", "Arrived"),
        Status.REFUSED: translate("Status", "Not coming"),
        Status.NO_ANSWER: translate("Status", "No answer"),
        Status.NO_SHOW: translate("Status", "No-show"),
        Status.STANDBY: translate("Status", "Standby"),
        Status.SIGNED_OUT: translate("Status", "Signed out"),
        Status.FULL: translate("Status", "Full"),
        Status.RUNNING: translate("Status", "Running"),
        Status.UPCOMING: translate("Status", "Not started"),
        Status.ENDED: translate("Status", "Ended"),
        Status.REACHABLE: translate("Status", "Reachable"),
        Status.UNREACHABLE: translate("Status", "Cannot be called"),
        Status.INACTIVE: translate("Status", "Inactive"),
        Status.LOCKED: translate("Status", "Locked"),
        Status.DRAFT: translate("Status", "Draft"),
    }
    return words[status]


def status_pill(status: Status) -> PillSpec:
    tone, icon = _LOOKS[status]
    return PillSpec(status_word(status), tone, icon)


def short_pill(count: int) -> PillSpec:
    """缺 3 人."""
    return PillSpec(translate("Status", "Short by {count}").format(count=count), Tone.DANGER, "warning")


def call_back_pill(at: datetime) -> PillSpec:
    """稍后 14:40."""
    return PillSpec(translate("Status", "Later {time}").format(time=f"{at:%H:%M}"), Tone.INFO, "clock")


def late_pill(minutes: int) -> PillSpec:
    """迟到 12 分."""
    return PillSpec(translate("Status", "Late {minutes} min").format(minutes=minutes), Tone.DANGER, "clock_alarm")


def leave_pill(until: date) -> PillSpec:
    """请假至 07-25."""
    return PillSpec(translate("Status", "On leave until {day}").format(day=f"{until:%m-%d}"), Tone.WARN, "clock")


@dataclass(frozen=True, slots=True)
class Coverage:
    """The three numbers, always in this order: needed, confirmed, arrived."""

    needed: int
    confirmed: int
    arrived: int

    @property
    def missing(self) -> int:
        return max(0, self.needed - self.confirmed)

    @property
    def digits(self) -> str:
        return f"{self.needed} / {self.confirmed} / {self.arrived}"

    @property
    def spoken(self) -> str:
        words = translate("Status", "needed {needed}, confirmed {confirmed}, arrived {arrived}")
        return words.format(needed=self.needed, confirmed=self.confirmed, arrived=self.arrived)
