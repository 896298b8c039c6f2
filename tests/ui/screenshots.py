"""Pictures of widgets without a screen, for people to look at. A tool of the tests; it judges nothing."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from volunteer_app.ui.theme import Theme, ThemeMode
from volunteer_app.ui.tokens import TextScale

SMALL = (1280, 640)
LARGE = (1920, 990)
_LAYOUT_ROUNDS = 4


@dataclass(frozen=True, slots=True)
class Shot:
    """How a picture is taken."""

    size: tuple[int, int] = SMALL
    mode: ThemeMode = ThemeMode.LIGHT
    scale: TextScale = TextScale.STANDARD

    @property
    def name(self) -> str:
        return f"{self.size[0]}x{self.size[1]}-{self.mode.value}-{self.scale.value:g}"


def every_shot() -> Iterator[Shot]:
    """Both themes in the small and the large window, and the small one with the largest text."""
    for mode in (ThemeMode.LIGHT, ThemeMode.DARK):
        for size in (SMALL, LARGE):
            yield Shot(size, mode)
    yield Shot(SMALL, ThemeMode.LIGHT, TextScale.LARGEST)


def shoot(widget: QWidget, file: Path, theme: Theme, shot: Shot) -> None:
    """Show the widget as told and save what it looks like."""
    theme.apply(shot.mode, shot.scale)
    widget.resize(QSize(*shot.size))
    widget.show()
    QTest.qWaitForWindowExposed(widget)
    for _ in range(_LAYOUT_ROUNDS):
        QCoreApplication.sendPostedEvents()
    file.parent.mkdir(parents=True, exist_ok=True)
    widget.grab().save(str(file))
