"""The gallery shows every component in both themes, named, and in the smallest window without being cut."""

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from tests.ui.accessibility import excess, nameless_widgets
from tests.ui.screenshots import Shot, every_shot, shoot
from volunteer_app.ui.gallery import GalleryPage, gallery_spec
from volunteer_app.ui.look import Look
from volunteer_app.ui.page import Height, Room, Tools, Width
from volunteer_app.ui.theme import Theme
from volunteer_app.ui.tokens import Color, Scheme


@pytest.fixture
def gallery(qtbot: QtBot, tools: Tools) -> GalleryPage:
    made = gallery_spec(tools).factory()
    assert isinstance(made, GalleryPage)
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize("shot", list(every_shot()), ids=lambda shot: shot.name)
def test_a_picture_of_it_has_the_ground_of_its_theme(
    gallery: GalleryPage, theme: Theme, shot: Shot, tmp_path: Path
) -> None:
    file = tmp_path / f"{shot.name}.png"

    shoot(gallery, file, theme, shot)

    picture = QImage(str(file))
    grounds = {picture.pixelColor(4, y).name().upper() for y in range(20, picture.height(), 40)}
    assert grounds == {Look(Scheme(shot.mode.value)).hex(Color.BG)}


def test_every_component_is_named(gallery: GalleryPage) -> None:
    assert nameless_widgets(gallery) == []


def test_it_fits_the_smallest_window(gallery: GalleryPage) -> None:
    gallery.set_room(Room(Width.MEDIUM, Height.COMPACT))

    assert excess(gallery) == (0, 0)
