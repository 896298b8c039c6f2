"""What the placement check finds, as a clerk reads it."""

from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QApplication

from volunteer_app.domain.findings import Finding, Level, Rule
from volunteer_app.domain.span import Span
from volunteer_app.ui.finding_text import finding_words, findings_words, level_words

MORNING = Span(datetime(2026, 7, 18, 0, tzinfo=UTC), datetime(2026, 7, 18, 8, tzinfo=UTC))
NIGHT = Span(datetime(2026, 7, 18, 12, tzinfo=UTC), datetime(2026, 7, 19, 0, tzinfo=UTC))

pytestmark = pytest.mark.usefixtures("prepared")


@pytest.mark.parametrize(
    ("finding", "words"),
    [
        (Finding(Rule.OVERLAP, Level.REFUSAL, span=MORNING), "与 07-18 08:00–16:00 班次重叠"),
        (Finding(Rule.REST, Level.WARNING, span=NIGHT, minutes=400), "与 07-18 20:00–次日 08:00 班次只隔 6.67 小时"),
        (Finding(Rule.ON_LEAVE, Level.WARNING, span=NIGHT), "请假至 07-19 08:00"),
        (Finding(Rule.HOURS_IN_WEEK, Level.WARNING, minutes=48 * 60), "一周共 48 小时"),
        (Finding(Rule.MINOR, Level.WARNING, age=16), "未成年（16 岁）"),
    ],
)
def test_a_finding_says_its_facts_in_the_offices_time(qapp: QApplication, finding: Finding, words: str) -> None:
    assert finding_words(finding) == words


def test_several_findings_are_one_sentence(qapp: QApplication) -> None:
    both = [Finding(Rule.NOT_ACTIVE, Level.REFUSAL), Finding(Rule.NOT_AVAILABLE, Level.WARNING)]

    assert findings_words(both) == "此人已停用；不在可用时段"


@pytest.mark.parametrize("level", list(Level))
def test_every_level_has_a_word(qapp: QApplication, level: Level) -> None:
    assert level_words(level)
