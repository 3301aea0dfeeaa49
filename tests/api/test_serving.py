"""`namndsvar serve`: only this machine, and a clear word when the port is taken."""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.request import urlopen

import pytest
import uvicorn
from fastapi.testclient import TestClient
from typer.testing import CliRunner

from api.command import app
from api.http import create_app
from indexer.errors import NamndsvarError
from indexer.library import Library
from indexer.settings import settings

ROOT = Path(__file__).parents[2]
runner = CliRunner()


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.1", "::"])
def test_an_address_that_others_can_reach_is_refused(engine: Any, host: str) -> None:
    result = runner.invoke(app, ["serve", "--host", host])
    assert result.exit_code == 1
    assert "can be reached from other machines" in result.stderr
    assert "NAMNDSVAR_API_KEY" in result.stderr


def test_with_a_key_others_are_served(engine: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NAMNDSVAR_API_KEY", "long and secret")
    settings.cache_clear()
    served: list[Any] = []
    monkeypatch.setattr(
        uvicorn, "Server", lambda config: served.append(config) or SimpleNamespace(run=lambda **_: None)
    )
    monkeypatch.setattr("api.http.open_engine", lambda path: engine)
    monkeypatch.setattr("api.logs.set_up_logs", lambda: None)
    try:
        assert runner.invoke(app, ["serve", "--host", "0.0.0.0", "--port", "0"]).exit_code == 0
        client = TestClient(served[0].app, base_url="http://answers.example")
        assert client.get("/api/documents").status_code == 401
        assert client.get("/api/documents", headers={"X-API-Key": "long and secret"}).status_code == 200
    finally:
        settings.cache_clear()


def test_without_a_key_no_app_answers_others(engine: Any) -> None:
    with pytest.raises(NamndsvarError, match="NAMNDSVAR_API_KEY"):
        create_app(engine, everywhere=True)


def test_a_host_that_does_not_exist_is_told(engine: Any) -> None:
    result = runner.invoke(app, ["serve", "--host", "."])
    assert (result.exit_code, len(result.stderr.splitlines())) == (1, 1)


def test_a_taken_port_is_told(engine: Any) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        result = runner.invoke(app, ["serve", "--port", str(port)])
    assert result.exit_code == 1
    assert f"Port {port} on 127.0.0.1 cannot be had: it is in use." in result.stderr


def test_a_port_that_cannot_be_is_wrong_usage(engine: Any) -> None:
    assert runner.invoke(app, ["serve", "--port", "70000"]).exit_code == 2


def test_the_server_answers_and_ends_quietly_when_interrupted(tmp_path: Path) -> None:
    pytest.importorskip("qa.engine", reason="the engine is not there yet", exc_type=ImportError)
    Library.create(tmp_path / "library").close()
    command = [sys.executable, "-c", "from api.command import main; main()", "serve", "--port", "0", "--library"]
    with subprocess.Popen([*command, str(tmp_path / "library")], cwd=ROOT, stderr=subprocess.PIPE, text=True) as server:
        try:
            assert server.stderr is not None
            address = server.stderr.readline().split()[3]
            with urlopen(f"{address}/healthz", timeout=10) as response:
                assert json.load(response)["documents"] == 0
            server.send_signal(signal.SIGINT)
            assert (server.wait(timeout=10), server.stderr.read().strip()) == (130, "")
        finally:
            server.kill()
