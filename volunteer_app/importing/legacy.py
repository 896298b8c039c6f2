"""What the parser does not tell about an old workbook (.xls): rows that are hidden. Total; a strange file has none."""

import struct
from collections.abc import Iterator

from volunteer_app.importing.prescan import SheetScan

_DIRECTORY_ENTRY = 128
_LAST_SECTOR = 0xFFFFFFFA
_STREAMS = ("Workbook", "Book")

_BOF, _EOF, _BOUNDSHEET, _ROW = 0x0809, 0x000A, 0x0085, 0x0208
_ROW_IS_HIDDEN = 0x20


def hidden_rows(data: bytes) -> dict[str, SheetScan]:
    """Findings by sheet name, as the pre-scan of a new workbook gives them."""
    try:
        stream = _CompoundFile(data).workbook()
        return {name: SheetScan(hidden_rows=set(_hidden(stream, start))) for name, start in _sheets(stream)}
    except (struct.error, UnicodeDecodeError, IndexError):
        return {}


class _CompoundFile:
    """Just enough of the compound file format to follow one stream through its sectors."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._shift, _ = struct.unpack_from("<HH", data, 30)
        if not 9 <= self._shift <= 16:
            raise struct.error("sector size")
        self._first_directory, _, self._small_stream = struct.unpack_from("<III", data, 48)
        self._next = self._allocation()

    def workbook(self) -> bytes:
        directory = self._chain(self._first_directory)
        for place in range(0, len(directory) - _DIRECTORY_ENTRY + 1, _DIRECTORY_ENTRY):
            (length,) = struct.unpack_from("<H", directory, place + 64)
            name = directory[place : place + max(length - 2, 0)].decode("utf-16-le", errors="replace")
            start, size = struct.unpack_from("<II", directory, place + 116)
            if name in _STREAMS and size >= self._small_stream:
                return self._chain(start)[:size]
        return b""

    def _allocation(self) -> tuple[int, ...]:
        """The next sector of each sector; its own sectors are listed in the header and in a chain of further lists."""
        listed = list(struct.unpack_from("<109I", self._data, 76))
        more, count = struct.unpack_from("<II", self._data, 68)
        per_sector = (1 << self._shift) // 4
        for _ in range(min(count, len(self._data) >> self._shift)):
            *entries, more = struct.unpack(f"<{per_sector}I", self._sector(more))
            listed += entries
        sectors = b"".join(self._sector(number) for number in listed if number < _LAST_SECTOR)
        return struct.unpack(f"<{len(sectors) // 4}I", sectors)

    def _sector(self, number: int) -> bytes:
        start = (number + 1) << self._shift
        sector = self._data[start : start + (1 << self._shift)]
        return sector.ljust(1 << self._shift, b"\0") if sector else b""

    def _chain(self, start: int) -> bytes:
        pieces = []
        sector = start
        for _ in range(len(self._next)):
            if sector >= _LAST_SECTOR:
                break
            pieces.append(self._sector(sector))
            sector = self._next[sector]
        return b"".join(pieces)


def _records(stream: bytes, start: int) -> Iterator[tuple[int, int, int]]:
    """Kind, place and length of each record."""
    place = start
    while place + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, place)
        yield kind, place + 4, length
        place += 4 + length


def _sheets(stream: bytes) -> Iterator[tuple[str, int]]:
    for kind, place, length in _records(stream, 0):
        if kind == _EOF:
            return
        if kind == _BOUNDSHEET:
            start, _, letters, flags = struct.unpack_from("<IHBB", stream, place)
            text = stream[place + 8 : place + length]
            yield (text[: 2 * letters].decode("utf-16-le") if flags & 1 else text[:letters].decode("latin-1")), start


def _hidden(stream: bytes, start: int) -> Iterator[int]:
    """Zero-based numbers of hidden rows. A chart inside the sheet is a document of its own, with its own end."""
    depth = 0
    for kind, place, _ in _records(stream, start):
        if kind == _BOF:
            depth += 1
        elif kind == _EOF:
            depth -= 1
            if depth <= 0:
                return
        elif kind == _ROW:
            row, flags = struct.unpack_from("<H10xH", stream, place)
            if flags & _ROW_IS_HIDDEN:
                yield row
