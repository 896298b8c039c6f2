"""What the words of an error consist of, and where they are looked up. It refuses the exception's own text."""

from dataclasses import dataclass
from enum import StrEnum
from functools import singledispatch

from volunteer_app.ui.text import translate


class Manner(StrEnum):
    """NOTICE: an ordinary refusal, said in passing. DIALOG: work cannot go on before it is dealt with."""

    NOTICE = "notice"
    DIALOG = "dialog"


class Remedy(StrEnum):
    """The main button of an error dialog, where there is one."""

    NONE = "none"
    RETRY = "retry"
    SAVE_AS = "save_as"
    RELOAD = "reload"


@dataclass(frozen=True, slots=True)
class ErrorText:
    """What happened, and what to do about it: two plain sentences."""

    what: str
    remedy: str = ""
    manner: Manner = Manner.NOTICE
    button: Remedy = Remedy.NONE

    @property
    def sentence(self) -> str:
        return f"{self.what}{self.remedy}"


@singledispatch
def words(_error: object) -> ErrorText:
    """For a class without words of its own; a test finds such classes."""
    return ErrorText(
        translate("Error", "This could not be done."),
        translate("Error", "Nothing was changed. Reload and try again."),
    )
