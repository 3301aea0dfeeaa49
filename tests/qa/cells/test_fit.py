"""How well a row's label and time fit a question."""

from __future__ import annotations

from collections.abc import Callable

from indexer.model import Form
from qa.cells.fit import label_fit, timely
from qa.cells.rows import rows
from qa.cells.words import wanted_words
from qa.find.retrieve import Candidate
from qa.read.readings import Reading
from qa.understand.question import understand

TIMES = (("Kötid, dagar", "2022", "2023"), ("Granbadet", "20", "25"), ("Granbadet, kväll", "12", "11"))


def test_the_label_without_spare_words_and_the_year_asked_for_fit_best(
    candidate: Callable[..., Candidate], reading: Callable[..., list[Reading]]
) -> None:
    query = understand("Hur lång var kötiden i Granbadet 2023?")
    text = "\n".join(" ".join(row) for row in TIMES)
    whole, part = rows(reading(query, candidate(text, form=Form.TABLE, rows=TIMES)))
    about = wanted_words(query)
    assert label_fit(about, whole) > label_fit(about, part)
    assert [timely(query, whole, cell) for cell in whole.cells] == [0.0, 1.0]
