"""A payload as the dark squares of a QR code, level M. Draws nothing."""

from dataclasses import dataclass

from reportlab.graphics.barcode.qrencoder import QR8bitByte, QRCode, QRErrorCorrectLevel, QRMaskPattern

# Any of the eight masks is valid. This one has the lowest mean penalty over our payloads, 5 % above the best choice for
# each; making that choice takes eight codes for one, which was half the time of a sheet.
_MASK = QRMaskPattern.PATTERN010


@dataclass(frozen=True, slots=True)
class QrSquare:
    """`bars` are the dark modules joined along each row: column, row from the top, length."""

    size: int
    bars: tuple[tuple[int, int, int], ...]


def qr_square(payload: str) -> QrSquare:
    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(QR8bitByte(payload))
    code.version = code.calculate_version()  # type: ignore[no-untyped-call]
    code.makeImpl(False, _MASK)
    rows: list[list[bool]] = code.modules
    bars = [(start, number, length) for number, row in enumerate(rows) for start, length in _dark_runs(row)]
    return QrSquare(len(rows), tuple(bars))


def _dark_runs(row: list[bool]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for column, dark in enumerate(row):
        if not dark:
            continue
        if runs and sum(runs[-1]) == column:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        else:
            runs.append((column, 1))
    return runs
