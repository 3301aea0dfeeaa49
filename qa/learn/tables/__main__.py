"""`python -m qa.learn.tables DATA WORK`: learn qa/statistics/data/odds.json from tables with questions.

Each folder in DATA with `files/` (tables) and `questions.jsonl` (a golden set over them) is a set. WORK keeps their
libraries. Every question is answered by its best reading, whatever speaks against it; learnt is which of those
readings were right. Prints how often a reading that the rules refuse would be taken, rightly and wrongly, from which
probability on, each set judged by weights learnt from the others.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit

from indexer.build import build
from indexer.embedding.folder import OWN
from qa.engine import Engine
from qa.learn.fit import fit_logistic
from qa.learn.tables.questions import FILES, is_sent, questions_of, sets_in
from qa.statistics.answer import Statistics
from qa.statistics.odds import NAMES
from qa.understand.converse import complete
from qa.weights import Linear

_L2: Final = 5.0  # a few hundred readings: the weights are kept small
_FROM: Final = (0.55, 0.6, 0.65, 0.7, 0.75, 0.8)
_OUT: Final = Path(__file__).parents[2] / "statistics" / "data" / "odds.json"


@dataclass(frozen=True)
class Example:
    """A reading of a question: was its answer right, and do the rules take it by themselves?"""

    set: str
    values: list[float]
    right: bool
    accepted: bool
    answerable: bool


def main(data: Path, work: Path, out: Path = _OUT) -> None:
    """Read, learn, judge, write."""
    examples = [example for folder in sets_in(data) for example in _examples(folder, work / folder.name)]
    if len({example.right for example in examples}) == 1:
        raise ValueError(f"The {len(examples)} readings are all right or all wrong: nothing to learn.")
    _report(examples, _judged(examples))
    learnt = _learn(examples)
    weights = {name: round(float(weight), 4) for name, weight in zip(NAMES, learnt.weights, strict=True)}
    stored = {"bias": round(learnt.bias, 4), "weights": weights}
    out.write_text(json.dumps(stored, indent=1) + "\n", encoding="utf-8")


def _examples(folder: Path, library: Path) -> list[Example]:
    """The readings of a set that the odds may decide on and that state something."""
    build([folder / FILES], library)
    found = []
    with Engine.open(library) as engine:
        statistics = Statistics(engine.library, engine.embedder if engine.embedder.name == OWN else None)
        for known in questions_of(folder):
            for tried in statistics.tried(complete(known.question, known.history), change=0):
                if tried.doubtful and is_sent(tried.answer):
                    right = known.is_right(tried.answer)
                    found.append(Example(folder.name, tried.values, right, tried.accepted, known.answerable))
        statistics.close()
    return found


def _learn(examples: Sequence[Example]) -> Linear:
    vectors, right = np.array([one.values for one in examples]), np.array([one.right for one in examples])
    weights, bias = fit_logistic(vectors, right, np.ones(len(examples)), _L2)
    return Linear(NAMES, weights, bias)


def _judged(examples: Sequence[Example]) -> NDArray[np.float64]:
    """The probability of each reading by weights that never saw its set."""
    probability = np.zeros(len(examples))
    for name in {example.set for example in examples}:
        held = [at for at, one in enumerate(examples) if one.set == name]
        others = [one for one in examples if one.set != name]
        learnt = _learn(others or examples)
        probability[held] = expit(learnt.score(np.array([examples[at].values for at in held])))
    return probability


def _report(examples: Sequence[Example], probability: NDArray[np.float64]) -> None:
    right = sum(one.right for one in examples)
    lines = [f"{len(examples)} readings, {right} right; of those that the rules refuse, taken from a probability on:"]
    for least in _FROM:
        taken = [one for one, p in zip(examples, probability, strict=True) if p >= least and not one.accepted]
        good = sum(one.right for one in taken)
        open_ones = sum(not one.answerable for one in taken)
        lines.append(f"  {least:.2f}: {good} right, {len(taken) - good - open_ones} wrong, {open_ones} to be refused")
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("usage: python -m qa.learn.tables DATA WORK")
    main(Path(sys.argv[1]), Path(sys.argv[2]))
