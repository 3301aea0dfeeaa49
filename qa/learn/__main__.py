"""`python -m qa.learn DATA SEEDS WORK [OTHERS]`: learn qa/data/reading.json from the sets under DATA.

SEEDS holds the documents of the seed questions, OTHERS those of the questions on other municipalities' committees in
examples/training/committees.jsonl: public minutes, which are no part of the project. Without OTHERS those are left out.

WORK keeps the libraries that the questions are answered from. Prints how often the best passage answers and how often
it is rightly refused, by five folds over question groups: no question is judged by weights that saw it, though they may
have seen another on the same place.
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from indexer.build import build
from indexer.search import Search
from qa.evidence import CANDIDATES, candidates, understood
from qa.find.retrieve import in_swedish, retrieve
from qa.learn.cross.tune import unseen
from qa.learn.fit import Choice, fit_logistic, fit_reader
from qa.learn.search import FOLDS, Wanted, fit_ranker, fold_of, report_search, wanted
from qa.learn.sets import (
    PARTS,
    SWEQUAD_EVERY,
    Known,
    Set,
    agency_faq,
    building_faq,
    golden,
    part_of,
    squad_sv_en,
    swequad,
)
from qa.learn.written import on_all_committees
from qa.query import Query
from qa.read import features
from qa.read.crossencoder import CrossEncoder, crossencoder
from qa.read.passages import Passage
from qa.read.readings import Reading, ordered, read_together, readable, vectorise
from qa.refuse import odds
from qa.refuse.rules import must_refuse
from qa.weights import Cascade, Linear

_READER_L2, _REFUSER_L2 = 1.0, 1.0
_REFUSED = 0.75  # share of unanswerable questions that should be refused
_LENIENT = 0.35  # log-odds under that threshold: rules refuse too, and weights learnt on everything are surer
_EXAMPLES = Path(__file__).parents[2] / "examples"  # learnt from for search only
_REMEMBERED = 1 << 18  # scores of a cross-encoder: every fold asks for nearly the same
_MISREAD = 0.5  # weight of "refuse" where the documents answer but the best passage is another


@dataclass(frozen=True)
class Example:
    """One question with everything that can be read for it.

    encoder: one that has learnt no question on its first document.
    """

    set: Set
    known: Known
    query: Query
    encoder: CrossEncoder
    passages: list[Passage]
    vectors: NDArray[np.float64]
    right: NDArray[np.bool_]

    @property
    def fold(self) -> int:
        """Stable by question group."""
        return fold_of(self.known)


def main(data: Path, seeds: Path, work: Path, others: Path | None = None) -> None:
    """Build the libraries, learn, judge by folds, write the weights."""
    encoders = _encoders(work)
    sets = _sets(data, seeds, work, others)
    examples: list[Example] = []
    questions: list[Wanted] = []
    for chosen in sets:
        _take(chosen, work, encoders, examples, questions)
    report_search(questions)
    judged = _judge(examples)
    threshold = _threshold(judged) - _LENIENT
    _report(judged, threshold)
    reader = _reader(examples)
    refuser = _refuser(examples, reader)
    refuser = replace(refuser, bias=refuser.bias - threshold)
    learnt = {
        "reader": reader.first,
        "second reader": reader.second,
        "refuser": refuser,
        "ranker": fit_ranker(questions),
    }
    target = Path(__file__).parents[1] / "data" / "reading.json"
    stored = {name: _stored(linear) for name, linear in learnt.items()}
    target.write_text(json.dumps(stored, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _encoders(work: Path) -> list[CrossEncoder]:
    """For each part of the committees' documents the network that has learnt no question on them.

    Raises FileNotFoundError where `qa.learn.cross` has not made them.
    """
    if missing := [unseen(work, part) for part in range(PARTS) if not unseen(work, part).exists()]:
        raise FileNotFoundError(f"{missing[0]} is missing: run `python -m qa.learn.cross` with the same WORK first.")
    encoders = [CrossEncoder(unseen(work, part)) for part in range(PARTS)]
    for encoder in (*encoders, crossencoder()):
        encoder.remembered = _REMEMBERED
    return encoders


def _sets(data: Path, seeds: Path, work: Path, others: Path | None) -> list[Set]:
    dev, train = data / "dev", data / "train"
    return [
        golden("seeds", seeds, dev / "seed_questions.jsonl", 1.0),
        golden("alingsas", dev / "alingsas", dev / "alingsas_questions.jsonl", 1.0),
        *on_all_committees(data, seeds, others, 1.0),
        golden("examples", _EXAMPLES / "documents", _EXAMPLES / "questions.jsonl", 0.0),
        squad_sv_en(train / "squad_sv_en.jsonl.gz", work, every=3, weight=0.3),
        swequad(train / "swequad_training.json", work, every=SWEQUAD_EVERY, weight=0.45),
        building_faq(dev / "building_faq.jsonl", work, weight=0.15),
        agency_faq(dev / "swefaq.jsonl", work, weight=0.15),
    ]


def _take(
    chosen: Set, work: Path, encoders: Sequence[CrossEncoder], examples: list[Example], questions: list[Wanted]
) -> None:
    """Search for every question of a set, and keep what can be learnt from it."""
    library = work / f"{chosen.name}-library"
    build([chosen.documents], library)
    with Search.open(library) as search:
        for known in chosen.questions:
            query = understood(known.question, known.history, search.library)
            if chosen.weight and (found := readable(query, candidates(search, query))):
                right = np.array([known.answers(passage) for passage in found])
                encoder = encoders[part_of(known)] if chosen.of_committees else crossencoder()
                examples.append(Example(chosen, known, query, encoder, found, vectorise(query, found), right))
            searched = retrieve(search, query, CANDIDATES, also=in_swedish(query))
            if sought := wanted(chosen, known, query, searched):
                questions.append(sought)


def _reader(examples: Sequence[Example]) -> Cascade:
    first = Linear(features.NAMES, _fitted(examples))
    return Cascade(first, Linear(features.SECOND, _fitted([_near(example, first) for example in examples])))


def _fitted(examples: Sequence[Example]) -> NDArray[np.float64]:
    """Learnt from those of which some passages answer and some do not."""
    choices = [Choice(e.vectors, e.right, e.set.weight) for e in examples if e.right.any() and not e.right.all()]
    return fit_reader(choices, _READER_L2)


def _near(example: Example, first: Linear) -> Example:
    """The best passages by their features, with what the cross-encoder makes of them."""
    scores = first.score(example.vectors)
    order = np.argsort(-scores, kind="stable")
    passages = [example.passages[place] for place in order]
    together = read_together(example.query, passages, scores[order], example.encoder)
    near = order[: len(together)]
    vectors = np.column_stack([example.vectors[near], together])
    return replace(example, passages=passages[: len(near)], vectors=vectors, right=example.right[near])


def _refuser(examples: Sequence[Example], reader: Cascade) -> Linear:
    rows, right, weight = [], [], []
    for example in examples:
        readings = _ranked(example, reader)
        if must_refuse(example.query, readings):
            continue
        rows.append(odds.evidence_vector(example.query, readings))
        right.append(_is_right(example, readings))
        weight.append(example.set.weight * (_MISREAD if example.known.answerable and not right[-1] else 1.0))
    weights, bias = fit_logistic(np.stack(rows), np.array(right), np.array(weight), _REFUSER_L2)
    return Linear(odds.NAMES, weights, bias)


def _ranked(example: Example, reader: Cascade) -> list[Reading]:
    return ordered(example.query, example.passages, example.vectors, reader, example.encoder)


def _is_right(example: Example, readings: list[Reading]) -> bool:
    position = next(i for i, p in enumerate(example.passages) if p is readings[0].passage)
    return example.known.answerable and bool(example.right[position])


@dataclass(frozen=True)
class Judged:
    """What weights that never saw the example make of it. evidence: log-odds of answering, None when a rule refuses."""

    example: Example
    right: bool
    in_first: bool
    evidence: float | None

    def sent(self, threshold: float) -> bool:
        """Is it answered rather than refused?"""
        return self.evidence is not None and self.evidence >= threshold


def _judge(examples: Sequence[Example]) -> list[Judged]:
    """Every example, judged by the weights learnt from the other folds."""
    judged = []
    for fold in range(FOLDS):
        others = [example for example in examples if example.fold != fold]
        reader = _reader(others)
        refuser = _refuser(others, reader)
        for example in (example for example in examples if example.fold == fold):
            readings = _ranked(example, reader)
            evidence = None
            if not must_refuse(example.query, readings):
                evidence = float(refuser.score(odds.evidence_vector(example.query, readings)[None, :])[0])
            judged.append(Judged(example, _is_right(example, readings), _in_first(example, readings, 5), evidence))
    return judged


def _in_first(example: Example, readings: list[Reading], depth: int) -> bool:
    """Does one of the first `depth` paragraphs hold a passage that answers?"""
    right = {id(p) for p, flag in zip(example.passages, example.right, strict=True) if flag}
    paragraphs: dict[str, bool] = {}
    for reading in readings:
        key = reading.passage.candidate.paragraph.id
        paragraphs[key] = paragraphs.get(key, False) or id(reading.passage) in right
    return any(list(paragraphs.values())[:depth])


def _threshold(judged: Sequence[Judged]) -> float:
    """The log-odds to answer from which right answers less wrong ones are most in the golden sets.

    At least the target share of their unanswerable questions is refused.
    """
    golden = [one for one in judged if one.example.set.weight >= 1]
    unanswerable = [one for one in golden if not one.example.known.answerable]
    refusing = [
        threshold
        for threshold in sorted({one.evidence for one in golden if one.evidence is not None})
        if sum(not one.sent(threshold) for one in unanswerable) >= _REFUSED * len(unanswerable)
    ]
    return max(refusing, key=lambda threshold: _gain(golden, threshold)) if refusing else -math.inf


def _gain(judged: Sequence[Judged], threshold: float) -> int:
    """Right answers less wrong ones."""
    return sum(1 if one.right else -1 for one in judged if one.sent(threshold))


def _report(judged: Sequence[Judged], threshold: float) -> None:
    """By set and language: how often the best passage answers, is sent, is among the first; how often is refused."""
    groups: dict[str, list[Judged]] = {}
    for one in judged:
        groups.setdefault(f"{one.example.set.name} {one.example.query.language}", []).append(one)
    for name, group in sorted(groups.items()):
        yes = [one for one in group if one.example.known.answerable]
        no = [one for one in group if not one.example.known.answerable]
        sys.stderr.write(
            f"{name}: {len(yes)} answerable: best passage answers {_share([one.right for one in yes])}, "
            f"and is sent {_share([one.right and one.sent(threshold) for one in yes])}, "
            f"wrong and sent {_share([not one.right and one.sent(threshold) for one in yes])}, "
            f"among the first 5 paragraphs {_share([one.in_first for one in yes])}; "
            f"{len(no)} unanswerable: refused {_share([not one.sent(threshold) for one in no])}\n"
        )


def _share(flags: Sequence[bool]) -> str:
    return f"{sum(flags) / len(flags):.3f}" if flags else "-"


def _stored(linear: Linear) -> dict[str, object]:
    named = zip(linear.names, linear.weights, strict=True)
    return {"weights": {name: round(float(w), 5) for name, w in named}, "bias": round(linear.bias, 5)}


if __name__ == "__main__":
    if len(sys.argv) not in {4, 5}:
        sys.exit("usage: python -m qa.learn DATA SEEDS WORK [OTHERS]")
    main(*(Path(argument) for argument in sys.argv[1:]))
