"""Nothing is sent that the cells do not hold."""

from __future__ import annotations

from dataclasses import replace

import pytest

from indexer.tables.store import TableStore
from qa.compose.verify import Unverified
from qa.engine import Engine
from qa.model import Answer
from qa.statistics.verify import verify


@pytest.fixture
def store(tables: Engine) -> TableStore:
    return TableStore(tables.library.tables_folder)


@pytest.fixture
def answer(tables: Engine) -> Answer:
    return tables.ask("Hur många anställda hade nämnderna tillsammans 2022?")


def test_an_answer_that_holds_is_returned(answer: Answer, store: TableStore) -> None:
    assert verify(answer, store) is answer


def test_a_number_that_no_cell_holds_is_not_sent(answer: Answer, store: TableStore) -> None:
    with pytest.raises(Unverified, match="in no cited cell"):
        verify(replace(answer, text=answer.text.replace("705", "706")), store)


def test_a_formula_that_comes_to_something_else_is_not_sent(answer: Answer, store: TableStore) -> None:
    wrong = replace(answer.figures[0], value=704.0)
    with pytest.raises(Unverified, match="does not hold"):
        verify(replace(answer, figures=(wrong, *answer.figures[1:])), store)


def test_a_cell_that_holds_something_else_now_is_not_sent(answer: Answer, store: TableStore) -> None:
    first = answer.citations[0]
    assert first.cells is not None
    cells = replace(first.cells, figures=(replace(first.cells.figures[0], value=1.0),))
    with pytest.raises(Unverified, match="does not hold 1"):
        verify(replace(answer, citations=(replace(first, cells=cells), *answer.citations[1:])), store)


def test_a_mark_without_its_citation_is_not_sent(answer: Answer, store: TableStore) -> None:
    with pytest.raises(Unverified, match="marks"):
        verify(replace(answer, text=answer.text + " [99]"), store)
