"""Cuts long lists into pieces that fit one statement."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

Item = TypeVar("Item")
PARAMETERS_PER_QUERY = 500


def in_batches(items: Sequence[Item], size: int = PARAMETERS_PER_QUERY) -> Iterator[Sequence[Item]]:
    """Slices small enough for one IN list."""
    for start in range(0, len(items), size):
        yield items[start : start + size]
