"""Verdicts on answers."""

from __future__ import annotations

from fastapi import APIRouter

from api.feedback import FeedbackJson, Thanks, keep
from api.routes.given import TheAnswering, TheEngine, TheMetrics

routes = APIRouter(tags=["questions"])


@routes.post(
    "/api/feedback",
    status_code=201,
    responses={201: {"content": {"application/json": {"example": {"id": "feedback-0c5a4f6e9d7f"}}}}},
)
def feedback(told: FeedbackJson, engine: TheEngine, answering: TheAnswering, metrics: TheMetrics) -> Thanks:
    """Keep a verdict on an answer as a case that `namndsvar eval` reads (`feedback.jsonl` in the library's folder)."""
    answer = answering.given(told.answer_id) if told.answer_id else None
    kept = keep(engine.library.path, told, answer)
    metrics.count("namndsvar_feedback_total", verdict=told.verdict)
    return Thanks(id=kept)
