"""The presets of a new database: resources/data/teams.toml."""

from collections import Counter
from pathlib import Path

import pytest

from volunteer_app.domain.errors import PresetsBroken
from volunteer_app.domain.teams import TeamKind
from volunteer_app.paths import resources_dir
from volunteer_app.services.presets import load_presets


def test_the_office_begins_with_its_forces_and_communities() -> None:
    presets = load_presets(resources_dir())

    assert Counter(team.kind for team in presets.teams) == {
        TeamKind.VOLUNTEER: 17,
        TeamKind.BACKBONE: 3,
        TeamKind.PROFESSIONAL: 2,
    }
    assert len(presets.communities) == 16
    assert presets.office.area_code == "0370"


def test_no_word_means_two_teams_or_two_communities() -> None:
    vocabulary = load_presets(resources_dir()).vocabulary()

    for entries in (vocabulary.teams, vocabulary.communities):
        words = Counter(word for entry in entries for word in {entry.name, *entry.aliases})
        assert [word for word, count in words.items() if count > 1] == []


def test_only_adults_go_to_emergencies() -> None:
    presets = load_presets(resources_dir())

    assert all(team.adult_only for team in presets.teams if team.emergency)


@pytest.mark.parametrize(
    "text",
    [None, "schema = [", "schema = 2", "schema = 1", "schema = 1\noffice = 3", 'schema = 1\n[office]\nname = "x"'],
)
def test_a_broken_file_of_presets_is_refused(text: str | None, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    if text is not None:
        (tmp_path / "data" / "teams.toml").write_text(text, encoding="utf-8")

    with pytest.raises(PresetsBroken):
        load_presets(tmp_path)
