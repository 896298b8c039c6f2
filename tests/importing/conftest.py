"""What the tests of importing share."""

from io import BytesIO

import openpyxl
import pytest

from volunteer_app.domain.roster_file import Vocabulary
from volunteer_app.paths import resources_dir
from volunteer_app.services.presets import load_presets


@pytest.fixture(scope="session")
def presets() -> Vocabulary:
    """The teams and communities of a new database."""
    return load_presets(resources_dir()).vocabulary()


@pytest.fixture(scope="session")
def hidden_workbook() -> bytes:
    """A roster and, behind it, last year's, hidden."""
    book = openpyxl.Workbook()
    for index, name in enumerate(("今年", "去年")):
        sheet = book.create_sheet(name, index)
        sheet.append(["姓名", "手机"])
        sheet.append(["张三", f"1540000000{index}"])
    book["去年"].sheet_state = "hidden"
    del book["Sheet"]
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()
