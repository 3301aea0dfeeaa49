"""The aligned start."""

import numpy as np
import pytest
from tokenizers import Tokenizer

from indexer.embedding.learn.corpus import Parallel
from indexer.embedding.learn.start import start_vectors
from indexer.embedding.learn.vocabulary import learn_tokenizer

PAIRS = [
    ("the fee rises", "avgiften stiger"),
    ("the fee falls", "avgiften sjunker"),
    ("the rent rises", "hyran stiger"),
    ("the rent falls", "hyran sjunker"),
]
TEXTS = [Parallel(english, swedish, 1.0) for english, swedish in PAIRS * 3]


@pytest.fixture(scope="module")
def student() -> Tokenizer:
    return learn_tokenizer([text for pair in PAIRS * 50 for text in pair] + ["stigerhyran"] * 3, 200)


@pytest.fixture(scope="module")
def teacher() -> Tokenizer:
    tokenizer = learn_tokenizer([english for english, _ in PAIRS * 50], 120)
    tokenizer.no_truncation()
    return tokenizer


@pytest.fixture(scope="module")
def started(student: Tokenizer, teacher: Tokenizer) -> dict[str, np.ndarray]:
    vectors = np.random.default_rng(1).normal(size=(teacher.get_vocab_size(), 32)).astype(np.float32)
    found = start_vectors(student, teacher, vectors, TEXTS)
    assert found.shape == (student.get_vocab_size(), 32)
    rows = {token: found[place] for token, place in student.get_vocab().items()}
    return rows | {f"teacher:{token}": vectors[place] for token, place in teacher.get_vocab().items()}


def near(one: np.ndarray, other: np.ndarray) -> float:
    return float(one @ other / np.linalg.norm(one) / np.linalg.norm(other))


@pytest.mark.parametrize(("swedish", "english"), [("avgiften", "fee"), ("hyran", "rent"), ("stiger", "rises")])
def test_a_swedish_token_starts_at_its_translation(started: dict[str, np.ndarray], swedish: str, english: str) -> None:
    assert near(started[swedish], started[f"teacher:{english}"]) > 0.7


def test_an_english_token_starts_where_the_teacher_has_it(started: dict[str, np.ndarray]) -> None:
    assert near(started["fee"], started["teacher:fee"]) > 0.99


def test_a_token_that_nothing_aligns_is_made_of_its_parts(started: dict[str, np.ndarray]) -> None:
    made = started["stigerhyran"]
    assert near(made, started["stiger"]) > 0.5
    assert near(made, started["hyran"]) > 0.3


def test_marks_are_the_teachers_own(started: dict[str, np.ndarray]) -> None:
    assert np.array_equal(started["[CLS]"], started["teacher:[CLS]"])


def test_a_mean_is_as_long_as_its_parts(started: dict[str, np.ndarray]) -> None:
    lengths = [float(np.linalg.norm(started[token])) for token in ("avgiften", "stigerhyran", "fee")]
    assert min(lengths) > 0.6 * max(lengths)
