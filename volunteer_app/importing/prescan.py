"""A look into an .xlsx before a parser sees it: size, far cells, hidden rows, rich text. Refuses bombs."""

import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from io import BytesIO
from xml.etree.ElementTree import Element

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring

from volunteer_app.domain.errors import FileUnreadable, UnreadableReason
from volunteer_app.domain.roster_file import column_index, column_letter
from volunteer_app.importing.limits import (
    MAX_AREA,
    MAX_COLUMNS,
    MAX_RATIO,
    MAX_ROWS,
    MAX_UNPACKED_BYTES,
    MAX_ZIP_ENTRIES,
)

_SMALL_PART = 4 * 1024 * 1024
_SHARED_STRINGS_LIMIT = 64 * 1024 * 1024
_CHUNK = 1024 * 1024
# Below this an archive may compress as it likes: an empty template of ten sheets reaches 1:400.
_RATIO_FROM = 10 * 1024 * 1024

# A self-closing cell is only formatted; a row formatted to the last column of the sheet is ordinary.
_CELL = re.compile(rb"<(?:\w+:)?c\s[^>]*?\br\s*=\s*[\"']([A-Z]{1,3})([0-9]{1,7})[\"'][^>/]*>")
_HIDDEN_ROW = re.compile(rb"<(?:\w+:)?row\s[^>]*?\bhidden\s*=\s*[\"'](?:1|true)[\"'][^>]*>")
_ROW_NUMBER = re.compile(rb"\br\s*=\s*[\"']([0-9]{1,7})[\"']")
_RICH_RUN = re.compile(rb"<(?:\w+:)?r[\s>]")
_STRING_ITEM = re.compile(rb"<(?:\w+:)?si(?:\s[^>]*)?>(.*?)</(?:\w+:)?si>", re.DOTALL)
_STRING_CELL = re.compile(
    rb"<(?:\w+:)?c\s[^>]*?\br\s*=\s*[\"']([A-Z]{1,3})([0-9]{1,7})[\"'][^>]*?\bt\s*=\s*[\"']s[\"'][^>]*>"
    rb"\s*<(?:\w+:)?v>([0-9]+)<"
)
_INLINE_RICH = re.compile(
    rb"<(?:\w+:)?c\s[^>]*?\br\s*=\s*[\"']([A-Z]{1,3})([0-9]{1,7})[\"'][^>]*>\s*<(?:\w+:)?is>\s*<(?:\w+:)?r[\s>]"
)
# So few columns beyond the limit are a slip of the hand, not a table.
_STRAY_COLUMNS = 3


@dataclass(slots=True)
class SheetScan:
    """What the parser will not tell. Rows and columns count from 0."""

    hidden_rows: set[int] = field(default_factory=set)
    rich_cells: set[tuple[int, int]] = field(default_factory=set)
    last_row: int = -1
    last_column: int = -1
    far_columns: set[int] = field(default_factory=set)
    cells: int = 0


def prescan(data: bytes) -> dict[str, SheetScan]:
    """Findings by sheet name. Raises FileUnreadable for what no parser should be given."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            _check_size(archive, len(data))
            rich = _rich_strings(archive)
            parts = _sheet_parts(archive)
            scans = {name: _scan_sheet(archive, part, rich) for name, part in parts.items()}
            for part in _unnamed_sheets(archive, parts.values()):
                _scan_sheet(archive, part, rich)
            return scans
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, KeyError) as error:
        raise FileUnreadable(UnreadableReason.DAMAGED) from error


def _check_size(archive: zipfile.ZipFile, packed: int) -> None:
    infos = archive.infolist()
    unpacked = sum(info.file_size for info in infos)
    if len(infos) > MAX_ZIP_ENTRIES or unpacked > MAX_UNPACKED_BYTES:
        raise FileUnreadable(UnreadableReason.UNPACKS_TOO_LARGE)
    if unpacked > _RATIO_FROM and unpacked > packed * MAX_RATIO:
        raise FileUnreadable(UnreadableReason.UNPACKS_TOO_LARGE)


def _sheet_parts(archive: zipfile.ZipFile) -> dict[str, str]:
    """Sheet name to the part that holds it, as the workbook says."""
    names = set(archive.namelist())
    targets = {
        element.get("Id", ""): element.get("Target", "")
        for element in _small_xml(archive, "xl/_rels/workbook.xml.rels")
    }
    parts: dict[str, str] = {}
    for element in _small_xml(archive, "xl/workbook.xml"):
        if element.tag.rpartition("}")[2] == "sheet":
            relation = next((value for key, value in element.items() if key.endswith("}id")), "")
            target = targets.get(relation, "")
            part = target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
            if part in names:
                parts[element.get("name", "")] = part
    return parts


def _unnamed_sheets(archive: zipfile.ZipFile, named: Iterable[str]) -> set[str]:
    """Parts that the parser may still come to on a way of its own: they must be harmless too."""
    return {part for part in archive.namelist() if "worksheets/" in part and part.endswith(".xml")} - set(named)


def _small_xml(archive: zipfile.ZipFile, part: str) -> list[Element]:
    if archive.getinfo(part).file_size > _SMALL_PART:
        raise FileUnreadable(UnreadableReason.UNPACKS_TOO_LARGE)
    try:
        root: Element = fromstring(archive.read(part))
    except (ParseError, DefusedXmlException, ValueError) as error:
        raise FileUnreadable(UnreadableReason.DAMAGED) from error
    return list(root.iter())


def _rich_strings(archive: zipfile.ZipFile) -> frozenset[int]:
    """Numbers of the shared strings with formatting inside: the parser joins their runs and says nothing."""
    part = "xl/sharedStrings.xml"
    if part not in archive.namelist() or archive.getinfo(part).file_size > _SHARED_STRINGS_LIMIT:
        return frozenset()
    text = archive.read(part)
    if not _RICH_RUN.search(text):
        return frozenset()
    items = enumerate(_STRING_ITEM.finditer(text))
    return frozenset(number for number, item in items if _RICH_RUN.search(item[1]))


def _scan_sheet(archive: zipfile.ZipFile, part: str, rich: frozenset[int]) -> SheetScan:
    scan = SheetScan()
    for chunk in _chunks(archive, part):
        _measure(scan, chunk)
        for row in _HIDDEN_ROW.findall(chunk):
            if number := _ROW_NUMBER.search(row):
                scan.hidden_rows.add(int(number[1]) - 1)
        for letters, number, string in _STRING_CELL.findall(chunk) if rich else ():
            if int(string) in rich:
                scan.rich_cells.add(_position(letters, number))
        scan.rich_cells.update(_position(*found) for found in _INLINE_RICH.findall(chunk))
    _refuse_far_cells(scan)
    return scan


def _chunks(archive: zipfile.ZipFile, part: str) -> Iterator[bytes]:
    """The part in pieces that end where a row ends, or at least a tag."""
    rest = b""
    with archive.open(part) as stream:
        while piece := stream.read(_CHUNK):
            text = rest + piece
            cut = text.rfind(b"row>") + 4 if b"row>" in text else text.rfind(b">") + 1
            if cut == 0 and len(text) > 8 * _CHUNK:
                raise FileUnreadable(UnreadableReason.DAMAGED)
            yield text[:cut]
            rest = text[cut:]
    yield rest


def _measure(scan: SheetScan, chunk: bytes) -> None:
    found = _CELL.findall(chunk)
    if not found:
        return
    columns = {letters: column_index(letters.decode("ascii")) for letters, _ in found}
    widest = max(columns.values())
    lowest = max(int(number) for _, number in found) - 1
    scan.cells += len(found)
    scan.far_columns.update(column for column in columns.values() if column >= MAX_COLUMNS)
    scan.last_column = max(scan.last_column, widest)
    scan.last_row = max(scan.last_row, lowest)


def _refuse_far_cells(scan: SheetScan) -> None:
    """A stray cell that makes a small table look large is named, so that the clerk can delete it."""
    rows, columns = scan.last_row + 1, scan.last_column + 1
    cell = f"{column_letter(scan.last_column)}{rows}" if scan.cells else ""
    if rows > MAX_ROWS and scan.cells >= rows:
        raise FileUnreadable(UnreadableReason.TOO_MANY_ROWS)
    if rows > MAX_ROWS or rows * columns > MAX_AREA or 0 < len(scan.far_columns) <= _STRAY_COLUMNS:
        raise FileUnreadable(UnreadableReason.FAR_CELL, cell=cell)
    if columns > MAX_COLUMNS:
        raise FileUnreadable(UnreadableReason.TOO_MANY_COLUMNS)


def _position(letters: bytes, number: bytes) -> tuple[int, int]:
    return int(number) - 1, column_index(letters.decode("ascii"))
