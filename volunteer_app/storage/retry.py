"""Runs a whole unit of work again when the server undid it in favour of another desk (SQLSTATE 40001, 40P01)."""

import random
import time
from collections.abc import Callable
from typing import TypeVar

from volunteer_app.domain.errors import WritersCollided

Result = TypeVar("Result")
ATTEMPTS = 4
FIRST_PAUSE = 0.01


def retrying(
    work: Callable[[], Result], pause: Callable[[float], None] = time.sleep, *, attempts: int = ATTEMPTS
) -> Result:
    """The result of the work. Pauses double, unevenly, so that desks fall out of step."""
    for attempt in range(attempts - 1):
        try:
            return work()
        except WritersCollided:
            pause(FIRST_PAUSE * 2**attempt * random.uniform(0.5, 1.5))
    return work()
