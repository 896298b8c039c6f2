"""The text for the person on the line or for everybody at once, its gaps filled with the call as it stands now."""

from dataclasses import dataclass

from volunteer_app.domain.ids import AskId, CallId
from volunteer_app.domain.message_templates import (
    MessageFacts,
    MessageKind,
    MessageOccasion,
    MessageTemplates,
    sms_count,
    sms_length,
)
from volunteer_app.services.call_situation import Situation
from volunteer_app.services.session import Desk

__all__ = ["CallMessages", "MessageKind", "MessageText"]


@dataclass(frozen=True, slots=True)
class MessageText:
    """A finished text, with its length and the number of text messages it takes."""

    text: str
    length: int
    sms_count: int


class CallMessages:
    """Fills the office's templates. It sends nothing: the clerk copies and pastes."""

    def __init__(self, desk: Desk, templates: MessageTemplates) -> None:
        self._desk = desk
        self._templates = templates

    def for_person(self, call_id: CallId, ask_id: AskId, kind: MessageKind) -> MessageText:
        """Raises NotFound."""
        with self._desk.read() as reader:
            situation = Situation.of(self._desk, reader, call_id)
            name = reader.people.get(reader.calls.ask(ask_id).person_id).name
            return self._filled(kind, self._facts(situation, name))

    def for_all(self, call_id: CallId, kind: MessageKind) -> MessageText:
        """One text that names nobody, for a group."""
        with self._desk.read() as reader:
            situation = Situation.of(self._desk, reader, call_id)
            return self._filled(kind, self._facts(situation, ""))

    def _facts(self, situation: Situation, name: str) -> MessageFacts:
        reader, shift = situation.transaction, situation.shift
        office = reader.offices.get()
        post = reader.posts.get(shift.post_id)
        start = shift.span.start.astimezone(self._desk.zone)
        end = shift.span.end.astimezone(self._desk.zone)
        return MessageFacts(
            office=office.short_name,
            name=name,
            date=f"{start.month}月{start.day}日",
            start=f"{start:%H:%M}",
            end=f"{end:%H:%M}" if end.date() == start.date() else f"次日{end:%H:%M}",
            place=post.place,
            post=post.name,
            team="" if shift.team_id is None else reader.teams.get(shift.team_id).name,
            muster=office.muster_point or post.place,
            duty_phone=office.duty_phone,
            missing=str(situation.counters().short),
            operator=self._desk.operator.name,
        )

    def _filled(self, kind: MessageKind, facts: MessageFacts) -> MessageText:
        text = self._templates.filled(MessageOccasion.CALL_UP, kind, facts)
        return MessageText(text, sms_length(text), sms_count(text))
