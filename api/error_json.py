"""An error as JSON: the one shape that every door gives."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pydantic import BaseModel

from indexer.errors import (
    EmbeddingMismatch,
    LibraryBusy,
    LibraryDamaged,
    LibraryError,
    LibraryMissing,
    LibraryVersion,
    NamndsvarError,
    NotFound,
    QuestionError,
    Refusal,
)

CODES: dict[type[Exception], str] = {
    QuestionError: "question",
    NotFound: "not_found",
    LibraryMissing: "library_missing",
    LibraryBusy: "library_busy",
    LibraryVersion: "library_version",
    LibraryDamaged: "library_damaged",
    EmbeddingMismatch: "embedding_mismatch",
    LibraryError: "library",
    Refusal: "refused",
    NamndsvarError: "request",
}

# What the library cannot say, since it does not know the commands.
ADVICE: dict[type[Exception], str] = {
    LibraryMissing: "Run: namndsvar index FOLDER",
}


class Trouble(BaseModel):
    """What went wrong: a code for programs, a sentence for people, advice where there is some."""

    code: str
    message: str
    advice: str | None = None


class ErrorJson(BaseModel):
    """The body of every error."""

    error: Trouble


class BatchError(BaseModel):
    """The line that stands in a batch where an answer would have stood."""

    id: int | float | str | None = None
    error: Trouble


def trouble(error: NamndsvarError) -> Trouble:
    """An error of the product in words, with the code of its class or of the nearest class above."""
    code = next(CODES[kind] for kind in type(error).__mro__ if kind in CODES)
    if isinstance(error, Refusal):
        return Trouble(code=code, message=f"{error.reason}: {error.detail}.", advice=error.advice)
    return Trouble(code=code, message=str(error), advice=ADVICE.get(type(error)))


def sentence(problem: Trouble) -> str:
    """Message and advice together, for a terminal."""
    return f"{problem.message} {problem.advice or ''}".rstrip()


def invalid(errors: Sequence[Any]) -> Trouble:
    """pydantic's complaints about a request in one sentence; what was sent is not repeated."""
    sentences = [f"{_where(error['loc'])}: {error['msg']}" for error in errors]
    return Trouble(code="invalid", message=f"The request cannot be read: {'; '.join(sentences)}.")


def _where(location: Sequence[str | int]) -> str:
    return ".".join(str(step) for step in location if step != "body") or "body"
