"""The addresses of the HTTP interface. Handlers are plain functions: FastAPI runs them in its threads."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Request
from fastapi.responses import FileResponse
from pydantic import BaseModel

from api.answer_json import AnswerJson, answer_json
from api.document_json import DocumentsJson, WholeDocumentJson, document_json, whole_document_json
from api.engines import Engine
from api.error_json import ErrorJson
from api.question_json import QuestionJson, checked, checked_history
from indexer.errors import NotFound
from qa.examples import example_questions

INDEX = Path(__file__).parent / "page" / "index.html"
ERRORS: dict[int | str, dict[str, Any]] = {
    "4XX": {"model": ErrorJson, "description": "The request cannot be met as it stands."},
    "5XX": {"model": ErrorJson, "description": "The server cannot meet the request now."},
}

routes = APIRouter(responses=ERRORS)


class Health(BaseModel):
    """Whether answers can be given, from how much, and as of which change of the library."""

    status: Literal["ok"] = "ok"
    documents: int
    change_number: int


def _engine(request: Request) -> Engine:
    engine: Engine = request.app.state.engine
    return engine


Answering = Annotated[Engine, Depends(_engine)]


@routes.get("/", include_in_schema=False)
def page() -> FileResponse:
    """The chat page."""
    return FileResponse(INDEX, media_type="text/html")


@routes.post("/api/ask")
def ask(asked: QuestionJson, engine: Answering) -> AnswerJson:
    """Answer a question from the documents, with citations."""
    answer = engine.ask(checked(asked.question), checked_history(asked.history), asked.filters)
    return answer_json(answer)


class Examples(BaseModel):
    """Questions to begin with; each is answered from the documents as they are now."""

    questions: list[str]


@routes.get("/api/examples")
def examples(engine: Answering, language: Literal["sv", "en"] = "sv") -> Examples:
    """Up to three questions that the library answers."""
    return Examples(questions=example_questions(engine, language))


@routes.get("/api/documents")
def documents(engine: Answering, language: Literal["sv", "en"] = "sv") -> DocumentsJson:
    """All documents that answers come from."""
    return DocumentsJson(documents=[document_json(found, language) for found in engine.library.documents()])


@routes.get("/api/documents/{document_id}")
def document(document_id: str, engine: Answering, language: Literal["sv", "en"] = "sv") -> WholeDocumentJson:
    """A document with its paragraphs; `language` is that of the speakers' labels."""
    found = engine.library.document(document_id)
    if found is None:
        raise NotFound(f"There is no document {document_id!r}. GET /api/documents lists them.")
    return whole_document_json(found, engine.library.paragraphs(document_id), language)


@routes.get("/healthz")
def health(engine: Answering) -> Health:
    """Whether answers can be given."""
    library = engine.library
    return Health(documents=library.counts()["documents"], change_number=library.change_number)
