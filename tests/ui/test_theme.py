"""Tokens, look, palette and the one style sheet."""

import re
import time
from itertools import pairwise, product
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontInfo, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from volunteer_app.ui.look import Look, look
from volunteer_app.ui.style_sheet import INDICATORS, style_sheet
from volunteer_app.ui.theme import Theme, ThemeMode, palette
from volunteer_app.ui.tokens import (
    GRAPHIC_CONTRAST,
    GRAPHIC_PAIRS,
    PALETTES,
    TEXT_CONTRAST,
    TEXT_PAIRS,
    TONES,
    TYPE,
    Color,
    Role,
    Scheme,
    Size,
    TextScale,
    Tone,
)
from volunteer_app.ui.widgets.basics import Kind, button, text_label

SWITCH_SECONDS = 0.6


def luminance(color: str) -> float:
    """WCAG 2 relative luminance."""
    parts = (QColor(color).redF(), QColor(color).greenF(), QColor(color).blueF())
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_measured_by_wcag() -> None:
    assert contrast("black", "white") == pytest.approx(21)
    assert contrast(PALETTES[Scheme.LIGHT][Color.TEXT3], PALETTES[Scheme.LIGHT][Color.SEL]) == pytest.approx(
        4.82, abs=0.01
    )


@pytest.mark.parametrize(("scheme", "pair"), list(product(Scheme, TEXT_PAIRS)))
def test_text_can_be_read_on_its_ground(scheme: Scheme, pair: tuple[Color, Color]) -> None:
    ink, ground = (PALETTES[scheme][color] for color in pair)

    assert contrast(ink, ground) >= TEXT_CONTRAST


@pytest.mark.parametrize(("scheme", "pair"), list(product(Scheme, GRAPHIC_PAIRS)))
def test_graphics_stand_out_from_their_ground(scheme: Scheme, pair: tuple[Color, Color]) -> None:
    ink, ground = (PALETTES[scheme][color] for color in pair)

    assert contrast(ink, ground) >= GRAPHIC_CONTRAST


def test_both_schemes_give_every_colour_a_value() -> None:
    assert all(set(values) == set(Color) for values in PALETTES.values())
    assert set(TONES) == set(Tone)
    assert set(TYPE) == set(Role)


@pytest.mark.parametrize(("scheme", "scale"), list(product(Scheme, TextScale)))
def test_the_style_sheet_leaves_nothing_unfilled(scheme: Scheme, scale: TextScale) -> None:
    sheet = style_sheet(Look(scheme, scale), "folder")

    assert "$" not in sheet
    assert sheet.count("{") == sheet.count("}")
    assert not re.search(r"-\d+px", sheet.replace("margin-right: -1px", ""))


def test_no_text_is_smaller_than_a_caption() -> None:
    assert min(style.size for style in TYPE.values()) == TYPE[Role.CAPTION].size == 12


def test_lengths_and_fonts_grow_with_the_text_scale() -> None:
    heights = [Look(text_scale=scale).control for scale in TextScale]
    sizes = [Look(text_scale=scale).font(Role.BODY).pixelSize() for scale in TextScale]

    assert heights == [32, 37, 42]
    assert all(one < other for one, other in pairwise(sizes))


@pytest.mark.parametrize("mode", [ThemeMode.LIGHT, ThemeMode.DARK])
def test_switching_the_theme_switches_palette_and_look(theme: Theme, qapp: QApplication, mode: ThemeMode) -> None:
    theme.apply(mode, TextScale.STANDARD)

    assert look().scheme.value == mode.value
    assert qapp.palette().color(QPalette.ColorRole.Window).name().upper() == look().hex(Color.BG)
    assert look().hex(Color.SURFACE) in qapp.styleSheet()


def test_an_unknown_system_scheme_counts_as_light(theme: Theme, qapp: QApplication) -> None:
    theme.apply(ThemeMode.DARK, TextScale.STANDARD)

    theme.apply(ThemeMode.SYSTEM, TextScale.STANDARD)

    expected = Scheme.DARK if qapp.styleHints().colorScheme() is Qt.ColorScheme.Dark else Scheme.LIGHT
    assert look().scheme is expected


def test_the_palette_fades_what_is_disabled() -> None:
    made = palette(Look())

    faded = made.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)

    assert faded != made.color(QPalette.ColorGroup.Active, QPalette.ColorRole.Text)


@pytest.mark.parametrize("scale", list(TextScale))
def test_controls_are_32_px_high_at_any_scale(theme: Theme, qtbot: QtBot, scale: TextScale) -> None:
    theme.apply(ThemeMode.LIGHT, scale)
    host = QWidget()
    qtbot.addWidget(host)
    layout = QVBoxLayout(host)
    controls: list[QWidget] = [button("导入", Kind.PRIMARY), button("导出"), QLineEdit()]
    for control in controls:
        layout.addWidget(control)

    heights = {control.sizeHint().height() for control in controls}

    assert heights == {look().px(Size.CONTROL)}


def test_focus_changes_no_size(theme: Theme, qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    layout = QVBoxLayout(host)
    pressed = QPushButton("发布本周")
    layout.addWidget(pressed)
    layout.addWidget(QLineEdit())
    with qtbot.waitExposed(host):
        host.show()
    host.activateWindow()
    before = pressed.sizeHint()

    pressed.setFocus()

    assert pressed.sizeHint() == before


def test_chinese_is_never_drawn_as_boxes(theme: Theme) -> None:
    metrics = QFontMetrics(look().font())

    assert QFontInfo(look().font()).family() in look().families
    assert all(metrics.inFontUcs4(ord(character)) for character in "陈明川，防汛抢险队。")


def test_changing_digits_do_not_jiggle(theme: Theme) -> None:
    metrics = QFontMetrics(look().font(Role.TIMER))

    assert len({metrics.horizontalAdvance(digit * 6) for digit in "0123456789"}) == 1


def test_every_image_in_the_style_sheet_is_a_file(theme: Theme, qapp: QApplication) -> None:
    for mode in (ThemeMode.LIGHT, ThemeMode.DARK):
        theme.apply(mode, TextScale.STANDARD)

        images = set(re.findall(r"url\((.*?)\)", qapp.styleSheet()))

        assert len(images) == len(INDICATORS)
        assert all(Path(image).is_file() for image in images)


def test_a_page_full_of_controls_is_rethemed_within_its_budget(theme: Theme, qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    layout = QVBoxLayout(host)
    for number in range(150):
        layout.addWidget(button(str(number), icon="print"))
        layout.addWidget(text_label(str(number), Role.STRONG))
    host.show()

    started = time.perf_counter()
    theme.apply(ThemeMode.DARK, TextScale.LARGE)

    assert time.perf_counter() - started < SWITCH_SECONDS
