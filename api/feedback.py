"""Verdicts on answers, kept in the library's folder as cases of a golden set: `namndsvar eval` reads them.

Where an answer was found good, what it cited is expected again. Where it was found bad, a person has to say what would
have been right (`namndsvar eval review`); until then the case stands for a question that is not answered well.
"""

from __future__ import annotations

import json
import os
import uuid
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from api.answer_json import LINE_SEPARATORS, AnswerJson, CitationJson
from api.limits import COMMENT_CHARACTERS
from api.question_json import Words, checked, checked_history
from indexer.language.detect import language
from indexer.library.opening import product_version

FILE = "feedback.jsonl"
_ONE_AT_A_TIME = Lock()


class FeedbackJson(BaseModel):
    """What a person thinks of an answer. answer_id: the answer's `id`; without it only the question is kept."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "question": "Hur många konsulter fanns 2018?",
                    "verdict": "down",
                    "comment": "Det gäller bara en enhet.",
                    "answer_id": "5f0c9f6b0c5a4f6e9d7f0c6e3f1b2a4d",
                    "history": [],
                }
            ]
        }
    )

    question: Words
    verdict: Literal["up", "down"]
    comment: Annotated[str, Field(max_length=COMMENT_CHARACTERS)] = ""
    answer_id: Annotated[str, Field(max_length=64)] | None = None
    history: list[str] = []


class Thanks(BaseModel):
    """The id of the case that was stored."""

    id: str


def keep(library: Path, told: FeedbackJson, answer: AnswerJson | None) -> str:
    """Keep a case in the library's feedback, in the place of an earlier one on that answer; gives its id.

    One that a person has reviewed stays as it is. Raises QuestionError, OSError.
    """
    file, case = library / FILE, _case(told, answer)
    with _ONE_AT_A_TIME:
        held = file.read_bytes().splitlines(keepends=True) if told.answer_id and file.exists() else []
        found = [(at, earlier) for at, line in enumerate(held) if (earlier := _earlier(line, case))]
        if found:
            at, earlier = found[-1]
            case["id"] = earlier["id"]
            _write(file.with_name(f"{FILE}.part"), "wb", b"".join([*held[:at], _line(case), *held[at + 1 :]]))
            file.with_name(f"{FILE}.part").replace(file)
        else:
            _write(file, "ab", _line(case))
    return str(case["id"])


def _earlier(line: bytes, case: dict[str, Any]) -> dict[str, Any]:
    """The case of the line, where it is on the same answer and nobody has reviewed it; else {}."""
    if str(case["answer_id"]).encode("utf-8", "replace") not in line:
        return {}
    try:
        held = json.loads(line)
    except ValueError:
        return {}  # cut off as it was written; it is left for `eval` to tell
    same = isinstance(held, dict) and all(held.get(name) == case[name] for name in ("answer_id", "question"))
    return held if same and "id" in held and not held.get("review") else {}


def _line(case: dict[str, Any]) -> bytes:
    return json.dumps(case, ensure_ascii=False).translate(LINE_SEPARATORS).encode("utf-8", "replace") + b"\n"


def _write(file: Path, mode: Literal["ab", "wb"], lines: bytes) -> None:
    with file.open(mode) as stream:
        stream.write(lines)
        stream.flush()
        os.fsync(stream.fileno())


def _case(told: FeedbackJson, answer: AnswerJson | None) -> dict[str, Any]:
    question = checked(told.question)
    return {
        "id": f"feedback-{uuid.uuid4().hex[:12]}",
        "lang": answer.language if answer else language(question),
        "kind": "feedback",
        "question": question,
        "history": list(checked_history(told.history)),
        "answerable": not (told.verdict == "up" and answer is not None and answer.status == "not_found"),
        **(_expected(answer.citations) if answer and told.verdict == "up" else {}),
        "answer": answer.text if answer else "",
        "status": answer.status if answer else "",
        "verdict": told.verdict,
        "comment": told.comment.strip(),
        "answer_id": told.answer_id,
        "time": datetime.now(UTC).isoformat(timespec="seconds"),
        "product": product_version(),
    }


def _expected(citations: list[CitationJson]) -> dict[str, Any]:
    """The places that the answer stood on; any one of them is right again."""
    cells = [cell for citation in citations for cell in citation.cells]
    sheets = dict.fromkeys(citation.sheet for citation in citations if citation.sheet)
    return {
        "docs": list(dict.fromkeys(citation.document for citation in citations)),
        "locator": " || ".join(" ".join(citation.quote.split()) for citation in citations if not citation.cells),
        "cells": cells,
        "sheet": "|".join(sheets),
    }
