"""22 team duty sheets in one PDF against a bare ReportLab canvas that draws the same glyphs and rules.

Run by `python -m pytest -m benchmark tests/benchmarks/test_sheets_benchmark.py -s`, or as a script.
"""

import statistics
import sys
import time
from collections.abc import Callable, Sequence
from io import BytesIO

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from tests.printing.recording import Page, Recording
from tests.printing.sample_sheets import FONTS, duty_sheet
from volunteer_app.domain.sheets import DutySheet
from volunteer_app.printing.duty_sheet import draw_many, render_many
from volunteer_app.printing.fonts import Fonts, load_fonts

TEAMS = 22
ROUNDS = 9
BAR = 1.5


def record(sheets: Sequence[DutySheet], fonts: Fonts) -> list[Page]:
    recording = Recording(fonts)
    draw_many(recording, sheets)
    return recording.pages


def bare_canvas(pages: Sequence[Page]) -> bytes:
    file = BytesIO()
    canvas = Canvas(file, pagesize=A4, pageCompression=1)
    for page in pages:
        for black, boxes in page.fills:
            canvas.setFillGray(1 - black / 100)
            path = canvas.beginPath()
            for box in boxes:
                path.rect(*box)
            canvas.drawPath(path, stroke=0, fill=1)
        canvas.setFillGray(0)
        for weight, segments in page.rules:
            canvas.setLineWidth(weight)
            canvas.lines(segments)
        current = ("", 0.0)
        for font, size, x, y, text, _ in page.runs:
            if current != (font, size):
                canvas.setFont(font, size)
                current = (font, size)
            canvas.drawString(x, y, text)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def cpu_seconds(work: Callable[[], bytes]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


def measure() -> tuple[float, float]:
    """Median CPU seconds of ours and of the floor, alternating, after one round to warm up."""
    fonts = load_fonts(FONTS)
    sheets = [duty_sheet(f"第{number}志愿服务队", f"{number:02}") for number in range(1, TEAMS + 1)]
    pages = record(sheets, fonts)
    assert len(pages) == TEAMS
    ours: list[float] = []
    floor: list[float] = []
    for _ in range(ROUNDS + 1):
        ours.append(cpu_seconds(lambda: render_many(sheets, fonts)))
        floor.append(cpu_seconds(lambda: bare_canvas(pages)))
    return statistics.median(ours[1:]), statistics.median(floor[1:])


def report(ours: float, floor: float) -> str:
    return f"22 duty sheets: {ours:.3f} s CPU, bare canvas {floor:.3f} s, ratio {ours / floor:.2f} (bar {BAR})"


@pytest.mark.benchmark
def test_22_duty_sheets_cost_at_most_half_as_much_again_as_a_bare_canvas(capsys: pytest.CaptureFixture[str]) -> None:
    ours, floor = measure()

    with capsys.disabled():
        sys.stdout.write(f"\n{report(ours, floor)}\n")
    assert ours <= BAR * floor


if __name__ == "__main__":
    sys.stdout.write(f"{report(*measure())}\n")
