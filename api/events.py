"""An answer as server-sent events (HTML Living Standard, "Server-sent events").

`evidence` with the citations, `text` in pieces, `answer` with the whole: who reads only the last misses nothing.
"""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Iterator
from itertools import islice

import anyio
from fastapi.responses import StreamingResponse
from pydantic import BaseModel

from api.answer_json import AnswerJson, CitationJson, FigureJson, SeriesJson, json_line

MEDIA_TYPE = "text/event-stream"
UNBUFFERED = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}  # the latter: a proxy must not collect the pieces
_WORDS = 3  # in a piece
_FIRST, _NEXT = 2, 8  # events in a write


class Evidence(BaseModel):
    """What the answer stands on, before its text."""

    id: int | float | str | None
    language: str
    status: str
    figures: list[FigureJson]
    citations: list[CitationJson]
    related: list[CitationJson]
    series: SeriesJson | None


class Piece(BaseModel):
    """The next words of the text; the pieces joined are the text."""

    text: str


def event_stream(answer: AnswerJson) -> StreamingResponse:
    """The answer as a response of events."""
    return streamed(event(name, model) for name, model in _events(answer))


def streamed(events: Iterator[str]) -> StreamingResponse:
    """Ready-made events as a response, a few in each write."""
    return StreamingResponse(_in_writes(events), media_type=MEDIA_TYPE, headers=UNBUFFERED)


def event(name: str, model: BaseModel) -> str:
    """One event; its data is JSON on one line."""
    return f"event: {name}\ndata: {json_line(model)}\n\n"


def pieces(text: str) -> list[str]:
    """The text in pieces of a few words, white space kept."""
    return re.findall(rf"\s*(?:\S+\s*){{1,{_WORDS}}}", text)


def wants_events(accept: str) -> bool:
    """Whether an Accept header asks for events."""
    return any(part.partition(";")[0].strip().lower() == MEDIA_TYPE for part in accept.split(","))


def _events(answer: AnswerJson) -> Iterator[tuple[str, BaseModel]]:
    yield "evidence", Evidence.model_construct(**{name: getattr(answer, name) for name in Evidence.model_fields})
    for piece in pieces(answer.text):
        yield "text", Piece(text=piece)
    yield "answer", answer


async def _in_writes(events: Iterator[str]) -> AsyncIterator[str]:
    """The first two at once, the citations and the first words; then a few at a time: each write has its price."""
    several = _FIRST
    while some := "".join(islice(events, several)):
        yield some
        await anyio.sleep(0)  # let it out before the next is made
        several = _NEXT
