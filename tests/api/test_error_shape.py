"""Every route answers an error in the one shape, whatever is wrong; those below /v1 with OpenAI's two fields more."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.routing import APIRoute
from fastapi.testclient import TestClient

from api.http import create_app
from api.routes import PARTS
from indexer.errors import LibraryDamaged
from indexer.settings import settings

ROUTES = [
    (method, route.path)
    for part in PARTS
    for route in part.routes.routes
    if isinstance(route, APIRoute)
    for method in sorted(route.methods)
]
BODIES: dict[str, Any] = {
    "/api/ask": {"question": "Hur?"},
    "/api/ask/stream": {"question": "Hur?"},
    "/api/search": {"query": "park"},
    "/api/feedback": {"question": "Hur?", "verdict": "up"},
    "/v1/chat/completions": {"model": "namndsvar", "messages": [{"role": "user", "content": "Hur?"}]},
}
KEY = "a key with spåce"


@pytest.fixture
def keyed(engine: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    """A server that asks for a key."""
    monkeypatch.setenv("NAMNDSVAR_API_KEY", KEY)
    settings.cache_clear()
    yield TestClient(create_app(engine), base_url="http://127.0.0.1:8000")
    settings.cache_clear()


def sent(client: TestClient, method: str, path: str, **more: Any) -> Any:
    address = path.replace("{document_id}", "a" * 16).replace("{model}", "namndsvar").replace("{page}", "1")
    body = {"json": BODIES[path]} if method == "POST" and path in BODIES else {}
    return client.request(method, address, params={"query": "park", "paragraph": "b" * 16}, **body, **more)


def require_shape(response: Any, path: str, status: int, code: str) -> None:
    assert (response.status_code, response.headers["content-type"]) == (status, "application/json")
    assert set(response.json()) == {"error"}
    error = response.json()["error"]
    assert error["code"] == code
    assert error["message"].endswith(".")
    assert set(error) - {"advice"} == {"code", "message"} | ({"type", "param"} if path.startswith("/v1") else set())
    assert response.headers["x-request-id"]
    assert response.headers["content-security-policy"]


def test_the_routes_are_those_of_the_app(client: TestClient) -> None:
    described = {
        (method.upper(), path) for path, ways in client.get("/openapi.json").json()["paths"].items() for method in ways
    }
    assert described == set(ROUTES) - {("GET", "/")}


@pytest.mark.parametrize(("method", "path"), ROUTES)
def test_a_request_from_elsewhere(client: TestClient, method: str, path: str) -> None:
    require_shape(sent(client, method, path, headers={"host": "evil.example"}), path, 403, "host")


@pytest.mark.parametrize("path", sorted({path for _, path in ROUTES}))
def test_another_method(client: TestClient, path: str) -> None:
    require_shape(sent(client, "PATCH", path), path, 405, "method")


@pytest.mark.parametrize(("method", "path"), [one for one in ROUTES if one[1] not in {"/", "/healthz"}])
@pytest.mark.parametrize(
    "brought", [{}, {"X-API-Key": "a key"}, {"Authorization": "Basic x"}, {"Authorization": "Bearer"}]
)
def test_no_key(keyed: TestClient, method: str, path: str, brought: dict[str, str]) -> None:
    response = sent(keyed, method, path, headers=brought)
    require_shape(response, path, 401, "key")
    assert response.headers["www-authenticate"] == "Bearer"


def test_the_key_opens_and_health_and_the_page_need_none(keyed: TestClient) -> None:
    for address in ("/", "/page/nowhere", "/healthz"):
        assert keyed.get(address).status_code in {200, 404}
    for address in ("/page", "/pages/look/page.css", "/page/../api/documents", "/openapi.json", "/metrics"):
        assert keyed.get(address).status_code == 401
    for name, value in (("X-API-Key", KEY), ("Authorization", f"Bearer {KEY}"), ("authorization", f"bearer {KEY}")):
        assert keyed.get("/api/documents", headers={name: value.encode()}).status_code == 200


class Broken:
    """A library that fails at everything."""

    path = None

    def __getattr__(self, name: str) -> Any:
        raise LibraryDamaged("The library is damaged. Index the documents again.")


@pytest.mark.parametrize(
    ("method", "path"),
    [one for one in ROUTES if one[1] not in {"/", "/api/feedback", "/v1/models", "/v1/models/{model}"}],
)
def test_a_broken_library(
    client: TestClient, engine: Any, monkeypatch: pytest.MonkeyPatch, method: str, path: str
) -> None:
    def fail(*_: Any, **__: Any) -> None:
        raise LibraryDamaged("The library is damaged. Index the documents again.")

    monkeypatch.setattr(engine, "library", Broken())
    monkeypatch.setattr(engine, "ask", fail)
    monkeypatch.setattr(engine, "search", fail)
    monkeypatch.setattr("api.intake.Intake.take", fail)
    monkeypatch.setattr("api.intake.Intake.remove", fail)
    more = {"content": b"x", "params": {"name": "a.txt"}} if (method, path) == ("POST", "/api/documents") else None
    response = client.request(method, path, **more) if more else sent(client, method, path)
    require_shape(response, path, 500, "library_damaged")
