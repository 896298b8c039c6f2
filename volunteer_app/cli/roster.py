"""Commands about people: reading rosters in, finding somebody."""

import time
from datetime import date
from pathlib import Path
from typing import Annotated

from cyclopts import App, Parameter

from volunteer_app.cli.options import Where, words
from volunteer_app.cli.output import TerminalProgress, say, write_json
from volunteer_app.services.opening import close

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
    skip_faulty: Annotated[bool, Parameter(help=words("跳过有问题的行", "import the rows without faults"))] = False,
) -> int:
    """导入名册。 Import rosters (.xlsx, .xls, .csv); a row with faults stops it, unless --skip-faulty."""
    from volunteer_app.services.roster_import import import_files

    desk = where.sign_in() if (where.is_there and (where.db or not dry_run)) or not dry_run else None
    result = import_files(
        desk, files, as_of=as_of, dry_run=dry_run, skip_faulty=skip_faulty, progress=TerminalProgress()
    )
    if desk is not None:
        close(desk)
    if json is not None:
        write_json(json, result.report)
    for line in result.lines:
        say(line)
    return 1 if result.has_faults and not skip_faulty else 0


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
