"""Takes from a process what it will not need: files, the network, other programs, much memory, much time."""

import os
import sys
import threading
from collections.abc import Callable

MEMORY = 512 * 1024 * 1024
"""Bytes a process may take beyond what it has when it is limited."""
SECONDS = 5
"""Seconds of processor time."""
LOOK = 0.02
"""Seconds between two looks at the memory, where the system does not limit it."""
REFUSED = (
    *(
        "open",
        "import",
        "socket.",
        "subprocess.",
        "os.",
        "shutil.",
        "ctypes.",
        "glob.",
        "pathlib.",
        "tempfile.",
    ),
    *(
        "urllib.",
        "http.",
        "ftplib.",
        "smtplib.",
        "webbrowser.",
        "winreg.",
        "_winapi.",
        "mmap.",
        "pty.",
        "fcntl.",
    ),
)
"""Audit events, and beginnings of their names (PEP 578), of what reaches out of a process."""


def limit(memory: int = MEMORY, seconds: int = SECONDS) -> None:
    """Limit this process, for good; all modules it needs must be loaded."""
    if sys.platform == "win32":
        _limit_job(memory, seconds)
    else:
        _limit_resources(memory, seconds)
    sys.addaudithook(_refuse)


def _refuse(event: str, _arguments: tuple[object, ...]) -> None:
    if event.startswith(REFUSED):
        raise PermissionError(f"“{event}” is not allowed here")


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    class _Basic(ctypes.Structure):
        """JOBOBJECT_BASIC_LIMIT_INFORMATION of winnt.h."""

        _fields_ = (
            ("PerProcessUserTimeLimit", ctypes.c_int64),
            ("PerJobUserTimeLimit", ctypes.c_int64),
            ("LimitFlags", wintypes.DWORD),
            ("MinimumWorkingSetSize", ctypes.c_size_t),
            ("MaximumWorkingSetSize", ctypes.c_size_t),
            ("ActiveProcessLimit", wintypes.DWORD),
            ("Affinity", ctypes.c_size_t),
            ("PriorityClass", wintypes.DWORD),
            ("SchedulingClass", wintypes.DWORD),
        )

    class _Extended(ctypes.Structure):
        """JOBOBJECT_EXTENDED_LIMIT_INFORMATION of winnt.h."""

        _fields_ = (
            ("Basic", _Basic),
            ("IoInfo", ctypes.c_uint64 * 6),
            ("ProcessMemoryLimit", ctypes.c_size_t),
            ("JobMemoryLimit", ctypes.c_size_t),
            ("PeakProcessMemoryUsed", ctypes.c_size_t),
            ("PeakJobMemoryUsed", ctypes.c_size_t),
        )

    def _limit_job(memory: int, seconds: int) -> None:
        """Put this process alone into a job object with limits; Windows ends it when it goes beyond them."""
        active_process, process_time, process_memory, extended_limits = 0x8, 0x2, 0x100, 9
        limits = _Extended()
        limits.Basic.LimitFlags = active_process | process_time | process_memory
        limits.Basic.ActiveProcessLimit = 1
        limits.Basic.PerProcessUserTimeLimit = seconds * 10_000_000
        limits.ProcessMemoryLimit = memory
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateJobObjectW.restype = wintypes.HANDLE
        kernel.CreateJobObjectW.argtypes = (ctypes.c_void_p, wintypes.LPCWSTR)
        kernel.GetCurrentProcess.restype = wintypes.HANDLE
        kernel.SetInformationJobObject.argtypes = (
            wintypes.HANDLE,
            ctypes.c_int,
            ctypes.c_void_p,
            wintypes.DWORD,
        )
        kernel.AssignProcessToJobObject.argtypes = (wintypes.HANDLE, wintypes.HANDLE)
        job = kernel.CreateJobObjectW(None, None)
        size = ctypes.sizeof(limits)
        set_ = kernel.SetInformationJobObject(job, extended_limits, ctypes.byref(limits), size)
        if not set_ or not kernel.AssignProcessToJobObject(job, kernel.GetCurrentProcess()):
            raise OSError(ctypes.get_last_error(), "this process cannot be limited")

else:

    def _limit_resources(memory: int, seconds: int) -> None:
        import resource

        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
        if sys.platform == "linux":
            with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123 - not a file
                taken = int(file.read().split()[0]) * resource.getpagesize()
            resource.setrlimit(resource.RLIMIT_AS, (taken + memory, taken + memory))
        else:
            _watch(lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, memory)
        # What is open stays open: the pipes to the program that started this one.
        resource.setrlimit(resource.RLIMIT_NOFILE, (0, 0))


def _watch(taken: Callable[[], int], memory: int) -> None:
    """End this process once it has taken `memory` bytes more than now."""
    most = taken() + memory

    def look() -> None:
        rest = threading.Event()
        while taken() < most:
            rest.wait(LOOK)
        os._exit(1)

    threading.Thread(target=look, daemon=True).start()
