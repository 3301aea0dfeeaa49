"""Nobody did it: minutes must record votes and reservations (KL 5:65), so where a § records none, there was none."""

from __future__ import annotations

from typing import Final

from indexer.library import Library
from indexer.model import Kind, Role
from qa.choose.acts import names_the_matter, recorded_act, records
from qa.compose.phrases import phrase
from qa.compose.wording import Wording
from qa.model import Answer
from qa.query import Query
from qa.read.matching import coverage, weigh
from qa.read.readings import Reading

_MINUTES: Final = frozenset({Kind.PROTOKOLL, Kind.PROTOKOLLSUTDRAG})
_SAME_MATTER: Final = {"sv": 0.5, "en": 0.4}  # share of the question that the decision and what stands around it meet


def undisputed(query: Query, readings: list[Reading], library: Library) -> Reading | None:
    """The decision against which somebody is asked to have voted or reserved, when its § records no such thing."""
    done = recorded_act(query)
    if done is None or not readings:
        return None
    candidate = readings[0].passage.candidate
    paragraph = candidate.paragraph
    if candidate.document.kind not in _MINUTES or paragraph.role is not Role.DECISION or not paragraph.place.section:
        return None
    there = readings[0].passage.paragraph_tokens | readings[0].passage.context_tokens
    followed = query.meant != query.question and names_the_matter(query, readings[0])
    if not followed and coverage(weigh(query), there) < _SAME_MATTER[query.language]:
        return None
    same = (p for p in library.paragraphs(paragraph.document_id) if p.place.section == paragraph.place.section)
    return None if any(records(p.readable, done) for p in same) else readings[0]


def nobody(query: Query, decision: Reading) -> Answer:
    """ "Ingen; protokollet redovisar ingen reservation mot beslutet: ”…” [1]", or no vote on it."""
    wording = Wording(query)
    done = recorded_act(query)
    said = "no_vote" if done is not None and done.search("röst") else "nobody"
    wording.sentences.append(f"{phrase(query.language, said)}: {wording.quote(decision.passage)}")
    return wording.answer()
