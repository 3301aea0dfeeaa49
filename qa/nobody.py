"""Nobody did it: minutes must record reservations (KL 5:65), so where a § records none, there was none."""

from __future__ import annotations

import re
from typing import Final

from indexer.library import Library
from indexer.model import Kind, Role
from qa.matching import coverage, weigh
from qa.model import Answer
from qa.phrases import phrase
from qa.prefer import asked_act
from qa.query import Query, Wants
from qa.read import Reading
from qa.wording import Wording

_RESERVED: Final = re.compile("reserv", re.IGNORECASE)
_MINUTES: Final = frozenset({Kind.PROTOKOLL, Kind.PROTOKOLLSUTDRAG})
_SAME_MATTER: Final = {"sv": 0.5, "en": 0.4}  # share of the question that the decision and what stands around it meet


def undisputed(query: Query, readings: list[Reading], library: Library) -> Reading | None:
    """The decision against which somebody is asked to have reserved, when its minutes record no reservation at all."""
    done = asked_act(query)
    if query.wants not in {Wants.PERSON, Wants.PARTY} or done is None or not done.search("reserv") or not readings:
        return None
    candidate = readings[0].passage.candidate
    paragraph = candidate.paragraph
    if candidate.document.kind not in _MINUTES or paragraph.role is not Role.DECISION or not paragraph.place.section:
        return None
    there = readings[0].passage.paragraph_tokens | readings[0].passage.context_tokens
    if coverage(weigh(query), there) < _SAME_MATTER[query.language]:
        return None
    same = (p for p in library.paragraphs(paragraph.document_id) if p.place.section == paragraph.place.section)
    return None if any(_RESERVED.search(p.readable) for p in same) else readings[0]


def nobody(query: Query, decision: Reading) -> Answer:
    """ "Ingen; protokollet redovisar ingen reservation mot beslutet: ”…” [1]"."""
    wording = Wording(query)
    wording.sentences.append(f"{phrase(query.language, 'nobody')}: {wording.quote(decision.passage)}")
    return wording.answer()
