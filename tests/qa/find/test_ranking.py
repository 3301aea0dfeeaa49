"""Ranking paragraphs for search."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from indexer.model import Form, Role
from qa.find import ranking
from qa.find.ranking import copies_later, paragraph_vectors, rank, said
from qa.find.retrieve import Candidate
from qa.understand.question import understand
from qa.weights import Linear

Make = Callable[..., Candidate]

ASKED = understand("Hur många lyktor finns i parken?")
NOTHING = Linear(ranking.NAMES, np.zeros(len(ranking.NAMES)))


def only(name: str) -> Linear:
    """A ranker that looks at one feature."""
    return Linear(ranking.NAMES, np.array([float(feature == name) for feature in ranking.NAMES]))


def feature(name: str, candidates: list[Candidate]) -> list[float]:
    return list(paragraph_vectors(ASKED, candidates)[:, ranking.NAMES.index(name)])


def test_every_feature_has_a_name_of_its_own_and_a_column(candidate: Make) -> None:
    vectors = paragraph_vectors(ASKED, [candidate("Parken har lyktor."), candidate("Vägen är lång. Det blåser.")])
    assert vectors.shape == (2, len(ranking.NAMES))
    assert np.isfinite(vectors).all()
    assert len(set(ranking.NAMES)) == len(ranking.NAMES)


def test_ranking_keeps_every_candidate_questions_included(candidate: Make) -> None:
    candidates = [candidate("Hur många lyktor?", Role.QUESTION), candidate("Parken har lyktor.", number=2)]
    assert {c.paragraph.id for c, _ in rank(ASKED, candidates, NOTHING)} == {c.paragraph.id for c in candidates}


def test_candidates_beyond_those_that_are_ranked_follow_in_their_old_order(candidate: Make) -> None:
    candidates = [candidate(f"Lykta {n}.", number=n) for n in range(1, 120)]
    ranked = rank(ASKED, candidates, NOTHING)
    assert [c.paragraph.place.number for c, _ in ranked] == list(range(1, 120))
    assert ranked[-1][1] < ranked[0][1]


def test_ranking_nothing_gives_nothing() -> None:
    assert rank(ASKED, [], NOTHING) == []


def test_what_covers_the_question_comes_first_when_only_that_counts(candidate: Make) -> None:
    candidates = [candidate("Vägen är lång.", number=1), candidate("Det blåser. I parken finns lyktor.", number=2)]
    best, score = rank(ASKED, candidates, only("coverage of sentence"))[0]
    assert best.paragraph.place.number == 2
    assert score > 0


def test_a_paragraph_gains_by_a_neighbour_that_was_found(candidate: Make) -> None:
    alone = candidate("Vägen är lång.", document="b")
    beside = candidate("Vägen är lång.", number=2)
    strong = replace(candidate("Parken har lyktor.", number=3), score=4.0)
    assert feature("the one after", [alone, beside, strong]) == [-1.0, 4.0, -1.0]
    assert feature("coverage with neighbours", [alone, beside, strong])[1] > 0


def test_a_short_heading_is_told_from_a_long_one_and_from_text(candidate: Make) -> None:
    long = "Svar på motion om fler lyktor i parken vid ån"
    made = [candidate("Lyktor", form=Form.HEADING), candidate(long, form=Form.HEADING), candidate("Lyktor")]
    assert feature("short heading", made) == [1.0, 0.0, 0.0]


def test_a_candidate_that_an_index_did_not_find_is_marked(candidate: Make) -> None:
    by_words = replace(candidate("Parken har lyktor."), words_rank=0.0)
    vectors = paragraph_vectors(ASKED, [by_words])
    assert by_words.meaning_rank == math.inf
    assert vectors[0, ranking.NAMES.index("not found by words")] == 0
    assert vectors[0, ranking.NAMES.index("not found by meaning")] == 1


@pytest.mark.parametrize("name", ["meaning behind, asked in English", "coverage of all, asked in English"])
def test_some_features_count_for_english_questions_only(candidate: Make, name: str) -> None:
    candidates = [replace(candidate("Parken har lyktor."), meaning=1.0), candidate("Lyktor.", number=2)]
    asked = understand("How many lights are there in the park?")
    assert not any(feature(name, candidates))
    assert any(paragraph_vectors(asked, candidates)[:, ranking.NAMES.index(name)])


def test_questions_and_references_are_sought_where_they_stand(candidate: Make) -> None:
    asked, head = candidate("Hur många lyktor finns?", Role.QUESTION), candidate("§ 12 Lyktor", form=Form.HEADING)
    for question, name, column in (
        ("Vilka frågor ställer skrivelsen?", "question, where questions are asked for", [1.0, 0.0]),
        ("Vilken paragraf gäller lyktorna?", "heading, where a reference is asked for", [0.0, 1.0]),
    ):
        vectors = paragraph_vectors(understand(question), [asked, head])
        assert list(vectors[:, ranking.NAMES.index(name)]) == column
        assert not any(feature(name, [asked, head]))


def test_of_equal_paragraphs_the_first_stands_among_the_first_five_and_none_is_lost(candidate: Make) -> None:
    texts = ["Parken har 12 lyktor.", "Parken  har 12 lyktor", "Bänkarna är gröna.", *(f"Träd {n}." for n in range(12))]
    order = copies_later(range(15), [said(candidate(text)) for text in texts])
    assert order[:2] == [0, 2]
    assert order[5] == 1
    assert sorted(order) == list(range(15))
