"""What a party or a person did in a matter, where the question presumes the opposite."""

from __future__ import annotations

import re
from typing import Final

from indexer.language.tokens import fold
from indexer.model import Form, Role
from qa.choose.matter import Matters, place_of
from qa.query import Query, Wants
from qa.read.readings import Reading, take_first
from qa.understand.cues import PARTY_NAMES, pattern
from qa.understand.parties import parties

_ASKED: Final = (
    pattern(
        r"""\b(?:röst\w*\s(?:\S+\s){0,4}?(?:ja|för)|för\b[^?]*\bröst\w*|stöd(?:de|jer|er)|biföll|yrka\w*\s(?:på\s)?bifall|sa(?:de)?\s(?:\S+\s){0,4}?ja
          |vote[ds]?\s(?:yes|for|in\sfavou?r)|support\w*|back(?:ed)?|approv\w*)\b"""
    ),
    pattern(
        r"""\b(?:röst\w*\s(?:\S+\s){0,4}?(?:nej|emot|mot)|sa(?:de)?\s(?:\S+\s){0,4}?nej|reserv\w+|yrka\w*\s(?:på\s)?avslag|motsatte
          |vote[ds]?\s(?:no|against|down)|oppos\w+|reject\w*|reservation\w*)\b"""
    ),
)
"""How a question says that somebody was for something, and against it."""
_DONE: Final = (
    pattern(r"\bja\s(?:röst\w*|:)|\bröst\w*\sja\b|\bbif(?:a|ö)ll\w*|\btillstyrk\w*"),
    pattern(r"\bnej\s(?:röst\w*|:)|\bröst\w*\snej\b|\breserv\w+|\bavsl(?:ag|å)\w*|\bavstyrk\w*"),
)
"""How documents do."""
_PASSIVE: Final = re.compile(
    r"^(?:was|were|is|are|has|have)\b(?!.*\b(?:voted|supported|backed|opposed)\b)", re.IGNORECASE
)
_OF_SOMEBODY: Final = re.compile(r"\b(?:från|av|by|from)\s(?:\w+\s){0,2}$", re.IGNORECASE)  # "motionen från (V)"
_SUPPOSES: Final = re.compile(r"\bden som\b|\bja-?röst för\b", re.IGNORECASE)
_NOT_THEIRS: Final = frozenset({Role.DECISION, Role.PROPOSAL})
_VOTES: Final = 20  # characters in which "Ja röstar: …" says that a list of votes follows
_ON_IT: Final = {"sv": 0.5, "en": 0.35}  # share of the matter that the § must name; translations are loose


def presumed(query: Query) -> int | None:
    """0 where the question presumes that somebody was for something, 1 where against it; None for other questions."""
    if not (query.yes_no or query.wants is Wants.REASON) or not _actors(query) or _PASSIVE.search(query.question):
        return None
    return next((side for side in (1, 0) if _ASKED[side].search(query.question)), None)  # "nej till X för 2025"


def acted_otherwise(query: Query, reading: Reading) -> bool:
    """Does the sentence say that whom the question names did the opposite of what it presumes?"""
    side = presumed(query)
    return side is not None and _side(query, reading) == 1 - side


def acted_first(query: Query, readings: list[Reading]) -> list[Reading]:
    """What whom the question names did in the matter: as presumed, else the opposite."""
    side = presumed(query)
    if side is None:
        return readings
    matters = Matters(query, readings)
    told = [
        one
        for one in readings
        if _side(query, one) is not None and matters.share(place_of(one)) >= _ON_IT[query.language]
    ]
    if not told or any(_side(query, one) == side for one in told):
        return readings
    return take_first(max(told, key=lambda one: (matters.share(place_of(one)), one.score)), readings)


def _side(query: Query, reading: Reading) -> int | None:
    """0 where the sentence says that those named in the question were for it, 1 where against; None elsewhere."""
    text, paragraph = fold(reading.passage.text), reading.passage.candidate.paragraph
    if paragraph.form is Form.HEADING or paragraph.role in _NOT_THEIRS or _SUPPOSES.search(text):
        return None
    found = [(side, act.start()) for side, done in enumerate(_DONE) if (act := done.search(text))]
    if len(found) != 1:
        return None
    side, at = found[0]
    return side if any(_does(fold(actor), text, at) for actor in _actors(query)) else None


def _does(actor: str, text: str, at: int) -> bool:
    """Does the actor stand before the act as who does it ("Rask (V) yrkar …"), or beside a list of votes?"""
    stands = text.find(actor)
    if stands < 0 or _OF_SOMEBODY.search(text[:stands]):
        return False
    return stands < at or "röst" in text[at : at + _VOTES]


def _actors(query: Query) -> list[str]:
    """The marks of the parties and the names of persons that the question names."""
    marks = [f"({party.mark})" for party in parties(query.question)]
    persons = [name for name in query.names if " " in name and not PARTY_NAMES.search(name)]
    return [*marks, *persons]
