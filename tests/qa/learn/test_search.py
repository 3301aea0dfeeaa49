"""Learning the ranking of a search."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from qa.find import ranking
from qa.find.retrieve import Candidate
from qa.learn.search import FOLDS, Wanted, fit_ranker, fold_of, report_search, wanted
from qa.learn.sets import Known, Set
from qa.understand.question import understand

Make = Callable[..., Candidate]

COVERAGE = ranking.NAMES.index("coverage of all")


def known(answerable: bool = True, words: str = "12 lyktor") -> Known:
    return Known("Hur många lyktor?", (), "g", answerable, lambda _: True, lambda c: words in c.paragraph.text)


def made(chosen: Known, candidates: list[Candidate]) -> Wanted | None:
    return wanted(Set("park", Path("park"), (chosen,), 1.0), chosen, understand(chosen.question), candidates)


def drawn(count: int, random: np.random.Generator) -> list[Wanted]:
    """Questions whose right paragraph is the one that covers most."""
    questions = []
    for number in range(count):
        vectors = random.normal(size=(6, len(ranking.NAMES)))
        right = np.arange(6) == vectors[:, COVERAGE].argmax()
        questions.append(Wanted("park sv", 1.0, number % FOLDS, vectors, right, [str(n) for n in range(6)]))
    return questions


def test_a_question_knows_which_candidates_hold_what_it_seeks(candidate: Make) -> None:
    one = made(known(), [candidate("Parken har 12 lyktor."), candidate("Vägen är lång.", number=2)])
    assert one is not None
    assert one.right.tolist() == [True, False]
    assert one.vectors.shape == (2, len(ranking.NAMES))
    assert (one.name, one.fold) == ("park sv", fold_of(known()))


def test_there_is_nothing_to_learn_where_nothing_is_to_be_found(candidate: Make) -> None:
    assert made(known(answerable=False), [candidate("Parken har 12 lyktor.")]) is None
    assert made(known(), []) is None


def test_the_ranker_learns_what_the_sought_paragraphs_share() -> None:
    ranker = fit_ranker(drawn(60, np.random.default_rng(7)))
    assert ranker.names == ranking.NAMES
    assert ranker.weights.argmax() == COVERAGE


def test_the_report_counts_only_what_the_weights_have_not_seen(capsys: pytest.CaptureFixture[str]) -> None:
    report_search(drawn(60, np.random.default_rng(7)))
    line = capsys.readouterr().err
    assert line.startswith("park sv: search, 60 questions")
    assert "20: 1.000" in line
