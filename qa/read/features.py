"""What speaks for and against a passage as the answer, as numbers that a learnt linear model weighs."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from indexer.figures import Period
from indexer.language.tokens import fold
from indexer.model import Form, Role
from qa.query import FIGURES, Query, Wants
from qa.read.matching import Weighed, coverage, folded, share_met, token_set
from qa.read.passages import Passage
from qa.read.typed import holds_type, typed_numbers

NAMES: Final = (
    "coverage of sentence",
    "coverage of paragraph",
    "coverage of context",
    "coverage of all",
    "heaviest concept missing",
    "heaviest concept missing in sentence",
    "share of concepts missing in paragraph",
    "coverage of the question it answers",
    "retrieval score below best",
    "words below best",
    "meaning below best",
    "meaning below best, asked in English",
    "cosine",
    "rank",
    "holds wanted type",
    "lacks wanted type",
    "figure's own words are asked for",
    "period in sentence",
    "period around",
    "period contradicted",
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
    "first in paragraph",
    "log length",
    "very short",
    "answers a question",
    "procedure",
    "document behind best",
    "section behind best",
    "committee asked for",
    "other committee than asked for",
)
"""Feature names, in the order of the vector."""

SECOND: Final = (*NAMES, "read together")
"""What the best passages are ranked by: their features and what the cross-encoder makes of them."""

INDEX: Final = {name: position for position, name in enumerate(NAMES)}
"""Where each feature stands in the vector."""

_MET: Final = 0.3  # strength from which a concept counts as met
_REASON_WORDS: Final = token_set(
    "eftersom därför beror orsak orsaken anledning grund syftet för att på grund av med anledning av till följd"
) - token_set("för att på av med till")


class Best(NamedTuple):
    """The highest scores among the candidates of a question: fused, of words and of meaning."""

    score: float
    words: float
    meaning: float


def features(query: Query, weighed: tuple[Weighed, ...], passage: Passage, best: Best) -> NDArray[np.float64]:
    """The feature vector of one passage (len(NAMES),); `best` holds the top retrieval scores of the question."""
    return np.array(
        [
            *_covering(weighed, passage),
            best.score - passage.candidate.score,
            best.words - passage.candidate.words,
            best.meaning - passage.candidate.meaning,
            (best.meaning - passage.candidate.meaning) * (query.language == "en"),
            passage.candidate.cosine,
            math.log1p(passage.rank),
            *_typing(query, weighed, passage),
            *_timing(query, passage),
            *_naming(query, passage),
            *_standing(query, passage),
            *_shape(query, passage),
        ]
    )


def _covering(weighed: tuple[Weighed, ...], passage: Passage) -> list[float]:
    sentence = [item.met_by(passage.tokens) for item in weighed]
    paragraph = [item.met_by(passage.paragraph_tokens) for item in weighed]
    context = [item.met_by(passage.context_tokens) for item in weighed]
    missing = [met < _MET for item, met in zip(weighed, paragraph, strict=True) if item.concept.weight >= 1]
    heaviest = max(range(len(weighed)), key=lambda at: weighed[at].weight, default=None)
    return [
        share_met(weighed, sentence),
        share_met(weighed, paragraph),
        share_met(weighed, context),
        share_met(weighed, map(max, sentence, context)),
        float(heaviest is not None and max(paragraph[heaviest], context[heaviest]) < _MET),
        float(heaviest is not None and sentence[heaviest] < _MET),
        sum(missing) / len(missing) if missing else 0.0,
        coverage(weighed, token_set(passage.candidate.paragraph.question or "")),
    ]


def _typing(query: Query, weighed: tuple[Weighed, ...], passage: Passage) -> list[float]:
    held = holds_type(query, passage)
    focus = 0.0
    if query.wants in FIGURES or query.wants is Wants.DURATION:
        focus = max(
            (coverage(weighed, token_set(n.unit)) for n in typed_numbers(query, passage) if n.unit), default=0.0
        )
    return [float(held is True), float(held is False), focus]


def _timing(query: Query, passage: Passage) -> list[float]:
    if not query.periods:
        return [0.0, 0.0, 0.0]
    inside = _meets(query.periods, passage.periods)
    around = _meets(query.periods, passage.context_periods)
    contradicted = (
        bool(passage.periods)
        and not inside
        and not any(mine.overlaps(other) for mine in query.periods for other in passage.periods)
    )
    return [float(inside), float(around), float(contradicted)]


@lru_cache(maxsize=1 << 14)  # the sentences of a paragraph share what stands around them
def _meets(wanted: tuple[Period, ...], found: tuple[Period, ...]) -> bool:
    return any(mine.same(other) or mine.covers(other) for mine in wanted for other in found)


def _naming(query: Query, passage: Passage) -> list[float]:
    names = [fold(name) for name in query.names]
    text = folded(f"{passage.candidate.paragraph.readable} {passage.context}") if names else ""
    stated = {number.value for number in query.numbers}
    met = stated & {number.value for number in passage.numbers} if stated else set()
    return [
        sum(name in text for name in names) / len(names) if names else 0.0,
        len(met) / len(stated) if stated else 0.0,
    ]


def _standing(query: Query, passage: Passage) -> list[float]:
    role = passage.candidate.paragraph.role
    decision = query.wants is Wants.DECISION
    return [
        float(decision and role is Role.DECISION),
        float(decision and role is Role.PROPOSAL),
        float(query.wants is Wants.PERSON and query.signs and role is Role.SIGNATURE),
        float(passage.candidate.paragraph.form is Form.HEADING),
        float(passage.candidate.paragraph.form is Form.TABLE),
        float(bool(query.voices) and role.value in query.voices),
        float(bool(query.voices) and role.value not in query.voices),
        float(passage.candidate.document.kind in query.kinds),
    ]


def _shape(query: Query, passage: Passage) -> list[float]:
    words = len(passage.raw.split())
    return [
        float(query.wants is Wants.REASON and bool(passage.tokens & _REASON_WORDS)),
        float(passage.first),
        math.log1p(words),
        float(words < 4),
        float(passage.candidate.paragraph.question is not None),
        float(passage.candidate.paragraph.role is Role.PROCEDURE),
        passage.candidate.document_behind,
        passage.candidate.section_behind,
        float(passage.candidate.committee > 0),
        float(passage.candidate.committee < 0),
    ]
