"""Which files are found, and when a time stamp proves that a file is as before."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from indexer.errors import NotFound, Refusal
from indexer.scan import content_hash, scan, settled, stamp


def test_files_are_found_in_order_with_their_path_from_the_folder(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("c.txt", "b/a.txt", ".x", "b/~$a.docx"):
        (tmp_path / name).write_text(name)
    found = scan([tmp_path, tmp_path / "b" / "a.txt"], tmp_path / "library")
    assert [source.path for source in found.sources.values()] == ["c.txt", "b/a.txt"]
    assert found.folders == [str(tmp_path)]


def test_a_folder_that_holds_a_library_is_skipped(tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "library.db").touch()
    (tmp_path / "old" / "a.txt").touch()
    assert not scan([tmp_path], tmp_path / "library").sources


def test_a_name_that_is_no_text_can_be_kept(tmp_path: Path) -> None:
    file = tmp_path / os.fsdecode(b"a\xff.txt")
    file.write_text("x")
    (source,) = scan([tmp_path], tmp_path / "library").sources.values()
    assert source.path == "a\\xff.txt"
    assert source.key.encode("utf-8")
    assert content_hash(source.file)


def test_a_path_that_is_not_there_is_not_found(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        scan([tmp_path / "x"], tmp_path / "library")


def test_any_change_changes_the_stamp_even_with_size_and_time_set_back(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("ett")
    before, times = stamp(file), (file.stat().st_atime_ns, file.stat().st_mtime_ns)
    time.sleep(0.02)
    file.write_text("two")
    os.utime(file, ns=times)
    assert stamp(file) != before


def test_what_is_no_plain_file_has_no_stamp(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="not a plain file"):
        stamp(tmp_path)


def test_a_fresh_stamp_proves_nothing_and_an_old_one_does() -> None:
    now = time.time_ns()
    assert not settled(f"3:{now}:{now}")
    assert not settled(f"3:{now - 10**10}:{now}")
    assert settled(f"3:{now - 10**10}:{now - 10**10}")
