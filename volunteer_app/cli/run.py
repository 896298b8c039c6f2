"""Takes a command line apart, runs it, and turns every refusal into words and an exit code. No traceback gets out."""

import logging
from collections.abc import Sequence
from enum import IntEnum

from cyclopts import App, CycloptsError

from volunteer_app import __version__
from volunteer_app.cli import data, duty, roster, window
from volunteer_app.cli.options import words
from volunteer_app.cli.output import complain
from volunteer_app.domain import errors
from volunteer_app.domain.errors import AppError

log = logging.getLogger(__name__)


class Exit(IntEnum):
    """cli.md: 0 done, 1 the input has faults, 2 wrong usage, 3 database, disk or key trouble."""

    DONE = 0
    FAULTS = 1
    USAGE = 2
    TROUBLE = 3


FAULTY_INPUT: tuple[type[AppError], ...] = (
    errors.FileUnreadable,
    errors.InvalidField,
    errors.NotFound,
    errors.NotPermitted,
    errors.ChildDied,
    errors.ChildTimedOut,
    errors.PasswordTooShort,
    errors.DateOutOfRange,
)


def build_app() -> App:
    """All commands with their words."""
    app = App(
        name="volunteer-app",
        version=__version__,
        help=words(
            "街道志愿服务与应急值守。不带命令时打开窗口。",
            "Volunteer duty of a subdistrict office. No command: the window.",
        ),
    )
    app.default(window.open_window)
    for module in (data, roster, duty):
        module.register(app)
    return app


def run(arguments: Sequence[str]) -> int:
    """Run one command line and give its exit code."""
    try:
        outcome = build_app()(list(arguments), exit_on_error=False, print_error=False, result_action="return_value")
    except CycloptsError as error:
        complain(str(error))
        return Exit.USAGE
    except AppError as error:
        complain(_worded(error))
        return Exit.FAULTS if isinstance(error, FAULTY_INPUT) else Exit.TROUBLE
    except OSError as error:
        log.warning("system error %s", error.errno)
        complain(words("文件无法读写。", "A file cannot be read or written.") + f" ({error.strerror})")
        return Exit.TROUBLE
    return int(outcome or Exit.DONE)


def _worded(error: AppError) -> str:
    from volunteer_app.ui.error_text import error_text

    text = error_text(error)
    return f"{text.what} {text.remedy}".strip()
