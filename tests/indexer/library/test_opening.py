"""What is not a library of ours is refused with a reason; a second writer is turned away at once."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from indexer.errors import LibraryBusy, LibraryDamaged, LibraryError, LibraryMissing, LibraryVersion
from indexer.library import Library
from indexer.library.schema import FORMAT

_WRITE = """
import sys
from pathlib import Path
from indexer.errors import LibraryBusy
from indexer.library import Library
try:
    Library.open(Path(sys.argv[1])).remove_location("x")
except LibraryBusy as error:
    print(error)
"""


def test_a_folder_without_a_library_is_missing(tmp_path: Path) -> None:
    with pytest.raises(LibraryMissing, match="no library at"):
        Library.open(tmp_path)


def test_creating_twice_opens_the_first_one(tmp_path: Path) -> None:
    with Library.create(tmp_path) as first, Library.create(tmp_path) as second:
        assert first.meta("library") == second.meta("library") != ""


def test_what_a_kill_left_while_making_the_library_is_no_library(tmp_path: Path) -> None:
    (tmp_path / "library.db").touch()
    with pytest.raises(LibraryMissing):
        Library.open(tmp_path)
    with Library.create(tmp_path) as made:
        assert made.documents() == []


def test_a_library_of_another_format_is_refused_with_both_numbers(tmp_path: Path) -> None:
    Library.create(tmp_path).close()
    with closing(sqlite3.connect(tmp_path / "library.db")) as connection:
        connection.execute("PRAGMA user_version = 99")
    for attempt in (Library.open, Library.create):
        with pytest.raises(LibraryVersion, match=rf"format 99.*format {FORMAT}"):
            attempt(tmp_path)


def test_the_database_of_another_program_is_not_touched(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "library.db")) as connection:
        connection.execute("CREATE TABLE photos (name TEXT)")
    with pytest.raises(LibraryVersion, match="another program"):
        Library.create(tmp_path)


def test_a_file_that_is_no_database_is_damaged(tmp_path: Path) -> None:
    (tmp_path / "library.db").write_bytes(b"not a database" * 500)
    with pytest.raises(LibraryDamaged, match="index the documents again"):
        Library.open(tmp_path)


def test_flipped_bytes_in_the_database_are_told_as_damage(tmp_path: Path) -> None:
    Library.create(tmp_path).close()
    file = tmp_path / "library.db"
    content = bytearray(file.read_bytes())
    content[4096:8192] = b"\xff" * 4096
    file.write_bytes(content)
    with Library.open(tmp_path) as library, pytest.raises(LibraryDamaged):
        library.require_whole()


def test_a_second_process_that_wants_to_write_is_turned_away_at_once(tmp_path: Path) -> None:
    with Library.create(tmp_path) as library, library.writing():
        root = Path(__file__).parents[3]
        done = subprocess.run([sys.executable, "-c", _WRITE, str(tmp_path)], capture_output=True, text=True, cwd=root)
        assert "Another process is indexing" in done.stdout, done.stderr


def test_a_second_writer_in_this_process_is_turned_away_and_welcome_afterwards(tmp_path: Path) -> None:
    with Library.create(tmp_path) as first, Library.open(tmp_path) as second:
        with first.writing(), first.writing():
            start = time.perf_counter()
            with pytest.raises(LibraryBusy), second.writing():
                pass
            assert time.perf_counter() - start < 1.0
        with second.writing():
            pass


def test_a_library_that_cannot_be_written_to_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(LibraryError, match="cannot be made"):
        Library.create(tmp_path / "file" / "library")
