"""Examples for the description of the HTTP interface (OpenAPI); a test holds them to the shapes that go out."""

from __future__ import annotations

from typing import Any

_DOCUMENT_ID, _PARAGRAPH_ID = "5f0c9f6b0c5a4f6e", "9d7f0c6e3f1b2a4d"
_SHA256 = f"{_DOCUMENT_ID}2f4d8a1c93b7e6051d4c8f7a2b9e3d60517c8f2a4b6d9e13"
_REQUEST_ID = "2b1c7f0c9d7f4c6e8f1b2a4d5f0c9f6b"
_QUOTE = "Den 31 december 2018 var 37 konsulter i tjänst."
_TEXT = f"37 konsulter (31 december 2018), enligt socialförvaltningen: ”{_QUOTE}” [1]"
_PLACE = {"section": None, "page": 1, "paragraph": 8, "role": "account", "speaker": "Socialförvaltningen"}

CITATION: dict[str, Any] = {
    "number": 1,
    "document": "personalrapport-2018.pdf",
    "title": "Personalrapport 2018",
    "kind": "rapport",
    "dnr": "SN 2019/0061",
    "date": "2019-05-15",
    **_PLACE,
    "sheet": None,
    "cells": [],
    "quote": _QUOTE,
    "text": _QUOTE,
    "text_repaired": None,
    "headings": ["3 Inhyrda konsulter"],
    "question": None,
    "adjusted": None,
    "document_id": _DOCUMENT_ID,
    "paragraph_id": _PARAGRAPH_ID,
    "sha256": _SHA256,
}
_FIGURE = {
    "value": 37.0,
    "unit": "konsulter",
    "period": "2018-12-31",
    "measure": "konsulter",
    "hedge": "",
    "formula": "",
}
ANSWER: dict[str, Any] = {
    "id": _REQUEST_ID,
    "question": "Hur många konsulter fanns 2018?",
    "language": "sv",
    "status": "answered",
    "text": _TEXT,
    "figures": [_FIGURE],
    "citations": [CITATION],
    "related": [],
    "series": None,
    "elapsed_ms": 41.7,
    "made": {
        "time": "2026-01-19T09:30:00.125Z",
        "product": "0.1.0",
        "embedding": "namndsvar-sv-en:1",
        "library": "0f1e2d3c4b5a69788796a5b4c3d2e1f0",
        "change_number": 18,
    },
}
EVENTS = 'event: evidence\ndata: {"citations": [...], ...}\n\nevent: text\ndata: {"text": "37 konsulter (31 "}\n\n...'
EXAMPLES = {"questions": ["Vilka frågor ställer skrivelsen?"]}
HITS = {"id": _REQUEST_ID, "question": "väntetid nybesök", "hits": [{**CITATION, "score": 3.25}]}

DOCUMENT: dict[str, Any] = {
    "id": _DOCUMENT_ID,
    "document": "personalrapport-2018.pdf",
    "title": "Personalrapport 2018",
    "kind": "rapport",
    "format": "pdf",
    "committee": "Socialnämnden",
    "municipality": None,
    "date": "2019-05-15",
    "adjusted": None,
    "dnr": "SN 2019/0061",
    "status": "stated",
    "speaker": "Socialförvaltningen",
    "pages": 4,
    "damaged": False,
    "sha256": _SHA256,
    "paragraphs": 34,
    "uploaded": False,
}
DOCUMENTS = {
    "documents": [DOCUMENT],
    "total": 1,
    "offset": 0,
    "next": None,
    "facets": {"committee": {"Socialnämnden": 1}, "kind": {"rapport": 1}, "year": {"2019": 1}},
}
_PARAGRAPH = {
    "id": _PARAGRAPH_ID,
    **_PLACE,
    "text": _QUOTE,
    "text_repaired": None,
    "form": "text",
    "marker": "",
    "rows": [],
    "question": None,
    "headings": ["3 Inhyrda konsulter"],
}
WHOLE_DOCUMENT = {"document": DOCUMENT, "paragraphs": [_PARAGRAPH]}

MARKS: dict[str, Any] = {
    "page": 1,
    "pages": 4,
    "width": 595.28,
    "height": 841.89,
    "found": "quote",
    "marks": [{"left": 0.119, "top": 0.352, "width": 0.742, "height": 0.016}],
    "began": False,
    "continues": False,
}

CELLS: dict[str, Any] = {
    "document_id": _DOCUMENT_ID,
    "sheet": "Tabell 1",
    "title": "Väntetid till nybesök",
    "unit": "dagar",
    "page": None,
    "paragraph": 1,
    "addressing": "cell",
    "columns": [
        {"name": "Enhet", "header": ["Enhet"], "address": "A", "kind": "label", "unit": "", "marked": False},
        {"name": "2023", "header": ["2023"], "address": "B", "kind": "value", "unit": "dagar", "marked": True},
    ],
    "rows": [
        {
            "number": 7,
            "cells": [
                {"text": "Nordby", "address": "A7", "value": None, "marked": False},
                {"text": "16,5", "address": "B7", "value": 16.5, "marked": True},
            ],
        }
    ],
    "marked": 1,
    "rows_total": 12,
    "columns_total": 2,
    "notes": [],
}

TAKEN_FILE: dict[str, Any] = {
    "path": "personalrapport-2018.pdf",
    "outcome": "indexed",
    "reason": None,
    "document_id": _DOCUMENT_ID,
    "paragraphs": 34,
    "seconds": 0.412,
}
REFUSED_FILE = {
    **TAKEN_FILE,
    "path": "inskannat.pdf",
    "outcome": "refused",
    "reason": "no text: the pages are images. Run it through text recognition (OCR) to a PDF with text.",
    "document_id": None,
    "paragraphs": 0,
}
REMOVED_FILE = {**TAKEN_FILE, "outcome": "removed", "reason": "on request", "paragraphs": 0}
STATUS = {
    "documents": 18,
    "paragraphs": 412,
    "vectors": 412,
    "change_number": 18,
    "embedding": "namndsvar:1",
    "format": 2,
    "product": "0.1.0",
    "bytes": 4_194_304,
    "refused": [
        {
            "path": "inskannat.pdf",
            "reason": "no text",
            "detail": "the pages are images",
            "advice": "Run it through text recognition (OCR) to a PDF with text.",
        }
    ],
}
METRICS = 'namndsvar_requests_total{method="POST",route="/api/ask",status="200"} 12\n'

MODELS: dict[str, Any] = {
    "object": "list",
    "data": [{"id": "namndsvar", "object": "model", "created": 1760000000, "owned_by": "namndsvar"}],
}
_LINK = {
    "url": f"http://127.0.0.1:8000/api/documents/{_DOCUMENT_ID}/original#page=1",
    "title": "Personalrapport 2018",
    "start_index": _TEXT.index("[1]"),
    "end_index": _TEXT.index("[1]") + 3,
}
_CONTENT = (
    f"{_TEXT}\n\nKällor:\n[1] Personalrapport 2018 · dnr SN 2019/0061 · 2019-05-15 · Socialförvaltningen · stycke 8"
)
COMPLETION = {
    "id": f"chatcmpl-{_REQUEST_ID}",
    "object": "chat.completion",
    "created": 1760000000,
    "model": "namndsvar",
    "choices": [
        {
            "index": 0,
            "message": {
                "role": "assistant",
                "content": _CONTENT,
                "refusal": None,
                "annotations": [{"type": "url_citation", "url_citation": _LINK}],
            },
            "logprobs": None,
            "finish_reason": "stop",
        }
    ],
    "usage": {"prompt_tokens": 6, "completion_tokens": 52, "total_tokens": 58},
    "status": "answered",
    "figures": [_FIGURE],
    "citations": [CITATION],
    "related": [],
}
CHUNKS = 'data: {"choices": [{"index": 0, "delta": {"content": "37 konsulter "}}], ...}\n\n...\n\ndata: [DONE]\n\n'

ERROR = {"error": {"code": "question", "message": "The question is empty. Write a question in Swedish or English."}}
OPENAI_ERROR = {
    "error": {
        "message": "There is no model 'gpt'; the one there is goes by 'namndsvar'.",
        "type": "not_found_error",
        "param": None,
        "code": "not_found",
    }
}
