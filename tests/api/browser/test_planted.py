"""200 strings that try to be script, in questions, documents, names, comments and all of an answer: none runs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import httpx2
import pytest

from .conftest import Open
from .planted import FOUND, HOOK, PATTERNS, PAYLOADS, STRINGS
from .visiting import CELL, CONFLICT, SERIES, Visit

KEPT = {"status", "language", "time", "role", "kind", "id", "document_id", "paragraph_id", "format"}
EACH_PATTERN = STRINGS[:: len(PAYLOADS)]


def test_there_are_two_hundred() -> None:
    assert len(set(STRINGS)) == len(PATTERNS) * len(PAYLOADS) == 200


@pytest.fixture
def hooked(visit: Open) -> Iterator[Visit]:
    """A page where nothing planted may have run, been refused by the policy, or become an element."""
    page = visit()
    page.page.evaluate(HOOK)
    yield page
    assert page.page.evaluate(FOUND) == []


def told_with(value: Any, planted: str, name: str = "") -> Any:
    """A server's JSON with every free text in it replaced."""
    if isinstance(value, dict):
        return {key: told_with(one, planted, key) for key, one in value.items()}
    if isinstance(value, list):
        return [told_with(one, planted, name) for one in value]
    return planted if isinstance(value, str) and name not in KEPT else value


def event(name: str, data: Any) -> str:
    return f"event: {name}\ndata: {json.dumps(data)}\n\n"


def test_as_questions_and_as_every_text_of_an_answer(hooked: Visit, address: str) -> None:
    page = hooked.page
    answers = [httpx2.post(f"{address}/api/ask", json={"question": one["sv"]}).json() for one in (CONFLICT, SERIES)]
    asked: list[str] = []

    def fulfil(route: Any) -> None:
        question = route.request.post_data_json["question"]
        asked.append(question)
        answer = told_with(answers[len(asked) % 2], question)
        events = event("evidence", answer) + event("text", {"text": question}) + event("answer", answer)
        route.fulfill(content_type="text/event-stream", body=events)

    page.route("**/api/ask/stream", fulfil)
    for number, string in enumerate(STRINGS):
        turn = hooked.ask(string)
        if number % len(PAYLOADS) == 0:
            assert turn.locator("h2.question").text_content().endswith(string)
            assert string in turn.locator("blockquote").first.text_content()
        if number % 25 == 24:
            assert page.evaluate(FOUND) == []
            page.locator("#anew").click()
    assert asked == list(STRINGS)


def test_as_questions_to_the_server_itself(hooked: Visit) -> None:
    for string in EACH_PATTERN:
        turn = hooked.ask(string)
        assert turn.locator("h2.question").text_content().endswith(string)


def test_as_text_of_documents_of_each_kind(hooked: Visit, address: str) -> None:
    lines = "\n\n".join(f"{number} § Anmärkning {string} slut." for number, string in enumerate(STRINGS, 1))
    rows = "\n".join(f'"{string.replace(chr(34), chr(34) * 2)}";{number}' for number, string in enumerate(STRINGS, 1))
    escaped = "".join(f"<p>{string.replace('&', '&amp;').replace('<', '&lt;')}</p>" for string in STRINGS)
    files = (
        ("planterat.txt", f"Protokoll\n\n{lines}\n"),
        ("planterat.md", f"# Protokoll\n\n{lines}\n"),
        ("planterat.html", f"<html><body><h1>Protokoll</h1>{escaped}</body></html>"),
        ("planterat.csv", f"Namn;Antal\n{rows}\n"),
    )
    hooked.shelf()
    hooked.upload(*((name, body.encode()) for name, body in files))
    try:
        for name, _ in files:
            _read_through(hooked, name)
    finally:
        _take_out(address, "planterat")


def _read_through(visit: Visit, name: str) -> None:
    page = visit.page
    page.locator("#document-list > li", has_text=name).locator(".shelf-title").click()
    page.locator("#panel .view:visible .paragraph").first.wait_for()
    while (more := page.locator("#panel .more button")).count():
        more.last.click()
    shown = page.locator("#panel .paper").text_content()
    assert sum(payload in shown for payload in PAYLOADS) > 3 or name.endswith("html")
    assert page.evaluate(FOUND) == []
    page.locator("#panel .back").click()
    page.locator("#document-list > li").first.wait_for()


def _take_out(address: str, name: str) -> None:
    for one in httpx2.get(f"{address}/api/documents", params={"text": name}).json()["documents"]:
        httpx2.delete(f"{address}/api/documents/{one['id']}")


def test_as_names_of_files_titles_and_reasons(hooked: Visit) -> None:
    page = hooked.page
    whole = page.request.get(f"{hooked.address}/api/documents?limit=1").json()
    known = whole["documents"][0]
    made = [told_with(known, string) | {"id": f"{number:016d}"} for number, string in enumerate(STRINGS)]
    refused = [dict.fromkeys(("path", "reason", "detail", "advice"), string) for string in STRINGS]
    held = page.request.get(f"{hooked.address}/api/status").json() | {"refused": refused}
    facets = {name: dict.fromkeys(STRINGS, 1) for name in ("committee", "kind", "year")}
    listed = whole | {"documents": made, "total": len(made), "facets": facets}
    page.route("**/api/documents?*", lambda route: route.fulfill(json=listed))
    page.route("**/api/status", lambda route: route.fulfill(json=held))
    panel = hooked.shelf()
    assert panel.locator("#document-list > li").count() == 200
    assert panel.locator(".shelf-title").first.text_content() in STRINGS[0]
    panel.locator("#ledger summary").click()
    assert panel.locator("#ledger li").count() == 200
    panel.locator(".remove").nth(7).click()
    page.locator("dialog[open]").wait_for()
    page.keyboard.press("Escape")


def test_as_names_of_uploaded_files(hooked: Visit, address: str) -> None:
    hooked.shelf()
    hooked.upload(*((f"planterat {string}.exe".replace("/", "∕"), b"MZ\x90\x00\x03") for string in EACH_PATTERN[::2]))
    lines = hooked.page.locator("#uploads > li.refused")
    assert lines.count() == len(EACH_PATTERN[::2])
    assert "<script class=planted>" in (lines.last.text_content() or "")


def test_as_comments(hooked: Visit, library: Any) -> None:
    page = hooked.page
    turn = hooked.ask(CELL["sv"])
    for start in range(0, len(STRINGS), 40):
        comment = "\n".join(STRINGS[start : start + 40])
        turn.locator(".thumb.up" if start % 80 else ".thumb.down").click()
        turn.locator(".comment textarea").fill(comment)
        page.locator("#language").click()  # everything is drawn anew
        turn.locator(".comment textarea").fill(comment)
        turn.locator(".comment button").click()
        turn.locator(".comment-place .hint").wait_for()
    last = json.loads((library / "feedback.jsonl").read_text(encoding="utf-8").splitlines()[-1])
    assert last["comment"] == "\n".join(STRINGS[160:])
