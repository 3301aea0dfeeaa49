from __future__ import annotations

import pytest

from indexer.language.learn.alignment import align
from indexer.language.learn.corpus import Pair

_PAIRS = [
    Pair("the house".split(), "det hus".split(), 1.0),
    Pair("the book".split(), "det bok".split(), 1.0),
    Pair("a book".split(), "en bok".split(), 1.0),
    Pair("a house".split(), "en hus".split(), 1.0),
]


def test_words_that_come_and_go_together_are_aligned() -> None:
    there, back = align(_PAIRS, rounds=20)
    assert max(there["house"], key=lambda word: there["house"][word]) == "hus"
    assert max(back["bok"], key=lambda word: back["bok"][word]) == "book"


def test_probabilities_of_a_word_sum_to_one() -> None:
    there, _ = align(_PAIRS, least=0.0)
    for chances in there.values():
        assert sum(chances.values()) == pytest.approx(1.0)


def test_a_heavy_pair_outweighs_a_light_one() -> None:
    pairs = [Pair(["board"], ["nämnd"], 5.0), Pair(["board"], ["bräda"], 2.0)]
    there, _ = align(pairs)
    assert there["board"]["nämnd"] > there["board"]["bräda"]


def test_rare_words_teach_nothing() -> None:
    there, _ = align([Pair(["once"], ["ord"], 1.0), *_PAIRS])
    assert "once" not in there
