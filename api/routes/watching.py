"""How the server and its library are: for people, for who starts it, and for who watches over it."""

from __future__ import annotations

from typing import Literal

from fastapi import APIRouter, Response
from pydantic import BaseModel

from api.examples_json import METRICS, STATUS
from api.metrics import CONTENT_TYPE
from api.question_json import SearchJson
from api.routes.given import TheAnswering, TheEngine, TheMetrics
from api.status_json import StatusJson, status_json

routes = APIRouter(tags=["status"])

_TRIED = "protokoll"  # any word: what counts is that the search answers


class Health(BaseModel):
    """Whether answers can be given, from how much, and as of which change of the library."""

    status: Literal["ok"] = "ok"
    documents: int
    change_number: int


class Ready(BaseModel):
    """The library is readable, its indexes follow it, and the model is loaded."""

    status: Literal["ready"] = "ready"
    change_number: int


@routes.get(
    "/healthz",
    responses={
        200: {"content": {"application/json": {"example": {"status": "ok", "documents": 18, "change_number": 18}}}}
    },
)
def health(engine: TheEngine) -> Health:
    """Whether the server lives and can read its library. Asks for no key."""
    library = engine.library
    return Health(documents=library.counts()["documents"], change_number=library.change_number)


@routes.get(
    "/readyz", responses={200: {"content": {"application/json": {"example": {"status": "ready", "change_number": 18}}}}}
)
async def ready(engine: TheEngine, answering: TheAnswering) -> Ready:
    """Whether a question would be answered now: the library is searched by words and by meaning."""
    await answering.search(SearchJson(query=_TRIED, k=1), None)
    return Ready(change_number=engine.library.change_number)


@routes.get("/api/status", responses={200: {"content": {"application/json": {"example": STATUS}}}})
def status(engine: TheEngine) -> StatusJson:
    """What the library holds and what made it, with the files that were refused and why."""
    return status_json(engine.library)


@routes.get(
    "/metrics",
    response_class=Response,
    responses={200: {"content": {"text/plain": {"schema": {"type": "string"}, "example": METRICS}}}},
)
def metrics(engine: TheEngine, answering: TheAnswering, counted: TheMetrics) -> Response:
    """Counts, times and sizes in the form of Prometheus."""
    counts = engine.library.counts()
    gauges = {f"namndsvar_library_{name}": float(counts[name]) for name in ("documents", "paragraphs")}
    gauges["namndsvar_library_change_number"] = float(engine.library.change_number)
    gauges["namndsvar_answers_left_running"] = float(answering.left_running)
    return Response(counted.text(gauges), headers={"Content-Type": CONTENT_TYPE})
