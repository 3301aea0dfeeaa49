"""The description of the HTTP interface (OpenAPI), with the examples as they are meant."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from fastapi import FastAPI
from fastapi.routing import APIRoute

from api.routes import PARTS, errors_of

KEYS = {
    "bearer": {"type": "http", "scheme": "bearer", "description": "The server's key, where it has one."},
    "header": {"type": "apiKey", "in": "header", "name": "X-API-Key", "description": "The same key."},
}


def describe(app: FastAPI) -> None:
    """Have the app describe itself with whole examples: FastAPI leaves out of them what is null."""
    plain = app.openapi

    def described() -> dict[str, Any]:
        if app.openapi_schema is None:
            found = plain()
            for method, path, answers in _answers():
                _restore(found["paths"][path][method]["responses"], answers)
            found["components"]["securitySchemes"] = KEYS
            found["security"] = [{}, *({name: []} for name in KEYS)]
        assert app.openapi_schema is not None
        return app.openapi_schema

    app.openapi = described  # type: ignore[method-assign]  # FastAPI's own way of changing the description


def _answers() -> Iterator[tuple[str, str, dict[int | str, dict[str, Any]]]]:
    for part in PARTS:
        for route in part.routes.routes:
            if isinstance(route, APIRoute) and route.include_in_schema:
                for method in route.methods or ():
                    yield method.lower(), route.path, {**errors_of(part), **route.responses}


def _restore(told: dict[str, Any], answers: dict[int | str, dict[str, Any]]) -> None:
    for status, answer in answers.items():
        for kind, content in answer.get("content", {}).items():
            told[str(status)]["content"][kind]["example"] = content["example"]
