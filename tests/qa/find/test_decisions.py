"""A decision that says nothing of its matter is found through its §."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from indexer.model import Role
from indexer.search import Search
from qa.find.decisions import with_decisions
from qa.find.retrieve import retrieve
from qa.understand.question import understand

Open = Callable[..., Search]

MINUTES = """PROTOKOLL
Hamnnämnden
Sammanträde 2016-05-12

§ 4 Förslag om bastu vid Tallnäs

Sten Ahl (KD) har väckt förslag om en bastu vid Tallnäs.

Beslut

Frågan skickas till hamnkontoret för beredning.
"""


@pytest.mark.parametrize(
    ("question", "added"),
    [("Vad beslutade nämnden om bastun vid Tallnäs?", True), ("Vem väckte förslaget om bastun?", False)],
)
def test_the_decision_of_a_section_is_read_where_one_is_asked_for(indexed: Open, question: str, added: bool) -> None:
    search, query = indexed(protokoll=MINUTES), understand(question)
    found = [one for one in retrieve(search, query, 50) if one.paragraph.role is not Role.DECISION]
    decided = [one for one in with_decisions(query, found, search.library) if one.paragraph.role is Role.DECISION]
    assert [one.paragraph.readable for one in decided] == ["Frågan skickas till hamnkontoret för beredning."] * added


def test_no_paragraph_comes_twice(indexed: Open) -> None:
    search, query = indexed(protokoll=MINUTES), understand("Vad beslutade nämnden om bastun vid Tallnäs?")
    held = [one.paragraph.id for one in with_decisions(query, retrieve(search, query, 50), search.library)]
    assert len(held) == len(set(held))
