"""How keys are written on the screen: as they stand on the keyboard. It refuses to bind them."""

from collections.abc import Iterable

from PySide6.QtGui import QAction, QKeySequence

_ON_THE_KEY = {"Return": "Enter", "PgDown": "PgDn"}


def shown_keys(keys: str) -> str:
    """Ctrl+Return becomes Ctrl+Enter; what Qt does not know stays as it is."""
    written = QKeySequence(keys).toString(QKeySequence.SequenceFormat.PortableText) or keys
    for qt_name, on_the_key in _ON_THE_KEY.items():
        written = written.replace(qt_name, on_the_key)
    return written


def keys_of_action(action: QAction) -> str:
    """All shortcuts of an action, for tooltips and the F1 list."""
    return " / ".join(shown_keys(each.toString()) for each in action.shortcuts())


def with_keys(words: str, keys: Iterable[str]) -> str:
    """A tooltip: the words and the keys behind them."""
    written = "、".join(shown_keys(each) for each in keys if each)
    return f"{words}（{written}）" if written else words
