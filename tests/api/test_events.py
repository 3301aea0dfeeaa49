"""An answer as server-sent events."""

from __future__ import annotations

import json
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.events import pieces, wants_events

ASKED = {"question": "Hur många?"}


def events(text: str) -> list[tuple[str, Any]]:
    """Name and data of each event."""
    found = []
    for block in text.strip().split("\n\n"):
        fields = dict(line.split(": ", 1) for line in block.split("\n"))
        assert list(fields) == ["event", "data"]
        found.append((fields["event"], json.loads(fields["data"])))
    return found


@pytest.mark.parametrize(
    ("address", "accept"),
    [("/api/ask/stream", "*/*"), ("/api/ask", "text/event-stream"), ("/api/ask", "text/event-stream;q=1, */*")],
)
def test_evidence_comes_first_then_the_text_in_pieces_then_the_whole_answer(
    client: TestClient, address: str, accept: str
) -> None:
    response = client.post(address, json=ASKED, headers={"accept": accept})
    assert response.headers["content-type"] == "text/event-stream; charset=utf-8"
    found = events(response.text)
    assert [name for name, _ in found] == ["evidence", *["text"] * (len(found) - 2), "answer"]
    evidence, whole = found[0][1], found[-1][1]
    assert evidence["citations"] == whole["citations"] and len(whole["citations"]) == 2
    assert "".join(data["text"] for _, data in found[1:-1]) == whole["text"]
    assert whole["id"] == evidence["id"] == response.headers["x-request-id"]


def test_the_whole_answer_is_the_one_that_is_given_without_events(client: TestClient) -> None:
    headers = {"x-request-id": "one"}
    streamed = events(client.post("/api/ask/stream", json=ASKED, headers=headers).text)[-1][1]
    whole = client.post("/api/ask", json=ASKED, headers=headers).json()
    assert streamed.pop("made")["change_number"] == whole.pop("made")["change_number"]
    assert streamed | {"elapsed_ms": 0} == whole | {"elapsed_ms": 0}


@pytest.mark.parametrize("question", ["", "trasig"])
def test_what_cannot_be_answered_is_an_error_before_the_first_event(client: TestClient, question: str) -> None:
    response = client.post("/api/ask/stream", json={"question": question})
    assert response.status_code >= 400
    assert set(response.json()) == {"error"}


@pytest.mark.parametrize("text", ["", "ett", "ett två tre fyra", "  ett\n\ntvå \u2028tre fyra fem\n", "a " * 100])
def test_pieces_joined_are_the_text(text: str) -> None:
    assert "".join(pieces(text)) == text


def test_only_an_accept_header_that_names_events_asks_for_them() -> None:
    assert wants_events("application/json, text/event-stream")
    assert not wants_events("*/*")
    assert not wants_events("")
