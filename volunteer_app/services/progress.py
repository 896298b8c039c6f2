"""How long work tells how far it is and learns that nobody waits for it any more. It knows no window and no thread."""

from typing import Protocol


class Cancelled(Exception):
    """The operator stopped the work. Not a refusal: nothing is to be shown, everything is to be undone."""


class Progress(Protocol):
    def step(self, done: int, total: int, stage: str) -> None:
        """Report; raise Cancelled when the work is no longer wanted. `stage` is a stable word, not a sentence."""


class NullProgress:
    """Nobody is watching and nobody will cancel."""

    def step(self, done: int, total: int, stage: str) -> None:
        """Forget it."""
