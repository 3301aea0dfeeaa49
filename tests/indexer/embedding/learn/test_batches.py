"""What a step of training sees."""

import random

import numpy as np

from indexer.embedding.learn.batches import asked_batches, neighbours, parallel_batches, spoken
from indexer.embedding.learn.corpus import Asked, Parallel


def question(query: str, passage: str, language: str = "sv") -> Asked:
    return Asked(query, passage, language, "test")


def test_every_text_is_seen_once_a_pass() -> None:
    texts = [Parallel("word " * (n % 7 + 1), "ord", 1.0) for n in range(103)]
    seen = [place for batch in parallel_batches(texts, 10, seed=3) for place in batch]
    assert sorted(seen) == list(range(103))


def test_the_order_follows_from_the_seed() -> None:
    texts = [Parallel("word", "ord", 1.0)] * 50
    assert list(parallel_batches(texts, 8, 1)) == list(parallel_batches(texts, 8, 1))
    assert list(parallel_batches(texts, 8, 1)) != list(parallel_batches(texts, 8, 2))


def test_every_question_is_seen_once_and_near_passages_share_a_batch() -> None:
    asked = [question(f"q{n}", f"p{n}") for n in range(40)]
    near = np.array([[n ^ 1, -1] for n in range(40)], dtype=np.int32)
    found = list(asked_batches(asked, near, 8, seed=1))
    assert sorted(place for batch in found for place in batch) == list(range(40))
    assert all((place ^ 1) in batch for batch in found for place in batch)


def test_a_neighbour_is_a_passage_that_the_words_find_after_the_own_one() -> None:
    asked = [
        question("avgift för förskola", "Avgiften för förskolan är 1 500 kronor. Avgift och förskola."),
        question("avgift för parkering", "Avgiften för parkering är 20 kronor."),
        question("bibliotekets öppettider", "Biblioteket öppnar klockan tio."),
        *(question(f"annat {n}", f"Här står något annat nummer {n}.") for n in range(6)),
    ]
    found = neighbours(asked)
    assert 1 in found[0] and 0 not in found[0] and 2 not in found[0]


def test_an_english_question_stays_and_a_swedish_one_is_now_and_then_english() -> None:
    table = {"avgift": [("fee", 0.9), ("charge", 0.1)]}
    chance = random.Random(1)
    assert {spoken(question("avgift 2024?", "", "en"), table, chance) for _ in range(20)} == {"avgift 2024?"}
    swedish = [spoken(question("Avgift 2024 Xyz?", ""), table, chance) for _ in range(200)]
    assert set(swedish) == {"Avgift 2024 Xyz?", "fee 2024 Xyz?", "charge 2024 Xyz?"}
    assert 100 < swedish.count("Avgift 2024 Xyz?") < 140
