"""Words of refusals while people are being called. It decides nothing."""

from volunteer_app.domain import errors
from volunteer_app.domain.call_entries import AmendmentDoesNotFit, NothingToUndo
from volunteer_app.domain.message_templates import TemplateBroken
from volunteer_app.ui.error_words.base import ErrorText, Remedy, words
from volunteer_app.ui.text import translate


@words.register
def _(error: errors.CallClosed) -> ErrorText:
    what = translate("Error", "This call was ended at {time} and takes no more replies.")
    return ErrorText(
        what.format(time=f"{error.ended_at:%m-%d %H:%M}"),
        translate("Error", "Open a new call for the shift if people are still missing."),
        button=Remedy.RELOAD,
    )


@words.register
def _(error: errors.ClaimedElsewhere) -> ErrorText:
    what = translate("Error", "{operator} is ringing this person at another desk.")
    return ErrorText(what.format(operator=error.operator), translate("Error", "Go on with the next person."))


@words.register
def _(_error: NothingToUndo) -> ErrorText:
    return ErrorText(translate("Error", "There is nothing left to take back in this call."))


@words.register
def _(_error: AmendmentDoesNotFit) -> ErrorText:
    return ErrorText(
        translate("Error", "This addition does not fit the reply."),
        translate("Error", "A time belongs to a yes, a reason to a no, a kind to a missed call."),
    )


@words.register
def _(error: TemplateBroken) -> ErrorText:
    if error.gap:
        what = translate("Error", "The message text has a variable nobody knows: {gap}.").format(gap=error.gap)
    else:
        what = translate("Error", "A message text is missing or damaged.")
    return ErrorText(what, translate("Error", "Correct it in the settings, or go back to the text supplied."))
