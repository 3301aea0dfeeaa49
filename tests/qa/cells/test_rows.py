"""Rows of tables: their label, the cells with values, and which words mean the same."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from indexer.model import Form
from qa.cells.rows import rows
from qa.cells.words import aspect, spelled
from qa.find.retrieve import Candidate
from qa.read.passages import passages
from qa.read.readings import Reading
from qa.understand.question import understand


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Avv. prognos/ budget 2026", "deviation"),
        ("Prognos helår", "forecast"),
        ("Utfall ack.", "outcome"),
        ("Budget 2023", "budget"),
        ("Verksamhet", ""),
    ],
)
def test_a_head_is_of_one_aspect(words: str, name: str) -> None:
    assert aspect(words) == name


def test_an_abbreviation_is_read_in_full() -> None:
    assert spelled("Antal inv. i kommunen") == "Antal invånare i kommunen"
    assert "invånare" not in spelled("Kostnad, kr/inv.")  # which says by what it is counted, not what


def test_a_row_has_words_before_its_values(
    candidate: Callable[..., Candidate], reading: Callable[..., list[Reading]]
) -> None:
    table = (("Avdelning", "Åtgärd", "Start", "Effekt"), ("Bad", "Kortare kö", "2026-02-01", "150 tkr"))
    text = "\n".join(" ".join(row) for row in table)
    found = rows(reading(understand("Vad är effekten?"), candidate(text, form=Form.TABLE, rows=table)))
    assert [(row.label, [cell.text for cell in row.cells]) for row in found] == [("Bad, Kortare kö", ["150 tkr"])]


def test_where_a_document_belongs_stands_around_its_rows(candidate: Callable[..., Candidate]) -> None:
    table = candidate(
        "Verksamhet Budget\nBadhus 40,0", form=Form.TABLE, rows=(("Verksamhet", "Budget"), ("Badhus", "40,0"))
    )
    own = replace(table, around=frozenset({"granvik"}))
    held = rows([Reading(passage, np.zeros(0), 0.0) for passage in passages([own])])
    assert "granvik" in held[0].around
