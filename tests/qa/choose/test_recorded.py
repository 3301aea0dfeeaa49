"""Lines of minutes that say nothing of their matter are read with the § that does."""

from __future__ import annotations

from collections.abc import Callable

from indexer.search import Search
from qa.engine import Engine

Open = Callable[..., Search]

MINUTES = """PROTOKOLL
Hamnnämnden
Sammanträde 2016-05-12

§ 4 Avgiftsfri gästbrygga vid Tallnäs

Siv Norrby (KD) har väckt förslag om en avgiftsfri gästbrygga vid Tallnäs under sommaren.

Beslut

Frågan skickas till hamnkontoret för vidare beredning.

§ 5 Ny kran i Viken

Beslut

Nämnden godkänner upphandlingen av en ny kran i Viken.
"""


def test_a_decision_that_was_not_taken_is_not_explained(indexed: Open) -> None:
    question = "Varför beslutade hamnnämnden att göra gästbryggan vid Tallnäs avgiftsfri?"
    text = Engine(indexed(protokoll=MINUTES)).ask(question).text
    assert text.startswith("Det stämmer inte")
    assert "för vidare beredning" in text


def test_who_handed_it_in_is_named(indexed: Open) -> None:
    text = Engine(indexed(protokoll=MINUTES)).ask("Vem väckte förslaget om en gästbrygga vid Tallnäs?").text
    assert "Siv Norrby" in text
