"""Every error of the HTTP interface in the one JSON shape."""

from __future__ import annotations

from http import HTTPStatus

from fastapi import FastAPI, HTTPException, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException as StarletteHTTPException

from api.error_json import ErrorJson, Trouble, invalid, trouble
from indexer.errors import LibraryBusy, LibraryMissing, NamndsvarError, NotFound, QuestionError

STATUS: dict[type[Exception], int] = {
    QuestionError: HTTPStatus.UNPROCESSABLE_ENTITY,
    NotFound: HTTPStatus.NOT_FOUND,
    LibraryMissing: HTTPStatus.SERVICE_UNAVAILABLE,
    LibraryBusy: HTTPStatus.SERVICE_UNAVAILABLE,
    NamndsvarError: HTTPStatus.INTERNAL_SERVER_ERROR,
}
CODES = {400: "invalid", 404: "not_found", 405: "method", 413: "too_large", 422: "invalid"}
SENTENCES = {
    404: "There is nothing at this address.",
    405: "This address does not take that method.",
}


def tell_errors(app: FastAPI) -> None:
    """Set the handlers."""
    app.add_exception_handler(NamndsvarError, _ours)
    app.add_exception_handler(RequestValidationError, _unreadable)
    app.add_exception_handler(StarletteHTTPException, _refused)
    app.add_exception_handler(Exception, _unexpected)


def error_response(status: int, code: str, message: str, headers: dict[str, str] | None = None) -> JSONResponse:
    """An error as a response."""
    return _response(status, Trouble(code=code, message=message), headers)


def _response(status: int, problem: Trouble, headers: dict[str, str] | None = None) -> JSONResponse:
    return JSONResponse(ErrorJson(error=problem).model_dump(exclude_none=True), status, headers)


async def _ours(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, NamndsvarError)
    status = next(STATUS[kind] for kind in type(error).__mro__ if kind in STATUS)
    return _response(status, trouble(error))


async def _unreadable(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)
    return _response(HTTPStatus.UNPROCESSABLE_ENTITY, invalid(error.errors()))


async def _refused(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException | StarletteHTTPException)
    code = CODES.get(error.status_code, "request")
    message = SENTENCES.get(error.status_code, str(error.detail))
    return error_response(error.status_code, code, message, dict(error.headers or {}))


async def _unexpected(request: Request, error: Exception) -> JSONResponse:
    message = "Something unexpected went wrong; the server's log says what."
    return error_response(HTTPStatus.INTERNAL_SERVER_ERROR, "unexpected", message)
