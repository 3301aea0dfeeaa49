"""A heading or a lead-in on one line with its text."""

from __future__ import annotations

import pytest

from indexer.model import Form
from indexer.structure.parting import parted
from indexer.structure.pieces import Piece


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("Beslut: Nämnden godkänner rapporten.", "Beslut:"),
        ("Fritidsnämndens beslut: Rapporten godkänns.", "Fritidsnämndens beslut:"),
        ("Propositionsordning: Ordföranden ställer förslagen mot varandra.", "Propositionsordning:"),
        ("Förslag till beslut: Rapporten godkänns.", "Förslag till beslut:"),
        ("Cia Holm (C) lämnar följande yttrande: Vi ville mer.", "Cia Holm (C) lämnar följande yttrande:"),
    ],
)
def test_a_heading_is_parted_from_its_text(text: str, lead: str) -> None:
    assert [piece.text for piece in parted(Piece(text))] == [lead, text.removeprefix(lead).strip()]


@pytest.mark.parametrize("text", ["Bilaga: Karta", "Taxan: Den höjs.", "Beslutande: Anna Ek (S)", "Beslut: se nedan"])
def test_other_labels_stay_with_their_text(text: str) -> None:
    assert [piece.text for piece in parted(Piece(text))] == [text]


def test_page_breaks_go_with_the_text_behind() -> None:
    heading, body = parted(Piece("Beslut: Nämnden godkänner rapporten.", page=2, page_breaks=(16,)))
    assert (heading.page_breaks, body.page, body.page_breaks) == ((), 2, (8,))


def test_a_table_is_never_parted() -> None:
    assert len(list(parted(Piece("Beslut: Nämnden godkänner.", Form.TABLE)))) == 1
