"""Commands about the data as a whole: make it, fill it, back it up, restore it, check it."""

from pathlib import Path
from typing import Annotated

from cyclopts import App, Parameter

from volunteer_app import paths
from volunteer_app.cli.options import Where, words
from volunteer_app.cli.output import TerminalProgress, say, write_json
from volunteer_app.services.demo import ADMINISTRATOR, DemoSize
from volunteer_app.services.office import Founding
from volunteer_app.services.opening import PasswordCost, close, found, found_demo
from volunteer_app.services.presets import load_presets
from volunteer_app.services.session import system_clock

HERE = Where()


def register(app: App) -> None:
    app.command(init)
    app.command(demo)
    app.command(backup)
    app.command(restore)
    app.command(check)
    app.command(smoke)


def init(
    *,
    where: Where = HERE,
    office: Annotated[str, Parameter(help=words("单位名称", "name of the office"))] = "",
    duty_phone: str = "",
    weak_pc: Annotated[bool, Parameter(help=words("内存小的电脑", "a PC with little memory"))] = False,
) -> None:
    """新建数据文件，带预设队伍和社区，并给出恢复码。 New database with presets, an administrator and key slots."""
    presets = load_presets(paths.resources_dir())
    name = office or presets.office.name
    short_name = name.removesuffix("办事处")
    founding = Founding(name, short_name, duty_phone, where.operator or words("管理员", "admin"))
    cost = PasswordCost.WEAK_PC if weak_pc else PasswordCost.STANDARD
    made = found(where.path, founding, where.password(), presets=presets, clock=system_clock, cost=cost)
    close(made.desk)
    say(words("恢复码（请抄下并锁好）：", "Recovery code (write it down, lock it away): ") + made.recovery_code)


def demo(*, where: Where = HERE, people: int = 1286, seed: int = 7, months: int = 2) -> None:
    """新建演示数据文件，密码 demo。 New database filled with fictional people; the password is demo."""
    size = DemoSize(people=people, months=months, seed=seed)
    presets = load_presets(paths.resources_dir())
    close(found_demo(where.path, size, presets=presets, clock=system_clock, progress=TerminalProgress()))
    say(
        words(
            f"已生成 {people} 名虚构人员。操作员：{ADMINISTRATOR}，密码 demo。",
            f"{people} fictional people. Password: demo.",
        )
    )


def backup(*, where: Where = HERE, to: Path | None = None) -> None:
    """备份。 Make a verified backup."""
    from volunteer_app.services.backups import Backups

    desk = where.sign_in()
    made = Backups(desk, where.path).make(to or paths.backup_dir())
    close(desk)
    say(str(made.path))


def restore(file: Path, /, *, to: Path) -> None:
    """从备份恢复成一个新文件。 Restore a backup into a new file."""
    from volunteer_app.services.backups import restore_file

    restore_file(file, to)
    say(str(to))


def check(*, where: Where = HERE, json: Path | None = None) -> int:
    """自检：完整性、外键、计数、操作日志、检索。 Integrity, foreign keys, counters, audit chain, search index."""
    from volunteer_app.services.self_check import SelfCheck

    desk = where.sign_in()
    findings = SelfCheck(desk).run()
    close(desk)
    for finding in findings:
        say(f"{finding.part}: {finding.detail}")
    if json is not None:
        write_json(json, {"findings": [{"part": finding.part, "detail": finding.detail} for finding in findings]})
    if not findings:
        say(words("没有发现问题。", "No faults found."))
    return 3 if findings else 0


def smoke(*, out: Path) -> int:
    """对已安装的程序自检。 Self-test of an installed program, offscreen."""
    from volunteer_app import app

    result = app.run_smoke()
    write_json(out, result)
    say(words("自检完成。", "Self-test done.") if result["passed"] else words("自检失败。", "Self-test failed."))
    return 0 if result["passed"] else 3
