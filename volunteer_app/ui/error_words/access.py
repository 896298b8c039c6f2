"""Words of refusals at the door: passwords, recovery codes and key files. It decides nothing."""

from volunteer_app.domain import errors
from volunteer_app.ui.error_words.base import ErrorText, Manner, words
from volunteer_app.ui.text import translate


@words.register
def _(error: errors.WrongPassword) -> ErrorText:
    if error.attempts_left is None:
        remedy = translate("Error", "Check the capital lock and the input method, then try again.")
    else:
        remedy = translate("Error", "{count} tries are left before a pause.").format(count=error.attempts_left)
    return ErrorText(translate("Error", "The password is wrong."), remedy)


@words.register
def _(error: errors.PasswordTooShort) -> ErrorText:
    return ErrorText(translate("Error", "The password needs at least {count} characters.").format(count=error.least))


@words.register
def _(error: errors.RecoveryCodeMistyped) -> ErrorText:
    if error.group == 0:
        return ErrorText(
            translate("Error", "The recovery code has a wrong number of characters."),
            translate("Error", "Compare it with the printed sheet."),
        )
    return ErrorText(
        translate("Error", "Group {number} of the recovery code is mistyped.").format(number=error.group),
        translate("Error", "Compare this group with the printed sheet."),
    )


@words.register
def _(_error: errors.WrongRecoveryCode) -> ErrorText:
    return ErrorText(
        translate("Error", "This recovery code does not belong to this data, or a newer one was printed."),
        translate("Error", "Look for the sheet with the latest date."),
    )


@words.register
def _(_error: errors.KeyFileDamaged) -> ErrorText:
    return ErrorText(
        translate("Error", "The key file is damaged, so the data cannot be unlocked."),
        translate("Error", "Restore the latest backup; every backup holds a copy of it."),
        Manner.DIALOG,
    )


@words.register
def _(_error: errors.LastKeySlot) -> ErrorText:
    return ErrorText(
        translate("Error", "This is the last account that can open the data, so it cannot be removed."),
        translate("Error", "Add another account first."),
    )


@words.register
def _(_error: errors.BadDatabaseAddress) -> ErrorText:
    return ErrorText(
        translate("Error", "This is neither a file nor the address of a database server."),
        translate("Error", "Check the address in the settings."),
    )


@words.register
def _(_error: errors.ServerUnreachable) -> ErrorText:
    return ErrorText(
        translate("Error", "The office's database server does not answer."),
        translate("Error", "Check the network cable and the server, then try again."),
        Manner.DIALOG,
    )


@words.register
def _(_error: errors.ServerRefused) -> ErrorText:
    return ErrorText(
        translate("Error", "The database server refuses this name, password or database."),
        translate("Error", "Check the connection in the settings."),
        Manner.DIALOG,
    )


@words.register
def _(_error: errors.ServerNotYet) -> ErrorText:
    return ErrorText(
        translate("Error", "This version keeps its data in one file on one PC."),
        translate("Error", "Give a folder of this PC instead of a server's address."),
    )
