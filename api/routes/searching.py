"""The search: ranked paragraphs only."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from api.answer_json import HitsJson, json_line
from api.examples_json import HITS
from api.question_json import Hits, SearchJson, Words
from api.routes.given import RequestId, TheAnswering

routes = APIRouter(tags=["search"])

_FOUND = {"application/json": {"example": HITS}}
Word = Annotated[str, Query(max_length=300)]


@routes.post("/api/search", response_model=HitsJson, responses={200: {"content": _FOUND}})
async def search(asked: SearchJson, answering: TheAnswering, request_id: RequestId, request: Request) -> Response:
    """The paragraphs nearest to a query, best first."""
    request.state.question = asked.query
    return Response(json_line(await answering.search(asked, request_id)), media_type="application/json")


@routes.get("/api/search", response_model=HitsJson, responses={200: {"content": _FOUND}})
async def search_by_address(
    answering: TheAnswering,
    request_id: RequestId,
    request: Request,
    query: Annotated[Words, Query(examples=["väntetid nybesök"])],
    k: Hits = 10,
    committee: Word = "",
    kind: Word = "",
    year: Word = "",
    document: Word = "",
) -> Response:
    """The same with everything in the address, for links and quick tries."""
    named = {"committee": committee, "kind": kind, "year": year, "document": document}
    asked = SearchJson(query=query, k=k, filters={name: word for name, word in named.items() if word})
    return await search(asked, answering, request_id, request)
