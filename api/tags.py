"""Entity tags: a reader that has the document already is told so (RFC 9110, sections 8.8.3 and 13.1.2)."""

from __future__ import annotations

from hashlib import blake2b

from fastapi import Request, Response
from pydantic import BaseModel

from api.answer_json import json_line

ASK_AGAIN = {"Cache-Control": "private, no-cache"}  # keep it, but ask each time whether it still holds


def tagged(request: Request, model: BaseModel) -> Response:
    """The model as JSON with its tag, or 304 when the asker's copy is the same."""
    body = json_line(model).encode()
    tag = f'"{blake2b(body, digest_size=12).hexdigest()}"'
    return unchanged(request, tag) or Response(body, media_type="application/json", headers={"ETag": tag, **ASK_AGAIN})


def unchanged(request: Request, tag: str) -> Response | None:
    """304 when the asker holds what has this tag."""
    held = [one.strip().removeprefix("W/") for one in request.headers.get("if-none-match", "").split(",")]
    return Response(status_code=304, headers={"ETag": tag, **ASK_AGAIN}) if tag in held or "*" in held else None
