"""Indexing statistics: rows and catalogue stand and fall with their document."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from indexer.build import build, remove, verify
from indexer.embedding import HashingEmbedder
from indexer.library import Library
from indexer.tables.model import Role, Table
from indexer.tables.store import TableStore, Where


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "statistik"
    folder.mkdir()
    (folder / "vantetid.csv").write_text("Distrikt;Dagar 2023\nNorra;12,5\nSödra;..\n", encoding="utf-8")
    return folder


def tables(library: Path) -> list[Table]:
    with Library.open(library) as opened:
        return list(opened.tables_by_id(table.id for table in opened.tables()).values())


def test_a_table_is_found_by_label_and_its_values_with_their_cells(folder: Path, tmp_path: Path) -> None:
    library = tmp_path / "library"
    build([folder], library, embedder=HashingEmbedder())
    (table,) = tables(library)
    assert [label.text for label in table.columns[0].labels] == ["Norra", "Södra"]
    with Library.open(library) as opened:
        assert opened.labelled(["norra"]) == [(table.id, 0, "Norra")]
        assert opened.paragraphs(table.document_id)[0].place.cells == ("A1:B3",)
        store = TableStore(opened.tables_folder)
        (figure,) = store.figures(table, table.having(Role.VALUE), [Where(0, ("Norra",))])
        store.close()
    assert (figure.value, figure.source.cell, figure.unit) == (12.5, "B2", "dagar")
    assert (table.paragraph, table.row_paragraphs) == (1, True)


def test_a_changed_or_removed_file_takes_its_tables_along(folder: Path, tmp_path: Path) -> None:
    library = tmp_path / "library"
    build([folder], library, embedder=HashingEmbedder())
    (before,) = tables(library)
    (folder / "vantetid.csv").write_text("Distrikt;Dagar 2023\nNorra;13,5\nSödra;9\n", encoding="utf-8")
    build([folder], library, embedder=HashingEmbedder())
    (after,) = tables(library)
    assert before.file != after.file
    assert [file.stem for file in (library / "tables").iterdir()] == [after.file]
    remove(library, "vantetid.csv")
    assert tables(library) == []
    assert list((library / "tables").iterdir()) == []


def test_verify_sweeps_orphans_and_has_lost_rows_read_again(folder: Path, tmp_path: Path) -> None:
    library = tmp_path / "library"
    build([folder], library, embedder=HashingEmbedder())
    (library / "tables" / ("f" * 32 + ".parquet")).write_bytes(b"orphan")
    assert verify(library).rebuilt == ()
    assert len(list((library / "tables").iterdir())) == 1
    next((library / "tables").iterdir()).write_bytes(b"rot")
    assert verify(library).rebuilt == ("tables",)
    (report,) = build([folder], library, embedder=HashingEmbedder()).files
    assert report.outcome == "replaced"
    assert verify(library).rebuilt == ()


def test_a_transaction_that_fails_leaves_the_tables_as_they_were(folder: Path, tmp_path: Path) -> None:
    library = tmp_path / "library"
    build([folder], library, embedder=HashingEmbedder())
    connection = sqlite3.connect(library / "library.db")
    connection.execute("PRAGMA foreign_keys = ON")
    assert connection.execute("SELECT count(*) FROM table_labels").fetchone()[0] == 2
    connection.execute("DELETE FROM documents")
    assert connection.execute("SELECT count(*) FROM tables").fetchone()[0] == 0
    assert connection.execute("SELECT count(*) FROM table_labels").fetchone()[0] == 0
    connection.rollback()
    connection.close()
    assert len(tables(library)) == 1
