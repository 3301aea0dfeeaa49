"""The addresses made after OpenAI's: shapes, history, sources, errors."""

from __future__ import annotations

import json
from typing import Any

import pytest
from fastapi.testclient import TestClient

CHAT = "/v1/chat/completions"


def said(*turns: tuple[str, Any], **more: Any) -> dict[str, Any]:
    """A request with these turns."""
    return {"model": "namndsvar", "messages": [{"role": role, "content": words} for role, words in turns], **more}


def chunks(text: str) -> list[dict[str, Any]]:
    lines = [line.removeprefix("data: ") for line in text.split("\n") if line]
    assert lines.pop() == "[DONE]"
    return [json.loads(line) for line in lines]


def test_the_content_is_the_answer_with_its_sources_below(client: TestClient) -> None:
    body = client.post(CHAT, json=said(("user", "Hur många?"))).json()
    lines = body["choices"][0]["message"]["content"].split("\n")
    assert lines[0] == "57 lekplatser i oktober 2017, uppger (V) och (S) [1]."
    assert [line.removesuffix("  ") for line in lines[2:]] == [
        "",
        "Källor:",
        "[1] Plan för fler lekplatser i parkerna · § 27 · dnr FN 2017:77 · justerat 2018-03-21 · (V), (S) · "
        "stycke 3 (sida 1) · 2018/protokoll.txt",
        "[2] Plan för fler lekplatser i parkerna · § 27 · dnr FN 2017:77 · justerat 2018-03-21 · fritidsnämnden · "
        "stycke 2 (sida 1) · 2018/protokoll.txt",
    ]
    assert [citation["number"] for citation in body["citations"]] == [1, 2]
    assert (body["object"], body["model"], body["status"]) == ("chat.completion", "namndsvar", "answered")
    assert body["choices"][0]["finish_reason"] == "stop"


def test_each_mark_in_the_text_is_annotated_with_a_link_to_the_original(client: TestClient) -> None:
    message = client.post(CHAT, json=said(("user", "Hur många?"))).json()["choices"][0]["message"]
    links = [annotation["url_citation"] for annotation in message["annotations"]]
    assert [message["content"][link["start_index"] : link["end_index"]] for link in links] == ["[1]", "[2]"]
    assert links[0]["url"] == f"http://127.0.0.1:8000/api/documents/{'a' * 16}/original#page=1"


def test_earlier_turns_of_the_user_are_the_history_and_nobody_elses(client: TestClient, engine: Any) -> None:
    turns = [("system", "Svara kort."), ("user", "Hur många 2016?"), ("assistant", "31 [1]"), ("user", "x" * 5000)]
    parts = [
        {"type": "text", "text": "Och"},
        {"type": "image_url", "image_url": {"url": "x"}},
        {"type": "text", "text": "2017?"},
    ]
    client.post(CHAT, json=said(*turns, ("tool", "y"), ("user", parts)))
    assert engine.asked == [("Och\n2017?", ("Hur många 2016?",), {})]


def test_what_shapes_a_language_model_is_taken_and_passed_over(client: TestClient) -> None:
    more = {"temperature": 0.2, "max_tokens": 5, "tools": [], "user": "a", "stream": None, "n": 1}
    assert client.post(CHAT, json=said(("user", "Hur?"), **more)).status_code == 200


def test_usage_is_counted_in_words_and_marks(client: TestClient) -> None:
    usage = client.post(CHAT, json=said(("user", "Hur många?"))).json()["usage"]
    assert usage["prompt_tokens"] == 3
    assert usage["total_tokens"] == usage["prompt_tokens"] + usage["completion_tokens"]


def test_a_stream_gives_role_and_citations_then_the_same_content_then_the_end(client: TestClient) -> None:
    whole = client.post(CHAT, json=said(("user", "Hur många?"))).json()
    asked = said(("user", "Hur många?"), stream=True, stream_options={"include_usage": True})
    response = client.post(CHAT, json=asked)
    assert response.headers["content-type"].startswith("text/event-stream")
    first, *middle, last, usage = chunks(response.text)
    assert first["choices"][0]["delta"]["role"] == "assistant"
    assert first["citations"] == whole["citations"]
    assert all("citations" not in chunk and "usage" not in chunk for chunk in middle)
    content = "".join(chunk["choices"][0]["delta"]["content"] for chunk in [first, *middle])
    assert content == whole["choices"][0]["message"]["content"]
    assert (last["choices"][0]["delta"], last["choices"][0]["finish_reason"]) == ({}, "stop")
    assert (usage["choices"], usage["usage"]) == ([], whole["usage"])
    assert len({chunk["id"] for chunk in (first, *middle, last, usage)}) == 1


def test_without_being_asked_for_there_is_no_usage_in_a_stream(client: TestClient) -> None:
    assert "usage" not in client.post(CHAT, json=said(("user", "Hur?"), stream=True)).text


def test_where_nothing_answers_what_is_nearest_is_listed(client: TestClient) -> None:
    body = client.post(CHAT, json=said(("user", "Finns badhus?"))).json()
    assert "Närmast i dokumenten:" in body["choices"][0]["message"]["content"]
    assert (body["status"], body["citations"], len(body["related"])) == ("not_found", [], 1)


def test_there_is_one_model(client: TestClient) -> None:
    (model,) = client.get("/v1/models").json()["data"]
    assert client.get(f"/v1/models/{model['id']}").json() == model


@pytest.mark.parametrize(
    ("method", "address", "sent", "status", "kind", "code"),
    [
        ("GET", "/v1/models/gpt", {}, 404, "not_found_error", "not_found"),
        ("POST", CHAT, {"json": {**said(("user", "Hur?")), "model": "gpt"}}, 404, "not_found_error", "not_found"),
        ("POST", CHAT, {"json": said()}, 400, "invalid_request_error", "question"),
        ("POST", CHAT, {"json": said(("user", None))}, 400, "invalid_request_error", "question"),
        ("POST", CHAT, {"json": said(("user", "x" * 4001))}, 400, "invalid_request_error", "question"),
        ("POST", CHAT, {"json": said(("owner", "Hur?"))}, 400, "invalid_request_error", "invalid"),
        ("POST", CHAT, {"json": said(("user", "Hur?"), n=2)}, 400, "invalid_request_error", "invalid"),
        ("POST", CHAT, {"content": b"{"}, 400, "invalid_request_error", "invalid"),
        ("POST", CHAT, {"json": said(("user", "x" * 300_000))}, 413, "invalid_request_error", "too_large"),
        ("POST", CHAT, {"json": said(("user", "trasig"))}, 500, "server_error", "unexpected"),
        ("GET", CHAT, {}, 405, "invalid_request_error", "method"),
        ("GET", "/v1/nowhere", {}, 404, "not_found_error", "not_found"),
        ("GET", "/v1/models", {"headers": {"host": "evil.example"}}, 403, "permission_error", "host"),
    ],
)  # fmt: skip
def test_every_error_has_openais_shape(
    client: TestClient, method: str, address: str, sent: dict[str, Any], status: int, kind: str, code: str
) -> None:
    response = client.request(method, address, **sent)
    error = response.json()["error"]
    assert set(response.json()) == {"error"}
    assert set(error) == {"message", "type", "param", "code"}
    assert (response.status_code, error["type"], error["code"]) == (status, kind, code)
    assert error["message"].endswith(".")
