"""The weights of ranking for search: learnt from where each question's paragraph stands among the candidates."""

from __future__ import annotations

import sys
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from qa.find import ranking
from qa.find.ranking import RANKED, copies_later, paragraph_vectors, said
from qa.find.retrieve import Candidate
from qa.learn.fit import Choice, fit_reader
from qa.learn.sets import Known, Set
from qa.query import Query
from qa.weights import Linear

FOLDS = 5
_L2 = 6.0


@dataclass(frozen=True)
class Wanted:
    """One question and the candidates of a search: their vectors, what they say, which of them hold what is sought.

    name: of the set, with the language. fold: stable by question group.
    """

    name: str
    weight: float
    fold: int
    vectors: NDArray[np.float64]
    right: NDArray[np.bool_]
    texts: list[str]


def wanted(chosen: Set, known: Known, query: Query, candidates: list[Candidate]) -> Wanted | None:
    """None where there is nothing to find."""
    if not known.answerable or not candidates:
        return None
    first = candidates[:RANKED]
    right = np.array([known.holds(candidate) for candidate in first])
    name, fold = f"{chosen.name} {query.language}", fold_of(known)
    texts = [said(candidate) for candidate in first]
    return Wanted(name, chosen.search_weight, fold, paragraph_vectors(query, first), right, texts)


def fold_of(known: Known) -> int:
    """Stable by question group."""
    return zlib.crc32(known.group.encode()) % FOLDS


def fit_ranker(questions: Iterable[Wanted]) -> Linear:
    """Weights under which the paragraphs to be found stand out from the other candidates."""
    choices = [Choice(one.vectors, one.right, one.weight) for one in questions]
    return Linear(ranking.NAMES, fit_reader([c for c in choices if c.right.any() and not c.right.all()], _L2))


def report_search(questions: Sequence[Wanted]) -> None:
    """By set and language: how often a paragraph to be found is first, among five, among twenty; by folds."""
    groups: dict[str, list[int]] = {}
    for fold in range(FOLDS):
        ranker = fit_ranker(one for one in questions if one.fold != fold)
        for one in (one for one in questions if one.fold == fold):
            groups.setdefault(one.name, []).append(_place(one, ranker))
    for name, places in sorted(groups.items()):
        shares = ", ".join(f"{depth}: {sum(p < depth for p in places) / len(places):.3f}" for depth in (1, 5, 20))
        sys.stderr.write(f"{name}: search, {len(places)} questions, found among the first {shares}\n")


def _place(one: Wanted, ranker: Linear) -> int:
    """Where the first paragraph to be found stands, from 0; beyond all when it is not there."""
    order = np.argsort(-ranker.score(one.vectors), kind="stable").tolist()
    ranked = copies_later(order, one.texts)
    return next((place for place, candidate in enumerate(ranked) if one.right[candidate]), len(ranked) + 1000)
