"""Documents over HTTP: the list with its filters and parts, tags, the original file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

LETTER = f"/api/documents/{'b' * 16}"
LETTER_BYTES = "Hur många lekplatser finns?".encode()


def titles(client: TestClient, **wanted: Any) -> list[str]:
    return [one["document"] for one in client.get("/api/documents", params=wanted).json()["documents"]]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({}, ["2018/protokoll.txt", "brev.docx"]),
        ({"committee": "fritidsnämnden"}, ["2018/protokoll.txt"]),
        ({"kind": "skrivelse"}, ["brev.docx"]),
        ({"year": "2018", "kind": ""}, ["2018/protokoll.txt"]),
        ({"year": "2017"}, []),
        ({"text": "LEKPLATSER brev"}, ["brev.docx"]),
        ({"text": "fn 2017:77"}, ["2018/protokoll.txt"]),
        ({"text": "100% <b>"}, []),
        ({"limit": 1}, ["2018/protokoll.txt"]),
        ({"limit": 1, "offset": 1}, ["brev.docx"]),
        ({"offset": 5}, []),
    ],
)
def test_the_list_keeps_to_filters_and_parts(client: TestClient, wanted: dict[str, Any], found: list[str]) -> None:
    assert titles(client, **wanted) == found


def test_a_part_says_how_many_fit_where_the_next_begins_and_what_there_is_to_filter_by(client: TestClient) -> None:
    first = client.get("/api/documents?limit=1").json()
    assert (first["total"], first["offset"], first["next"]) == (2, 0, 1)
    assert client.get("/api/documents?limit=1&offset=1").json()["next"] is None
    kinds = client.get("/api/documents?kind=svar").json()["facets"]["kind"]
    assert kinds == {"protokollsutdrag": 1, "skrivelse": 1}


@pytest.mark.parametrize("wanted", [{"limit": 0}, {"limit": 1001}, {"offset": -1}, {"text": "x" * 301}])
def test_a_part_that_cannot_be_is_refused(client: TestClient, wanted: dict[str, Any]) -> None:
    assert client.get("/api/documents", params=wanted).status_code == 422


@pytest.mark.parametrize("address", ["/api/documents", f"/api/documents/{'a' * 16}"])
def test_who_holds_the_same_already_is_told_so(client: TestClient, address: str) -> None:
    first = client.get(address)
    tag = first.headers["etag"]
    assert first.headers["cache-control"] == "private, no-cache"
    for held in (tag, f"W/{tag}", f'"x", {tag}', "*"):
        again = client.get(address, headers={"if-none-match": held})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert client.get(address, headers={"if-none-match": '"x"'}).status_code == 200
    assert client.get(address, params={"language": "en"}).headers["etag"]


def test_the_original_is_given_as_it_was_indexed(client: TestClient, engine: Any) -> None:
    (engine.library.path / "brev.docx").write_bytes(LETTER_BYTES)
    response = client.get(f"{LETTER}/original")
    assert (response.status_code, response.content) == (200, LETTER_BYTES)
    assert response.headers["content-type"].endswith("wordprocessingml.document")
    assert response.headers["content-disposition"] == 'attachment; filename="brev.docx"'
    held = {"if-none-match": response.headers["etag"]}
    assert client.get(f"{LETTER}/original", headers=held).status_code == 304
    part = client.get(f"{LETTER}/original", headers={"range": "bytes=0-2"})
    assert (part.status_code, part.content) == (206, b"Hur")


def changed(file: Path) -> None:
    file.write_bytes(b"something else")


def linked(file: Path) -> None:
    file.with_name("secret").write_bytes(LETTER_BYTES)
    file.symlink_to(file.with_name("secret"))


@pytest.mark.parametrize("happened", [Path.exists, changed, linked, Path.mkdir])
def test_an_original_that_is_gone_or_another_is_not_given(client: TestClient, engine: Any, happened: Any) -> None:
    happened(engine.library.path / "brev.docx")
    response = client.get(f"{LETTER}/original")
    assert (response.status_code, response.json()["error"]["code"]) == (410, "gone")


def test_a_document_that_nobody_knows_has_no_original(client: TestClient) -> None:
    assert client.get(f"/api/documents/{'c' * 16}/original").json()["error"]["code"] == "not_found"


def test_the_search_takes_its_words_in_the_body_or_in_the_address(client: TestClient, engine: Any) -> None:
    body = {"query": "park", "k": 1, "filters": {"kind": "svar"}}
    sent = client.post("/api/search", json=body, headers={"x-request-id": "one"})
    asked = client.get("/api/search?query=park&k=1&kind=svar&year=", headers={"x-request-id": "one"})
    assert sent.json() == asked.json()
    assert [hit["document"] for hit in sent.json()["hits"]] == ["2018/protokoll.txt"]
    assert engine.asked == [("park", (), {"kind": "svar"})] * 2


def test_an_address_tells_all_methods_that_it_takes(client: TestClient) -> None:
    assert client.put("/api/documents").headers["allow"] == "GET, POST"
    assert client.put(LETTER).headers["allow"] == "DELETE, GET"
