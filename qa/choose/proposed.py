"""What is proposed: the proposal on the matter, where a question asks for one and not for what was decided."""

from __future__ import annotations

import re
from typing import Final

from indexer.language.tokens import fold
from indexer.model import Form, Role
from qa.choose.decided import at_the_meeting
from qa.choose.matter import Matters, place_of
from qa.query import Query, Wants
from qa.read.readings import Reading, take_first
from qa.understand.cues import BODIES, PROPOSES
from qa.understand.parties import parties

_ON_IT: Final = {"sv": 0.6, "en": 0.4}  # share of the matter that the place of the proposal must name
_BEGINNING: Final = 8  # letters by which two forms of a body's name are the same
_SAYS_IT: Final = re.compile(r"\b(föresl\w+|rekommender\w*)", re.IGNORECASE)
_OPENS: Final = re.compile(r":\s*$")


def asks_proposal(query: Query) -> bool:
    """Is it asked what a body or its officials propose? What a party wants is its own word (qa/choose/voices.py)."""
    return query.wants is Wants.TEXT and PROPOSES.search(query.question) is not None and not parties(query.question)


def proposal_first(query: Query, readings: list[Reading]) -> list[Reading]:
    """The proposal on the matter, where what reads best is none: of the body that is named, in the same place.

    What says that somebody proposes or recommends stays: auditors do so too, and no body decides on it there.
    """
    best = readings[0].passage
    if not asks_proposal(query) or best.candidate.paragraph.role is Role.PROPOSAL or _SAYS_IT.search(best.text):
        return readings
    matters = Matters(query, readings)
    told = [one for one in readings if _proposes(one) and _on_it(query, one, matters)]
    if not told:
        return readings
    home = place_of(readings[0])
    chosen = max(told, key=lambda one: (place_of(one) == home, _of_named_body(query, one), one.score))
    return take_first(chosen, readings)


def tells_proposal(query: Query, readings: list[Reading]) -> bool:
    """Is the best reading a proposal on the matter, where one is asked for?"""
    best = readings[0]
    return asks_proposal(query) and _proposes(best) and _on_it(query, best, Matters(query, readings))


def _on_it(query: Query, one: Reading, matters: Matters) -> bool:
    return matters.known and matters.share(place_of(one)) >= _ON_IT[query.language] and at_the_meeting(query, one)


def _proposes(one: Reading) -> bool:
    paragraph = one.passage.candidate.paragraph
    return (
        paragraph.role is Role.PROPOSAL and paragraph.form is not Form.HEADING and not _OPENS.search(one.passage.text)
    )


def _of_named_body(query: Query, one: Reading) -> bool:
    paragraph = one.passage.candidate.paragraph
    there = fold(" ".join((paragraph.speaker.body, *paragraph.place.headings, one.passage.text)))
    return any(fold(body)[:_BEGINNING] in there for body in BODIES.findall(query.question))
