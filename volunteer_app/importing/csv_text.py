"""Text tables (.csv, .txt, what Excel calls Unicode text) to a grid: encoding, separator and quoting are found out."""

import codecs
import csv
import re
from collections.abc import Iterator
from io import StringIO
from itertools import islice

from volunteer_app.domain.errors import FileUnreadable, UnreadableReason
from volunteer_app.domain.roster_file import FileFormat, FileKind, Notice, NoticeCode, SheetGrid
from volunteer_app.importing.limits import MAX_CELL_LENGTH, MAX_COLUMNS, MAX_FILE_BYTES, MAX_ROWS
from volunteer_app.importing.sources import SourceFile, SourceSheet

SHEET_NAME = "csv"

_DELIMITERS = ",\t;|，"
_SAMPLE_LINES = 50
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f]")
# More lost characters than this and it was no text in this encoding.
_LOST_SHARE = 0.002
_LOST_AT_LEAST = 3
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def read_csv(name: str, text: str, encoding: str) -> SourceFile:
    """The one table of a text file. Raises FileUnreadable where it is too large."""
    delimiter = _delimiter(text)
    rows = _records(text, delimiter)
    if len(rows) > MAX_ROWS:
        raise FileUnreadable(UnreadableReason.TOO_MANY_ROWS)
    if max((len(row) for row in rows), default=0) > MAX_COLUMNS:
        raise FileUnreadable(UnreadableReason.TOO_MANY_COLUMNS)
    notices = (Notice(NoticeCode.LOST_CHARACTERS, SHEET_NAME),) if "\ufffd" in text else ()
    file_format = FileFormat(FileKind.CSV, encoding, delimiter, _newline(text))
    return SourceFile(name, file_format, (SourceSheet(SHEET_NAME, SheetGrid(rows)),), notices)


def decode(data: bytes) -> tuple[str, str]:
    """The text and its encoding. Raises FileUnreadable where the bytes are no text in any."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _checked(data.decode(encoding, errors="replace")), encoding.removesuffix("-sig")
    if encoding := _utf16_without_mark(data):
        return _checked(data.decode(encoding, errors="replace")), "utf-16"
    for encoding in ("utf-8", "gbk", "gb18030"):
        try:
            return _checked(data.decode(encoding)), encoding
        except UnicodeDecodeError:
            continue
    encoding = min(("utf-8", "gb18030"), key=lambda candidate: data.decode(candidate, errors="replace").count("\ufffd"))
    return _checked(data.decode(encoding, errors="replace")), encoding


def _utf16_without_mark(data: bytes) -> str:
    """Commas, digits and line ends have a zero byte in UTF-16, and no other text has any."""
    head = data[:2000]
    if len(head) < 4 or head.count(0) * 10 < len(head):
        return ""
    return "utf-16-le" if head[1::2].count(0) > head[::2].count(0) else "utf-16-be"


def _checked(text: str) -> str:
    allowed = max(_LOST_AT_LEAST, len(text) * _LOST_SHARE)
    if text.count("\ufffd") > allowed or len(_CONTROL.findall(text)) > allowed:
        raise FileUnreadable(UnreadableReason.NOT_A_TABLE)
    return _CONTROL.sub("", text)


def _delimiter(text: str) -> str:
    """The sign that most sample lines hold; where two tie, the one that comes more often."""
    lines = [line for line in text.splitlines()[:_SAMPLE_LINES] if line.strip()]

    def weight(sign: str) -> tuple[int, int]:
        counts = [line.count(sign) for line in lines]
        return sum(map(bool, counts)), sum(counts)

    return max(_DELIMITERS, key=weight)


def _newline(text: str) -> str:
    if "\r\n" in text:
        return "CRLF"
    return "LF" if "\n" in text else "CR" if "\r" in text else ""


def _records(text: str, delimiter: str) -> tuple[tuple[str, ...], ...]:
    rows = _parse(csv.reader(StringIO(text, newline=""), delimiter=delimiter))
    if any(len(cell) > MAX_CELL_LENGTH and "\n" in cell for row in rows for cell in row):
        # One stray quotation mark has swallowed the rows behind it: then quotation marks are only text here.
        rows = _parse(csv.reader(StringIO(text, newline=""), delimiter=delimiter, quoting=csv.QUOTE_NONE))
    return tuple(tuple(cell[:MAX_CELL_LENGTH] for cell in row) for row in rows)


def _parse(reader: Iterator[list[str]]) -> list[list[str]]:
    csv.field_size_limit(MAX_FILE_BYTES)
    try:
        return [[cell.replace("\r\n", "\n") for cell in row] for row in islice(reader, MAX_ROWS + 1)]
    except csv.Error as error:
        raise FileUnreadable(UnreadableReason.NOT_A_TABLE) from error
