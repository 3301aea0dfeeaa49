"""The HTTP interface: answers, documents, one error shape, and what stands before the routes."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api import http
from api.limits import BODY_BYTES
from indexer.errors import LibraryBusy, LibraryMissing, NamndsvarError, Reason, Refusal

ASK = "/api/ask"


def test_an_answer_is_the_same_as_on_the_command_line(client: TestClient, engine: Any) -> None:
    response = client.post(ASK, json={"question": " Hur många? ", "history": ["Förut?"], "filters": {"kind": "svar"}})
    assert response.status_code == 200
    assert response.json()["citations"][0]["speaker"] == "(V), (S)"
    assert engine.asked == [("Hur många?", ("Förut?",), {"kind": "svar"})]


def test_half_a_character_is_asked_with_a_mark_in_its_place(client: TestClient, engine: Any) -> None:
    sent = b'{"question": "Hur m\\ud800nga?"}'
    assert client.post(ASK, content=sent, headers={"content-type": "application/json"}).status_code == 200
    assert engine.asked[0][0].startswith("Hur m\ufffd")


def test_documents_are_listed(client: TestClient) -> None:
    first, second = client.get("/api/documents").json()["documents"]
    assert (first["document"], first["kind"], first["dnr"]) == ("2018/protokoll.txt", "protokollsutdrag", "FN 2017:77")
    assert second["dnr"] is None


def test_a_document_comes_with_its_paragraphs_in_the_language_asked_for(client: TestClient) -> None:
    found = client.get(f"/api/documents/{'a' * 16}", params={"language": "en"}).json()
    assert found["document"]["title"] == "Plan för fler lekplatser i parkerna"
    claim, table, damaged = found["paragraphs"][2:]
    assert (claim["role"], claim["speaker"], claim["headings"], claim["page"]) == ("claim", "(V), (S)", ["Ärendet"], 1)
    assert table["rows"] == [["År", "Antal"], ["2016", "12"]]
    assert damaged["text_repaired"] == "Förvaltningen bedömer [1] läget."


def test_health_says_how_much_and_as_of_which_change(client: TestClient) -> None:
    assert client.get("/healthz").json() == {"status": "ok", "documents": 2, "change_number": 7}


@pytest.mark.parametrize(
    ("method", "address", "sent", "status", "code"),
    [
        ("GET", "/nowhere", {}, 404, "not_found"),
        ("GET", "/page/nowhere.js", {}, 404, "not_found"),
        ("GET", "/page/..%2fhttp.py", {}, 404, "not_found"),
        ("GET", "/docs", {}, 404, "not_found"),
        ("GET", f"/api/documents/{'c' * 16}", {}, 404, "not_found"),
        ("GET", f"/api/documents/{'a' * 16}?language=fi", {}, 422, "invalid"),
        ("GET", "/api/documents?language=fi", {}, 422, "invalid"),
        ("GET", ASK, {}, 405, "method"),
        ("POST", "/", {}, 405, "method"),
        ("POST", "/page/start.js", {}, 405, "method"),
        ("POST", "/healthz", {}, 405, "method"),
        ("PUT", "/api/documents", {}, 405, "method"),
        ("POST", ASK, {"content": b"{"}, 422, "invalid"),
        ("POST", ASK, {"json": {}}, 422, "invalid"),
        ("POST", ASK, {"json": {"question": 5}}, 422, "invalid"),
        ("POST", ASK, {"json": {"question": "Hur?", "filters": {"kind": 5}}}, 422, "invalid"),
        ("POST", ASK, {"content": b"\xff\xfe", "headers": {"content-type": "application/json"}}, 422, "invalid"),
        ("POST", ASK, {"json": {"question": " "}}, 422, "question"),
        ("POST", ASK, {"json": {"question": "x" * 4001}}, 422, "question"),
        ("POST", ASK, {"json": {"question": "Hur?", "history": ["x" * 4001]}}, 422, "question"),
        ("POST", ASK, {"json": {"question": "x" * BODY_BYTES}}, 413, "too_large"),
        ("POST", ASK, {"json": {"question": "trasig"}}, 500, "unexpected"),
        ("GET", "/healthz", {"headers": {"host": "evil.example"}}, 403, "host"),
        ("GET", "/healthz", {"headers": {"host": "127.0.0.1.evil.example:8000"}}, 403, "host"),
        ("GET", "/healthz", {"headers": {"host": "["}}, 403, "host"),
        ("POST", ASK, {"json": {"question": "Hur?"}, "headers": {"origin": "https://evil.example"}}, 403, "host"),
        ("POST", ASK, {"json": {"question": "Hur?"}, "headers": {"origin": "null"}}, 403, "host"),
    ],
)  # fmt: skip
def test_every_error_has_the_same_shape(
    client: TestClient, method: str, address: str, sent: dict[str, Any], status: int, code: str
) -> None:
    response = client.request(method, address, **sent)
    assert response.status_code == status
    assert response.headers["content-type"] == "application/json"
    body = response.json()
    assert set(body) == {"error"}
    assert set(body["error"]) <= {"code", "message", "advice"}
    assert body["error"]["code"] == code
    assert body["error"]["message"].endswith(".")


@pytest.mark.parametrize(
    ("error", "status", "code", "advice"),
    [
        (LibraryMissing("There is none."), 503, "library_missing", "Run: namndsvar index FOLDER"),
        (LibraryBusy("It is busy."), 503, "library_busy", None),
        (NamndsvarError("No."), 500, "request", None),
        (Refusal(Reason.DAMAGED, "cut short", "Save it again."), 422, "refused", "Save it again."),
    ],
)
def test_an_error_of_the_product_keeps_its_sentence(
    client: TestClient,
    engine: Any,
    monkeypatch: pytest.MonkeyPatch,
    error: Exception,
    status: int,
    code: str,
    advice: str | None,
) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(engine, "ask", fail)
    response = client.post(ASK, json={"question": "Hur?"})
    assert (response.status_code, response.json()["error"]["code"]) == (status, code)
    assert response.json()["error"].get("advice") == advice


def test_a_body_that_hides_its_length_is_still_bounded(client: TestClient) -> None:
    def chunks() -> Iterator[bytes]:
        for _ in range(5):
            yield b"x" * (BODY_BYTES // 4)

    response = client.post(ASK, content=chunks(), headers={"content-type": "application/json"})
    assert (response.status_code, response.json()["error"]["code"]) == (413, "too_large")


@pytest.mark.parametrize(
    "address", ["/", "/page/look/page.css", "/page/nowhere", "/healthz", "/nowhere", "/api/documents"]
)
def test_every_response_carries_the_safe_headers(client: TestClient, address: str) -> None:
    headers = client.get(address).headers
    shown = "script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; "
    of_page = address == "/" or address.startswith("/page/")
    assert headers["content-security-policy"] == (
        f"default-src 'none'; {shown if of_page else 'sandbox; '}"
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
    assert headers["x-content-type-options"] == "nosniff"
    assert "cache-control" in headers


@pytest.mark.parametrize("host", ["localhost", "localhost:9000", "127.0.0.1:8000", "[::1]:8000"])
def test_this_machine_goes_by_all_its_own_names(client: TestClient, host: str) -> None:
    headers = {"host": host, "origin": f"http://{host}"}
    assert client.get("/healthz", headers=headers).status_code == 200


def test_the_interface_describes_itself_with_an_example(client: TestClient) -> None:
    described = client.get("/openapi.json").json()
    assert described["components"]["schemas"]["QuestionJson"]["examples"]
    assert set(described["paths"]) >= {"/api/ask", "/api/documents", "/api/documents/{document_id}", "/healthz"}


def test_an_app_over_a_path_opens_the_library_there_and_closes_it_at_its_end(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, engine: Any
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(http, "open_engine", lambda path: opened.append(path) or engine)
    with TestClient(http.create_app(tmp_path), base_url="http://127.0.0.1:8000") as client:
        assert client.get("/healthz").status_code == 200
        assert (opened, engine.closed) == ([tmp_path], False)
    assert engine.closed


def test_an_app_leaves_the_engine_that_it_was_given_open(engine: Any) -> None:
    with TestClient(http.create_app(engine), base_url="http://127.0.0.1:8000") as client:
        client.get("/healthz")
    assert not engine.closed


def test_what_is_slow_to_load_is_not_loaded_before_it_is_needed() -> None:
    slow = {"torch", "transformers", "chromadb", "duckdb", "onnxruntime", "langchain_core"}
    code = f"import sys, api.http; print(sorted({slow!r} & set(sys.modules)))"
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
