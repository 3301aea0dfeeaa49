"""A table inside a document answers only with the names, the year and what is counted."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from indexer.model import Form
from qa.cells.allowed import may_answer
from qa.understand.question import understand

TABLE = "Månad Antal hushåll Belopp (tkr)\nJanuari 2024 335 3 487\nFebruari 2024 556 4 441"


def reading(text: str, form: Form = Form.TABLE) -> Any:
    """A reading of a paragraph, as far as is looked at."""
    place = SimpleNamespace(headings=("Stöd till hushåll",))
    candidate = SimpleNamespace(
        paragraph=SimpleNamespace(form=form, text=text, place=place),
        document=SimpleNamespace(title="Uppföljning av stöd", date="2024-03-01"),
    )
    return SimpleNamespace(passage=SimpleNamespace(candidate=candidate))


def may(question: str) -> bool:
    return may_answer(understand(question), reading(TABLE))


def test_a_row_with_the_noun_and_the_month_may_answer() -> None:
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
def test_another_time_noun_or_name_may_not(question: str) -> None:
    assert not may(question)


def test_which_month_is_asked_of_months() -> None:
    assert may("Vilken månad 2024 fick flest hushåll stöd?")


def test_running_text_is_not_asked() -> None:
    told = reading("Under 2024 fick 900 hushåll stöd.", Form.TEXT)
    assert may_answer(understand("Hur många ensamstående fick stöd 2024?"), told)
