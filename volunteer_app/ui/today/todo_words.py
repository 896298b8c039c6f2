"""The line and the one action word of each kind of work that waits."""

from dataclasses import dataclass
from datetime import datetime

from volunteer_app.services.today import Todo, TodoKind
from volunteer_app.ui import time_text
from volunteer_app.ui.text import translate
from volunteer_app.ui.tokens import Tone


@dataclass(frozen=True, slots=True)
class TodoWords:
    """What stands in a line: icon, what, where, and the word that remedies it."""

    icon: str
    tone: Tone
    what: str
    where: str
    action: str

    @property
    def spoken(self) -> str:
        return f"{self.what}，{self.where}，{self.action}"


def todo_words(todo: Todo, now: datetime) -> TodoWords:
    match todo.kind:
        case TodoKind.NO_SHOW:
            what = translate("Todo", "{name} did not come, {minutes} min").format(name=todo.name, minutes=todo.count)
            return TodoWords("person_prohibited", Tone.DANGER, what, todo.subject, translate("Todo", "Replace"))
        case TodoKind.LATE:
            what = translate("Todo", "{name} is {minutes} min late").format(name=todo.name, minutes=todo.count)
            return TodoWords("clock_alarm", Tone.DANGER, what, todo.subject, translate("Todo", "Call again"))
        case TodoKind.CALL_BACK:
            return _call_back(todo, now)
        case TodoKind.MISSED_TWICE:
            what = translate("Todo", "{name} missed {count} times").format(name=todo.name, count=todo.count)
            where = translate("Todo", "{post} · ask somebody else").format(post=todo.subject)
            return TodoWords("call_missed", Tone.WARN, what, where, translate("Todo", "Replace"))
        case TodoKind.DISPLACED:
            what = translate("Todo", "{name} lost the place").format(name=todo.name)
            where = translate("Todo", "{post} was moved · ask again").format(post=todo.subject)
            return TodoWords("arrow_sync", Tone.WARN, what, where, translate("Todo", "Ask again"))
        case TodoKind.PAPERS:
            what = translate("Todo", "{count} papers lapse within 30 days").format(count=todo.count)
            where = translate("Todo", "{kinds} · first on {day}").format(
                kinds=todo.subject, day=f"{time_text.office_day(todo.at):%m-%d}"
            )
            return TodoWords("certificate", Tone.INFO, what, where, translate("Todo", "Look"))


def _call_back(todo: Todo, now: datetime) -> TodoWords:
    what = translate("Todo", "{name} to be called back at {time}").format(name=todo.name, time=time_text.clock(todo.at))
    due = translate("Todo", "due now") if todo.at <= now else translate("Todo", "later")
    return TodoWords("clock", Tone.WARN, what, f"{todo.subject} · {due}", translate("Todo", "Call back"))
