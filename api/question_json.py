"""What comes in: a question as JSON or as words, checked before the engine sees it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from api.answer_json import Identifier
from api.limits import MOST_HITS
from indexer.errors import QuestionError
from indexer.settings import settings
from qa.find.retrieve import FILTERS

Hits = Annotated[int, Field(ge=1, le=MOST_HITS)]
# The shapes below are only told: what does not keep to them is refused by the engine, in words of its own.
Words = Annotated[str, Field(json_schema_extra={"minLength": 1, "maxLength": 4000, "pattern": r"\S"})]
Filters = Annotated[dict[str, str], Field(json_schema_extra={"propertyNames": {"enum": list(FILTERS)}})]


class QuestionJson(BaseModel):
    """A question with the earlier user turns, oldest first, and what to keep to."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "question": "Hur många tjänster är vakanta?",
                    "history": ["Hur många tjänster har förvaltningen?"],
                    "filters": {},
                }
            ]
        }
    )

    question: Words
    history: list[str] = []
    filters: Filters = {}


class SearchJson(BaseModel):
    """What to look for, how many paragraphs, and what to keep to."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"query": "väntetid nybesök", "k": 5, "filters": {}}]})

    query: Words
    k: Hits = 10
    filters: Filters = {}


class BatchQuestion(QuestionJson):
    """A line of a batch: a question with the asker's own id."""

    id: Identifier = None


class BatchSearch(BatchQuestion):
    """A line of a search batch; without `k` the command's own holds."""

    k: Hits | None = None


def checked(question: str) -> str:
    """The question trimmed, with code points that are no text replaced.

    Raises QuestionError when it is empty or longer than the settings allow.
    """
    text = _as_text(question)
    if not text:
        raise QuestionError("The question is empty. Write a question in Swedish or English.")
    return _bounded(text, "question")


def checked_history(turns: Sequence[str]) -> tuple[str, ...]:
    """The earlier turns trimmed, empty ones left out. Raises QuestionError when one is too long."""
    return tuple(_bounded(text, "earlier turn") for text in map(_as_text, turns) if text)


def _as_text(words: str) -> str:
    return words.encode("utf-8", "surrogatepass").decode("utf-8", "replace").strip()


def _bounded(text: str, name: str) -> str:
    longest = settings().question_characters
    if len(text) > longest:
        raise QuestionError(f"The {name} is longer than {longest} characters. Ask a shorter one.")
    return text
