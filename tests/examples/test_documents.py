"""The example files say what their sources say, and the golden set stands on them."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import zipfile
from collections import Counter
from collections.abc import Callable
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from lxml import etree, html

ROOT = Path(__file__).parents[2]
DOCUMENTS = ROOT / "examples" / "documents"
MARK = "Exempeldokument, påhittat för Nämndsvar"
MADE = {".pdf", ".docx", ".odt"}
ROWS = [json.loads(line) for line in (ROOT / "examples" / "questions.jsonl").read_text(encoding="utf-8").splitlines()]
PLACES = [(ROOT / "examples" / "source", DOCUMENTS), (ROOT / "tests/documents/source", ROOT / "tests" / "documents")]
SPOKEN = re.compile(r"(document|content|styles|header1|footer1|footnotes)\.xml$")  # the parts that hold words
SEPARATE = re.compile(r"\}(p|h|tab|br|line-break)$")  # elements that part words in DOCX and ODT


def pdf_pages(path: Path) -> list[str]:
    document = pypdfium2.PdfDocument(path)
    texts = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return [text.replace("\ufffe\r\n", "").replace("\ufffe", "") for text in texts]


def xml_text(path: Path) -> list[str]:
    with zipfile.ZipFile(path) as archive:
        roots = [etree.fromstring(archive.read(name)) for name in archive.namelist() if SPOKEN.search(name)]
    elements = (element for root in roots for element in root.iter(etree.Element))
    return ["".join(f"{' ' if SEPARATE.search(e.tag) else ''}{e.text or ''}{e.tail or ''}" for e in elements)]


def html_text(path: Path) -> list[str]:
    return [" ".join(html.fromstring(path.read_bytes()).itertext())]


def plain_text(path: Path) -> list[str]:
    return [path.read_text(encoding="utf-8").replace("|", " ")]


READ: dict[str, Callable[[Path], list[str]]] = {
    ".pdf": pdf_pages,
    ".docx": xml_text,
    ".odt": xml_text,
    ".html": html_text,
    ".txt": plain_text,
    ".md": plain_text,
}


@cache
def pages(path: Path) -> list[str]:
    return [" ".join(text.split()) for text in READ[path.suffix](path)]


def documents_of(row: dict[str, Any]) -> list[str]:
    return row.get("docs") or ([row["doc"]] if "doc" in row else [])


def occurs(wanted: str, text: str) -> bool:
    edge = r"(?<![\d,.])" if wanted[0].isdigit() else ""
    return re.search(edge + re.escape(wanted.lower()) + (r"(?!\d)" if wanted[-1].isdigit() else ""), text) is not None


@pytest.mark.parametrize(("sources", "folder"), PLACES, ids=["examples", "tests"])
def test_the_files_say_what_their_sources_say(sources: Path, folder: Path, tmp_path: Path) -> None:
    command = [sys.executable, str(ROOT / "examples" / "make_documents.py"), str(sources), str(tmp_path)]
    subprocess.run(command, check=True, timeout=60)
    fresh = {path.name: pages(path) for path in tmp_path.iterdir()}
    assert fresh == {path.name: pages(path) for path in folder.iterdir() if path.suffix in MADE}


def test_the_same_sources_give_the_same_bytes(tmp_path: Path) -> None:
    command = [sys.executable, str(ROOT / "examples" / "make_documents.py"), str(PLACES[1][0])]
    for name in "ab":
        subprocess.run([*command, str(tmp_path / name)], check=True, timeout=60)
    once, again = ({path.name: path.read_bytes() for path in (tmp_path / name).iterdir()} for name in "ab")
    assert once == again


def test_every_document_carries_the_mark_that_it_is_made_up() -> None:
    unmarked = [path.name for path in DOCUMENTS.iterdir() if MARK not in " ".join(pages(path))]
    assert not unmarked


def test_minutes_have_a_running_head_and_a_paragraph_over_a_page_break() -> None:
    minutes = pages(DOCUMENTS / "socialnamnden-protokoll-2019-03-27.pdf")
    assert all(f"Sida {number} ({len(minutes)})" in page for number, page in enumerate(minutes, 1))
    assert any(re.search(r"[a-zåäö,] ?Justerarnas signaturer", page) for page in minutes)


def test_the_formats_and_names_of_the_documents() -> None:
    names = [path.name for path in DOCUMENTS.iterdir()]
    assert len({name.rsplit(".", 1)[0] for name in names}) == len(names) >= 14
    assert {Path(name).suffix for name in names} == set(READ)


def test_every_golden_locator_stands_in_its_document() -> None:
    for row in ROWS:
        whole = " ".join(text for name in documents_of(row) for text in pages(DOCUMENTS / name))
        for locator in filter(None, map(str.strip, row["locator"].split("||"))):
            assert " ".join(locator.split()) in whole, (row["id"], locator)
            assert len(locator.split()) <= 12, (row["id"], locator)


def test_every_named_page_holds_a_locator() -> None:
    for row in (row for row in ROWS if row["page"]):
        files = [DOCUMENTS / name for name in documents_of(row) if name.endswith(".pdf")]
        texts = [pages(path)[row["page"] - 1] for path in files if row["page"] <= len(pages(path))]
        assert any(part.strip() in text for part in row["locator"].split("||") for text in texts), row["id"]


def test_every_document_is_asked_about() -> None:
    asked = {name for row in ROWS for name in documents_of(row)}
    assert asked == {path.name for path in DOCUMENTS.iterdir()}


def test_every_group_asks_the_same_in_swedish_and_english() -> None:
    same = ("value", "unit", "period", "locator", "kind", "must", "must_not", "answerable")
    groups = [list(rows) for _, rows in groupby(ROWS, key=lambda row: row["group"])]
    assert len(groups) >= 40
    for rows in groups:
        assert [row["lang"] for row in rows] == ["sv", "en"], rows[0]["group"]
        assert all(rows[0][name] == rows[1][name] for name in same), rows[0]["group"]


def test_ids_and_questions_are_asked_once() -> None:
    asked = Counter((row["question"], tuple(row["history"])) for row in ROWS)
    assert len({row["id"] for row in ROWS}) == len(ROWS) == len(asked)


def test_every_model_answer_passes_its_own_check() -> None:
    for row in ROWS:
        answer = row["answer"].lower()
        assert all(any(occurs(part, answer) for part in entry.split("|")) for entry in row["must"]), row["id"]
        if row["answerable"]:
            assert row["must"], row["id"]
