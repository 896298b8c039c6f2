"""Prepares a QApplication: style, fonts, language, icons and theme. It refuses to open a window or a database."""

from pathlib import Path

from PySide6.QtCore import QDir, QFile, QLibraryInfo, QLocale, Qt, QTemporaryDir, QTranslator
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from volunteer_app.ui import icons
from volunteer_app.ui.look import Look
from volunteer_app.ui.style_sheet import INDICATORS, indicator_file
from volunteer_app.ui.theme import Theme
from volunteer_app.ui.tokens import SYSTEM_FAMILIES, Scheme

_OURS = "volunteer_app_zh_CN.qm"
_SHIPPED_FONTS = ("NotoSansSC-Regular.ttf", "NotoSansSC-Bold.ttf", "DutyRareB.ttf")


def prepare(app: QApplication, resources: Path) -> Theme:
    """Make the application ours, once, before the first window. The theme is not applied yet."""
    app.setStyle("Fusion")
    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    QDir.setSearchPaths(icons.SEARCH_PATH, [str(resources / "icons")])
    _install_translators(app, resources / "i18n")
    app.setAttribute(Qt.ApplicationAttribute.AA_DontShowShortcutsInContextMenus, on=False)
    return Theme(app, _families(resources / "fonts"), _drawn_indicators())


def _install_translators(app: QApplication, folder: Path) -> None:
    qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for path in (str(Path(qt_folder) / "qtbase_zh_CN.qm"), str(folder / _OURS)):
        translator = QTranslator(app)
        if translator.load(path):
            app.installTranslator(translator)


def _families(folder: Path) -> tuple[str, ...]:
    """System fonts that are there, then the shipped ones, so that no PC shows boxes."""
    shipped: list[str] = []
    for name in _SHIPPED_FONTS:
        number = QFontDatabase.addApplicationFont(str(folder / name))
        if number >= 0:
            shipped += QFontDatabase.applicationFontFamilies(number)
    known = set(QFontDatabase.families())
    return tuple(dict.fromkeys([*(family for family in SYSTEM_FAMILIES if family in known), *shipped]))


def _drawn_indicators() -> QTemporaryDir:
    """A style sheet takes its arrows and ticks from files only, so the recoloured ones lie in a temporary folder.

    It cannot be a search path: the SVG plug-in opens the file by its bare name.
    """
    folder = QTemporaryDir()
    for scheme in Scheme:
        look = Look(scheme)
        for indicator, (name, color) in INDICATORS.items():
            source = QFile(f"{icons.SEARCH_PATH}:{name}_16_regular.svg")
            if source.open(QFile.OpenModeFlag.ReadOnly):
                svg = bytes(source.readAll().data()).decode("utf-8")
                drawn = svg.replace("<path ", f'<path fill="{look.hex(color)}" ')
                Path(folder.filePath(indicator_file(look, indicator))).write_text(drawn, encoding="utf-8")
    return folder
