"""What a cause is the cause of: a "why" is answered by a cause of what the question is about, not of anything else.

"Avvikelsen beror på …" stands as well below one heading as below the next: what it explains is said by the sentence
that it leans on and the heading that it stands under.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from indexer.model import Form, Role
from qa.choose.reasons import stands_with_its_reason, with_its_reason
from qa.query import Query, Wants
from qa.read.matching import Weighed, coverage, token_set, weigh
from qa.read.neighbours import beside, leans_back
from qa.read.passages import Passage
from qa.read.readings import Reading, take_first
from qa.refuse.premise import Bearing, bearing

_LOOKED: Final = 30  # readings among which the cause is looked for
_OF_IT: Final = 7.0  # what it is worth, in the reader's score, that all that is asked about is explained
_SAID: Final = 2.0  # and that a cause is said outright
_HALF: Final = 0.5  # of it, where a word may mean a purpose or an outcome as well
_PURPOSE: Final = re.compile(
    r"\b(?:för att|så att|i syfte|syfta\w*|därmed|orsak\w*|anledning\w*|skäl\w*|förklar\w*)\b", re.IGNORECASE
)
_STATES_NOTHING: Final = frozenset({Role.SIGNATURE, Role.FURNITURE, Role.QUESTION})
_NAMES_A_CHANGE: Final = re.compile(
    r"\W*(?:Den |Det |Denna |Detta )?(?:[\wåäö]+ )?"
    r"(?:avvikels|ökning|minskning|förändring|överskott|underskott|skillnad|försening|höjning|sänkning"
    r"|försämring|förbättring|nedgång|uppgång|utveckling|överskridande)\w*(?:en|et|na|t)\b",
    re.IGNORECASE,
)
"""What a text says once that it has told of it: "Avvikelsen", "Den stora ökningen"."""


def explained_first(query: Query, readings: list[Reading]) -> list[Reading]:
    """Why: first the sentence that says a cause of what is asked about."""
    if query.wants is not Wants.REASON:
        return readings
    if bearing(query, readings[0]) is Bearing.CONTRADICTS:
        return readings  # it has no cause, for it is not so
    about = asked_about(query)
    looked = [one for one in readings[:_LOOKED] if _states(one.passage)]
    if not about or not looked:
        return readings
    return take_first(max(looked, key=lambda one: _worth(about, one)), readings)


def asked_about(query: Query) -> tuple[Weighed, ...]:
    """What the question asks a cause of: its words but for the name of the municipality."""
    return tuple(item for item in weigh(query) if not item.concept.of_home)


def _worth(about: Sequence[Weighed], one: Reading) -> float:
    said = 1.0 if stands_with_its_reason(one.passage) else _HALF * (_PURPOSE.search(one.passage.text) is not None)
    return one.score + _OF_IT * explains(about, one.passage) + _SAID * said


def explains(about: Sequence[Weighed], passage: Passage) -> float:
    """Share, 0..1, of what is asked about that the sentence explains: by itself, what it leans on, its heading."""
    told = {passage.tokens, *(one.tokens for one in with_its_reason(passage))}
    before = beside(passage, -1)
    if before is not None and (leans_back(passage) or _NAMES_A_CHANGE.match(passage.text)):
        told.add(before.tokens)
    headings = passage.candidate.paragraph.place.headings
    return coverage(about, frozenset().union(*told, *map(token_set, headings)))


def _states(passage: Passage) -> bool:
    paragraph = passage.candidate.paragraph
    return paragraph.form not in {Form.HEADING, Form.TABLE} and paragraph.role not in _STATES_NOTHING
