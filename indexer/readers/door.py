"""Which paths may be read at all: plain files of a sensible size. Nothing is opened here."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from indexer.errors import NotFound, Reason, Refusal

_ODD_KINDS = (
    (stat.S_ISLNK, "it is a symbolic link", "Index the file that it points to."),
    (stat.S_ISDIR, "it is a folder", "Index the files in it."),
    (stat.S_ISFIFO, "it is a pipe", "Save what it gives as a file."),
    (stat.S_ISSOCK, "it is a socket", "Index plain files only."),
    (stat.S_ISCHR, "it is a device", "Index plain files only."),
    (stat.S_ISBLK, "it is a device", "Index plain files only."),
)


def admit(path: Path, file_mb: int) -> None:
    """Let a plain, readable, not empty file of at most `file_mb` megabytes pass.

    Raises NotFound when there is no such file, Refusal for every other one.
    """
    size = _size_of_plain_file(path)
    if size == 0:
        raise Refusal(Reason.NO_TEXT, "the file is empty", "Fetch or save it again.")
    if size > file_mb * 1024 * 1024:
        detail = f"it is {size / 1024 / 1024:.0f} MB, more than {file_mb} MB"
        raise Refusal(Reason.TOO_LARGE, detail, "Split it, or raise NAMNDSVAR_FILE_MB.")
    if not os.access(path, os.R_OK):
        raise Refusal(Reason.UNSAFE, "this user may not read it", "Give the user permission to read it.")


def _size_of_plain_file(path: Path) -> int:
    try:
        status = path.lstat()
    except (FileNotFoundError, NotADirectoryError, ValueError):
        raise NotFound(f"There is no file {path}. Check the path.") from None
    except OSError as error:
        raise Refusal(Reason.UNSAFE, f"the system does not give it out ({error.strerror})", "Check it.") from error
    for is_kind, detail, advice in _ODD_KINDS:
        if is_kind(status.st_mode):
            raise Refusal(Reason.UNSAFE, detail, advice)
    return status.st_size
