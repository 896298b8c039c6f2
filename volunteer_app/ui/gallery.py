"""A developer's page with every component in its states, the base of screenshot tests. It refuses real data."""

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget
from typing_extensions import override

from volunteer_app.ui import gallery_cards as cards
from volunteer_app.ui.look import look
from volunteer_app.ui.page import KeyHelp, Page, PageSpec, Room, Tools, Width
from volunteer_app.ui.text import translate
from volunteer_app.ui.tokens import Size
from volunteer_app.ui.widgets.basics import Kind, row
from volunteer_app.ui.widgets.pane import scrolled


class GalleryPage(Page):
    """Opened by the developer's switch, never by a clerk."""

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(tools, parent)
        self._print = self.action(self.tr("Print"), icon="print", keys="Ctrl+P", run=self._on_action)
        self._start = self.action(self.tr("Start"), icon="alert_urgent", keys="Ctrl+Shift+E", run=self._on_action)
        self._start.setProperty("kind", Kind.DANGER.value)
        self._export = self.action(self.tr("Export"), icon="arrow_download", keys="Ctrl+E", run=self._on_action)
        self._import = self.action(self.tr("Import"), icon="arrow_import", keys="Ctrl+I", run=self._on_action)
        self.tiles = cards.tiles()
        inside = QWidget()
        self._grid = QGridLayout(inside)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(look().px(Size.CARD_GAP))
        self._shown = self._cards()
        self._grid.addLayout(row(*self.tiles, spacing=Size.CARD_GAP), 0, 0, 1, 2)
        body = QVBoxLayout()
        body.addWidget(scrolled(inside))
        self.set_body(body)

    def _cards(self) -> Sequence[QWidget]:
        return (
            cards.button_card(),
            cards.status_card(),
            cards.table_card(self.tools),
            cards.list_card(),
            cards.reply_card(),
            cards.notice_card(),
            cards.input_card(self.tools),
            cards.type_card(),
        )

    @override
    def set_room(self, room: Room) -> None:
        super().set_room(room)
        across = 2 if room.width is Width.WIDE else 1
        for number, card in enumerate(self._shown):
            self._grid.addWidget(card, number // across + 1, number % across)
        for tile in self.tiles:
            (tile.set_compact if room.is_compact else tile.set_tall)()

    @override
    def title(self) -> str:
        return self.tr("Components")

    @override
    def subtitle(self) -> str:
        return self.tr("Every component in its states")

    @override
    def primary_action(self) -> QAction:
        return self._print

    @override
    def secondary_actions(self) -> Sequence[QAction]:
        return (self._start, self._export, self._import)

    @override
    def key_help(self) -> Sequence[KeyHelp]:
        return (KeyHelp("Space", self.tr("preview")), KeyHelp("F2", self.tr("edit")))

    def _on_action(self) -> None:
        self.toast_with_undo(self.tr("Moved out of the shift"))


class _Factory:
    """Builds the page when it is visited."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools

    def build(self) -> GalleryPage:
        return GalleryPage(self._tools)


def gallery_spec(tools: Tools) -> PageSpec:
    """How the developer's switch puts the gallery into the navigation."""
    return PageSpec("gallery", translate("Gallery", "Components"), "sparkle", _Factory(tools).build, "Ctrl+9")
