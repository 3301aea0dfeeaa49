"""Every error of the HTTP interface in one JSON shape; below /v1 with the two fields that OpenAI's clients expect."""

from __future__ import annotations

from http import HTTPStatus

from fastapi import FastAPI, HTTPException, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException as StarletteHTTPException

from api.error_json import ErrorJson, Trouble, invalid, trouble
from api.openai_errors import is_openai, openai_error, openai_status
from indexer.errors import (
    EmbeddingMismatch,
    LibraryBusy,
    LibraryMissing,
    NamndsvarError,
    NotFound,
    QuestionError,
    Refusal,
)

STATUS: dict[type[Exception], int] = {
    QuestionError: HTTPStatus.UNPROCESSABLE_ENTITY,
    NotFound: HTTPStatus.NOT_FOUND,
    Refusal: HTTPStatus.UNPROCESSABLE_ENTITY,
    LibraryMissing: HTTPStatus.SERVICE_UNAVAILABLE,
    LibraryBusy: HTTPStatus.SERVICE_UNAVAILABLE,
    EmbeddingMismatch: HTTPStatus.SERVICE_UNAVAILABLE,
    NamndsvarError: HTTPStatus.INTERNAL_SERVER_ERROR,
}
CODES = {
    400: "invalid",
    404: "not_found",
    405: "method",
    408: "timeout",
    410: "gone",
    413: "too_large",
    422: "invalid",
    429: "busy",
    503: "busy",
    504: "timeout",
}
SENTENCES = {
    405: "This address does not take that method.",
}
NOWHERE = "There is nothing at this address."
UNEXPECTED = Trouble(code="unexpected", message="Something unexpected went wrong; the server's log says what.")
COME_AGAIN = {"Retry-After": "10"}


def tell_errors(app: FastAPI) -> None:
    """Set the handlers. What nobody foresaw is told by `api.watching.Watch`."""
    app.add_exception_handler(NamndsvarError, _ours)
    app.add_exception_handler(RequestValidationError, _unreadable)
    app.add_exception_handler(StarletteHTTPException, _refused)


def error_response(path: str, status: int, problem: Trouble, headers: dict[str, str] | None = None) -> JSONResponse:
    """An error as the response to a request for `path`."""
    if is_openai(path):
        return JSONResponse(openai_error(status, problem).model_dump(), openai_status(status), headers)
    return JSONResponse(ErrorJson(error=problem).model_dump(exclude_none=True), status, headers)


async def _ours(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, NamndsvarError)
    status = next(STATUS[kind] for kind in type(error).__mro__ if kind in STATUS)
    headers = COME_AGAIN if isinstance(error, LibraryBusy) else None
    return error_response(request.scope["path"], status, trouble(error), headers)


async def _unreadable(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)
    return error_response(request.scope["path"], HTTPStatus.UNPROCESSABLE_ENTITY, invalid(error.errors()))


async def _refused(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException | StarletteHTTPException)
    problem = Trouble(code=CODES.get(error.status_code, "request"), message=_sentence(error))
    headers = dict(error.headers or {})
    if error.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
        headers |= _allowed(request)
    return error_response(request.scope["path"], error.status_code, problem, headers)


def _allowed(request: Request) -> dict[str, str]:
    """All methods of the address: the routing knows only those of the first route that fits."""
    route = getattr(request.scope.get("route"), "path", "")
    methods = request.app.openapi()["paths"].get(route, {})
    return {"Allow": ", ".join(sorted(method.upper() for method in methods))} if methods else {}


def _sentence(error: HTTPException | StarletteHTTPException) -> str:
    standard = str(error.detail) == HTTPStatus(error.status_code).phrase
    if standard and error.status_code == HTTPStatus.NOT_FOUND:
        return NOWHERE
    told = SENTENCES.get(error.status_code, str(error.detail))
    return told if told.endswith(".") else f"{told}."
