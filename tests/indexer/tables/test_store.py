"""Looking values up: filters, sums without totals, rankings, and a store that lets nothing out."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from indexer.errors import NotFound
from indexer.tables.grid import Grid
from indexer.tables.model import Role, Table
from indexer.tables.parquet import is_whole, sweep, write
from indexer.tables.store import TableStore, Where, without_totals
from indexer.tables.tables import tables_of

ROWS = [
    ["Kommun", "Kön", "År", "Antal", "Andel (%)"],
    ["Norrby", "Kvinnor", "2022", 10.0, 5.5],
    ["Norrby", "Män", "2022", 20.0, ".."],
    ["Norrby", "Totalt", "2022", 30.0, 5.0],
    ["O'Hara; DROP", "Kvinnor", "2023", 40.0, 7.5],
    ["O'Hara; DROP", "Män", "2023", None, 6.5],
]


@pytest.fixture
def stored(tmp_path: Path) -> Iterator[tuple[TableStore, Table]]:
    grid = Grid()
    grid.add_rows(ROWS)
    read = tables_of([grid])[0][0]
    table = replace(read.table, file=write(read.data, tmp_path))
    store = TableStore(tmp_path)
    yield store, table
    store.close()


def test_rows_are_found_by_label_and_period(stored: tuple[TableStore, Table]) -> None:
    store, table = stored
    count = table.having(Role.VALUE)[0]
    found = store.figures(table, [count], [Where(0, ("O'Hara; DROP",)), Where("period", ("2023",))])
    assert [(figure.source.cell, figure.value) for figure in found] == [("D5", 40.0), ("D6", None)]
    assert store.count(table, [Where(0, ("Norrby",), negated=True)]) == 2


def test_sums_leave_totals_out(stored: tuple[TableStore, Table]) -> None:
    store, table = stored
    count = table.having(Role.VALUE)[0]
    (group,) = store.groups(table, count, without_totals(table))
    assert (group.total, group.count, group.missing, group.lowest_row, group.highest_row) == (70.0, 3, 1, 2, 5)
    assert group.mean == pytest.approx(70 / 3)
    kept = without_totals(table, [Where(1, ("Totalt",))])
    assert store.groups(table, count, kept)[0].total == 30.0


def test_groups_come_in_the_order_of_the_table(stored: tuple[TableStore, Table]) -> None:
    store, table = stored
    groups = store.groups(table, table.having(Role.VALUE)[0], without_totals(table), by=[0])
    assert [(group.labels, group.total) for group in groups] == [(("Norrby",), 30.0), (("O'Hara; DROP",), 40.0)]


def test_ranking_and_comparing(stored: tuple[TableStore, Table]) -> None:
    store, table = stored
    share = table.having(Role.VALUE)[1]
    ranked = store.figures(table, [share], without_totals(table), order="highest", limit=2)
    assert [figure.value for figure in ranked] == [7.5, 6.5]
    assert store.count(table, [Where(share.key, compare=">", number=6)]) == 2


def test_labels_are_looked_up_by_their_letters(stored: tuple[TableStore, Table]) -> None:
    store, table = stored
    assert [(label.text, label.count) for label in store.labels(table, 0, holding="norr")] == [("Norrby", 3)]
    assert [label.text for label in store.labels(table, "period")] == ["2022", "2023"]


def test_a_table_whose_file_is_gone_is_not_found(stored: tuple[TableStore, Table]) -> None:
    store, table = stored
    with pytest.raises(NotFound):
        store.count(replace(table, file="0" * 32))


def test_the_store_reads_nothing_else_and_cannot_be_talked_into_it(stored: tuple[TableStore, Table]) -> None:
    store, _ = stored
    for sql in (f"SELECT * FROM read_text('{__file__}')", "SET enable_external_access = true", "INSTALL httpfs"):
        with pytest.raises(duckdb.Error):
            store._connection.execute(sql)


def test_files_are_named_by_content_and_strangers_are_swept(tmp_path: Path, stored: tuple[TableStore, Table]) -> None:
    _, table = stored
    (tmp_path / "123.draft").write_bytes(b"half")
    assert is_whole(tmp_path, table.file)
    assert sweep(tmp_path, {table.file}) == 1
    assert sweep(tmp_path, set()) == 1
    assert not is_whole(tmp_path, table.file)


def test_stored_rows_come_as_they_are_in_the_order_of_the_table(stored: tuple[TableStore, Table]) -> None:
    store, table = stored
    first, last = store.rows(table, [Where("row", ("6", "3"))])
    assert (first["row"], first["c0"], first["c3"], first["m4"]) == (3, "Norrby", 20.0, "..")
    assert (last["row"], last["c3"]) == (6, None)
    assert len(store.rows(table, limit=2)) == 2


def test_what_was_counted_is_kept_as_long_as_its_file_is_there(
    tmp_path: Path, stored: tuple[TableStore, Table], monkeypatch: pytest.MonkeyPatch
) -> None:
    store, table = stored
    copy = tmp_path / "tables"
    shutil.copytree(store._folder, copy)
    beside = TableStore(copy)
    count = beside.count(table)
    with monkeypatch.context() as patched:
        patched.setattr(beside, "_run", lambda *_: pytest.fail("read again"))
        assert beside.count(table) == count
    (copy / f"{table.file}.parquet").unlink()
    with pytest.raises(NotFound):
        beside.count(table)
    beside.close()
