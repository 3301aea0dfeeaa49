"""Questions from many askers: in time, in turn, and never citing what is gone."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from typing import Any

import anyio
import pytest
from fastapi.testclient import TestClient

from api import answering, answers
from api.guards import BodyLimit
from indexer.settings import settings

ASKED = {"question": "Hur många?"}


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("NAMNDSVAR_ANSWER_SECONDS", "0.05")
    settings.cache_clear()
    yield
    settings.cache_clear()


def test_an_answer_that_takes_too_long_is_given_up_and_the_next_is_answered(
    impatient: None, client: TestClient, engine: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer, go_on = engine.ask, threading.Event()

    def slow(*given: Any) -> Any:
        go_on.wait(5)
        return answer(*given)

    with client:
        monkeypatch.setattr(engine, "ask", slow)
        response = client.post("/api/ask", json=ASKED)
        assert (response.status_code, response.json()["error"]["code"]) == (504, "timeout")
        go_on.set()
        monkeypatch.setattr(engine, "ask", answer)
        assert client.post("/api/ask", json=ASKED).status_code == 200


def test_when_too_many_given_up_run_on_no_more_are_begun_until_they_end(
    impatient: None, client: TestClient, engine: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer, go_on = engine.ask, threading.Event()

    def slow(*given: Any) -> Any:
        go_on.wait(5)
        return answer(*given)

    with client:
        monkeypatch.setattr(engine, "ask", slow)
        codes = [client.post("/api/ask", json=ASKED).status_code for _ in range(answering.MOST_LEFT_RUNNING + 1)]
        assert codes == [504] * answering.MOST_LEFT_RUNNING + [503]
        told = client.get("/metrics").text
        assert f"namndsvar_answers_left_running {answering.MOST_LEFT_RUNNING}\n" in told
        assert f"namndsvar_answers_given_up_total {answering.MOST_LEFT_RUNNING}\n" in told
        go_on.set()
        deadline = time.monotonic() + 5
        while client.app.state.answering.left_running and time.monotonic() < deadline:
            time.sleep(0.01)
        assert client.post("/api/ask", json=ASKED).status_code == 200


def test_an_answer_is_given_again_as_long_as_the_library_does_not_change(client: TestClient, engine: Any) -> None:
    first, again = (client.post("/api/ask", json=ASKED).json() for _ in range(2))
    assert first["id"] != again["id"] and first["text"] == again["text"]
    assert len(engine.asked) == 1
    for more in ({"history": ["Var?"]}, {"filters": {"kind": "svar"}}, {"question": "Hur många nu?"}):
        client.post("/api/ask", json=ASKED | more)
    assert len(engine.asked) == 4
    engine.library.change_number += 1
    client.post("/api/ask", json=ASKED)
    assert len(engine.asked) == 5


def test_only_so_many_answers_are_kept(client: TestClient, engine: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answers, "HELD_ANSWERS", 2)
    for question in ("Hur 1?", "Hur 2?", "Hur 1?", "Hur 3?", "Hur 1?", "Hur 2?"):
        client.post("/api/ask", json={"question": question})
    assert [one[0] for one in engine.asked] == ["Hur 1?", "Hur 2?", "Hur 3?", "Hur 2?"]


def test_when_too_many_wait_the_next_is_asked_to_come_again(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(answering, "MOST_WAITING", 0)
    response = client.post("/api/ask", json=ASKED)
    assert (response.status_code, response.json()["error"]["code"]) == (503, "busy")
    assert response.headers["retry-after"]


def test_an_answer_that_cites_what_is_gone_is_made_anew(
    client: TestClient, engine: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = engine.library.document
    monkeypatch.setattr(engine.library, "document", lambda one: known(one) if len(engine.asked) > 1 else None)
    response = client.post("/api/ask", json=ASKED)
    assert response.status_code == 200
    assert len(engine.asked) == 2


def test_an_answer_whose_documents_never_stay_is_no_answer(
    client: TestClient, engine: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine.library, "document", lambda one: None)
    response = client.post("/api/ask", json=ASKED)
    assert (response.status_code, response.json()["error"]["code"]) == (503, "library_busy")
    assert response.headers["retry-after"]


def test_only_so_many_answers_are_made_at_once(
    client: TestClient, engine: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer, now, most = engine.ask, [0], [0]

    def counted(*given: Any) -> Any:
        now[0] += 1
        most[0] = max(most[0], now[0])
        time.sleep(0.02)
        now[0] -= 1
        return answer(*given)

    monkeypatch.setattr(engine, "ask", counted)
    with client:
        asked = [{"json": {"question": f"Hur många {number}?"}} for number in range(12)]
        threads = [threading.Thread(target=client.post, args=("/api/ask",), kwargs=one) for one in asked]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert len(engine.asked) == 12
    assert 1 < most[0] <= answering.ANSWERS_AT_ONCE


def test_examples_are_made_once_for_each_state_of_the_library(client: TestClient, engine: Any) -> None:
    first = client.get("/api/examples").json()
    asked = len(engine.asked)
    assert client.get("/api/examples").json() == first and len(engine.asked) == asked > 0
    engine.library.change_number += 1
    client.get("/api/examples")
    assert len(engine.asked) > asked


def test_a_body_that_does_not_come_is_given_up() -> None:
    async def app(scope: Any, receive: Any, send: Any) -> None:
        await receive()

    async def never() -> Any:
        await anyio.sleep(5)

    scope = {"type": "http", "method": "POST", "path": "/api/ask", "headers": []}
    limited = BodyLimit(app, limits=lambda method, path: (10, 0.01))
    with pytest.raises(Exception, match="not here within"):
        anyio.run(limited, scope, never, never)
