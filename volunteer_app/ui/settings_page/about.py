"""关于: version and licences, and what support needs to know of this PC."""

import platform

import PySide6
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from volunteer_app import __version__
from volunteer_app.ui.settings_page.part import Part
from volunteer_app.ui.tokens import Color, Role
from volunteer_app.ui.widgets.basics import row, text_label, wrapped
from volunteer_app.ui.widgets.clipboard import CopyButton


class AboutPart(Part):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form.addWidget(text_label(self.tr("Version {number}").format(number=__version__)))
        words = self.tr(
            "Everything stays on this PC; the program never uses the network. Fonts: Noto (OFL) and Hanazono; "
            "icons: Fluent UI System Icons (MIT); Qt for Python (LGPL)."
        )
        self.form.addWidget(wrapped(text_label(words, Role.BODY, Color.TEXT2)))
        self.form.addLayout(row(CopyButton(self.tr("Copy diagnostics"), diagnostics()), None))

    @override
    def name(self) -> str:
        return self.tr("About")


def diagnostics() -> str:
    """Versions only: nothing of the office or its people."""
    return "\n".join(
        (
            f"volunteer-app {__version__}",
            f"Python {platform.python_version()}",
            f"PySide6 {PySide6.__version__}",
            platform.platform(),
        )
    )
