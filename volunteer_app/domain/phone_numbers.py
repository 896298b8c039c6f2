"""Which telephone numbers need repair: judged from the rings on each, over all calls. A drill's rings count too."""

from collections.abc import Iterable
from enum import StrEnum

from volunteer_app.domain.calls import AttemptOutcome

MISSES_UNTIL_REPAIR = 3


class TroubleKind(StrEnum):
    DEAD = "dead"
    WRONG = "wrong"
    MISSED_THREE_TIMES = "missed_three_times"


def trouble(outcomes: Iterable[AttemptOutcome]) -> TroubleKind | None:
    """What is wrong with a number, from its rings, newest first. Being reached once clears it."""
    misses = 0
    for outcome in outcomes:
        match outcome:
            case AttemptOutcome.DEAD_NUMBER:
                return TroubleKind.DEAD
            case AttemptOutcome.WRONG_NUMBER:
                return TroubleKind.WRONG
            case AttemptOutcome.CONNECTED:
                return None
            case AttemptOutcome.NO_ANSWER | AttemptOutcome.BUSY | AttemptOutcome.SWITCHED_OFF:
                misses += 1
                if misses == MISSES_UNTIL_REPAIR:
                    return TroubleKind.MISSED_THREE_TIMES
            case AttemptOutcome.MESSAGED:
                continue
    return None
