"""The words of a cell: head, row, time, value, unit."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from indexer.model import Paragraph, Place, Role
from qa.cells.find import Found
from qa.cells.say import Beside, write_cells
from qa.compose.wording import Wording
from qa.query import Query

Look = Callable[..., tuple[Query, Found | None]]

ACCOUNTS = (("Verksamhet", "Budget", "Avvikelse"), ("Badhus", "40,0", "-4,5"), ("Ridhus", "12,0", "1,0"))
TIMES = (("Kötid, dagar", "2022", "2023"), ("Granbadet", "20", "25"), ("Vikbadet", "12", ".."))
SAVINGS = (("Åtgärd", "Effekt 2023"), ("Samåkning", "200-300 tkr"), ("Leasing", "1–1,75 mnkr"))
INTRO = Paragraph("b" * 16, "a" * 16, "Tabellen visar 2023 i mnkr.", Place(0), Role.ACCOUNT)


def said(look: Look, question: str, table: Any, **more: Any) -> Wording:
    query, found = look(question, table, **more)
    assert found is not None
    wording = Wording(query)
    write_cells(wording, found, Beside((INTRO,)))
    return wording


@pytest.mark.parametrize(
    ("question", "table", "words"),
    [
        ("Vad var avvikelsen för badhus 2023?", ACCOUNTS, "Avvikelse, Badhus, 2023: −4,5 mnkr, "),
        ("Hur lång var kötiden i Granbadet 2023?", TIMES, "Kötid, Granbadet, 2023: 25 dagar, "),
        ("Hur lång var kötiden i Vikbadet 2023?", TIMES, "Kötid, Vikbadet, 2023: värde saknas (”..” i tabellen), "),
        ("Vilken effekt ger samåkning 2023?", SAVINGS, "Effekt 2023, Samåkning: 200–300 tkr, "),
        ("Ökade kötiden i Granbadet 2023?", TIMES, "Ja: Kötid, Granbadet: från 20 dagar (2022) till 25 dagar (2023), "),
    ],
)
def test_a_cell_is_told_with_head_row_time_and_unit(look: Look, question: str, table: Any, words: str) -> None:
    assert said(look, question, table, headings=("Årsrapport 2023",)).sentences[0].startswith(words)


def test_the_paragraph_that_names_the_time_is_cited_too(look: Look) -> None:
    wording = said(look, "Vad var avvikelsen för badhus 2023?", ACCOUNTS, headings=("Årsrapport 2023",))
    assert [citation.quote for citation in wording.citations] == ["Badhus 40,0 -4,5", INTRO.text]


def test_the_figure_is_data_with_unit_and_time(look: Look) -> None:
    figure = said(look, "Vad var avvikelsen för badhus 2023?", ACCOUNTS, headings=("Årsrapport 2023",)).figures[0]
    assert (figure.value, figure.unit, figure.period) == (-4.5, "mnkr", "2023")


def test_a_missing_value_is_no_figure(look: Look) -> None:
    assert said(look, "Hur lång var kötiden i Vikbadet 2023?", TIMES).figures == ()
