"""Checks that every page's tests share: names for screen readers, and room in the smallest window."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QScrollBar, QTabBar, QWidget

from volunteer_app.ui.tokens import SMALLEST_CLIENT, Size


def nameless_widgets(root: QWidget) -> list[str]:
    """Focusable widgets that a screen reader could not name, as class and object name. A placeholder is no name."""
    return [
        f"{type(widget).__name__} in {type(widget.parent()).__name__}"
        for widget in [root, *root.findChildren(QWidget)]
        if _takes_focus(widget) and not _name(widget)
    ]


def _takes_focus(widget: QWidget) -> bool:
    is_inner = widget.objectName().startswith("qt_") or isinstance(widget.parent(), QLineEdit)
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and not is_inner and not isinstance(widget, QScrollBar)


def _name(widget: QWidget) -> str:
    if widget.accessibleName():
        return widget.accessibleName()
    if isinstance(widget, QAbstractButton):
        return widget.text()
    if isinstance(widget, QTabBar):
        return widget.tabText(0)
    buddies = (label for label in widget.window().findChildren(QLabel) if label.buddy() is widget)
    return next((label.text() for label in buddies), "")


def excess(page: QWidget) -> tuple[int, int]:
    """How far the page's smallest size goes beyond the room left for it in the smallest window: (0, 0) is right."""
    width = SMALLEST_CLIENT[0] - Size.NAV_RAIL
    height = SMALLEST_CLIENT[1] - Size.HEADER_COMPACT - Size.STATUS_BAR
    least = page.minimumSizeHint()
    return max(least.width() - width, 0), max(least.height() - height, 0)
