"""What a file is, by its content and never by its extension. Refuses what is no roster, with the reason."""

import zipfile
from enum import StrEnum
from io import BytesIO

from volunteer_app.domain.errors import FileUnreadable, UnreadableReason
from volunteer_app.importing.limits import MAX_FILE_BYTES

_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_ZIP = b"PK\x03\x04"
_PICTURES = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\x00", b"MM\x00*", b"RIFF")
_HEAD = 4096


class Container(StrEnum):
    ZIP = "zip"
    OLE = "ole"
    TEXT = "text"


def sniff(data: bytes) -> Container:
    """How to open the bytes. Raises FileUnreadable."""
    if len(data) > MAX_FILE_BYTES:
        raise FileUnreadable(UnreadableReason.TOO_LARGE)
    if not data.strip(b"\0 \t\r\n"):
        raise FileUnreadable(UnreadableReason.EMPTY)
    if data.startswith(_ZIP):
        _check_zip(data)
        return Container.ZIP
    if data.startswith(_OLE):
        _check_ole(data)
        return Container.OLE
    _check_text(data)
    return Container.TEXT


def _check_zip(data: bytes) -> None:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            infos = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise FileUnreadable(UnreadableReason.DAMAGED) from error
    names = {info.filename for info in infos}
    if any(info.flag_bits & 1 for info in infos):
        raise FileUnreadable(UnreadableReason.PASSWORD)
    if "xl/workbook.xml" in names:
        return
    if "word/document.xml" in names:
        raise FileUnreadable(UnreadableReason.WORD_DOCUMENT)
    if names & {"xl/workbook.bin", "content.xml"}:
        raise FileUnreadable(UnreadableReason.OTHER_SPREADSHEET)
    raise FileUnreadable(UnreadableReason.NOT_A_TABLE)


def _check_ole(data: bytes) -> None:
    """Stream names stand in the directory as UTF-16; looking for them anywhere is enough to name the refusal."""
    if _in_utf16("EncryptedPackage", data):
        raise FileUnreadable(UnreadableReason.PASSWORD)
    if _in_utf16("Workbook", data) or _in_utf16("Book", data):
        return
    if _in_utf16("WordDocument", data):
        raise FileUnreadable(UnreadableReason.WORD_DOCUMENT)
    raise FileUnreadable(UnreadableReason.DAMAGED)


def _in_utf16(name: str, data: bytes) -> bool:
    return name.encode("utf-16-le") in data


def _check_text(data: bytes) -> None:
    if data.startswith(_PICTURES):
        raise FileUnreadable(UnreadableReason.PICTURE_OR_PDF)
    head = data[:_HEAD].replace(b"\0", b"").removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe").lstrip().lower()
    if head.startswith((b"<html", b"<!doctype html", b"<table", b"<meta", b"<head")) or b"<html" in head:
        raise FileUnreadable(UnreadableReason.WEB_PAGE)
    if head.startswith(b"<?xml"):
        raise FileUnreadable(UnreadableReason.OTHER_SPREADSHEET)
    if head.startswith(b"{\\rtf"):
        raise FileUnreadable(UnreadableReason.WORD_DOCUMENT)
