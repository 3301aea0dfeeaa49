"""Questions: answered whole, or as events."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Header, Request, Response
from pydantic import BaseModel

from api.answer_json import AnswerJson, json_line
from api.events import MEDIA_TYPE, event_stream, wants_events
from api.examples_json import ANSWER, EVENTS, EXAMPLES
from api.question_json import QuestionJson
from api.routes.given import Language, RequestId, TheAnswering

routes = APIRouter(tags=["questions"])

_WHOLE = {"application/json": {"example": ANSWER}}
_EVENTS = {MEDIA_TYPE: {"example": EVENTS}}


class Examples(BaseModel):
    """Questions to begin with; each is answered from the documents as they are now."""

    questions: list[str]


@routes.post("/api/ask", response_model=AnswerJson, responses={200: {"content": _WHOLE | _EVENTS}})
async def ask(
    asked: QuestionJson,
    answering: TheAnswering,
    request_id: RequestId,
    request: Request,
    accept: Annotated[str, Header(include_in_schema=False)] = "",
) -> Response:
    """Answer a question from the documents, with citations.

    As events where `Accept: text/event-stream` asks for them.
    """
    request.state.question = asked.question
    answer = await answering.ask(asked, request_id)
    return event_stream(answer) if wants_events(accept) else _whole(answer)


@routes.post("/api/ask/stream", response_class=Response, responses={200: {"content": _EVENTS}})
async def stream(asked: QuestionJson, answering: TheAnswering, request_id: RequestId, request: Request) -> Response:
    """Answer as server-sent events: `evidence` (the citations), `text` (the next words), `answer` (the whole)."""
    request.state.question = asked.question
    return event_stream(await answering.ask(asked, request_id))


@routes.get("/api/examples", responses={200: {"content": {"application/json": {"example": EXAMPLES}}}})
async def examples(answering: TheAnswering, language: Language = "sv") -> Examples:
    """Up to three questions that the library answers."""
    return Examples(questions=await answering.examples(language))


def _whole(answer: AnswerJson) -> Response:
    return Response(json_line(answer), media_type="application/json")
