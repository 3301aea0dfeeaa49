"""Tables around the cells that a citation names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from api.cells_json import CellsJson, cells_json
from api.engines import Shelf
from api.examples_json import CELLS
from api.limits import MOST_ADDRESSES
from api.routes.documents import UNCHANGED, DocumentId, document_of
from api.routes.given import TheEngine, TheTables
from api.tags import tagged
from indexer.errors import NotFound, QuestionError
from indexer.model import Paragraph
from indexer.tables.model import Table

routes = APIRouter(tags=["documents"])

_SEVERAL = re.compile(r"[A-Z]{1,3}\d{1,7}(?::[A-Z]{1,3}\d{1,7})?(?:\s*,\s*[A-Z]{1,3}\d{1,7}(?::[A-Z]{1,3}\d{1,7})?)*")
Address = Annotated[str, Query(max_length=1000)]


@routes.get(
    "/api/documents/{document_id}/cells",
    response_model=CellsJson,
    responses={200: {"content": {"application/json": {"example": CELLS}}}, **UNCHANGED},
)
def cells(
    document_id: DocumentId,
    request: Request,
    engine: TheEngine,
    tables: TheTables,
    sheet: Annotated[str, Query(max_length=300, description="Name of the sheet; of any where it is left out.")] = "",
    cells: Annotated[list[Address], Query(max_length=400, description="As citations have them, one or more.")] = [],  # noqa: B006
    paragraph: Annotated[str, Query(max_length=64, description="The id of the paragraph that shows the table.")] = "",
) -> Response:
    """The rows and columns of a table around some cells, the cells marked; 404 when no table of the document has them.

    cells: "B4", "A4:F11", "s. 3, rad 2, kolumn 4" or "dim=label|dim=label".
    """
    from api.table_part import part_of  # loads DuckDB

    if not cells and not paragraph:
        raise QuestionError("There is nothing to look for. Give ?cells=B4 with &sheet=NAME, or ?paragraph=ID.")
    found = document_of(engine, document_id)
    addresses = [one for given in cells for one in _addresses(given)]
    if len(addresses) > MOST_ADDRESSES:
        raise QuestionError(f"{len(addresses)} cells are named; at most {MOST_ADDRESSES} are looked up. Name ranges.")
    among = [one for one in engine.library.tables_of(found.id) if not sheet or one.sheet == sheet]
    if paragraph:
        among, addresses = _shown_by(engine.library, found.id, paragraph, among, addresses)
    part = part_of(among, addresses, tables.store)
    if part is None:
        raise NotFound("No table of the document has these cells.")
    return tagged(request, cells_json(part))


def _addresses(given: str) -> list[str]:
    """One address, or several of a sheet's with commas between them; labels may hold commas."""
    text = given.strip()
    return re.split(r"\s*,\s*", text) if _SEVERAL.fullmatch(text) else [text]


def _shown_by(
    library: Shelf, document_id: str, paragraph_id: str, tables: Sequence[Table], addresses: list[str]
) -> tuple[list[Table], list[str]]:
    """The tables that the paragraph shows, and the addresses: its own row's where none are given."""
    one = next((one for one in library.paragraphs(document_id) if one.id == paragraph_id), None)
    if one is None:
        raise NotFound(f"The document has no paragraph {paragraph_id!r}. GET /api/documents/{document_id} lists them.")
    shown = [table for table in tables if table.paragraph == one.place.number]
    if shown or addresses:
        return shown or list(tables), addresses
    return [table for table in tables if _is_of(table, one)], list(one.place.cells)


def _is_of(table: Table, paragraph: Paragraph) -> bool:
    """May the paragraph be of a row of the table?"""
    shows_rows = table.row_paragraphs and table.paragraph is not None and bool(paragraph.place.cells)
    return shows_rows and table.sheet == (paragraph.place.sheet or "")
