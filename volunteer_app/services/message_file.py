"""Reads the office's message texts (话术) from their file. It fills no gap and knows no call."""

import tomllib
from pathlib import Path

from volunteer_app.domain.message_templates import MessageKind, MessageOccasion, MessageTemplates, TemplateBroken


def load_templates(path: Path) -> MessageTemplates:
    """Raises TemplateBroken when a text is missing, has an unknown gap, or the file is not TOML."""
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise TemplateBroken("") from error
    return MessageTemplates(
        {
            (occasion, kind): str(tables[occasion][kind])
            for occasion in MessageOccasion
            for kind in MessageKind
            if kind in tables.get(occasion, {})
        }
    )
