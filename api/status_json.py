"""What the library holds, as JSON; where it lies on the machine is nobody's business over HTTP."""

from __future__ import annotations

from pydantic import BaseModel

from api.engines import Shelf

MOST_REFUSED = 500


class RefusedJson(BaseModel):
    """A file that was not taken in: its path, the class of trouble, what was seen and what to do."""

    path: str
    reason: str
    detail: str
    advice: str


class StatusJson(BaseModel):
    """The library in numbers. refused: the files that were refused, the first 500 by path."""

    documents: int
    paragraphs: int
    vectors: int
    change_number: int
    embedding: str
    format: int
    product: str
    bytes: int
    refused: list[RefusedJson]


def status_json(shelf: Shelf) -> StatusJson:
    """The shelf's own account, with its refused files."""
    held = shelf.status()
    told = {name: held[name] for name in StatusJson.model_fields if name != "refused"}
    refused = sorted(
        (file.location.path, *file.refusal) for file in shelf.known_files().values() if file.refusal is not None
    )
    keys = RefusedJson.model_fields
    return StatusJson(
        **told, refused=[RefusedJson(**dict(zip(keys, one, strict=True))) for one in refused[:MOST_REFUSED]]
    )
