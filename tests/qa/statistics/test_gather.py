"""Cells gathered in the store: what is the same fact twice is not summed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from indexer.build import build
from indexer.embedding import HashingEmbedder
from indexer.search import Search
from qa.engine import Engine
from qa.model import Answer, Status

HEAD = "Elever i grundskolan i Granberg\n\nSkola;År;Antal elever\n"
OLD = HEAD + "Norra skolan;2021;100\nNorra skolan;2022;110\nSödra skolan;2021;200\nSödra skolan;2022;210\n"
NEW = HEAD + "Norra skolan;2022;112\nNorra skolan;2023;120\nSödra skolan;2022;210\nSödra skolan;2023;220\n"


@pytest.fixture
def engine(tmp_path: Path) -> Callable[..., Engine]:
    """An engine over files given by name."""

    def opened(**files: str) -> Engine:
        folder = tmp_path / "files"
        folder.mkdir()
        for name, text in files.items():
            (folder / f"{name}.csv").write_text(text, encoding="utf-8")
        build([folder], tmp_path / "library", embedder=HashingEmbedder())
        return Engine(Search.open(tmp_path / "library", embedder=HashingEmbedder()))

    return opened


def values(answer: Answer) -> list[float]:
    return [figure.value for figure in answer.figures]


def test_two_documents_with_the_same_year_are_not_summed(engine: Callable[..., Engine]) -> None:
    with engine(elever_2022=OLD, elever_2023=NEW) as asked:
        assert values(asked.ask("Hur många elever hade skolorna tillsammans 2022?"))[0] == 322.0


def test_two_documents_that_differ_are_shown_side_by_side(engine: Callable[..., Engine]) -> None:
    with engine(elever_2022=OLD, elever_2023=NEW) as asked:
        answer = asked.ask("Hur många elever hade Norra skolan 2022?")
        assert answer.status is Status.CONFLICTING
        assert values(answer) == [112.0, 110.0]
        assert {citation.document.path for citation in answer.citations} == {"elever_2022.csv", "elever_2023.csv"}


def test_two_documents_that_agree_are_no_conflict(engine: Callable[..., Engine]) -> None:
    with engine(elever_2022=OLD, elever_2023=NEW) as asked:
        answer = asked.ask("Hur många elever hade Södra skolan 2022?")
        assert answer.status is Status.ANSWERED
        assert values(answer) == [210.0]


def test_a_trend_takes_each_year_from_the_newer_document(engine: Callable[..., Engine]) -> None:
    with engine(elever_2022=OLD, elever_2023=NEW) as asked:
        answer = asked.ask("Hur har antalet elever i Norra skolan utvecklats?")
        assert answer.series is not None
        assert [point.y for point in answer.series.points] == [100.0, 112.0, 120.0]


def test_a_table_of_another_layout_that_differs_is_shown_too(engine: Callable[..., Engine]) -> None:
    wide = "Elever i grundskolan i Granberg\n\nSkola;Antal elever 2022;Antal elever 2023\nNorra skolan;115;120\n"
    with engine(elever=NEW, oversikt=wide) as asked:
        answer = asked.ask("Hur många elever hade Norra skolan 2022?")
        assert answer.status is Status.CONFLICTING
        assert set(values(answer)) == {112.0, 115.0}
        assert asked.ask("Hur många elever hade Norra skolan 2023?").status is Status.ANSWERED
