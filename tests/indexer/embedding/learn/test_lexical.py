"""BM25 as one matrix, against the formula."""

import math

import numpy as np

from indexer.embedding.learn.lexical import Bm25, weighed

PASSAGES = ["bil bil hus", "hus", "katt sover"]


def test_scores_are_those_of_the_formula() -> None:
    scores = np.vstack(list(Bm25(PASSAGES).scores([{"bil": 1.0}, {"hus": 2.0}])))
    rare = math.log(1 + (3 - 1 + 0.5) / 1.5)
    assert np.isclose(scores[0, 0], rare * 2 * 2.2 / (2 + 1.2 * (0.25 + 0.75 * 3 / 2)))
    assert scores[0, 1] == scores[0, 2] == 0
    assert scores[1, 1] > scores[1, 0] > 0


def test_blocks_hold_every_query_in_order() -> None:
    queries = [{"bil": 1.0}, {"hus": 1.0}, {"katt": 1.0}, {}]
    whole, split = (np.vstack(list(Bm25(PASSAGES).scores(queries, block=block))) for block in (400, 3))
    assert np.array_equal(whole, split)


def test_an_english_question_asks_with_swedish_words() -> None:
    assert set(weighed("hus")) & set(weighed("How many houses were there?"))
