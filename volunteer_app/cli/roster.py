"""Commands about people: reading rosters in, finding somebody."""

import time
from datetime import date
from pathlib import Path
from typing import Annotated

from cyclopts import App, Parameter

from volunteer_app import paths
from volunteer_app.cli.options import Where, words
from volunteer_app.cli.output import TerminalProgress, complain, say, write_json
from volunteer_app.domain.roster_file import KnownCommunity, KnownTeam, Verdict, Vocabulary
from volunteer_app.services.office import OfficeDesk
from volunteer_app.services.opening import close
from volunteer_app.services.presets import load_presets
from volunteer_app.services.roster_reading import read_roster_files
from volunteer_app.services.roster_report import readings_to_json, summary_of

HERE = Where()


def register(app: App) -> None:
    app.command(import_rosters, name="import")
    app.command(people)


def import_rosters(
    files: list[Path],
    /,
    *,
    where: Where = HERE,
    dry_run: Annotated[bool, Parameter(help=words("只检查，不写入", "judge only, write nothing"))] = False,
    as_of: Annotated[date | None, Parameter(help=words("按此日期算年龄", "ages are judged on this day"))] = None,
    json: Annotated[Path | None, Parameter(help=words("结果写入此文件", "write the result here"))] = None,
) -> int:
    """检查名册。 Judge rosters (.xlsx, .xls, .csv, 接龙 .txt) and name every problem; writing comes with the window."""
    if not dry_run:
        complain(words("目前只能检查：请加 --dry-run。", "Only judging so far: add --dry-run."))
        return 2
    day = as_of or date.today()  # noqa: DTZ011  # the day on the PC's own calendar is what the clerk means
    vocabulary = _vocabulary(where)
    readings = read_roster_files(files, vocabulary, as_of=day, progress=TerminalProgress())
    report = readings_to_json(readings, day)
    if json is not None:
        write_json(json, report)
    summary = summary_of(readings)
    say("\t".join(f"{name} {count}" for name, count in summary.items() if isinstance(count, int)))
    return 1 if summary[Verdict.ERROR.value] else 0


def _vocabulary(where: Where) -> Vocabulary:
    """The office's own teams and communities where a database is named, else the presets."""
    if not where.db:
        return load_presets(paths.resources_dir()).vocabulary()
    desk = where.sign_in()
    bearings = OfficeDesk(desk).bearings()
    close(desk)
    return Vocabulary(
        teams=tuple(KnownTeam(t.name, t.aliases, t.emergency, t.adult_only) for t in bearings.teams.values()),
        communities=tuple(KnownCommunity(c.name, c.aliases) for c in bearings.communities.values()),
        area_code=bearings.office.area_code,
    )


def people(query: str, /, *, where: Where = HERE, limit: int = 20, json: Path | None = None) -> None:
    """查人：姓名、拼音、首字母、手机尾号。 Find people by name, pinyin, initials or phone tail."""
    from volunteer_app.services.people_search import PeopleSearch

    desk = where.sign_in()
    search = PeopleSearch(desk)
    started = time.perf_counter()
    found = search.find(query, limit)
    milliseconds = (time.perf_counter() - started) * 1000
    close(desk)
    for row in found:
        say(f"{row.number}\t{row.name}\t{row.phone_masked}\t{row.community}\t{'、'.join(row.teams)}")
    if json is not None:
        rows = [
            {
                "id": row.id,
                "number": row.number,
                "name": row.name,
                "phone": row.phone_masked,
                "community": row.community,
                "teams": row.teams,
            }
            for row in found
        ]
        write_json(json, {"query": query, "milliseconds": round(milliseconds, 3), "people": rows})
