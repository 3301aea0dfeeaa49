"""A table inside a document answers only with the names, the year and what is counted."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from indexer.model import Form
from qa.cells.allowed import may_answer
from qa.find.retrieve import Candidate
from qa.read.readings import Reading
from qa.understand.question import understand

ROWS = (("Månad", "Antal hushåll", "Belopp (tkr)"), ("Januari 2024", "335", "3 487"), ("Februari 2024", "556", "4 441"))
ABOUT = {"headings": ("Uppföljning av stöd", "Stöd till hushåll"), "date": "2024-03-01"}

May = Callable[[str], bool]


@pytest.fixture
def may(candidate: Callable[..., Candidate], reading: Callable[..., list[Reading]]) -> May:
    """May the table's last row answer the question?"""
    text = "\n".join(" ".join(row) for row in ROWS)

    def asked(question: str) -> bool:
        query = understand(question)
        readings = reading(query, candidate(text, form=Form.TABLE, rows=ROWS, **ABOUT))
        return may_answer(query, next(one for one in readings if one.passage.text.startswith("Februari")))

    return asked


def test_a_row_with_the_noun_and_the_month_may_answer(may: May) -> None:
    assert may("Hur många hushåll fick stöd i februari 2024?")


@pytest.mark.parametrize(
    "question",
    [
        "Hur många hushåll fick stöd 2024?",  # months are no year
        "Hur många hushåll fick stöd i februari 2021?",
        "Hur många ensamstående fick stöd i februari 2024?",
        "Hur många hushåll i Lindås fick stöd i februari 2024?",
    ],
)
def test_another_time_noun_or_name_may_not(may: May, question: str) -> None:
    assert not may(question)


def test_which_month_is_asked_of_months(may: May) -> None:
    assert may("Vilken månad 2024 fick flest hushåll stöd?")


def test_a_row_of_another_thing_may_not(may: May) -> None:
    assert not may("Hur hög var sjukfrånvaron i februari 2024?")


def test_running_text_is_not_asked(candidate: Callable[..., Candidate], reading: Callable[..., list[Reading]]) -> None:
    query = understand("Hur många ensamstående fick stöd 2024?")
    assert may_answer(query, reading(query, candidate("Under 2024 fick 900 hushåll stöd."))[0])
