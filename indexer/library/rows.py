"""Documents, paragraphs and vectors as SQLite keeps them, and back."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

import numpy as np
from numpy.typing import NDArray

from indexer.model import Document, Form, Kind, Paragraph, Place, Role, Speaker

Vectors = NDArray[np.float32]
_STORED = np.dtype("<f4")


def document_fields(document: Document) -> str:
    """Everything but id and path, which have columns of their own."""
    return _json({key: value for key, value in asdict(document).items() if key not in {"id", "path"}})


def paragraph_fields(paragraph: Paragraph) -> str:
    """Everything but the ids, which have columns of their own."""
    return _json({key: value for key, value in asdict(paragraph).items() if key not in {"id", "document_id"}})


def to_document(document_id: str, path: str, fields: str) -> Document:
    """The reverse of `document_fields`."""
    values = json.loads(fields)
    values |= {"kind": Kind(values["kind"]), "dnr": tuple(values["dnr"]), "speaker": _speaker(values["speaker"])}
    return Document(id=document_id, path=path, **values)


def to_paragraph(paragraph_id: str, document_id: str, fields: str) -> Paragraph:
    """The reverse of `paragraph_fields`."""
    values = json.loads(fields)
    values |= {
        "place": _place(values["place"]),
        "role": Role(values["role"]),
        "form": Form(values["form"]),
        "speaker": _speaker(values["speaker"]),
        "rows": tuple(tuple(row) for row in values["rows"]),
    }
    return Paragraph(id=paragraph_id, document_id=document_id, **values)


def vector_blob(vector: Vectors) -> bytes:
    """One vector as bytes."""
    return vector.astype(_STORED, copy=False).tobytes()


def to_vectors(blobs: Sequence[bytes]) -> Vectors:
    """Blobs of equal length as one array of shape (n, d); (0, 0) when there are none."""
    if not blobs:
        return np.zeros((0, 0), dtype=np.float32)
    flat = np.frombuffer(b"".join(blobs), dtype=_STORED).astype(np.float32, copy=False)
    return flat.reshape(len(blobs), -1)


def _json(values: dict[str, Any]) -> str:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


def _place(values: dict[str, Any]) -> Place:
    lists = {key: tuple(values[key]) for key in ("page_breaks", "headings", "cells")}
    return Place(**(values | lists))


def _speaker(values: dict[str, Any]) -> Speaker:
    lists = {key: tuple(values[key]) for key in ("parties", "persons")}
    return Speaker(**(values | lists))
