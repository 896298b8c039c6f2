"""Drawing shared by widgets and delegates: pills, coverage bars, avatars, focus rings. It refuses state of its own."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QFontMetrics, QPainter, QPainterPath, QPen

from volunteer_app.ui import icons
from volunteer_app.ui.look import look, with_tabular_digits
from volunteer_app.ui.status import Coverage, PillSpec
from volunteer_app.ui.tokens import Color, Role, Size, Tone

_HATCH_STEP = 5


def pill_size(spec: PillSpec) -> QSize:
    """The place a pill needs in the present look."""
    current = look()
    width = QFontMetrics(current.font(Role.CAPTION_STRONG)).horizontalAdvance(spec.text)
    if spec.icon:
        width += current.px(Size.ICON_SMALL) + current.px(Size.STEP)
    return QSize(width + 2 * current.px(Size.GAP), current.px(Size.PILL))


def draw_pill(painter: QPainter, place: QRect, spec: PillSpec) -> QRect:
    """Draw a pill at the left of a place, centred in height; returns where it was drawn."""
    current = look()
    size = pill_size(spec)
    width = min(size.width(), place.width())
    box = QRect(place.left(), place.center().y() - size.height() // 2, width, size.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(current.ground(spec.tone))
    painter.setPen(current.pen(Color.BORDER) if spec.tone is Tone.PLAIN else Qt.PenStyle.NoPen)
    painter.drawRoundedRect(QRectF(box), current.px(Size.RADIUS_PILL), current.px(Size.RADIUS_PILL))
    left = box.left() + current.px(Size.GAP)
    if spec.icon:
        side = current.px(Size.ICON_SMALL)
        ink = current.ink(spec.tone)
        icons.paint(painter, QRectF(left, box.center().y() - side / 2 + 0.5, side, side), spec.icon, ink)
        left += side + current.px(Size.STEP)
    painter.setFont(current.font(Role.CAPTION_STRONG))
    painter.setPen(current.ink(spec.tone))
    room = box.right() - left - current.px(Size.STEP) + 1
    text = QFontMetrics(painter.font()).elidedText(spec.text, Qt.TextElideMode.ElideRight, room)
    painter.drawText(QRect(left, box.top(), room, box.height()), Qt.AlignmentFlag.AlignVCenter, text)
    painter.restore()
    return box


def draw_coverage_bar(painter: QPainter, bar: QRectF, coverage: Coverage) -> None:
    """Arrived solid, confirmed but not arrived hatched, the rest track."""
    current = look()
    radius = bar.height() / 2
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    outline = QPainterPath()
    outline.addRoundedRect(bar, radius, radius)
    painter.fillPath(outline, current.color(Color.TRACK))
    painter.setClipPath(outline)
    whole = max(coverage.needed, coverage.confirmed, coverage.arrived, 1)
    solid = bar.width() * min(coverage.arrived, whole) / whole
    expected = bar.width() * max(coverage.confirmed - coverage.arrived, 0) / whole
    painter.fillRect(QRectF(bar.left(), bar.top(), solid, bar.height()), current.color(Color.OK_SOLID))
    _hatch(painter, QRectF(bar.left() + solid, bar.top(), expected, bar.height()))
    painter.restore()


def _hatch(painter: QPainter, place: QRectF) -> None:
    if place.width() <= 0:
        return
    current = look()
    painter.save()
    painter.setClipRect(place, Qt.ClipOperation.IntersectClip)
    painter.fillRect(place, current.color(Color.OK_SOFT))
    painter.setPen(current.pen(Color.OK_SOLID, 2.0))
    step = current.px(_HATCH_STEP)
    x = place.left() - place.height()
    while x < place.right():
        painter.drawLine(QPointF(x, place.bottom()), QPointF(x + place.height(), place.top()))
        x += step
    painter.restore()


def draw_coverage(painter: QPainter, place: QRect, coverage: Coverage) -> None:
    """Bar and digits side by side; red digits when somebody is still missing."""
    current = look()
    painter.save()
    font = with_tabular_digits(current.font())
    painter.setFont(font)
    digits = QFontMetrics(font).horizontalAdvance(coverage.digits)
    gap = current.px(Size.GAP)
    length = max(place.width() - digits - gap, 0)
    thick = current.px(Size.BAR)
    if length >= current.px(24):
        draw_coverage_bar(painter, QRectF(place.left(), place.center().y() - thick / 2 + 0.5, length, thick), coverage)
    painter.setPen(current.color(Color.DANGER if coverage.missing else Color.TEXT))
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(place, right, coverage.digits)
    painter.restore()


def draw_avatar(painter: QPainter, circle: QRectF, name: str, tone: Tone = Tone.INFO) -> None:
    """The first character of a name in a circle."""
    current = look()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(current.ground(tone))
    painter.drawEllipse(circle)
    font = current.font(Role.STRONG)
    font.setPixelSize(max(round(circle.height() * 0.42), 10))
    painter.setFont(font)
    painter.setPen(current.ink(tone))
    painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, name[:1])
    painter.restore()


def draw_focus(painter: QPainter, place: QRect, radius: int = Size.RADIUS) -> None:
    """The 2 px ring of a focused painted thing, inside its place."""
    current = look()
    ring = Size.FOCUS_RING
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(current.color(Color.FOCUS), ring)
    painter.setPen(pen)
    painter.setBrush(QBrush(Qt.BrushStyle.NoBrush))
    inner = QRectF(place).adjusted(ring / 2, ring / 2, -ring / 2, -ring / 2)
    painter.drawRoundedRect(inner, current.px(radius), current.px(radius))
    painter.restore()


def elided(painter: QPainter, text: str, width: int) -> str:
    return QFontMetrics(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, width)
