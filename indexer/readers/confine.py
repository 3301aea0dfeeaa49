"""What the child gives up before it opens a file: memory beyond a limit, the network, other programs, writing.

The limits are the kernel's where the kernel has them; an audit hook (PEP 578), which cannot be taken off again,
holds the rest for Python code.
"""

from __future__ import annotations

import ctypes
import errno
import os
import resource
import sys

OPEN_FILES = 64
_NEW_NETWORK = 0x40000000  # CLONE_NEWNET, linux/sched.h
_NEW_USER = 0x10000000  # CLONE_NEWUSER
# Namespaces forbidden by a container or by the administrator, or a kernel built without them.
_NOT_PERMITTED = {errno.EPERM, errno.ENOSPC, errno.EUSERS, errno.EINVAL, errno.ENOSYS}
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_FORBIDDEN = (
    "socket.",
    "subprocess.",
    "os.exec",
    "os.fork",
    "os.posix_spawn",
    "os.spawn",
    "os.system",
    "pty.spawn",
    "urllib.Request",
    "webbrowser.open",
    "os.remove",
    "os.rename",
    "os.rmdir",
    "os.mkdir",
    "os.link",
    "os.symlink",
    "os.truncate",
    "os.chmod",
    "os.chown",
    "os.kill",
)


class Forbidden(PermissionError):
    """A reader tried what no reader may."""


def confine(memory_mb: int) -> None:
    """Give up, for good, what reading a file does not need.

    memory_mb: address space that may be taken on top of what the process has now.
    """
    leave_the_network()
    sys.dont_write_bytecode = True
    for kind, limit in (
        (resource.RLIMIT_AS, address_space() + memory_mb * 1024 * 1024),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NOFILE, OPEN_FILES),
    ):
        resource.setrlimit(kind, (limit, limit))
    sys.addaudithook(_refuse)


def address_space() -> int:
    """Bytes of address space that this process has now; 0 where the system does not tell (no /proc)."""
    try:
        with open("/proc/self/statm", "rb") as statm:  # noqa: PTH123 - Path would be one more import in the child
            return int(statm.read().split()[0]) * resource.getpagesize()
    except FileNotFoundError:
        return 0


def leave_the_network() -> None:
    """Move into an empty network namespace where the system permits it (Linux; unshare(2))."""
    if sys.platform != "linux":
        return
    # In a new user namespace root would lose its right to other users' files; others need one to be permitted at all.
    flags = _NEW_NETWORK if os.geteuid() == 0 else _NEW_USER | _NEW_NETWORK
    if ctypes.CDLL(None, use_errno=True).unshare(flags) != 0 and ctypes.get_errno() not in _NOT_PERMITTED:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()), "unshare")


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    if event.startswith(_FORBIDDEN):
        raise Forbidden(event)
    if event == "open" and isinstance(arguments[2], int) and arguments[2] & _WRITING and arguments[0] != os.devnull:
        raise Forbidden(f"open {arguments[0]!r} for writing")
