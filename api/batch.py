"""JSON lines in, JSON lines out: many questions to one engine, in order."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import from_json

from api.error_json import BatchError, Trouble, invalid, trouble
from api.question_json import BatchQuestion
from api.streams import read_lines, write_json
from api.troubles import not_met, unexpected
from indexer.errors import NamndsvarError

Line = TypeVar("Line", bound=BatchQuestion)


def run_batch(form: type[Line], answer: Callable[[Line], BaseModel]) -> None:
    """Answer each line of stdin with a line of stdout.

    A line that cannot be answered gives an error object with its id, and the batch goes on; the command then
    ends with exit code 1.
    """
    asked = failed = 0
    for line in read_lines():
        reply = reply_to(line, form, answer)
        write_json(reply)
        asked += 1
        failed += isinstance(reply, BatchError)
    if failed:
        not_met(f"{failed} of {asked} lines could not be answered; their error objects say why.")


def reply_to(line: bytes, form: type[Line], answer: Callable[[Line], BaseModel]) -> BaseModel:
    """The answer to one line, or the error object that stands in its place."""
    try:
        asked = from_json(line)
    except ValueError as error:
        return BatchError(error=Trouble(code="invalid", message=f"The line is no JSON: {error}."))
    try:
        return answer(form.model_validate(asked))
    except ValidationError as error:
        problem = invalid(error.errors(include_input=False))
    except NamndsvarError as error:
        problem = trouble(error)
    except Exception as error:  # noqa: BLE001 - one line that breaks the engine must not cost the rest of the batch
        problem = Trouble(code="unexpected", message=unexpected(error))
    return BatchError(id=_identifier(asked), error=problem)


def _identifier(asked: object) -> int | float | str | None:
    identifier = asked.get("id") if isinstance(asked, dict) else None
    return identifier if isinstance(identifier, int | float | str) else None
