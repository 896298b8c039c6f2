"""What this PC remembers of the window, typed. It refuses office rules: those are rows in the database."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QSettings, Signal

from volunteer_app.ui.theme import ThemeMode
from volunteer_app.ui.tokens import Density, TextScale


class Settings(QObject):
    """One property per value over an ini file in a given place. `changed` names the value."""

    changed = Signal(str)

    def __init__(self, file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = QSettings(str(file), QSettings.Format.IniFormat, self)

    @property
    def theme(self) -> ThemeMode:
        return ThemeMode(self._one_of("look/theme", [mode.value for mode in ThemeMode], ThemeMode.SYSTEM.value))

    @theme.setter
    def theme(self, mode: ThemeMode) -> None:
        self._put("look/theme", mode.value)

    @property
    def text_scale(self) -> TextScale:
        return TextScale[self._one_of("look/text", list(TextScale.__members__), TextScale.STANDARD.name)]

    @text_scale.setter
    def text_scale(self, scale: TextScale) -> None:
        self._put("look/text", scale.name)

    @property
    def navigation_folded(self) -> bool:
        return self._text("shell/folded", "no") == "yes"

    @navigation_folded.setter
    def navigation_folded(self, folded: bool) -> None:
        self._put("shell/folded", "yes" if folded else "no")

    @property
    def sounds(self) -> bool:
        return self._text("notice/sounds", "yes") == "yes"

    @sounds.setter
    def sounds(self, on: bool) -> None:
        self._put("notice/sounds", "yes" if on else "no")

    @property
    def lock_after_minutes(self) -> int:
        """Minutes of idleness before the lock screen; 0 turns it off."""
        text = self._text("safety/lock_minutes", "10")
        return int(text) if text.isdecimal() else 10

    @lock_after_minutes.setter
    def lock_after_minutes(self, minutes: int) -> None:
        self._put("safety/lock_minutes", str(minutes))

    @property
    def last_page(self) -> str:
        return self._text("shell/page", "")

    @last_page.setter
    def last_page(self, key: str) -> None:
        self._put("shell/page", key)

    @property
    def last_folder(self) -> Path:
        """Where the last file was opened or saved."""
        return Path(self._text("files/folder", str(Path.home())))

    @last_folder.setter
    def last_folder(self, folder: Path) -> None:
        self._put("files/folder", str(folder))

    def density(self, table: str) -> Density:
        return Density[self._one_of(f"tables/{table}/density", list(Density.__members__), Density.NORMAL.name)]

    def set_density(self, table: str, density: Density) -> None:
        self._put(f"tables/{table}/density", density.name)

    def state(self, name: str) -> QByteArray:
        """The remembered geometry of a window, splitter or header; empty when there is none."""
        value = self._store.value(f"state/{name}")
        return value if isinstance(value, QByteArray) else QByteArray()

    def set_state(self, name: str, state: QByteArray) -> None:
        self._store.setValue(f"state/{name}", state)

    def forget_state(self, name: str) -> None:
        self._store.remove(f"state/{name}")

    def texts(self, name: str) -> list[str]:
        """A remembered short list, such as recent searches."""
        value = self._store.value(f"lists/{name}")
        if isinstance(value, str):
            return [value]
        return [str(item) for item in value] if isinstance(value, list) else []

    def set_texts(self, name: str, texts: list[str]) -> None:
        self._store.setValue(f"lists/{name}", texts)

    def _text(self, name: str, default: str) -> str:
        value = self._store.value(name, default)
        return value if isinstance(value, str) else default

    def _one_of(self, name: str, allowed: list[str], default: str) -> str:
        value = self._text(name, default)
        return value if value in allowed else default

    def _put(self, name: str, value: str) -> None:
        if self._store.value(name) != value:
            self._store.setValue(name, value)
            self.changed.emit(name)
