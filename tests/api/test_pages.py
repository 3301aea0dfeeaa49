"""Pages and cells of originals over HTTP, from a real library of a PDF, a table and a letter."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from fpdf import FPDF
from PIL import Image

from api.drawing import pages
from api.http import create_app
from indexer.build import build
from indexer.settings import settings

SENTENCES = (
    "Fritidsnämnden beslutar att bygga två nya lekplatser i Ekparken under våren.",
    "Kostnaden beräknas till 350 000 kronor och ryms inom nämndens ram.",
)
TABLE = "Enhet;2022;2023\n" + "\n".join(f"Enhet {n};{n};{n + 100}" for n in range(1, 61)) + "\n"
PX = """CHARSET="ANSI";
TITLE="Flyttningar";
STUB="region";
HEADING="år";
VALUES("region")="Norr","Söder";
VALUES("år")="2022","2023";
DATA=
1 2
3 4;
"""


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[TestClient, dict[str, Any]]]:
    """A client, and the documents by file name."""
    folder = tmp_path_factory.mktemp("pages")
    documents = folder / "documents"
    documents.mkdir()
    drawing = FPDF(format="A4", unit="pt")
    drawing.add_page()
    drawing.set_font("Helvetica", size=11)
    drawing.text(100, 100, "Beslut om lekplatser")
    for row, sentence in enumerate(SENTENCES):
        drawing.text(100, 200 + 100 * row, sentence)
    drawing.output(str(documents / "beslut.pdf"))
    (documents / "antal.csv").write_text(TABLE, encoding="utf-8")
    (documents / "flyttningar.px").write_text(PX, encoding="latin-1")
    (documents / "brev.txt").write_text("Svar på skrivelse\n\nAntalet bänkar var 31 i maj 2022.", encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NAMNDSVAR_EMBEDDING_MODEL", "hashing")
        settings.cache_clear()
        build([documents], folder / "library")
        with TestClient(create_app(folder / "library"), base_url="http://127.0.0.1:8000") as client:
            yield client, {one["document"]: one for one in client.get("/api/documents").json()["documents"]}
    settings.cache_clear()


def test_a_page_comes_as_an_image_and_who_holds_it_is_told_so(served: Any) -> None:
    client, documents = served
    address = f"/api/documents/{documents['beslut.pdf']['id']}/pages/1"
    given = client.get(address, params={"width": 600})
    assert (given.headers["content-type"], given.headers["x-pages"]) == ("image/png", "1")
    with Image.open(BytesIO(given.content)) as image:
        assert image.width == 600
    held = {"if-none-match": given.headers["etag"]}
    assert client.get(address, params={"width": 600}, headers=held).status_code == 304
    assert client.get(address, headers=held).headers["etag"] != given.headers["etag"]


def test_a_cited_quote_is_marked_where_it_stands(served: Any) -> None:
    client, documents = served
    answer = client.post("/api/ask", json={"question": "Vad beslutar fritidsnämnden om lekplatser?"}).json()
    one = next(one for one in answer["citations"] if one["document"] == "beslut.pdf")
    assert one["sha256"] == documents["beslut.pdf"]["sha256"]
    where = {"paragraph": one["paragraph_id"], "quote": one["quote"]}
    marked = client.get(f"/api/documents/{one['document_id']}/pages/{one['page']}/marks", params=where).json()
    (mark,) = marked["marks"]
    assert (marked["found"], marked["began"], marked["continues"]) == ("quote", False, False)
    assert mark["left"] == pytest.approx(100 / 595, abs=0.01) and mark["top"] == pytest.approx(190 / 842, abs=0.01)


@pytest.mark.parametrize(
    ("document", "rest", "status", "code"),
    [
        ("brev.txt", "pages/1", 404, "not_found"),
        ("brev.txt", "pages/1/marks?quote=x", 404, "not_found"),
        ("beslut.pdf", "pages/2", 404, "not_found"),
        ("beslut.pdf", "pages/0", 422, "invalid"),
        ("beslut.pdf", "pages/1?width=399", 422, "invalid"),
        ("beslut.pdf", "pages/1?width=1601", 422, "invalid"),
        ("beslut.pdf", "pages/1/marks", 422, "question"),
        ("beslut.pdf", "pages/1/marks?quote=%20", 422, "question"),
        ("beslut.pdf", "pages/1/marks?paragraph=nobody", 404, "not_found"),
        ("antal.csv", "cells", 422, "question"),
        ("antal.csv", "cells?cells=Z9", 404, "not_found"),
        ("antal.csv", "cells?" + "&".join(f"cells={','.join(['Z9'] * 300)}" for _ in range(4)), 422, "question"),
        ("antal.csv", "cells?cells=B7&sheet=none", 404, "not_found"),
        ("antal.csv", "cells?paragraph=nobody", 404, "not_found"),
        ("brev.txt", "cells?cells=A1", 404, "not_found"),
    ],
)
def test_what_is_not_there_is_told(served: Any, document: str, rest: str, status: int, code: str) -> None:
    client, documents = served
    response = client.get(f"/api/documents/{documents[document]['id']}/{rest}")
    assert (response.status_code, response.json()["error"]["code"]) == (status, code)


def test_words_that_are_not_on_the_page_have_no_marks(served: Any) -> None:
    client, documents = served
    address = f"/api/documents/{documents['beslut.pdf']['id']}/pages/1/marks"
    marked = client.get(address, params={"quote": "Nämnden avslår förslaget om ett badhus."}).json()
    assert (marked["found"], marked["marks"]) == ("nothing", [])


def test_too_many_who_wait_for_a_page_are_asked_to_come_again(served: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    client, documents = served
    monkeypatch.setattr("api.routes.pages.DRAWING_WAITS", 0)
    response = client.get(f"/api/documents/{documents['beslut.pdf']['id']}/pages/1?width=777")
    assert (response.status_code, response.headers["retry-after"]) == (503, "10")
    assert pages.SECONDS <= 10


def cells(served: Any, document: str, **where: Any) -> dict[str, Any]:
    client, documents = served
    found: dict[str, Any] = client.get(f"/api/documents/{documents[document]['id']}/cells", params=where).json()
    return found


def marked(found: dict[str, Any]) -> list[tuple[int, str, str]]:
    pairs = [(row["number"], one) for row in found["rows"] for one in row["cells"]]
    return [(number, one["address"], one["text"]) for number, one in pairs if one["marked"]]


@pytest.mark.parametrize("named", ["B7,C40", ["B7", "C40"], " B7 , C40 "])
def test_cells_are_shown_with_the_rows_around_them(served: Any, named: Any) -> None:
    found = cells(served, "antal.csv", cells=named)
    assert marked(found) == [(7, "B7", "6"), (40, "C40", "139")]
    assert [row["number"] for row in found["rows"]] == [*range(4, 11), *range(37, 44)]
    assert [column["address"] for column in found["columns"]] == ["A", "B", "C"]
    assert (found["addressing"], found["marked"], found["rows_total"], found["columns_total"]) == ("cell", 2, 60, 3)
    assert found["rows"][3]["cells"][0] == {"text": "Enhet 6", "address": "A7", "value": None, "marked": False}


def test_a_row_paragraph_shows_its_row_and_that_of_the_table_its_beginning(served: Any) -> None:
    client, documents = served
    told = client.get(f"/api/documents/{documents['antal.csv']['id']}").json()["paragraphs"]
    row = cells(served, "antal.csv", paragraph=told[5]["id"])
    assert {number for number, *_ in marked(row)} == {6}
    table = cells(served, "antal.csv", paragraph=told[0]["id"])
    assert marked(table) == [] and len(table["rows"]) == 40
    both = cells(served, "antal.csv", paragraph=told[0]["id"], cells="C3")
    assert marked(both) == [(3, "C3", "102")]


def test_more_cells_than_are_shown_are_cut(served: Any) -> None:
    found = cells(served, "antal.csv", cells=[f"B{row}" for row in range(2, 62)])
    assert len(found["rows"]) == 40 and found["marked"] == 40
    assert len(cells(served, "antal.csv", cells="A2:C61")["rows"]) == 40
    many = [f"{column}{row}" for row in range(2, 62) for column in "ABC"]  # a citation names up to 400
    assert len(cells(served, "antal.csv", cells=many)["rows"]) == 40


def test_a_cell_is_found_by_its_labels(served: Any) -> None:
    found = cells(served, "flyttningar.px", cells="region=Söder|år=2022")
    assert found["addressing"] == "labels"
    assert [text for *_, text in marked(found)] == ["3"]
    assert "error" in cells(served, "flyttningar.px", cells="region=Öster|år=2022")


def test_an_original_that_is_gone_has_no_pages_even_for_who_holds_one(served: Any, tmp_path: Path) -> None:
    client, documents = served
    address = f"/api/documents/{documents['beslut.pdf']['id']}/pages/1"
    held = {"if-none-match": client.get(address).headers["etag"]}
    place = client.app.state.engine.library.locations([documents["beslut.pdf"]["id"]])
    file = Path(place[documents["beslut.pdf"]["id"]][0].file)
    file.rename(tmp_path / "away.pdf")
    for rest in ("", "/marks?quote=x"):
        response = client.get(f"{address}{rest}", headers=held)
        assert (response.status_code, response.json()["error"]["code"]) == (410, "gone")
    (tmp_path / "away.pdf").rename(file)
