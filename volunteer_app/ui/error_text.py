"""The words for every AppError: what happened and what to do. It refuses to show an exception's own text."""

from volunteer_app.domain.errors import AppError
from volunteer_app.ui.error_words import access, calling, files, planning, records, roster_files, sheets
from volunteer_app.ui.error_words.base import ErrorText, Manner, Remedy, words
from volunteer_app.ui.error_words.records import field_words
from volunteer_app.ui.finding_text import finding_words

__all__ = ["ErrorText", "Manner", "Remedy", "error_text", "field_words", "finding_words", "has_words"]
_LOADED = (access, calling, files, planning, records, roster_files, sheets)


def error_text(error: object) -> ErrorText:
    """Two sentences for the clerk, with how loudly to say them. Takes what a signal carries."""
    return words(error)


def has_words(kind: type[AppError]) -> bool:
    """Whether this class, or one it refines, has words of its own."""
    return words.dispatch(kind) is not words.dispatch(object)
