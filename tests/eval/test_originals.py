"""A quote is found again in its original whatever the layout; a made-up one is not."""

from __future__ import annotations

import json
from pathlib import Path
from zipfile import ZipFile

import pytest

from eval.extract import plain_text
from eval.golden import cases
from eval.originals import Originals, beside, made_up

TEXT = """Nämnden tackade för redovisningen. Under 2020 fanns 12 bän-
kar i parken, och av dem var tre trasiga. Kostnaden var 1 200 kr för varje bänk som lagades under yrkes\x02Sida 2 (3)
Fritidsnämnden 2021-02-03
grupperna stannade kvar i parken hela sommaren enligt planen.
Bänkar 2019 14
Stolar 2020 12
"""


def test_texts_are_read_from_each_format(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("Där fanns 12 bänkar.".encode("cp1252"))
    page = '<html><head><meta charset="utf-8"></head><table><td>Bänkar</td><td>12</td></table></html>'
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    with ZipFile(tmp_path / "a.docx", "w") as packed:
        packed.writestr("word/document.xml", "<w:p><w:t>Bän</w:t><w:t>kar &amp; stolar</w:t></w:p><w:p>12</w:p>")
    assert "12 bänkar" in (plain_text(tmp_path / "a.txt") or "")
    assert (plain_text(tmp_path / "a.html") or "").split() == ["Bänkar", "12"]
    assert (plain_text(tmp_path / "a.docx") or "").split() == ["Bänkar", "&", "stolar", "12"]


@pytest.mark.parametrize("content", [b"%PDF-1.7 cut", b"PK\x03\x04 cut", b"\xd0\xcf\x11\xe0\xa1\xb1"])
def test_a_file_that_cannot_be_read_accuses_nobody(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.bin").write_bytes(content)
    citation = {"document": "a.bin", "quote": "12 bänkar", "text": "Där fanns 12 bänkar."}
    assert made_up(citation, Originals(tmp_path)) == ""


def test_a_document_indexed_from_a_folder_further_up_is_looked_up_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "parks").mkdir()
    (tmp_path / "parks" / "a.txt").write_text(TEXT, encoding="utf-8")
    for document in ("parks/a.txt", "library/parks/a.txt", "a.txt"):
        assert made_up({"document": document, "text": "Parken revs."}, Originals(tmp_path)), document


@pytest.mark.parametrize("document", ["none.txt", "../secret.txt", ""])
def test_a_document_that_is_not_in_the_folder_is_not_looked_up(tmp_path: Path, document: str) -> None:
    (tmp_path / "secret.txt").write_text("text", encoding="utf-8")
    (tmp_path / "docs").mkdir()
    assert Originals(tmp_path / "docs").get(document) is None


def test_the_reason_says_what_was_made_up(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    originals = Originals(tmp_path)
    real = "Under 2020 fanns 12 bänkar i parken, och av dem var tre trasiga."
    assert made_up({"document": "a.txt", "quote": real, "text": real}, originals) == ""
    assert "not in the cited paragraph" in made_up({"document": "a.txt", "quote": "14", "text": real}, originals)
    false = real.replace("12", "14")
    assert "quote is not in the document" in made_up({"document": "a.txt", "quote": false, "text": false}, originals)
    longer = f"{real} Det beslutade nämnden att godkänna."
    assert "paragraph is not in" in made_up({"document": "a.txt", "quote": real, "text": longer}, originals)


def test_cells_of_a_table_are_looked_up_by_their_words(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "a.csv").write_text("Bänkar;12", encoding="utf-8")
    laid_out = {"cells": ["B2"], "quote": "Stolar, 2020: 12", "text": "Stolar | 2020 | 12\nBänkar | 2019 | 14"}
    assert made_up({"document": "a.txt", **laid_out, "quote": ""}, Originals(tmp_path)) == ""
    false = {"document": "a.txt", "cells": ["B2"], "text": "Stolar 2020 99"}
    assert made_up(false, Originals(tmp_path)) == "words of the cited cells are not in the document"
    assert (
        made_up({**false, "document": "a.csv"}, Originals(tmp_path))
        == "'stolar' of the cited cells is not in the document"
    )


def test_the_documents_beside_a_golden_set_are_found(tmp_path: Path) -> None:
    golden = tmp_path / "park_questions.jsonl"
    row = {"id": "1", "lang": "sv", "kind": "k", "question": "?", "answerable": True, "doc": "a.txt"}
    golden.write_text(json.dumps(row), encoding="utf-8")
    assert beside(golden, list(cases(golden))) is None
    for folder in ("documents", "park"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text("x", encoding="utf-8")
        assert beside(golden, list(cases(golden))) == tmp_path / folder
