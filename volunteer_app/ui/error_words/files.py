"""Words of what the disk, the database file and the printed sheets refuse. It decides nothing."""

from volunteer_app.domain import errors
from volunteer_app.ui.error_words.base import ErrorText, Manner, Remedy, words
from volunteer_app.ui.text import translate


@words.register
def _(_error: errors.DiskFull) -> ErrorText:
    return ErrorText(
        translate("Error", "The disk is full; the last entry is not saved yet and still stands on the screen."),
        translate("Error", "Free 200 MB, then try again."),
        Manner.DIALOG,
        Remedy.RETRY,
    )


@words.register
def _(_error: errors.DiskFault) -> ErrorText:
    return ErrorText(
        translate("Error", "The disk did not read or write; the last entry is not saved."),
        translate("Error", "Try again. If it stays so, copy the backups to another disk."),
        Manner.DIALOG,
        Remedy.RETRY,
    )


@words.register
def _(_error: errors.FileReadOnly) -> ErrorText:
    return ErrorText(
        translate("Error", "The file may be read but not written."),
        translate("Error", "Clear the write protection, or choose another folder."),
        Manner.DIALOG,
        Remedy.RETRY,
    )


@words.register
def _(_error: errors.CannotOpenFile) -> ErrorText:
    return ErrorText(
        translate("Error", "The file cannot be opened; it may be open in WPS or Excel, or the folder is gone."),
        translate("Error", "Close it there, then try again."),
        Manner.DIALOG,
        Remedy.RETRY,
    )


@words.register
def _(_error: errors.DatabaseBusy) -> ErrorText:
    return ErrorText(
        translate("Error", "Another task is writing this data right now; the last entry is not saved yet."),
        translate("Error", "Wait a moment, then try again."),
        Manner.DIALOG,
        Remedy.RETRY,
    )


@words.register
def _(error: errors.PlaceRefused) -> ErrorText:
    what = {
        errors.RiskyPlace.NETWORK: translate("Error", "This folder lies on a network drive, where data can be lost."),
        errors.RiskyPlace.SYNCED: translate("Error", "This folder is synchronised, which can damage the data."),
        errors.RiskyPlace.REMOVABLE: translate("Error", "This folder lies on a removable disk."),
    }
    return ErrorText(what[error.place], translate("Error", "Choose a folder on the PC's own disk."))


@words.register
def _(error: errors.FileMissing) -> ErrorText:
    return ErrorText(
        translate("Error", "“{file}” is not where it should be; nothing new was made in its place.").format(
            file=error.file
        ),
        translate("Error", "Look whether it was moved or renamed, or restore a backup."),
        Manner.DIALOG,
    )


@words.register
def _(error: errors.FileExists) -> ErrorText:
    return ErrorText(
        translate("Error", "“{file}” is already there and was not replaced.").format(file=error.file),
        translate("Error", "Choose another name or folder."),
    )


@words.register
def _(_error: errors.CannotDecrypt) -> ErrorText:
    return ErrorText(
        translate("Error", "The file cannot be unlocked: it is no data of this program, damaged, or has another key."),
        translate("Error", "Check the chosen file, or restore a backup."),
        Manner.DIALOG,
    )


@words.register
def _(_error: errors.FileDamaged) -> ErrorText:
    return ErrorText(
        translate("Error", "The data file is damaged."),
        translate("Error", "Set it aside and restore the latest backup."),
        Manner.DIALOG,
    )


@words.register
def _(_error: errors.FileTooNew) -> ErrorText:
    return ErrorText(
        translate("Error", "A newer version of the program wrote this data."),
        translate("Error", "Install the newer version on this PC; the data was not changed."),
        Manner.DIALOG,
    )


@words.register
def _(error: errors.BackupUnusable) -> ErrorText:
    what = {
        errors.BackupFault.NOT_A_BACKUP: translate("Error", "“{file}” is not a backup of this program."),
        errors.BackupFault.DAMAGED: translate("Error", "The backup “{file}” is damaged."),
        errors.BackupFault.DIFFERENT_CONTENT: translate("Error", "“{file}” does not hold what it says."),
    }
    return ErrorText(
        what[error.fault].format(file=error.file),
        translate("Error", "Choose another backup; nothing was replaced."),
        Manner.DIALOG,
    )


@words.register
def _(_error: errors.BackupIsTheServers) -> ErrorText:
    return ErrorText(
        translate("Error", "The data lies on a database server; this program makes no backup of it."),
        translate("Error", "Ask whoever looks after the server about its backups."),
    )


@words.register
def _(error: errors.FontMissing) -> ErrorText:
    return ErrorText(
        translate(
            "Error", "The font “{file}” is missing; without it names would be lost, so nothing was printed."
        ).format(file=error.file),
        translate("Error", "Install the program again; your data is not touched."),
        Manner.DIALOG,
    )


@words.register
def _(_error: errors.ChildDied) -> ErrorText:
    return ErrorText(
        translate("Error", "The helping process ended before it was done; nothing was changed."),
        translate("Error", "Try again. If it stays so, copy the diagnosis for support."),
    )


@words.register
def _(error: errors.ChildTimedOut) -> ErrorText:
    return ErrorText(
        translate("Error", "This took longer than {count} seconds and was stopped; nothing was changed.").format(
            count=int(error.seconds)
        ),
        translate("Error", "Try again with less at once."),
    )
