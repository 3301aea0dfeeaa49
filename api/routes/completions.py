"""The addresses made after OpenAI's, so that whatever talks to those talks to us."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, HTTPException, Request, Response

from api.events import MEDIA_TYPE, streamed
from api.examples_json import CHUNKS, COMPLETION, MODELS
from api.openai_chat import chunks, completion, question_of
from api.openai_json import MODEL, ChatJson, Completion, ModelJson, ModelsJson
from api.routes.given import RequestId, TheAnswering

routes = APIRouter(tags=["openai"])


def _example(example: object, **more: Any) -> dict[int | str, dict[str, Any]]:
    return {200: {"content": {"application/json": {"example": example}, **more}}}


@routes.get("/v1/models", responses=_example(MODELS))
def models(request: Request) -> ModelsJson:
    """The one model: the library's own answers."""
    return ModelsJson(data=[_model(request)])


@routes.get("/v1/models/{model}", responses=_example(MODELS["data"][0]))
def model(model: str, request: Request) -> ModelJson:
    """The model by its name."""
    _require_ours(model)
    return _model(request)


@routes.post(
    "/v1/chat/completions",
    response_model=Completion,
    responses=_example(COMPLETION, **{MEDIA_TYPE: {"example": CHUNKS}}),
)
async def chat(chat: ChatJson, answering: TheAnswering, request_id: RequestId, request: Request) -> Response:
    """Answer the last message of the user from the documents; the user's earlier messages are its history.

    The content ends with the list of sources; `citations` holds them as `POST /api/ask` gives them.
    """
    _require_ours(chat.model)
    asked = question_of(chat)
    request.state.question = asked.question
    answer = await answering.ask(asked, request_id)
    base = str(request.base_url)
    if chat.stream:
        return streamed(chunks(chat, answer, base))
    return Response(completion(chat, answer, base).model_dump_json(), media_type="application/json")


def _model(request: Request) -> ModelJson:
    return ModelJson(created=request.app.state.began)


def _require_ours(name: str) -> None:
    if name != MODEL:
        raise HTTPException(404, f"There is no model {name!r}; the one there is goes by {MODEL!r}.")
