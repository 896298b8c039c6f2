"""Icons recoloured to the text beside them and cached as pixmaps. It refuses icons that are not in the shipped set.

Files are found through Qt's search path `icons:`, which the application set-up points at resources/icons.
"""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QFile, QIODevice, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QIcon, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from volunteer_app.ui.look import look
from volunteer_app.ui.tokens import Color, Size

SEARCH_PATH = "icons"
_CACHE_KB = 32 * 1024
_NAME = "icon_name"
_INK = "icon_ink"
_INK_OF_KIND = {
    "primary": Color.ON_SOLID,
    "danger_solid": Color.ON_SOLID,
    "danger": Color.DANGER,
    "link": Color.ACCENT_TEXT,
    "chip": Color.TEXT2,
}


class NoSuchIcon(LookupError):
    """The name is not in resources/icons."""


@lru_cache(maxsize=512)
def _source(name: str, size: int, style: str) -> bytes:
    """The SVG nearest to the wanted size: a few icons exist in 20 px only."""
    sizes = (16, 20) if size <= Size.ICON_SMALL and style == "regular" else (20, 16)
    for drawn in sizes:
        file = QFile(f"{SEARCH_PATH}:{name}_{drawn}_{style}.svg")
        if file.open(QIODevice.OpenModeFlag.ReadOnly):
            return bytes(file.readAll().data())
    raise NoSuchIcon(name)


def pixmap(name: str, color: QColor, size: int = Size.ICON, *, style: str = "regular", ratio: float = 1.0) -> QPixmap:
    """The icon at `size` logical pixels, drawn at the real pixel ratio of the screen."""
    key = f"{name}/{style}/{size}/{color.rgba():x}/{ratio}"
    found = QPixmap()
    if QPixmapCache.find(key, found):
        return found
    QPixmapCache.setCacheLimit(_CACHE_KB)
    # Read before painting begins: an exception with a painter open on the pixmap ends the process.
    svg = QSvgRenderer(QByteArray(_source(name, size, style)))
    side = round(size * ratio)
    drawn = QPixmap(QSize(side, side))
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    svg.render(painter, QRectF(0, 0, side, side))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(0, 0, side, side, color)
    painter.end()
    drawn.setDevicePixelRatio(ratio)
    QPixmapCache.insert(key, drawn)
    return drawn


def paint(painter: QPainter, rect: QRectF, name: str, color: QColor, *, style: str = "regular") -> None:
    """Draw an icon centred in a rectangle; its size is the shorter side."""
    size = round(min(rect.width(), rect.height()))
    ratio = painter.device().devicePixelRatio()
    drawn = pixmap(name, color, size, style=style, ratio=ratio)
    painter.drawPixmap(QRectF(rect.center().x() - size / 2, rect.center().y() - size / 2, size, size).topLeft(), drawn)


def icon(name: str, ink: Color = Color.TEXT, size: int = Size.ICON) -> QIcon:
    """An icon in the present look. Prefer `put`, which follows a change of theme."""
    current = look()
    side = current.px(size)
    made = QIcon()
    app = QApplication.instance()
    ratio = app.devicePixelRatio() if isinstance(app, QApplication) else 1.0
    made.addPixmap(pixmap(name, current.color(ink), side, ratio=ratio), QIcon.Mode.Normal)
    made.addPixmap(pixmap(name, current.color(Color.BORDER2), side, ratio=ratio), QIcon.Mode.Disabled)
    return made


def put(target: QAbstractButton | QAction, name: str, ink: Color | None = None) -> None:
    """Give a button or action an icon that is redrawn on every change of theme."""
    target.setProperty(_NAME, name)
    if ink is not None:
        target.setProperty(_INK, ink.value)
    _refresh(target)


def redraw_all(app: QApplication) -> None:
    """Draw every icon given by `put` again, in the look now in force."""
    seen: set[int] = set()
    for widget in app.allWidgets():
        for target in (widget, *widget.actions()):
            if id(target) not in seen:
                seen.add(id(target))
                _refresh(target)


def _refresh(target: QObject) -> None:
    name = target.property(_NAME)
    if not name or not isinstance(target, QAbstractButton | QAction):
        return
    target.setIcon(icon(str(name), _ink(target)))
    if isinstance(target, QAbstractButton):
        side = look().px(Size.ICON_SMALL if target.property("compact") else 18)
        target.setIconSize(QSize(side, side))


def _ink(target: QObject) -> Color:
    chosen = target.property(_INK)
    if chosen:
        return Color(str(chosen))
    kind = target.property("kind") if isinstance(target, QWidget) else None
    return _INK_OF_KIND.get(str(kind), Color.TEXT)
