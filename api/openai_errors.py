"""Errors below /v1 in the shape of OpenAI's API: ours with `type` and `param` beside code and message."""

from __future__ import annotations

from pydantic import BaseModel

from api.error_json import Trouble, sentence

TYPES = {401: "authentication_error", 403: "permission_error", 404: "not_found_error", 429: "rate_limit_error"}


class OpenaiTrouble(BaseModel):
    """What went wrong, as OpenAI's clients read it."""

    message: str
    type: str
    param: str | None = None
    code: str


class OpenaiErrorJson(BaseModel):
    """The body of every error below /v1."""

    error: OpenaiTrouble


def is_openai(path: str) -> bool:
    """Whether an address is one of those made after OpenAI's."""
    return path == "/v1" or path.startswith("/v1/")


def openai_status(status: int) -> int:
    """What OpenAI answers where we would answer otherwise: a request that cannot be read is 400."""
    return 400 if status == 422 else status


def openai_error(status: int, problem: Trouble) -> OpenaiErrorJson:
    """An error in OpenAI's shape."""
    kind = TYPES.get(status, "server_error" if status >= 500 else "invalid_request_error")
    return OpenaiErrorJson(error=OpenaiTrouble(message=sentence(problem), type=kind, code=problem.code))
