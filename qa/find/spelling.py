"""How far a paragraph is spelt like the question: what stems miss of compounds, inflections and slips, letters show.

A question's words are cut into runs of four letters; a run that few of the paragraphs hold counts more.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from indexer.language.tokens import fold
from qa.find.retrieve import Candidate
from qa.query import Concept, Query

Matrix = NDArray[np.float64]

NAMES: Final = ("spelling", "spelling with headings", "spelling, behind", "spelling with headings, behind")
"""What `spelling` gives, in order."""

_RUN: Final = 4
_LEAST: Final = 0.05  # a run that all paragraphs hold still counts so much
_NO_LETTERS: Final = re.compile(r"[\W_]+")


def spelling(query: Query, candidates: Sequence[Candidate]) -> Matrix:
    """For each candidate the share, 0..1, of the question's runs that it holds, (n, len(NAMES))."""
    runs = _runs_asked(query)
    if not runs:
        return np.zeros((len(candidates), len(NAMES)))
    own = _held(runs, [candidate.paragraph.readable for candidate in candidates])
    heads = _held(runs, [_heads(candidate) for candidate in candidates])
    weight = np.array(list(runs.values()))
    shares = np.column_stack([_share(own, weight), _share(own | heads, weight)])
    return np.hstack([shares, shares.max(axis=0) - shares])


def _runs_asked(query: Query) -> dict[str, float]:
    """Runs with their weights: of a Swedish question's own words, of an English one's translations."""
    runs: dict[str, float] = {}
    for concept in query.concepts:
        for letters, strength in _spelt(concept, query.language):
            for start in range(len(letters) - _RUN + 1):
                run = letters[start : start + _RUN]
                runs[run] = max(runs.get(run, 0.0), strength * concept.weight)
    return runs


def _spelt(concept: Concept, language: str) -> list[tuple[str, float]]:
    """Words between blanks; a translation is known by its stem, so that its end is left open."""
    if language == "sv":
        return [(_letters(concept.word), 1.0)]
    stems = ((token, strength) for token, strength in concept.tokens if token[0] not in "<>")
    return [(_letters(token)[:-1], strength) for token, strength in stems]


@lru_cache(maxsize=1 << 13)  # the same paragraphs come up for many questions
def _letters(text: str) -> str:
    """Lower-case letters and digits, one blank between words and at both ends."""
    return f" {_NO_LETTERS.sub(' ', fold(text)).strip()} "


def _heads(candidate: Candidate) -> str:
    place = candidate.paragraph.place
    return " ".join((candidate.document.title, *place.headings, candidate.paragraph.question or ""))


def _held(runs: dict[str, float], texts: Sequence[str]) -> NDArray[np.bool_]:
    """Which text holds which run, (n, runs); equal texts are looked through once."""
    found = {text: [run in letters for run in runs] for text in set(texts) for letters in [_letters(text)]}
    return np.array([found[text] for text in texts], dtype=np.bool_)


def _share(held: NDArray[np.bool_], weight: Matrix) -> Matrix:
    rarity = np.log((len(held) + 1) / (held.sum(axis=0) + 0.5)).clip(min=_LEAST)
    counted = weight * rarity
    return np.asarray(held @ counted / max(float(counted.sum()), 1e-9), dtype=np.float64)
