"""A drawing that also notes every glyph run, rule and box that went to each page."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import takewhile
from typing import NamedTuple

from typing_extensions import override

from tests.printing.sample_sheets import MADE_AT
from volunteer_app.printing.drawing import About, Box, Drawing, Segment, Style
from volunteer_app.printing.fonts import Fonts

_SLACK = 0.02
# Ink of a Han glyph and of digits stays inside these shares of the size above and below the baseline.
_RISE, _DROP = 0.86, 0.10


class Run(NamedTuple):
    font: str
    size: float
    x: float
    y: float
    text: str
    width: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def top(self) -> float:
        return self.y + _RISE * self.size

    @property
    def bottom(self) -> float:
        return self.y - _DROP * self.size


@dataclass
class Page:
    """What one page shows, as plain facts that a bare canvas can repeat."""

    runs: list[Run] = field(default_factory=list)
    rules: list[tuple[float, list[Segment]]] = field(default_factory=list)
    fills: list[tuple[float, list[Box]]] = field(default_factory=list)
    frames: list[Box] = field(default_factory=list)

    def segments(self) -> list[Segment]:
        return [segment for _, segments in self.rules for segment in segments]

    def runs_on_rules(self) -> list[tuple[Run, Segment]]:
        """Texts that a rule cuts: there should be none."""
        return [(run, rule) for run in self.runs for rule in self.segments() if _cuts(rule, run)]

    def runs_on_runs(self) -> list[tuple[Run, Run]]:
        """Texts that lie on each other: there should be none."""
        upwards = sorted(self.runs, key=lambda run: run.bottom)
        return [
            (run, above)
            for place, run in enumerate(upwards)
            for above in takewhile(lambda other, top=run.top: other.bottom < top, upwards[place + 1 :])  # type: ignore[misc]
            if _overlap(run, above)
        ]


def _cuts(rule: Segment, run: Run) -> bool:
    x1, y1, x2, y2 = rule
    left, right = min(x1, x2), max(x1, x2)
    low, high = min(y1, y2), max(y1, y2)
    if left == right:
        return run.x + _SLACK < left < run.right - _SLACK and low < run.y < high
    return run.bottom + _SLACK < low < run.top - _SLACK and left < run.right and run.x < right


def _overlap(one: Run, other: Run) -> bool:
    across = min(one.right, other.right) - max(one.x, other.x)
    along = min(one.top, other.top) - max(one.bottom, other.bottom)
    return across > _SLACK and along > _SLACK


class Recording(Drawing):
    def __init__(self, fonts: Fonts) -> None:
        super().__init__(fonts, About("", "", "", MADE_AT))
        self._pages = [Page()]

    @property
    def pages(self) -> list[Page]:
        return self._pages[:-1]

    @override
    def rules(self, weight: float, segments: Sequence[Segment]) -> None:
        self._pages[-1].rules.append((weight, list(segments)))
        super().rules(weight, segments)

    @override
    def fill(self, black_percent: float, boxes: Sequence[Box]) -> None:
        self._pages[-1].fills.append((black_percent, list(boxes)))
        super().fill(black_percent, boxes)

    @override
    def frames(self, weight: float, boxes: Sequence[Box]) -> None:
        self._pages[-1].frames += boxes
        super().frames(weight, boxes)

    @override
    def end_page(self) -> None:
        super().end_page()
        self._pages.append(Page())

    @override
    def _show(self, text: str, style: Style, x: float, y: float) -> None:
        super()._show(text, style, x, y)
        for font, run in self.fonts.shape(text, style.face).runs:
            width = self.fonts.shape(run, style.face).width * style.size
            self._pages[-1].runs.append(Run(font, style.size, x, y, run, width))
            x += width
