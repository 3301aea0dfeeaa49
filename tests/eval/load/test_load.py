"""A load run against a small server of canned answers: what is counted, what is waited for, what is told."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, ClassVar

import pytest
from typer.testing import CliRunner

from eval.__main__ import app
from eval.errors import DoorError
from eval.load.figures import figures, lines
from eval.load.questions import questions
from eval.load.users import Plan, Seen, let_ask
from eval.load.wire import Asked, Server

PARAGRAPHS = [
    {"text": f"Nämnden fick {word} under året och redovisade kostnaderna."} for word in ("synpunkter", "ansökningar")
]
GIVEN: dict[str, Any] = {
    "/api/documents?limit=1000": {"documents": [{"id": "a", "committee": "Fritidsnämnden", "date": "2021-05-03"}]},
    "/api/documents/a": {"paragraphs": PARAGRAPHS},
}
EVENTS = (("evidence", {"citations": [1]}), ("text", {"text": "57 "}), ("answer", {"citations": [1]}))


class Canned(BaseHTTPRequestHandler):
    """Answers every question but the broken ones, and keeps what it was asked."""

    protocol_version = "HTTP/1.1"
    asked: ClassVar[list[tuple[str, str | None]]] = []

    def do_GET(self) -> None:
        memory = b"# HELP\nprocess_resident_memory_bytes 104857600\n"
        self._send(200, memory if self.path == "/metrics" else json.dumps(GIVEN[self.path]).encode())

    def do_POST(self) -> None:
        question = json.loads(self.rfile.read(int(self.headers["content-length"])))["question"]
        self.asked.append((question, self.headers["x-api-key"]))
        if "broken" in question:
            self._send(503, b'{"error": {}}')
            return
        told = EVENTS[:-1] if "cut" in question else EVENTS
        self._send(200, "".join(f"event: {name}\ndata: {json.dumps(data)}\n\n" for name, data in told).encode())

    def _send(self, status: int, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None: ...


@pytest.fixture
def address() -> Iterator[str]:
    Canned.asked.clear()
    with ThreadingHTTPServer(("127.0.0.1", 0), Canned) as server:
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def test_questions_differ_and_are_made_of_the_documents_own_words(address: str) -> None:
    server = Server(address)
    found = questions(server, 50)
    server.close()
    assert len(set(found)) == len(found) > 20
    assert any("Fritidsnämnden" in one for one in found) and any("2021" in one for one in found)
    assert all(len(one) > 8 and "{" not in one for one in found)


def test_each_user_asks_questions_of_its_own_with_the_key(address: str) -> None:
    plan = Plan(address, users=3, seconds=0.5, think=(0.0, 0.01), key="secret")
    seen = let_ask(plan, [f"Fråga {number}?" for number in range(100_000)])
    assert len(seen.asked) == len(Canned.asked) == len({question for question, _ in Canned.asked}) > 3
    assert {key for _, key in Canned.asked} == {"secret"}
    assert all(0 < one.evidence <= one.words <= one.whole and one.cited and not one.error for one in seen.asked)
    assert seen.memory == [100.0]


def test_what_fails_is_an_error_and_the_user_goes_on(address: str) -> None:
    server = Server(address)
    assert server.ask("broken").error.startswith("503")
    assert server.ask("cut").error == "the answer was cut off"
    assert not server.ask("whole").error
    server.close()
    assert Server("http://127.0.0.1:1").ask("x").error.startswith("ConnectionRefusedError")


def test_the_figures_say_how_long_half_and_nearly_all_waited() -> None:
    asked = [Asked(0.0, float(n), float(n), float(n), n % 2 == 0) for n in range(1, 101)]
    plan = Plan("x", 50, 10, (1.0, 3.0))
    found = figures(plan, Seen([*asked, Asked(0.0, error="503 busy")], [100.0, 110.0, 120.0, 120.0, 120.0, 120.0]))
    assert found["milliseconds"]["first citation"] == {"median": 51.0, "p95": 96.0, "p99": 100.0, "max": 100.0}
    assert (found["asked"], found["cited"], found["errors"], found["per second"]) == (101, 50, {"503 busy": 1}, 10.0)
    assert found["megabytes"] == {"first": 100.0, "last": 120.0, "most": 120.0, "thirds": [105.0, 120.0, 120.0]}
    told = lines(found)
    assert told[0] == "50 users at once for 10 s, 1 to 3 s between questions:"
    assert "  1 x 503 busy" in told and "first citation: median 51 ms, p95 96 ms, p99 100 ms, max 100 ms" in told


@pytest.mark.parametrize("address", ["http://", "127.0.0.1:1", "https://127.0.0.1:1"])
def test_a_server_that_is_not_there_is_told(address: str) -> None:
    with pytest.raises(DoorError):
        Server(address).memory()


def test_the_command_prints_the_figures_and_writes_them(address: str, tmp_path: Any) -> None:
    out = tmp_path / "load.json"
    given = ["load", address, "--users", "2", "--seconds", "1", "--think", "0", "--json", str(out)]
    done = CliRunner().invoke(app, given)
    assert done.exit_code == 0, done.output
    assert "no pause" in done.stdout and "first citation: median" in done.stdout
    assert json.loads(out.read_text())["users"] == 2


@pytest.mark.parametrize("think", ["x", "3-1", "-1"])
def test_a_span_that_is_none_is_wrong_usage(think: str) -> None:
    assert CliRunner().invoke(app, ["load", "x", f"--think={think}"]).exit_code == 2
