"""Labels and measures that a question means in words that are not like theirs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import pytest

from indexer.build import build
from indexer.embedding import HashingEmbedder, Vectors
from indexer.embedding.folder import OWN
from indexer.search import Search
from qa.engine import Engine
from qa.model import Status
from qa.statistics.meaning import Meaning, are_siblings, ways
from qa.statistics.question import ask

ACCIDENTS = """Olyckor i trafiken
Fordon;Stad;Antal olyckor
Cykel;Viken;12
Moped;Viken;5
Traktor;Viken;2
Cykel;Näset;30
Moped;Näset;8
Traktor;Näset;1
"""
_SAID = {"velocipedåkare": "cykel", "brudpar": "viken"}


class Knowing(HashingEmbedder):
    """Knows what some words stand for."""

    name = OWN
    fingerprint = "knowing:1"

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """See Embedder."""
        return super().embed_passages(
            [re.sub(r"\w+", lambda word: _SAID.get(word[0].lower(), word[0]), text) for text in texts]
        )


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    folder = tmp_path_factory.mktemp("meant")
    (folder / "olyckor.csv").write_text(ACCIDENTS, encoding="utf-8")
    build([folder], folder / "library", embedder=Knowing())
    with Engine(Search.open(folder / "library", embedder=Knowing())) as opened:
        yield opened


def test_a_label_is_found_by_what_it_means(engine: Engine) -> None:
    answer = engine.ask("Hur många olyckor med velocipedåkare skedde i Näset?")
    assert [figure.value for figure in answer.figures] == [30]


def test_a_name_is_not_what_a_word_means(engine: Engine) -> None:
    answer = engine.ask("Hur många olyckor med brudpar skedde?")
    assert 19 not in [figure.value for figure in answer.figures]


def test_a_word_that_means_none_of_the_labels_is_still_left_over(engine: Engine) -> None:
    assert engine.ask("Hur många olyckor med flygplan skedde i Näset?").status is Status.NOT_FOUND


def test_texts_of_the_same_words_are_fully_alike() -> None:
    likeness = Meaning(HashingEmbedder()).likeness(["röd bil", "blå båt"], ["bil röd"])
    assert likeness.shape == (2, 1)
    assert likeness[0, 0] == pytest.approx(1.0)
    assert likeness[1, 0] < 0.5


def test_a_swedish_word_is_not_taken_for_a_guess_at_an_english_phrase() -> None:
    term = ask("Hur stora lån hade bolag?", "sv").terms[-1]
    assert any(len(words) > 1 for words, _ in term.alternatives)
    assert not any(" " in way for way in ways(term, "sv"))


@pytest.mark.parametrize(
    ("said", "held"),
    [
        ("timanställda", "månadsanställda"),
        ("hjärtsjukdomar", "andra sjukdomar"),
        ("parkeringstillstånd", "parkering"),
    ],
)
def test_things_that_are_alike_by_what_they_share_are_not_the_same(said: str, held: str) -> None:
    assert are_siblings(said, held)


@pytest.mark.parametrize(("said", "held"), [("cyklister", "cykel"), ("matkostnad", "kostnad"), ("lån", "lånestock")])
def test_other_forms_and_wider_words_are_no_siblings(said: str, held: str) -> None:
    assert not are_siblings(said, held)
