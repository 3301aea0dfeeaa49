"""How a vote ended: the sentence with the count of votes, in figures or words, of the § on the matter."""

from __future__ import annotations

import re
from typing import Final

from qa.choose.matter import Matters, place_of
from qa.query import Query, Wants
from qa.read.readings import Reading, take_first

_VOTE: Final = r"(?:om)?röst\w*|voter\w*|vot(?:e|es|ing)"
_ASKED: Final = re.compile(
    rf"""\bhur\ (?:slutade|gick|föll|blev|utföll|såg|fördelade)\b[^?]*\b(?:{_VOTE})
      | \b(?:utfall\w*|resultat\w*|siffror\w*|outcome|result|tally)\b[^?]*\b(?:{_VOTE})
      | \bröst(?:siffr|etal|fördelning)\w* | \bhow\ did\ the\ (?:\w+\ )?(?:vote|voting|ballot)\b
      | \b(?:vote|voting)\b[^?]*\b(?:end|turn\ out|come\ out|result|count)
      | \bmed\ vilka\ röst\w* | \bby\ what\ (?:vote|margin)""",
    re.IGNORECASE | re.VERBOSE,
)
_NUMBER: Final = (
    r"(?:\d+|en|ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|tretton|fjorton|femton|sexton|sjutton|arton|nitton"
    r"|tjugo\w*|trettio\w*|fyrtio\w*)"
)
_COUNTED: Final = re.compile(
    rf"\b{_NUMBER}\s(?:\w+\s){{0,2}}?(?:röst\w*|(?:ja|nej)(?:-?röst\w*)?)\b|\bröstade\s{_NUMBER}\b|\bmot\s{_NUMBER}\b"
    rf"|\bmedan\s{_NUMBER}\b",
    re.IGNORECASE,
)
_VOTES: Final = re.compile(r"röst|\b(?:ja|nej)\b|voter", re.IGNORECASE)
_CASTING: Final = re.compile(r"\butslagsröst", re.IGNORECASE)
_NONE: Final = re.compile(r"\butan (?:om)?röstning|omröstning begär\w* inte", re.IGNORECASE)
_ON_IT: Final = {"sv": 0.5, "en": 0.35}  # share of the matter that the § of the vote must name; translations are loose
_KINDS: Final = frozenset({Wants.TEXT, Wants.DECISION, Wants.AMOUNT, Wants.PERSON})


def asks_tally(query: Query) -> bool:
    """Is it asked how a vote ended?"""
    return query.wants in _KINDS and _ASKED.search(query.question) is not None


def counts_votes(text: str) -> bool:
    """Does the sentence tell how many voted each way, or who tipped the balance?"""
    return (len(_COUNTED.findall(text)) > 1 and _VOTES.search(text) is not None) or _CASTING.search(text) is not None


def tally_first(query: Query, readings: list[Reading]) -> list[Reading]:
    """How a vote ended: the count of votes of the § that names most of the matter, else that there was no vote."""
    if not asks_tally(query):
        return readings
    matters = Matters(query, readings)
    told = [one for one in readings if counts_votes(one.passage.text)]
    told = told or [one for one in readings if _NONE.search(one.passage.text)]
    on_it = [one for one in told if matters.share(place_of(one)) >= _ON_IT[query.language]]
    if not on_it:
        return readings
    return take_first(max(on_it, key=lambda one: (matters.share(place_of(one)), one.score)), readings)


def tells_tally(query: Query, reading: Reading) -> bool:
    """Is it the count of votes, or that there was none, that the question asks for?"""
    text = reading.passage.text
    return asks_tally(query) and (counts_votes(text) or _NONE.search(text) is not None)
