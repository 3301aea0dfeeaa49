"""When a cell answers rather than the sentence that reads best."""

from __future__ import annotations

from collections.abc import Callable

from indexer.model import Form
from qa.cells.judge import cells_for, only_rows
from qa.find.retrieve import Candidate
from qa.read.readings import Reading
from qa.understand.question import understand

Make = Callable[..., Candidate]
Read = Callable[..., list[Reading]]

TIMES = (("Kötid, dagar", "2022", "2023"), ("Granbadet", "20", "25"), ("Vikbadet", "12", "11"))
SENTENCE = "Kötiden i Granbadet 2023 var 25 dagar."


def table(candidate: Make) -> Candidate:
    return candidate("\n".join(" ".join(row) for row in TIMES), number=1, form=Form.TABLE, rows=TIMES)


def test_a_sentence_that_says_as_much_stays(candidate: Make, reading: Read) -> None:
    query = understand("Hur lång var kötiden i Granbadet 2023?")
    readings = reading(query, table(candidate), candidate(SENTENCE, number=2))
    best = next(one for one in readings if one.passage.text == SENTENCE)
    assert cells_for(query, [best, *readings], answered=True) is None


def test_a_cell_answers_where_no_sentence_does(candidate: Make, reading: Read) -> None:
    query = understand("Hur lång var kötiden i Granbadet 2023?")
    found = cells_for(query, reading(query, table(candidate)), answered=False)
    assert found is not None
    assert [cell.text for _, cell in found.cells] == ["25"]


def test_a_cell_of_the_year_asked_for_comes_before_a_sentence_without_it(candidate: Make, reading: Read) -> None:
    query = understand("Hur lång var kötiden i Granbadet 2023?")
    readings = reading(query, table(candidate), candidate("Kötiden i Granbadet var 20 dagar.", number=2))
    best = next(one for one in readings if one.passage.text.startswith("Kötiden"))
    assert cells_for(query, [best, *readings], answered=True) is not None


def test_one_row_does_not_tell_which_is_the_highest(candidate: Make, reading: Read) -> None:
    asked, other = understand("Vilket bad hade längst kötid 2022?"), understand("Hur lång var kötiden i Vikbadet 2022?")
    assert only_rows(asked, reading(asked, table(candidate))[0])
    assert not only_rows(other, reading(other, table(candidate))[0])
