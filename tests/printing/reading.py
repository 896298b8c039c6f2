"""What a finished PDF holds, read back by a reader that is not the writer: text, streams, fonts."""

import hashlib
import re
import zlib

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument

_STREAM = re.compile(rb"/Length (\d+).*?>>\r?\nstream\r?\n", re.DOTALL)


class Reader:
    """A PDF in QtPdf, which is PDFium. Keeps the buffer alive: letting it go while the document lives crashes."""

    def __init__(self, pdf: bytes) -> None:
        self._buffer = QBuffer()
        self._buffer.setData(QByteArray(pdf))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document = QPdfDocument()
        self.document.load(self._buffer)

    def pages(self) -> list[str]:
        return [self.document.getAllText(number).text() for number in range(self.document.pageCount())]

    def solid_text(self) -> str:
        """All text without white space, so that a name set in two lines is found."""
        return "".join("".join(self.pages()).split())

    def picture(self, page: int, dpi: int) -> QImage:
        points = self.document.pagePointSize(page)
        size = QSize(round(points.width() * dpi / 72), round(points.height() * dpi / 72))
        drawn = self.document.render(page, size)
        paper = QImage(size, QImage.Format.Format_RGB32)
        paper.fill(Qt.GlobalColor.white)
        painter = QPainter(paper)
        painter.drawImage(0, 0, drawn)
        painter.end()
        return paper


def streams(pdf: bytes) -> list[bytes]:
    """Every stream of the file, decompressed, in file order."""
    found = []
    for match in _STREAM.finditer(pdf):
        raw = pdf[match.end() : match.end() + int(match[1])]
        found.append(zlib.decompress(raw) if b"/FlateDecode" in match[0] else raw)
    return found


def content_hash(pdf: bytes) -> str:
    """Compressed bytes differ between builds of zlib; what they hold does not."""
    digest = hashlib.sha256()
    for stream in streams(pdf):
        digest.update(hashlib.sha256(stream).digest())
    return digest.hexdigest()


def font_names(pdf: bytes) -> set[str]:
    return {name.decode("ascii") for name in re.findall(rb"/BaseFont /([^\s/]+)", pdf)}
