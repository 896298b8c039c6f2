"""Commands about shifts and sheets: what is planned, whom to call next, PDFs."""

from datetime import date
from pathlib import Path
from typing import Annotated

from cyclopts import App, Parameter

from volunteer_app.cli.options import Where
from volunteer_app.cli.output import say, write_json
from volunteer_app.services.opening import close
from volunteer_app.services.shift_list import ListedShift, ShiftList

HERE = Where()


def register(app: App) -> None:
    app.command(shifts)


def shifts(
    *,
    where: Where = HERE,
    first: Annotated[date, Parameter(name="--from")],
    last: Annotated[date, Parameter(name="--to")],
    json: Path | None = None,
) -> None:
    """列出班次。 Shifts with ids, needs, plan, attendance."""
    desk = where.sign_in()
    found = ShiftList(desk).between(first, last)
    zone = desk.zone
    close(desk)
    for shift in found:
        start, end = shift.span.start.astimezone(zone), shift.span.end.astimezone(zone)
        counts = f"{shift.needed} / {shift.planned} / {shift.arrived}"
        say(f"{shift.id}\t{start:%Y-%m-%d %H:%M}\t{end:%Y-%m-%d %H:%M}\t{shift.post}\t{shift.team}\t{counts}")
    if json is not None:
        write_json(json, {"shifts": [_plain(shift) for shift in found]})


def _plain(shift: ListedShift) -> dict[str, object]:
    return {
        "id": shift.id,
        "post": shift.post,
        "place": shift.place,
        "team": shift.team,
        "start": shift.span.start,
        "end": shift.span.end,
        "needed": shift.needed,
        "planned": shift.planned,
        "arrived": shift.arrived,
    }
