"""Words of what stands against a printed sheet leaving the program. It decides nothing."""

from volunteer_app.domain import errors
from volunteer_app.ui.error_words.base import ErrorText, Manner, Remedy, words
from volunteer_app.ui.text import translate


@words.register
def _(_error: errors.PurposeMissing) -> ErrorText:
    return ErrorText(
        translate("Error", "Whole telephone numbers are printed only for a purpose."),
        translate("Error", "Say what the sheet is for."),
    )


@words.register
def _(_error: errors.NobodyToRing) -> ErrorText:
    return ErrorText(
        translate("Error", "Nobody is left to be rung, or nobody of them has a number."),
        translate("Error", "Choose another call or shift."),
    )


@words.register
def _(_error: errors.PrinterRefused) -> ErrorText:
    return ErrorText(
        translate("Error", "The printer took no page."),
        translate("Error", "Look whether it is switched on and has paper, or save the sheet as PDF."),
        Manner.DIALOG,
    )


@words.register
def _(error: errors.SheetNotSaved) -> ErrorText:
    what = {
        errors.WriteFault.IN_USE: translate("Error", "“{file}” cannot be written: it is open in another program."),
        errors.WriteFault.FOLDER_GONE: translate("Error", "“{file}” cannot be written: the folder is not there."),
        errors.WriteFault.READ_ONLY: translate("Error", "“{file}” cannot be written: the disk is write-protected."),
        errors.WriteFault.DISK_FULL: translate("Error", "“{file}” was not saved: the disk is full."),
        errors.WriteFault.DISK_FAULT: translate("Error", "“{file}” was not saved: the disk did not take it."),
    }
    remedy = {
        errors.WriteFault.IN_USE: translate("Error", "Close it there and save again, or save under another name."),
        errors.WriteFault.DISK_FULL: translate("Error", "Free some space, or save to another disk."),
    }
    return ErrorText(
        what[error.fault].format(file=error.file),
        remedy.get(error.fault, translate("Error", "Save to another folder.")),
        Manner.DIALOG,
        Remedy.SAVE_AS,
    )
