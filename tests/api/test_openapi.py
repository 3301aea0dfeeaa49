"""The description of the interface: every route with an example that is true, and with its errors."""

from __future__ import annotations

from typing import Any

import jsonschema
import pytest
from fastapi.testclient import TestClient

ANYTHING = {"application/octet-stream", "text/event-stream", "text/plain"}


@pytest.fixture
def described(client: TestClient) -> dict[str, Any]:
    found: dict[str, Any] = client.get("/openapi.json").json()
    return found


def operations(described: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    return [
        (f"{method.upper()} {path}", told) for path, ways in described["paths"].items() for method, told in ways.items()
    ]


def test_every_route_has_an_example_of_what_it_gives_and_of_its_errors(described: dict[str, Any]) -> None:
    for name, told in operations(described):
        good = [answer for status, answer in told["responses"].items() if status in {"200", "201"}]
        assert good, name
        for answer in (*good, told["responses"]["4XX"], told["responses"]["5XX"]):
            assert answer["content"], name
            assert all("example" in content for content in answer["content"].values()), name


def test_the_examples_are_of_the_shapes_that_they_stand_for(described: dict[str, Any]) -> None:
    checked = 0
    for name, told in operations(described):
        for answer in told["responses"].values():
            content = answer.get("content", {}).get("application/json", {})
            if "$ref" in content.get("schema", {}):
                jsonschema.validate(content["example"], {**content["schema"], "components": described["components"]})
                checked += 1
        assert told.get("summary") and told.get("description"), name
    assert checked > 40


def test_the_key_is_described_as_asked_only_where_there_is_one(described: dict[str, Any]) -> None:
    assert {} in described["security"]
    assert {name for one in described["security"] for name in one} == set(described["components"]["securitySchemes"])


def test_every_body_that_is_json_has_an_example(described: dict[str, Any]) -> None:
    for name, told in operations(described):
        content = told.get("requestBody", {}).get("content", {}).get("application/json")
        if content:
            schema = described["components"]["schemas"][content["schema"]["$ref"].rpartition("/")[2]]
            (example,) = schema["examples"]
            jsonschema.validate(example, {**schema, "components": described["components"]}), name


def test_what_the_server_gives_is_what_it_describes(client: TestClient, described: dict[str, Any]) -> None:
    for method, address, sent in (
        ("post", "/api/ask", {"question": "Hur många?"}),
        ("post", "/api/search", {"query": "park"}),
        ("post", "/v1/chat/completions", {"model": "namndsvar", "messages": [{"role": "user", "content": "Hur?"}]}),
        ("get", "/api/documents", None),
        ("get", "/api/status", None),
    ):
        schema = described["paths"][address][method]["responses"]["200"]["content"]["application/json"]["schema"]
        given = client.request(method, address, json=sent).json()
        jsonschema.validate(given, {**schema, "components": described["components"]})
