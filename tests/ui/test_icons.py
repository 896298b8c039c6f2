"""The shipped icons: all there, in the wanted colour, drawn once."""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from volunteer_app.ui import icons
from volunteer_app.ui.theme import Theme, ThemeMode
from volunteer_app.ui.tokens import TextScale

NAMED = re.compile(r"""(?:icon=|icons\.put\(\w+(?:\.\w+)*, |icon_button\(\s*|Tone\.\w+, )"([a-z0-9_]+)\"""")


def names_in_source(repository: Path) -> set[str]:
    files = (repository / "volunteer_app" / "ui").rglob("*.py")
    return {name for file in files for name in NAMED.findall(file.read_text(encoding="utf-8"))}


def inks(pixmap: QPixmap) -> set[str]:
    """The colours of the fully opaque points."""
    image = pixmap.toImage()
    points = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {point.name() for point in points if point.alpha() == 255}


def test_every_icon_named_in_the_source_is_shipped(repository: Path, theme: Theme) -> None:
    names = names_in_source(repository)

    missing = {name for name in names if icons.pixmap(name, QColor("black")).isNull()}

    assert len(names) > 20
    assert not missing


@pytest.mark.parametrize("size", [16, 20, 40])
@pytest.mark.parametrize("style", ["regular", "filled"])
def test_every_shipped_icon_can_be_drawn(repository: Path, theme: Theme, size: int, style: str) -> None:
    shipped = {file.name.rsplit("_", 2)[0] for file in (repository / "resources" / "icons").glob("*.svg")}

    empty = {name for name in shipped if not inks(icons.pixmap(name, QColor("red"), size, style=style, ratio=2.0))}

    assert len(shipped) >= 63
    assert not empty


def test_an_icon_takes_the_colour_it_is_given(theme: Theme) -> None:
    assert inks(icons.pixmap("shield", QColor("teal"), 40, style="filled")) == {QColor("teal").name()}


def test_an_icon_that_is_not_shipped_is_refused(theme: Theme) -> None:
    with pytest.raises(icons.NoSuchIcon):
        icons.pixmap("unicorn", QColor("red"))


def test_an_icon_is_drawn_once(theme: Theme) -> None:
    first = icons.pixmap("home", QColor("navy"))

    assert icons.pixmap("home", QColor("navy")).cacheKey() == first.cacheKey()


def test_icons_are_drawn_at_the_real_pixel_ratio(theme: Theme) -> None:
    drawn = icons.pixmap("home", QColor("navy"), 20, ratio=1.5)

    assert drawn.width() == 30
    assert drawn.deviceIndependentSize().width() == 20


def test_icons_on_buttons_follow_the_theme(theme: Theme, qtbot: QtBot, qapp: QApplication) -> None:
    pressed = QPushButton("打印")
    qtbot.addWidget(pressed)
    icons.put(pressed, "print")
    light = inks(pressed.icon().pixmap(40, 40))

    theme.apply(ThemeMode.DARK, TextScale.STANDARD)

    assert inks(pressed.icon().pixmap(40, 40)) != light


def test_the_licence_lies_beside_the_icons(repository: Path) -> None:
    licence = repository / "resources" / "icons" / "LICENSE-FluentSystemIcons.txt"

    assert "MIT License" in licence.read_text(encoding="utf-8")
