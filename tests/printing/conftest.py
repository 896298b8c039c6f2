"""The faces, loaded once, and a Qt application for the reader of finished files."""

import pytest

from tests.printing.sample_sheets import FONTS
from volunteer_app.printing.fonts import Fonts, load_fonts


@pytest.fixture(scope="session")
def fonts() -> Fonts:
    return load_fonts(FONTS)
