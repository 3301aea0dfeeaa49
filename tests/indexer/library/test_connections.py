"""Connections: each thread has its own, and none outlives its thread."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from indexer.library.connections import Connections, connect


@pytest.fixture
def connections(tmp_path: Path) -> Iterator[Connections]:
    file = tmp_path / "library.db"
    made = connect(file)
    made.execute("CREATE TABLE words (word TEXT)")
    made.close()
    opened = Connections(file)
    yield opened
    opened.close()


def test_a_thread_keeps_its_connection_and_another_has_its_own(connections: Connections) -> None:
    assert connections.reading() is connections.reading()
    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(connections.reading).result() is not connections.reading()


def test_a_connection_for_reading_cannot_write(connections: Connections) -> None:
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        connections.reading().execute("INSERT INTO words VALUES ('ek')")


def test_bursts_of_threads_leave_no_open_connections_behind(connections: Connections) -> None:
    connections.reading()
    ended = []
    for _ in range(5):
        together = threading.Barrier(8, timeout=10)

        def read(together: threading.Barrier = together) -> None:
            connections.reading().execute("SELECT count(*) FROM words").fetchone()
            together.wait()  # all eight are open at once
            ended.append(len(connections))

        threads = [threading.Thread(target=read) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(connections) == 1
    assert max(ended) > 1


def test_a_connection_is_closed_with_its_thread_although_the_thread_is_remembered(connections: Connections) -> None:
    used: list[sqlite3.Connection] = []
    thread = threading.Thread(target=lambda: used.append(connections.reading()))
    thread.start()
    thread.join()
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        used[0].execute("SELECT 1")


def test_closing_closes_the_connections_of_all_threads_and_reading_opens_anew(connections: Connections) -> None:
    before = connections.reading()
    connections.close()
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        before.execute("SELECT 1")
    assert connections.reading().execute("SELECT 1").fetchone() == (1,)
