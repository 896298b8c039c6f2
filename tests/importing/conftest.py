"""What the tests of importing share."""

import pytest

from volunteer_app.domain.roster_file import Vocabulary
from volunteer_app.paths import resources_dir
from volunteer_app.services.presets import load_presets


@pytest.fixture(scope="session")
def presets() -> Vocabulary:
    """The teams and communities of a new database."""
    return load_presets(resources_dir()).vocabulary()
