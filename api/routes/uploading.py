"""Taking a file into the library: as a form, or as the bare body with its name in the address."""

from __future__ import annotations

import shutil
import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Annotated, Any

from anyio import to_thread
from fastapi import APIRouter, Query, Request, Response
from starlette.datastructures import UploadFile

from api.answer_json import json_line
from api.examples_json import REFUSED_FILE, TAKEN_FILE
from api.index_json import FileJson, file_json
from api.intake import Intake, file_name
from api.routes.given import TheIntake, TheMetrics
from indexer.errors import QuestionError

routes = APIRouter(tags=["documents"])

_BINARY = {"type": "string", "format": "binary"}
_FORM = {"type": "object", "properties": {"file": _BINARY}, "required": ["file"]}
_BODY = {
    "required": True,
    "content": {
        "multipart/form-data": {"schema": _FORM},
        "application/octet-stream": {"schema": _BINARY},
    },
}
_REPORT: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "`unchanged` (the library has it), or `refused` with the reason.",
        "content": {"application/json": {"example": REFUSED_FILE}},
    },
    201: {
        "model": FileJson,
        "description": "`indexed`.",
        "content": {"application/json": {"example": TAKEN_FILE}},
    },
}


@routes.post("/api/documents", response_model=FileJson, responses=_REPORT, openapi_extra={"requestBody": _BODY})
async def upload(
    request: Request,
    intake: TheIntake,
    metrics: TheMetrics,
    name: Annotated[str, Query(max_length=1000, description="Of a file that comes as the bare body.")] = "",
) -> Response:
    """Take a file into the library: PDF, DOCX, ODT, HTML, Markdown, text or statistics.

    Answers with its report line when it is indexed, or refused with the reason. Another process that is indexing is
    waited for, up to 20 seconds; then the answer is 503.
    """
    async with _came(request, intake, name) as (came, called):
        report = await to_thread.run_sync(intake.take, came, called, limiter=intake.turns)
    metrics.count("namndsvar_uploads_total", outcome=report.outcome)
    status = 201 if report.outcome == "indexed" else 200
    return Response(json_line(file_json(report)), status, media_type="application/json")


@asynccontextmanager
async def _came(request: Request, intake: Intake, name: str) -> AsyncIterator[tuple[Path, str]]:
    """The file on disk under a passing name, with its own name; the former is gone afterwards."""
    intake.folder.mkdir(parents=True, exist_ok=True)
    passing = intake.folder / f".coming-{uuid.uuid4().hex}"
    try:
        if request.headers.get("content-type", "").lower().startswith("multipart/form-data"):
            called = await _from_form(request, passing, name)
        else:
            called = file_name(name)
            with passing.open("wb") as file:
                async for chunk in request.stream():
                    file.write(chunk)
        if not passing.stat().st_size:
            raise QuestionError("The file is empty. Send its content as the body, or in a form's field `file`.")
        yield passing, called
    finally:
        passing.unlink(missing_ok=True)


async def _from_form(request: Request, passing: Path, name: str) -> str:
    async with request.form(max_files=1, max_fields=10) as form:
        sent = form.get("file")
        if not isinstance(sent, UploadFile):
            raise QuestionError("The form has no file in its field `file`.")
        called = file_name(sent.filename or name)
        with passing.open("wb") as file:
            await to_thread.run_sync(shutil.copyfileobj, sent.file, file)
    return called
