"""A list that people joined one after the other in a chat (接龙): numbered lines to a table. No line is dropped."""

import re
from collections.abc import Mapping

from volunteer_app.domain.roster_file import Cell, FieldName, FileFormat, FileKind, SheetGrid
from volunteer_app.importing.limits import MAX_CELL_LENGTH
from volunteer_app.importing.sources import SourceFile, SourceSheet

SHEET_NAME = "接龙"
COLUMNS: Mapping[int, FieldName] = {0: FieldName.SEQ, 1: FieldName.NAME, 2: FieldName.PHONE, 3: FieldName.REMARK}

_MARK = "#接龙"
_LINE = re.compile(r"\s*([0-9]{1,3})\s*[.、．)）:：]\s*(\S.*?)\s*")
_PHONE = re.compile(
    r"(?<![0-9*])(?:(?:\+?86[- ]?)?1[0-9]{2}(?:[- ]?[0-9*]{4}){2}|0[0-9]{2,3}[- ]?[0-9]{7,8}|[0-9]{5,})(?![0-9*])"
)
_GAP = re.compile(r"[\s,，;；、+＋:：—/]+")


def is_chat_list(text: str) -> bool:
    """The mark of the chat program, or mostly lines that are numbered from one and hold no other separator."""
    lines = [line for line in text.splitlines() if line.strip()]
    numbers = [int(found[1]) for line in lines if (found := _LINE.fullmatch(line))]
    if text.lstrip("\ufeff \r\n").startswith(_MARK):
        return bool(numbers)
    is_plain = "," not in text and "\t" not in text
    return is_plain and len(numbers) >= 2 and 2 * len(numbers) > len(lines) and numbers == [*range(1, len(numbers) + 1)]


def read_chat_list(name: str, text: str, encoding: str) -> SourceFile:
    """One row a line, so that row numbers are line numbers."""
    grid = SheetGrid(tuple(_cells(line[:MAX_CELL_LENGTH]) for line in text.splitlines()))
    return SourceFile(name, FileFormat(FileKind.CHAT, encoding), (SourceSheet(SHEET_NAME, grid, columns=COLUMNS),))


def _cells(line: str) -> tuple[Cell, ...]:
    """A person where the line is numbered or holds a telephone number, else the line as it is."""
    numbered = _LINE.fullmatch(line)
    entry = numbered[2] if numbered else line.strip()
    phone = _PHONE.search(entry)
    if not numbered and not phone:
        return (entry,) if entry else ()
    rest = f"{entry[: phone.start()]} {entry[phone.end() :]}" if phone else entry
    name, _, remark = _GAP.sub(" ", rest).strip().partition(" ")
    return (numbered[1] if numbered else "", name, phone[0] if phone else "", remark)
