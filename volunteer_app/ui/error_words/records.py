"""Words of refusals about records, forms and rights. It decides nothing."""

from volunteer_app.domain import errors
from volunteer_app.ui.error_words.base import ErrorText, Remedy, words
from volunteer_app.ui.text import translate


@words.register
def _(_error: errors.NotFound) -> ErrorText:
    return ErrorText(
        translate("Error", "This record is no longer there; it may have been removed elsewhere."),
        translate("Error", "Reload to see the present state."),
        button=Remedy.RELOAD,
    )


@words.register
def _(_error: errors.ChangedElsewhere) -> ErrorText:
    return ErrorText(
        translate("Error", "Somebody else has changed this record meanwhile; yours was not saved."),
        translate("Error", "Reload, look at the change and enter yours again."),
        button=Remedy.RELOAD,
    )


@words.register
def _(_error: errors.NotPermitted) -> ErrorText:
    return ErrorText(
        translate("Error", "Your account is not allowed to do this."),
        translate("Error", "Ask an administrator, or sign in with another account."),
    )


@words.register
def _(error: errors.InvalidField) -> ErrorText:
    return ErrorText(field_words(error.code).format(detail=error.detail))


def field_words(code: str) -> str:
    """The sentence under a field, by the stable code of InvalidField."""
    table = {
        "missing": translate("Field", "This must be filled in."),
        "required": translate("Field", "This must be filled in."),
        "too_long": translate("Field", "This is too long."),
        "taken": translate("Field", "This is already in use."),
        "placeholder": translate("Field", "This is a placeholder, not a name."),
        "garbled": translate("Field", "The characters are damaged; type them again."),
        "text": translate("Field", "This is not a telephone number."),
        "masked": translate("Field", "Enter the whole number, without asterisks."),
        "length": translate("Field", "The number of digits is wrong. {detail}"),
        "prefix": translate("Field", "No telephone number begins like this."),
        "precision_lost": translate("Field", "The last digits were lost in a spreadsheet; enter them again."),
        "characters": translate("Field", "Only digits and a final X are allowed here."),
        "region": translate("Field", "The first six digits are no known region."),
        "birth_date": translate("Field", "The date of birth in the number does not exist."),
        "check_digit": translate("Field", "The last digit does not fit; check the number."),
        "date": translate("Field", "This is not a date."),
        "future": translate("Field", "This date lies in the future."),
        "number": translate("Field", "This is not a number."),
        "range": translate("Field", "This number is out of range."),
    }
    return table.get(code, translate("Field", "This value cannot be stored. Please check it."))


@words.register
def _(_error: errors.IdNumberTaken) -> ErrorText:
    return ErrorText(
        translate("Error", "Somebody else in the roster has this ID number."),
        translate("Error", "Check the number, or merge the two records."),
    )


@words.register
def _(_error: errors.ConstraintBroken) -> ErrorText:
    return ErrorText(
        translate("Error", "The data contradicts what is already stored, so nothing was saved."),
        translate("Error", "Reload and try again."),
        button=Remedy.RELOAD,
    )


@words.register
def _(_error: errors.SealBroken) -> ErrorText:
    return ErrorText(
        translate("Error", "A protected number can no longer be read; it was altered outside this program."),
        translate("Error", "Enter it again, and check the backups."),
    )


@words.register
def _(_error: errors.PresetsBroken) -> ErrorText:
    return ErrorText(
        translate("Error", "The presets that come with the program are damaged."),
        translate("Error", "Install the program again; your data is not touched."),
    )
