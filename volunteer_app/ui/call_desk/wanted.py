"""What other pages send along with `navigate.emit("call_desk", ...)`, besides the id of a shift."""

from enum import StrEnum


class DeskRequest(StrEnum):
    """CURRENT: the call of the shift that presses most."""

    CURRENT = "current"
