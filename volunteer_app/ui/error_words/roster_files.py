"""Words of roster files that cannot be read. It decides nothing."""

from volunteer_app.domain.errors import FileUnreadable, UnreadableReason
from volunteer_app.ui.error_words.base import ErrorText, words
from volunteer_app.ui.text import translate


@words.register
def _(error: FileUnreadable) -> ErrorText:
    return ErrorText(_what(error).format(cell=error.cell), _to_do(error.reason))


def _what(error: FileUnreadable) -> str:
    table = {
        UnreadableReason.MISSING: translate("RosterFile", "The file is no longer there."),
        UnreadableReason.EMPTY: translate("RosterFile", "The file is empty."),
        UnreadableReason.TOO_LARGE: translate("RosterFile", "The file is too large for a roster."),
        UnreadableReason.NOT_A_TABLE: translate("RosterFile", "The file holds no table."),
        UnreadableReason.WORD_DOCUMENT: translate("RosterFile", "This is a text document, not a table."),
        UnreadableReason.PICTURE_OR_PDF: translate("RosterFile", "This is a picture or a PDF, not a table."),
        UnreadableReason.WEB_PAGE: translate("RosterFile", "This is a web page saved under the name of a table."),
        UnreadableReason.OTHER_SPREADSHEET: translate("RosterFile", "This kind of spreadsheet cannot be read."),
        UnreadableReason.DAMAGED: translate("RosterFile", "The file is damaged or incomplete."),
        UnreadableReason.PASSWORD: translate("RosterFile", "The file is protected by a password."),
        UnreadableReason.UNPACKS_TOO_LARGE: translate("RosterFile", "The file unpacks to far more than a roster."),
        UnreadableReason.FAR_CELL: translate("RosterFile", "Cell {cell}, far outside, has something in it."),
        UnreadableReason.TOO_MANY_ROWS: translate("RosterFile", "The table has too many rows."),
        UnreadableReason.TOO_MANY_COLUMNS: translate("RosterFile", "The table has too many columns."),
        UnreadableReason.READER_DIED: translate("RosterFile", "The file could not be read to its end."),
        UnreadableReason.TOO_SLOW: translate("RosterFile", "Reading the file took too long."),
    }
    return table[error.reason]


def _to_do(reason: UnreadableReason) -> str:
    save_again = translate("RosterFile", "Open it in WPS or Excel and save it as .xlsx, then choose that file.")
    table = {
        UnreadableReason.MISSING: translate("RosterFile", "Choose the file again."),
        UnreadableReason.EMPTY: translate("RosterFile", "Choose another file."),
        UnreadableReason.TOO_LARGE: translate("RosterFile", "Split it by team or community."),
        UnreadableReason.WORD_DOCUMENT: translate("RosterFile", "Copy its table into a spreadsheet first."),
        UnreadableReason.PICTURE_OR_PDF: translate("RosterFile", "Ask for the roster as a spreadsheet."),
        UnreadableReason.PASSWORD: translate("RosterFile", "Remove the password in WPS or Excel, then try again."),
        UnreadableReason.FAR_CELL: translate("RosterFile", "Clear that cell, save, and try again."),
        UnreadableReason.TOO_MANY_ROWS: translate("RosterFile", "Split it by team or community."),
        UnreadableReason.TOO_MANY_COLUMNS: translate("RosterFile", "Keep only the columns of the roster."),
    }
    return table.get(reason, save_again)
