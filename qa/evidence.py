"""Question -> Query -> candidates: what is read for a question, when it is answered and when answering is learnt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from indexer.library import Library
from indexer.search import Search
from qa.choose.recorded import with_records
from qa.find.decisions import with_decisions
from qa.find.front import with_front
from qa.find.home import at_home, homes
from qa.find.retrieve import Candidate, retrieve
from qa.query import Query
from qa.understand.converse import complete

CANDIDATES: Final = 200
"""Paragraphs that are found for a question."""


def understood(question: str, history: Sequence[str], library: Library) -> Query:
    """What is asked, completed by the earlier turns (oldest first); the home municipality's name weighs little."""
    return at_home(complete(question, history), homes(library.documents()))


def candidates(search: Search, query: Query, filters: Mapping[str, str] | None = None) -> list[Candidate]:
    """Paragraphs found for a query, best first, with the lines of their documents that they call for."""
    found = retrieve(search, query, CANDIDATES, filters or {})
    decided = with_decisions(query, found, search.library)
    return with_records(query, with_front(query, decided, search.library), search.library)
