"""Lists from questions that a library answers: what answers against what search and reading put first instead."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from indexer.build import build
from indexer.search import Search
from qa.evidence import candidates, understood
from qa.learn.cross.train import Asked
from qa.learn.sets import Known, Set
from qa.read.crossencoder import Pairing, words
from qa.read.passages import Passage
from qa.read.readings import readable, vectorise
from qa.weights import weights

_READ = 40  # best passages by the weights that ship, from which wrong ones are drawn
_HARDEST = 9  # of these most are drawn
_LISTED = 6
_FROM_THE_REST = 1


def hard(chosen: Set, work: Path, seed: int) -> Iterator[tuple[Known, Asked]]:
    """A list for each question whose answer is found, and for each that has none."""
    library = work / f"{chosen.name}-library"
    build([chosen.documents], library)
    chance, pairing = random.Random(seed), Pairing()
    with Search.open(library) as search:
        for known in chosen.questions:
            query = understood(known.question, known.history, search.library)
            found = readable(query, candidates(search, query))
            if not found:
                continue
            order = np.argsort(-weights().reader.first.score(vectorise(query, found)), kind="stable")
            right = [found[place] for place in order if known.answers(found[place])]
            if bool(right) == known.answerable:
                told = _drawn(right, _wrong(known, [found[place] for place in order]), chance)
                pairs = tuple(pairing.pair(words(query.meant, passage)) for passage in told)
                yield known, Asked(pairs, tuple(bool(right) and number == 0 for number in range(len(told))))


def _wrong(known: Known, ordered: list[Passage]) -> list[Passage]:
    """The best that do not answer."""
    wrong = (passage for passage in ordered if not known.answers(passage))
    return [passage for passage in wrong if known.answerable or known.unanswered(passage)][:_READ]


def _drawn(right: list[Passage], wrong: list[Passage], chance: random.Random) -> list[Passage]:
    """One that answers, when there is one, then wrong ones: most of the hardest, at least one of the rest."""
    hardest, rest = wrong[:_HARDEST], wrong[_HARDEST:]
    wanted = _LISTED - 1
    drawn = chance.sample(hardest, min(len(hardest), wanted - _FROM_THE_REST))
    drawn += chance.sample(rest, min(len(rest), wanted - len(drawn)))
    return ([chance.choice(right)] if right else []) + drawn
