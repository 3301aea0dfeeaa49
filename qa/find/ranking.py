"""Candidates -> ranked paragraphs, for search: a learnt linear model of its own, over paragraphs instead of sentences.

The reader (qa/read/readings.py) looks for the sentence that answers; a search should bring up each paragraph that
belongs to the matter. So it weighs what either index says, what a paragraph and its neighbours cover, and its form.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from indexer.language.tokens import fold
from indexer.model import Form, Role
from qa.find import spelling
from qa.find.retrieve import Candidate
from qa.query import FIGURES, Query, Wants
from qa.read.features import INDEX
from qa.read.matching import Weighed, coverage, token_set, weigh
from qa.read.passages import passages
from qa.read.readings import vectorise
from qa.weights import Linear

Matrix = NDArray[np.float64]

RANKED: Final = 100
"""So many candidates are ranked; the rest follow in their old order."""

_HIGHEST: Final = (
    "coverage of sentence",
    "coverage of paragraph",
    "coverage of context",
    "coverage of all",
    "coverage of the question it answers",
    "holds wanted type",
    "figure's own words are asked for",
    "period in sentence",
    "period around",
    "names met",
    "question's numbers met",
    "decision wanted and taken",
    "decision wanted, only proposed",
    "signer wanted in signature",
    "heading",
    "table row",
    "voice asked for",
    "other voice than asked for",
    "document kind asked for",
    "reason given",
    "answers a question",
    "procedure",
    "committee asked for",
    "other committee than asked for",
)  # of a paragraph's sentences
_LOWEST: Final = (
    "heaviest concept missing",
    "heaviest concept missing in sentence",
    "share of concepts missing in paragraph",
    "lacks wanted type",
    "period contradicted",
)
_BEHIND: Final = ("coverage of all", "coverage of paragraph", "coverage of sentence")
_FOUND: Final = (
    "words behind",
    "meaning behind",
    "score behind",
    "cosine",
    "cosine behind",
    "rank by words",
    "rank by meaning",
    "rank by both",
    "rank of score",
    "not found by words",
    "not found by meaning",
    "document behind",
    "section behind",
    "committee",
)
_SHAPE: Final = (
    "log length",
    "log length, up to fifty words",
    "under five words",
    "under twelve words",
    "over 150 words",
    "question",
    "furniture",
    "decision",
    "proposal",
    "signature",
    "short heading",
    "coverage of title",
    "short heading, coverage of all",
    "heading, coverage of all",
    "table, where a figure or name is asked for",
    "question, where questions are asked for",
    "heading, where a reference is asked for",
)
_BESIDE: Final = ("best neighbour", "neighbours", "the one before", "the one after", "coverage with neighbours")
_TOGETHER: Final = (
    "meaning behind, asked in English",
    "words behind, asked in English",
    "coverage of all, asked in English",
    "meaning behind, words missing",
    "words behind, words missing",
    "cosine, words missing",
    "words behind, by the best of words",
    "meaning behind, by the best of meaning",
    "coverage of all, by concepts",
    "meaning behind, by concepts",
    "cosine, by length",
    "words behind, by length",
    "coverage of all, by length",
)
NAMES: Final = (
    *_FOUND,
    *_HIGHEST,
    *_LOWEST,
    *(f"{name}, behind" for name in _BEHIND),
    *_SHAPE,
    *_BESIDE,
    *_TOGETHER,
    *spelling.NAMES,
)
"""Feature names of the ranker, in order."""

_NEIGHBOURS: Final = (-2, -1, 1, 2)
_ALONE: Final = -1.0  # the strength of a neighbour that was not found
_WITH_NAMES: Final = FIGURES | {Wants.DATE, Wants.PERSON, Wants.DURATION, Wants.CLOCK}
_REFERENCES: Final = frozenset((Wants.DNR, Wants.SECTION))
_SHORT_HEADING: Final = 8  # words
_MANY: Final = 8  # concepts
_DIFFERENT: Final = 5  # ranked paragraphs, from the first, of which none repeats another
_NO_LETTERS: Final = re.compile(r"[\W_]+")


def rank(query: Query, candidates: list[Candidate], ranker: Linear) -> list[tuple[Candidate, float]]:
    """All candidates with their scores, best first; see RANKED and copies_later."""
    if not candidates:
        return []
    scores = ranker.score(paragraph_vectors(query, candidates[:RANKED]))
    floor = float(scores.min()) - 1
    rest = floor - np.arange(len(candidates) - len(scores))
    scored = list(zip(candidates, [*scores.tolist(), *rest.tolist()], strict=True))
    order = np.argsort(-np.concatenate([scores, rest]), kind="stable").tolist()
    return [scored[place] for place in copies_later(order, [said(candidate) for candidate in candidates])]


def said(candidate: Candidate) -> str:
    """What a copy of the paragraph would say as well: its letters and digits."""
    return _NO_LETTERS.sub("", fold(candidate.paragraph.text))


def copies_later(order: Sequence[int], texts: Sequence[str]) -> list[int]:
    """The same order, but the first five differ: minutes, extract and proposal often hold the very same paragraph."""
    seen: set[str] = set()
    first: list[int] = []
    later: list[int] = []
    for done, place in enumerate(order):
        if len(first) == _DIFFERENT:
            return [*first, *later, *order[done:]]
        (later if texts[place] in seen else first).append(place)
        seen.add(texts[place])
    return first + later


def paragraph_vectors(query: Query, candidates: list[Candidate]) -> Matrix:
    """The feature vectors of candidates, (n, len(NAMES)); they come in the order of their fused score."""
    weighed = weigh(query)
    sentences = list(passages(candidates))
    vectors = vectorise(query, sentences)
    starts = np.flatnonzero([sentence.first for sentence in sentences])
    highest, lowest = np.maximum.reduceat(vectors, starts), np.minimum.reduceat(vectors, starts)
    high = highest[:, [INDEX[name] for name in _HIGHEST]]
    behind = _behind(highest[:, [INDEX[name] for name in _BEHIND]])
    covered = highest[:, INDEX["coverage of all"]]
    found = _found(candidates)
    shape = _shape(query, weighed, candidates, covered)
    return np.hstack(
        [
            found,
            high,
            lowest[:, [INDEX[name] for name in _LOWEST]],
            behind,
            shape,
            _beside(weighed, candidates),
            _together(query, candidates, found, covered, shape[:, 0]),
            spelling.spelling(query, candidates),
        ]
    )


def _behind(values: Matrix) -> Matrix:
    return np.asarray(values.max(axis=0) - values, dtype=np.float64)


def _found(candidates: list[Candidate]) -> Matrix:
    """What the indexes say, (n, len(_FOUND))."""
    said = np.array([(c.words, c.meaning, c.score, c.cosine) for c in candidates])
    ranks = np.array([(c.words_rank, c.meaning_rank) for c in candidates], dtype=np.float64)
    missing = np.isinf(ranks)
    logs = np.log1p(np.where(missing, 300.0, ranks))
    both = (1 / (1 + ranks / 10)).sum(axis=1)
    behind = _behind(said)
    around = np.array([(c.document_behind, c.section_behind, c.committee) for c in candidates])
    places = np.log1p(np.arange(len(candidates)))
    return np.column_stack([behind[:, :3], said[:, 3], behind[:, 3], logs, both, places, missing, around])


def _shape(query: Query, weighed: tuple[Weighed, ...], candidates: list[Candidate], covered: Matrix) -> Matrix:
    """What kind of paragraph it is, (n, len(_SHAPE))."""
    typed = query.wants in _WITH_NAMES
    rows = []
    for candidate, cover in zip(candidates, covered, strict=True):
        paragraph = candidate.paragraph
        words, role = len(paragraph.readable.split()), paragraph.role
        heading = paragraph.form is Form.HEADING
        short = heading and words < _SHORT_HEADING
        length = float(np.log1p(words))
        rows.append(
            (
                *(length, min(length, float(np.log1p(50))), words < 5, words < 12, words > 150),
                *(role is one for one in (Role.QUESTION, Role.FURNITURE, Role.DECISION, Role.PROPOSAL, Role.SIGNATURE)),
                short,
                coverage(weighed, token_set(candidate.document.title)),
                *(short * cover, heading * cover),
                typed and paragraph.form is Form.TABLE,
                query.wants is Wants.QUESTIONS and role is Role.QUESTION,
                query.wants in _REFERENCES and heading,
            )
        )
    return np.array(rows, dtype=np.float64)


def _beside(weighed: tuple[Weighed, ...], candidates: list[Candidate]) -> Matrix:
    """What was found next to a paragraph in its document, (n, len(_BESIDE))."""
    at = {(c.document.id, c.paragraph.place.number): c for c in candidates}
    rows = []
    for candidate in candidates:
        document, number = candidate.document.id, candidate.paragraph.place.number
        near = [at.get((document, number + step)) for step in _NEIGHBOURS]
        strengths = [_ALONE if one is None else one.score for one in near]
        there = token_set(candidate.paragraph.readable) | _around(candidate)
        for one in near[1:3]:
            there |= token_set(one.paragraph.readable) if one is not None else frozenset()
        mean = sum(strengths) / len(strengths)
        rows.append((max(strengths), mean, *strengths[1:3], coverage(weighed, there)))
    return np.array(rows, dtype=np.float64)


def _around(candidate: Candidate) -> frozenset[str]:
    place, document = candidate.paragraph.place, candidate.document
    parts = (document.title, document.committee or "", *place.headings, candidate.paragraph.question or "")
    return token_set(" ".join(parts))


def _together(query: Query, candidates: list[Candidate], found: Matrix, covered: Matrix, length: Matrix) -> Matrix:
    """What matters more or less with the language, with how well the words are met, and so on: see _TOGETHER."""
    english = float(query.language == "en")
    missing = 1 - float(covered.max())
    many = min(len(query.concepts), _MANY) / _MANY
    words, meaning, cosine = found[:, 0], found[:, 1], found[:, 3]
    best_words = max(candidate.words for candidate in candidates)
    best_meaning = max(candidate.meaning for candidate in candidates)
    return np.column_stack(
        [
            *(english * meaning, english * words, english * covered),
            *(missing * meaning, missing * words, missing * cosine),
            *(best_words * words, best_meaning * meaning),
            *(many * covered, many * meaning),
            *(length * cosine, length * words, length * covered),
        ]
    )
