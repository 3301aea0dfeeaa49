"""Request ids, metrics, the log, and whether the server is ready."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.logs import LOG, JsonLines
from indexer.errors import EmbeddingMismatch
from indexer.settings import settings


class Kept(logging.Handler):
    """Keeps log lines as they would be written."""

    def __init__(self) -> None:
        super().__init__()
        self.setFormatter(JsonLines())
        self.lines: list[dict[str, Any]] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(json.loads(self.format(record)))


@pytest.fixture
def logged() -> Iterator[list[dict[str, Any]]]:
    kept = Kept()
    before = LOG.level
    LOG.setLevel(logging.INFO)
    LOG.addHandler(kept)
    yield kept.lines
    LOG.removeHandler(kept)
    LOG.setLevel(before)


@pytest.fixture
def telling(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The setting that lets the log hold what was asked."""
    monkeypatch.setenv("NAMNDSVAR_LOG_QUESTIONS", "true")
    settings.cache_clear()
    yield
    settings.cache_clear()


@pytest.mark.parametrize("given", ["abc-1.2_3", "x" * 64])
def test_a_request_keeps_the_id_that_it_brings(client: TestClient, given: str) -> None:
    assert client.get("/healthz", headers={"X-Request-ID": given}).headers["x-request-id"] == given


@pytest.mark.parametrize("given", ["", "two words", "x" * 65, "<b>"])
def test_an_id_that_is_none_is_made_anew(client: TestClient, given: str) -> None:
    ids = {client.get("/healthz", headers={"X-Request-ID": given}).headers["x-request-id"] for _ in range(2)}
    assert len(ids) == 2 and given not in ids


def test_every_answer_bears_the_id_of_its_request(client: TestClient) -> None:
    response = client.post("/api/ask", json={"question": "Hur?"})
    assert response.json()["id"] == response.headers["x-request-id"]


def test_a_log_line_tells_what_happened_but_not_what_was_asked(
    client: TestClient, logged: list[dict[str, Any]]
) -> None:
    client.post("/api/ask", json={"question": "Hemlig fråga?"}, headers={"X-Request-ID": "one"})
    client.get("/api/search", params={"query": "hemlig"})
    client.post("/api/ask", json={"question": "trasig hemlig"})
    asked, searched, broken, failed = logged
    assert (asked["event"], asked["request_id"], asked["status"], asked["route"]) == ("request", "one", 200, "/api/ask")
    assert searched["path"] == "/api/search"
    assert (broken["event"], broken["error"], broken["level"]) == ("unexpected", "ValueError", "error")
    assert broken["at"][-1].endswith(" ask")
    assert failed["status"] == 500
    assert "emlig" not in json.dumps(logged) and "broke" not in json.dumps(logged)


def test_a_setting_lets_the_log_hold_the_questions(
    client: TestClient, telling: None, logged: list[dict[str, Any]]
) -> None:
    client.post("/api/ask", json={"question": "Öppen fråga?"})
    client.post("/api/ask", json={"question": "trasig"})
    assert logged[0]["question"] == "Öppen fråga?"
    assert logged[1]["message"] == "the engine\nbroke"


def test_what_others_log_loses_its_arguments() -> None:
    record = logging.LogRecord("qa.engine", logging.WARNING, "x.py", 1, "Not sent: %s", ("Hemligt",), None)
    line = json.loads(JsonLines().format(record))
    assert (line["event"], line["logger"], line["level"]) == ("Not sent: %s", "qa.engine", "warning")


def test_those_who_watch_are_logged_only_when_something_is_wrong(
    client: TestClient, engine: Any, monkeypatch: pytest.MonkeyPatch, logged: list[dict[str, Any]]
) -> None:
    for address in ("/healthz", "/readyz", "/metrics"):
        assert client.get(address).status_code == 200
    assert logged == []

    def fail(*_: Any) -> None:
        raise EmbeddingMismatch("Other vectors.")

    monkeypatch.setattr(engine, "search", fail)
    response = client.get("/readyz")
    assert (response.status_code, response.json()["error"]["code"]) == (503, "embedding_mismatch")
    assert [line["status"] for line in logged] == [503]


def test_metrics_count_requests_answers_and_the_library(client: TestClient) -> None:
    for question in ("Hur?", "Finns badhus?", ""):
        client.post("/api/ask", json={"question": question})
    client.get("/nowhere/at/all")
    client.get(f"/api/documents/{'a' * 16}")
    response = client.get("/metrics")
    lines = response.text.splitlines()
    assert response.headers["content-type"] == "text/plain; version=0.0.4; charset=utf-8"
    for line in (
        'namndsvar_requests_total{method="POST",route="/api/ask",status="200"} 2',
        'namndsvar_requests_total{method="POST",route="/api/ask",status="422"} 1',
        'namndsvar_requests_total{method="GET",route="other",status="404"} 1',
        'namndsvar_requests_total{method="GET",route="/api/documents/{document_id}",status="200"} 1',
        'namndsvar_answers_total{status="answered",language="sv"} 1',
        'namndsvar_answer_seconds_bucket{le="0.025"} 2',
        "namndsvar_answer_seconds_count 2",
        "namndsvar_requests_in_flight 1",
        "namndsvar_library_documents 2",
    ):
        assert line in lines


def test_every_metric_is_explained_once_before_its_samples(client: TestClient) -> None:
    client.get("/healthz")
    seen: list[str] = []
    for line in client.get("/metrics").text.splitlines():
        if line.startswith("# TYPE"):
            seen.append(line.split()[2])
        elif not line.startswith("#"):
            assert line.split("{")[0].split()[0].startswith(seen[-1])
    assert len(seen) == len(set(seen)) > 5


def test_the_status_tells_what_was_refused_and_why_and_not_where_the_library_lies(
    client: TestClient, engine: Any
) -> None:
    told = client.get("/api/status")
    assert told.json()["refused"] == [
        {"path": "scan.pdf", "reason": "no text", "detail": "its pages are images", "advice": "Run it through OCR."}
    ]
    assert told.json()["documents"] == 2
    assert str(engine.library.path) not in told.text
