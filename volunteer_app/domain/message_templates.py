"""What is said or sent to people in a call (话术): templates with named gaps, and how long a text message becomes.

The words belong to the office: they are data, never code.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import StrEnum

from volunteer_app.domain.errors import AppError

SMS_LENGTH = 70
SMS_PART_LENGTH = 67  # three characters of each part go to the header that joins them

_GAP = re.compile(r"\{([a-z_]*)\}")


@dataclass(eq=False)
class TemplateBroken(AppError):
    """A template that cannot be filled. `gap` is the name nobody knows."""

    template: str
    gap: str = ""


class MessageKind(StrEnum):
    """PHONE is read aloud, GROUP goes to everybody at once and therefore names nobody."""

    PHONE = "phone"
    SMS = "sms"
    WECHAT = "wechat"
    GROUP = "group"


class MessageOccasion(StrEnum):
    """What the message is about. The last three tell people who were asked before."""

    CALL_UP = "call_up"
    ENOUGH = "enough"
    TIME_CHANGED = "time_changed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class MessageFacts:
    """The values of the gaps; each field is a gap's name."""

    office: str
    name: str
    date: str
    start: str
    end: str
    place: str
    post: str
    team: str
    muster: str
    duty_phone: str
    missing: str
    operator: str


GAPS = frozenset(field.name for field in fields(MessageFacts))


@dataclass(frozen=True, slots=True)
class MessageTemplates:
    """One text for each occasion and kind.

    Raises TemplateBroken when one is missing or has a gap nobody knows.
    """

    texts: Mapping[tuple[MessageOccasion, MessageKind], str]

    def __post_init__(self) -> None:
        for occasion in MessageOccasion:
            for kind in MessageKind:
                text = self.texts.get((occasion, kind))
                if text is None:
                    raise TemplateBroken(f"{occasion}.{kind}")
                if unknown := next((gap for gap in _GAP.findall(text) if gap not in GAPS), None):
                    raise TemplateBroken(f"{occasion}.{kind}", unknown)

    def filled(self, occasion: MessageOccasion, kind: MessageKind, facts: MessageFacts) -> str:
        return _GAP.sub(lambda gap: str(getattr(facts, gap[1])), self.texts[occasion, kind]).strip()


def sms_count(text: str) -> int:
    """How many messages the carrier bills. A rare character outside the basic plane takes two of the 70 places."""
    length = sms_length(text)
    return 1 if length <= SMS_LENGTH else -(-length // SMS_PART_LENGTH)


def sms_length(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
