"""What a question means though no word of it is like a table's: labels and measures, by the embedding's likeness."""

from __future__ import annotations

from collections.abc import Sequence
from threading import Lock
from typing import Final

import numpy as np

from indexer.embedding import Embedder, Vectors
from indexer.language.words import known
from qa.statistics.accounting import left_over
from qa.statistics.catalogue import Dimension, Family, Measure
from qa.statistics.labels import NAMES, LabelHit
from qa.statistics.match import Match
from qa.statistics.meant import Meant
from qa.statistics.question import Asked, Term
from qa.statistics.words import root, words_of

_ALIKE: Final = 0.62  # cosine from which a label is meant: of the labels that people meant most lay above
_APART: Final = 0.1  # that it must be more like it than the next label is
_MOST: Final = 40  # labels of a dimension that kinds are told apart by
_PLACES: Final = tuple(
    "kommun län region ort stad område distrikt enhet municipal county area district unit city town".split()
)
"""What columns of names are called, which are like words of the language only by their letters."""
_READINGS: Final = 3
_WAYS: Final = 4  # to say a term
_PART: Final = 5  # letters that two compounds share
_OWN_PART: Final = 3  # letters of what they do not
_SURE: Final = 0.85  # strength of another way to say it
_KEPT: Final = 20_000  # vectors


class Meaning:
    """How alike texts are in meaning. Safe to use from several threads."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder
        self._vectors: dict[str, Vectors] = {}
        self._lock = Lock()

    def likeness(self, some: Sequence[str], others: Sequence[str]) -> Vectors:
        """Cosines, (n of some, n of others)."""
        with self._lock:
            new = [text for text in dict.fromkeys([*some, *others]) if text not in self._vectors]
            if len(self._vectors) + len(new) > _KEPT:
                self._vectors.clear()
                new = list(dict.fromkeys([*some, *others]))
            self._vectors.update(zip(new, self._embedder.embed_passages(new), strict=True))
            left, right = (np.stack([self._vectors[text] for text in texts]) for texts in (some, others))
        return np.asarray(left @ right.T, dtype=np.float32)


def meant_by(asked: Asked, found: Sequence[Match], meaning: Meaning) -> Meant:
    """What the words stand for that the best readings leave over: a label of a dimension left open, or a measure."""
    first = {id(match.family): match for match in reversed(found)}
    labels: dict[Dimension, list[LabelHit]] = {}
    measures: dict[Measure, dict[int, float]] = {}
    for match in sorted(first.values(), key=lambda one: -one.score)[:_READINGS]:
        taken = {hit.dimension for hit in match.labels} | set(match.named)
        open_ones = [one for one in match.family.dimensions if one not in taken and _tells_kinds(one)]
        for term in left_over(asked, match):
            if term.name or term.quoted or term.text[:1].isdigit():
                continue
            at, measured = asked.terms.index(term), _measure(asked, term, match.family, meaning)
            hits = [hit for one in open_ones if (hit := _label(asked, at, one, meaning)) is not None]
            best = max(hits, key=lambda hit: hit.covered, default=None)
            if measured is not None and (best is None or measured[1] >= best.covered):
                measures.setdefault(measured[0], {})[at] = measured[1]
            elif best is not None:
                labels.setdefault(best.dimension, []).append(best)
    return Meant(labels, measures)


def _measure(asked: Asked, term: Term, family: Family, meaning: Meaning) -> tuple[Measure, float] | None:
    """The measure that the term is like in meaning, where none of the others is nearly as like it."""
    held = [one for one in family.measures if one.own and any(known(word) for word in one.telling)]
    found = _most_alike(ways(term, asked.language), [one.name for one in held], meaning)
    return None if found is None else (held[found[0]], found[1])


def _tells_kinds(dimension: Dimension) -> bool:
    parts = _parts(dimension)
    names = any(word.startswith(_PLACES) for word in dimension.words) or NAMES.fullmatch(dimension.name) is not None
    return not (names or dimension.code or dimension.is_dated) and 1 < len(parts) <= _MOST


def _parts(dimension: Dimension) -> list[str]:
    return [label for label in dimension.labels if label not in dimension.totals]


def _label(asked: Asked, at: int, dimension: Dimension, meaning: Meaning) -> LabelHit | None:
    """The label that the term is like in meaning, where none of the others is nearly as like it."""
    labels = _parts(dimension)
    found = _most_alike(ways(asked.terms[at], asked.language), labels, meaning)
    return None if found is None else LabelHit(dimension, labels[found[0]], found[1], {at: found[1]})


def _most_alike(said: Sequence[str], texts: Sequence[str], meaning: Meaning) -> tuple[int, float] | None:
    """Place and likeness of the text that is more like one of the ways to say a term than any other is."""
    if not texts:
        return None
    likeness = meaning.likeness(said, texts)
    way, best = (int(place) for place in np.unravel_index(np.argmax(likeness), likeness.shape))
    highest = float(likeness[way, best])
    second = max((float(one) for at, one in enumerate(likeness.max(axis=0)) if at != best), default=0.0)
    if highest < _ALIKE or highest - second < _APART or any(are_siblings(one, texts[best]) for one in said):
        return None
    return best, min(highest, 1.0)


def are_siblings(said: str, held: str) -> bool:
    """Are they two kinds of one thing, or two things of one kind, and alike only by what they share?

    "timanställda" and "månadsanställda", "hjärtsjukdomar" and "andra sjukdomar", "parktillstånd" and "park".
    """
    asked, words = [root(word) for word in words_of(said)], [root(word) for word in words_of(held)]
    if any(_share_a_part(one, word) for one in asked for word in words):
        return True
    shared = {word for word in words if any(one.endswith(word) for one in asked if len(word) >= _PART or one == word)}
    return bool(shared) and len(shared) < len(set(words)) and not shared.issuperset(asked)


def _share_a_part(asked: str, held: str) -> bool:
    """Has each of two words a part of its own beside the one they share, or the asked one another head?"""
    front, end = _same(asked, held), _same(asked[::-1], held[::-1])
    if asked == held or max(front, end) < _PART:
        return False
    if end >= _PART and min(len(asked), len(held)) - end >= _OWN_PART:
        return True
    return front >= _PART and len(asked) - front >= _OWN_PART and known(asked[front:].removeprefix("s"))


def _same(one: str, two: str) -> int:
    """How many letters they begin with alike."""
    return next(
        (at for at, pair in enumerate(zip(one, two, strict=False)) if pair[0] != pair[1]), min(len(one), len(two))
    )


def ways(term: Term, language: str) -> list[str]:
    """The term as it stands, and what surely stands for it: of a Swedish one no guesses at English words."""
    held = (words for words, strength in term.alternatives if strength >= _SURE)
    others = (" ".join(words) for words in held if language == "en" or (len(words) == 1 and known(words[0])))
    return list(dict.fromkeys([term.text.lower(), *others]))[:_WAYS]
