"""Tables of invented documents, and what is found in them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from indexer.model import Form
from qa.cells.find import Found, find
from qa.find.retrieve import Candidate
from qa.query import Query
from qa.read.readings import Reading
from qa.understand.question import understand

Rows = tuple[tuple[str, ...], ...]
Look = Callable[..., tuple[Query, Found | None]]


@pytest.fixture
def look(candidate: Callable[..., Candidate], reading: Callable[..., list[Reading]]) -> Look:
    """The query and the cells that it asks for in one table."""

    def looked(question: str, table: Rows, **more: Any) -> tuple[Query, Found | None]:
        query = understand(question)
        text = "\n".join(" ".join(row) for row in table)
        return query, find(query, reading(query, candidate(text, form=Form.TABLE, rows=table, **more)))

    return looked
