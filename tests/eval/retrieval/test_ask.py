"""A benchmark asked of a made-up product through its doors."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from eval.errors import DoorError
from eval.retrieval.ask import asked
from eval.retrieval.beir import Benchmark, Passage, Query
from eval.retrieval.kept import library_of

PRODUCT = f"{sys.executable} {Path(__file__).parents[1] / 'fake_search.py'}"
BENCHMARK = Benchmark(
    name="small",
    passages=(
        Passage("d1", "", "inledning\n\nbryggan renoveras under hösten\n\nbryggan stängs"),
        Passage("d2", "", "biblioteket har öppet på lördagar"),
        Passage("d3", "", "simhallen är öppen"),
    ),
    queries=(
        Query("q1", "när renoveras bryggan under hösten"),
        Query("q2", "har biblioteket öppet"),
        Query("q3", "bryggan"),
    ),
    grades={"q1": {"d1": 1}, "q2": {"d2": 1}, "q3": {"d3": 1}},
)


def test_the_ranking_of_passages_is_measured(tmp_path: Path) -> None:
    advanced: list[int] = []
    result = asked(BENCHMARK, tmp_path, PRODUCT, lambda: advanced.append(1))
    assert len(advanced) == 3
    assert result["rankings"]["q1"][0] == "d1"
    assert sorted(result["rankings"]["q1"]) == ["d1", "d2", "d3"]  # the paragraphs of d1 count once
    assert result["metrics"]["all"]["recall@1"]["value"] == pytest.approx(2 / 3)
    assert result["metrics"]["all"]["mrr@10"]["value"] == pytest.approx((1 + 1 + 1 / 3) / 3)
    assert result["refused"] == 0


def test_a_refused_passage_is_told_and_not_found(tmp_path: Path) -> None:
    more = Benchmark("more", (*BENCHMARK.passages, Passage("d4", "", "refuse")), BENCHMARK.queries, {"q1": {"d4": 1}})
    result = asked(more, tmp_path, PRODUCT, lambda: None)
    assert result["refused"] == 1
    assert result["metrics"]["all"]["recall@100"]["value"] == 0


def test_a_corpus_is_indexed_again_only_when_it_or_the_model_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = library_of(BENCHMARK.passages, tmp_path, PRODUCT)
    again = library_of(BENCHMARK.passages, tmp_path, PRODUCT)
    assert (first.index_seconds, again.index_seconds) == (0.1, None)
    assert first.library == again.library
    assert library_of(BENCHMARK.passages[:1], tmp_path, PRODUCT).library != first.library
    monkeypatch.setenv("FAKE_EMBEDDING", "two")
    assert library_of(BENCHMARK.passages, tmp_path, PRODUCT).library != first.library


@pytest.mark.parametrize("product", ["false", "echo", "/no/such/program"])
def test_a_product_that_cannot_index_is_an_error_that_names_the_door(product: str, tmp_path: Path) -> None:
    with pytest.raises(DoorError, match=r"`index|start the product"):
        library_of(BENCHMARK.passages, tmp_path, product)
