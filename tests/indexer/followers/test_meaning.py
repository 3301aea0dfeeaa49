"""The meaning index against exact search, and after a writer that did not finish."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pytest

from indexer.followers import Exact, Meaning
from indexer.followers.generation import Generations
from indexer.followers.meaning import nearest
from indexer.library import Library
from indexer.model import Document, Kind, Paragraph, Place, Role

Put = Callable[..., Document]


def fill(plain: ModuleType, library: Library, count: int) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    vectors = np.random.default_rng(5).standard_normal((count, 32)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    document = Document("d" * 16, "a.txt", Kind.SVAR, "Svar", "text")
    plain.put(
        library,
        document,
        [Paragraph(f"{n:016x}", document.id, "text", Place(n + 1), Role.ACCOUNT) for n in range(count)],
        vectors,
    )
    return vectors


def test_it_finds_what_exact_search_finds(library: Library, plain: ModuleType, tmp_path: Path) -> None:
    vectors = fill(plain, library, 1500)
    meaning, exact = Meaning(tmp_path / "meaning"), Exact().refreshed(library, 0)
    meaning.catch_up(library)
    query = (vectors[3] + vectors[9]) / np.linalg.norm(vectors[3] + vectors[9])
    approximate, true = meaning.search(query, 50), exact.search(query, 50)
    assert len({hit for hit, _ in approximate} & {hit for hit, _ in true}) >= 48
    for (_, similarity), (_, expected) in zip(approximate[:2], true[:2], strict=True):
        assert similarity == pytest.approx(expected, abs=1e-4)
    meaning.close()


def test_an_index_is_not_closed_under_a_search(
    library: Library, plain: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vectors = fill(plain, library, 20)
    meaning = Meaning(tmp_path / "meaning")
    meaning.catch_up(library)
    begun, let_go = threading.Event(), threading.Event()

    def slow(*arguments: Any) -> Any:
        begun.set()
        let_go.wait(10)
        return nearest(*arguments)

    monkeypatch.setattr("indexer.followers.meaning.nearest", slow)
    with ThreadPoolExecutor(3) as pool:
        searching = pool.submit(meaning.search, vectors[7], 1)
        begun.wait(10)
        reopening = pool.submit(meaning.reopen)
        _, waiting = wait([reopening], timeout=0.2)
        let_go.set()
        assert waiting == {reopening}
        assert searching.result()[0][0] == f"{7:016x}"
        reopening.result()
    assert meaning.search(vectors[3], 1)[0][0] == f"{3:016x}"
    meaning.close()


def test_after_an_unfinished_writer_a_child_process_decides(
    library: Library, plain: ModuleType, tmp_path: Path
) -> None:
    fill(plain, library, 50)
    meaning = Meaning(tmp_path / "meaning")
    meaning.catch_up(library)
    meaning.distrust()
    assert meaning.interrupted
    meaning.close()
    again = Meaning(tmp_path / "meaning")
    assert again.healthy(library)
    again.catch_up(library)
    assert not again.interrupted
    assert again.agrees(library)
    again.close()


def test_an_index_that_lacks_vectors_does_not_agree(library: Library, put: Put, tmp_path: Path) -> None:
    put("a.txt", ["lind", "ek"])
    meaning = Meaning(tmp_path / "meaning")
    meaning.catch_up(library)
    put("b.txt", ["alm"])
    generations = Generations(tmp_path / "meaning")
    state = generations.state()
    assert state
    generations.write(replace(state, change=library.change_number))  # it claims to have seen what it has not
    assert not meaning.agrees(library)
    meaning.close()


@pytest.mark.parametrize("damage", ["cut", "schema", "gone"])
def test_a_damaged_database_never_reaches_this_process(library: Library, put: Put, tmp_path: Path, damage: str) -> None:
    put("a.txt", ["lind", "ek"])
    meaning = Meaning(tmp_path / "meaning")
    meaning.catch_up(library)
    meaning.close()
    (file,) = (tmp_path / "meaning").glob("*/chroma.sqlite3")
    whole = file.read_bytes()
    spoilt = whole.replace(b"CREATE TABLE", b"CREATE \xff\xff\xff\xff\xff")  # Chroma's answer to this is a panic
    file.write_bytes({"cut": whole[:9000], "schema": spoilt, "gone": b""}[damage])
    assert not meaning.healthy(library)
    meaning.rebuild(library)
    assert meaning.healthy(library)
    assert meaning.count() == 2
    meaning.close()


def test_an_index_opened_very_often_is_still_trusted(library: Library, put: Put, tmp_path: Path) -> None:
    put("a.txt", ["lind", "ek"])
    meaning = Meaning(tmp_path / "meaning")
    meaning.catch_up(library)
    meaning.close()
    (file,) = (tmp_path / "meaning").glob("*/chroma.sqlite3")
    for _ in range(5):
        with closing(sqlite3.connect(file)) as connection, connection:  # what each opening does
            connection.executemany("INSERT INTO acquire_write (lock_status) VALUES (?)", [(1,)] * 250)
        assert meaning.healthy(library)
    assert meaning.count() == 2
    meaning.close()


def test_readers_leave_the_files_of_a_tiny_index_as_they_are(library: Library, put: Put, tmp_path: Path) -> None:
    put("a.txt", ["lind"])
    meaning = Meaning(tmp_path / "meaning")
    meaning.catch_up(library)
    meaning.close()
    files = [file for file in (tmp_path / "meaning").glob("*/*/*") if file.is_file()]
    times = [file.stat().st_mtime_ns for file in files]
    assert len(files) == 5
    assert meaning.search(np.ones(256, dtype=np.float32) / 16, 1)
    meaning.close()
    assert [file.stat().st_mtime_ns for file in files] == times
