"""A memory limit for the running process under Windows, through a job object. Does nothing on other systems."""

import ctypes
import sys

_LIMIT_PROCESS_MEMORY = 0x100
# Without it Windows would show its own crash dialog when a parser aborts.
_DIE_ON_UNHANDLED_EXCEPTION = 0x400
_EXTENDED_LIMIT_INFORMATION = 9
_NO_CRASH_DIALOG = 0x0001 | 0x0002


class BasicLimit(ctypes.Structure):
    _fields_ = (
        ("PerProcessUserTimeLimit", ctypes.c_int64),
        ("PerJobUserTimeLimit", ctypes.c_int64),
        ("LimitFlags", ctypes.c_uint32),
        ("MinimumWorkingSetSize", ctypes.c_size_t),
        ("MaximumWorkingSetSize", ctypes.c_size_t),
        ("ActiveProcessLimit", ctypes.c_uint32),
        ("Affinity", ctypes.c_size_t),
        ("PriorityClass", ctypes.c_uint32),
        ("SchedulingClass", ctypes.c_uint32),
    )


class ExtendedLimit(ctypes.Structure):
    _fields_ = (
        ("BasicLimitInformation", BasicLimit),
        ("IoInfo", ctypes.c_uint64 * 6),
        ("ProcessMemoryLimit", ctypes.c_size_t),
        ("JobMemoryLimit", ctypes.c_size_t),
        ("PeakProcessMemoryUsed", ctypes.c_size_t),
        ("PeakJobMemoryUsed", ctypes.c_size_t),
    )


def limit_own_memory(memory_bytes: int) -> bool:
    """Put this process into a job of its own with that much memory. False where Windows does not allow it."""
    if sys.platform != "win32":
        return False
    kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    kernel.CreateJobObjectW.restype = ctypes.c_void_p
    kernel.CreateJobObjectW.argtypes = (ctypes.c_void_p, ctypes.c_wchar_p)
    kernel.SetInformationJobObject.argtypes = (ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p, ctypes.c_uint32)
    kernel.AssignProcessToJobObject.argtypes = (ctypes.c_void_p, ctypes.c_void_p)
    kernel.GetCurrentProcess.restype = ctypes.c_void_p
    kernel.SetErrorMode(_NO_CRASH_DIALOG)
    job = kernel.CreateJobObjectW(None, None)
    if not job:
        return False
    limit = ExtendedLimit()
    limit.BasicLimitInformation.LimitFlags = _LIMIT_PROCESS_MEMORY | _DIE_ON_UNHANDLED_EXCEPTION
    limit.ProcessMemoryLimit = memory_bytes
    size = ctypes.sizeof(limit)
    if not kernel.SetInformationJobObject(job, _EXTENDED_LIMIT_INFORMATION, ctypes.byref(limit), size):
        return False
    # The handle stays open on purpose: the job lives as long as the process in it.
    return bool(kernel.AssignProcessToJobObject(job, kernel.GetCurrentProcess()))
