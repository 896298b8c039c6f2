"""The sheets draw what they drew when somebody last looked at them.

When a change is meant: look at the new sheets, then write their hashes with `python -m tests.printing.test_golden`.
"""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.printing.reading import content_hash
from tests.printing.sample_sheets import FONTS, call_sheet, duty_sheet
from volunteer_app.printing import call_sheet as call_printing
from volunteer_app.printing import duty_sheet as duty_printing
from volunteer_app.printing.fonts import Fonts, load_fonts

GOLDEN = Path(__file__).with_name("golden.json")

SHEETS: dict[str, Callable[[Fonts], bytes]] = {
    "duty, one team": lambda fonts: duty_printing.render(duty_sheet(), fonts),
    "duty, two teams": lambda fonts: duty_printing.render_many([duty_sheet(), duty_sheet("第四志愿小组", "04")], fonts),
    "call, 24 people": lambda fonts: call_printing.render(call_sheet(), fonts),
    "call, 60 people": lambda fonts: call_printing.render(call_sheet(60), fonts),
}


@pytest.mark.parametrize("sheet", SHEETS)
def test_a_sheet_draws_what_it_drew(fonts: Fonts, sheet: str) -> None:
    golden = json.loads(GOLDEN.read_text(encoding="utf-8"))

    assert content_hash(SHEETS[sheet](fonts)) == golden[sheet]


def renew() -> None:
    fonts = load_fonts(FONTS)
    hashes = {name: content_hash(make(fonts)) for name, make in SHEETS.items()}
    GOLDEN.write_text(json.dumps(hashes, ensure_ascii=False, indent=2) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    renew()
