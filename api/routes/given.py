"""What the routes are given, as named types, and the errors that each of them may answer."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import Depends, Request

from api.answering import Answering
from api.drawing.pages import Pages
from api.engines import Engine
from api.error_json import ErrorJson
from api.examples_json import ERROR, OPENAI_ERROR
from api.intake import Intake
from api.metrics import Metrics
from api.openai_errors import OpenaiErrorJson
from api.tables import Tables

Responses = dict[int | str, dict[str, Any]]
DESCRIPTIONS = {
    "4XX": "The request cannot be met as it stands.",
    "5XX": "The server cannot meet the request now.",
}


def _errors(model: type[ErrorJson] | type[OpenaiErrorJson], example: dict[str, Any]) -> Responses:
    content = {"application/json": {"example": example}}
    return {key: {"model": model, "description": told, "content": content} for key, told in DESCRIPTIONS.items()}


ERRORS = _errors(ErrorJson, ERROR)
OPENAI_ERRORS = _errors(OpenaiErrorJson, OPENAI_ERROR)


def _engine(request: Request) -> Engine:
    engine: Engine = request.app.state.engine
    return engine


def _answering(request: Request) -> Answering:
    answering: Answering = request.app.state.answering
    return answering


def _intake(request: Request) -> Intake:
    intake: Intake = request.app.state.intake
    return intake


def _pages(request: Request) -> Pages:
    pages: Pages = request.app.state.pages
    return pages


def _tables(request: Request) -> Tables:
    tables: Tables = request.app.state.tables
    return tables


def _metrics(request: Request) -> Metrics:
    metrics: Metrics = request.app.state.metrics
    return metrics


def _request_id(request: Request) -> str:
    return str(request.state.request_id)


TheEngine = Annotated[Engine, Depends(_engine)]
TheAnswering = Annotated[Answering, Depends(_answering)]
TheIntake = Annotated[Intake, Depends(_intake)]
ThePages = Annotated[Pages, Depends(_pages)]
TheTables = Annotated[Tables, Depends(_tables)]
TheMetrics = Annotated[Metrics, Depends(_metrics)]
RequestId = Annotated[str, Depends(_request_id)]
Language = Literal["sv", "en"]
