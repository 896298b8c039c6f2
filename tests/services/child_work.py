"""Functions that the tests of child processes run on the other side."""

import ctypes
import os
import sys
import threading

from volunteer_app.domain.errors import FileUnreadable, UnreadableReason
from volunteer_app.services.progress import Progress

SECRET = "张三 15400000001"


def add(progress: Progress, one: int, other: int) -> int:
    progress.step(1, 1, "adding")
    return one + other


def loaded_modules(_progress: Progress) -> list[str]:
    return sorted(sys.modules)


def refuse(_progress: Progress) -> None:
    raise FileUnreadable(UnreadableReason.FAR_CELL, 3, cell="XFD1048576")


def crash(_progress: Progress) -> None:
    raise ValueError(SECRET)


def exit_at_once(_progress: Progress) -> None:
    os._exit(7)


def abort(_progress: Progress) -> None:
    os.abort()


def read_address_zero(_progress: Progress) -> None:
    ctypes.string_at(0)


def take_memory(_progress: Progress, size: int) -> int:
    return len(bytearray(size))


def never_end(progress: Progress) -> None:
    progress.step(0, 1, "waiting")
    threading.Event().wait()


def answer_at_length(_progress: Progress, size: int) -> bytes:
    return bytes(size)


def print_something(_progress: Progress) -> None:
    os.write(2, SECRET.encode("utf-8"))
    raise ValueError(SECRET)
