"""The QR square says the payload, from the page as a camera would see it."""

from itertools import pairwise

import pytest
from PySide6.QtWidgets import QApplication
from reportlab.graphics.barcode.qrencoder import QR8bitByte, QRCode, QRErrorCorrectLevel

from tests.printing.reading import Reader
from tests.printing.sample_sheets import call_sheet, duty_sheet
from volunteer_app.domain.sheets import qr_payload
from volunteer_app.printing import call_sheet as call_printing
from volunteer_app.printing import duty_sheet as duty_printing
from volunteer_app.printing.fonts import Fonts
from volunteer_app.printing.qr import qr_square

PAYLOAD = "ZB1|202610|03|v3|9F3A6C21"


def squares(payload: str) -> set[tuple[int, int]]:
    """Column and row of every dark module."""
    square = qr_square(payload)
    return {(column + step, row) for column, row, length in square.bars for step in range(length)}


def valid_codes(payload: str) -> list[set[tuple[int, int]]]:
    """The eight codes that the standard allows for a payload, one a mask."""
    codes = []
    for mask in range(8):
        code = QRCode(2, QRErrorCorrectLevel.M)
        code.addData(QR8bitByte(payload))
        code.makeImpl(False, mask)
        dark = {(x, y) for y, row in enumerate(code.modules) for x, module in enumerate(row) if module}
        codes.append(dark)
    return codes


def test_the_square_is_a_valid_code_of_the_payload() -> None:
    assert squares(PAYLOAD) in valid_codes(PAYLOAD)


def test_the_bars_of_a_row_never_touch() -> None:
    bars = qr_square(PAYLOAD).bars

    for (left, row, length), (next_left, next_row, _) in pairwise(bars):
        assert next_row > row or next_left > left + length


def test_the_payload_names_the_sheet_and_nobody() -> None:
    duty, call = duty_sheet(), call_sheet()

    assert qr_payload(duty, "9F3A6C21") == PAYLOAD
    assert qr_payload(call, "9F3A6C21") == "TZ1|20261001|03|v1|9F3A6C21"


def decoded(pdf: bytes) -> str:
    cv2 = pytest.importorskip("cv2", reason="opencv, which reads the square, is not installed")
    numpy = pytest.importorskip("numpy", reason="opencv is not installed")
    picture = Reader(pdf).picture(0, 200)
    pixels = numpy.frombuffer(picture.constBits(), numpy.uint8).reshape(picture.height(), picture.width(), 4)
    text, *_ = cv2.QRCodeDetector().detectAndDecode(numpy.ascontiguousarray(pixels[:, :, :3]))
    return str(text)


def test_the_square_of_a_duty_sheet_reads_at_200_dpi(qapp: QApplication, fonts: Fonts) -> None:
    sheet = duty_sheet()

    assert decoded(duty_printing.render(sheet, fonts)) == qr_payload(sheet, sheet.check_code)


def test_the_square_of_a_call_sheet_reads_at_200_dpi(qapp: QApplication, fonts: Fonts) -> None:
    sheet = call_sheet()

    assert decoded(call_printing.render(sheet, fonts)) == qr_payload(sheet, sheet.check_code)
