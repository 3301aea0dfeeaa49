from __future__ import annotations

import os
import socket
import sys
from pathlib import Path

import pytest

from indexer.errors import NotFound, Reason, Refusal
from indexer.readers import read
from indexer.readers.door import admit


def test_a_plain_file_is_let_in(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Hej")
    admit(path, file_mb=1)


@pytest.mark.parametrize("kind", ["link", "dangling link", "folder", "pipe", "device", "socket"])
def test_what_is_no_plain_file_is_refused_without_opening_it(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "odd.txt"
    (tmp_path / "plain.txt").write_text("Hej")
    if kind == "folder":
        path.mkdir()
    elif kind == "pipe":
        os.mkfifo(path)
    elif kind == "device":
        path = Path(os.devnull)
    elif kind == "socket":
        with socket.socket(socket.AF_UNIX) as end:
            end.bind(os.path.relpath(path))
    else:
        path.symlink_to(tmp_path / ("plain.txt" if kind == "link" else "nothing.txt"))
    with pytest.raises(Refusal) as caught:
        admit(path, file_mb=1)
    assert caught.value.reason is Reason.UNSAFE


def test_empty_and_giant_files_are_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.touch()
    with pytest.raises(Refusal, match="empty") as caught:
        admit(path, file_mb=1)
    assert caught.value.reason is Reason.NO_TEXT
    os.truncate(path, 3 << 20)
    with pytest.raises(Refusal, match="3 MB") as caught:
        admit(path, file_mb=1)
    assert caught.value.reason is Reason.TOO_LARGE


@pytest.mark.parametrize("name", ["gone.txt", "gone/a.txt", "plain.txt/a.txt", "a\0b.txt"])
def test_a_missing_file_is_not_found(tmp_path: Path, name: str) -> None:
    (tmp_path / "plain.txt").write_text("Hej")
    with pytest.raises(NotFound, match="Check the path"):
        read(tmp_path / name)


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_the_user_may_not_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Hej")
    path.chmod(0)
    with pytest.raises(Refusal, match="permission"):
        admit(path, file_mb=1)


def test_names_in_any_bytes_are_read(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/n\xe4mnd \xff.txt"))
    path.write_text("Nämnden avslår.", encoding="utf-8")
    assert read(path).blocks[0].text == "Nämnden avslår."
