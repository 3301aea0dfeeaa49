"""Near misses: a passage of the right type on the wrong thing. Another thing counted, another post, another meeting."""

from __future__ import annotations

import re
from typing import Final

from indexer.figures import Figure, figures
from indexer.language.tokens import fold, stem
from indexer.model import Form
from qa.lead import lead
from qa.matching import Weighed, token_set, weigh
from qa.offices import asked_office
from qa.passages import Passage
from qa.query import PIECES, Query, Wants
from qa.read import Reading

_MET: Final = 0.3  # strength from which a concept counts as met
_COUNTED: Final = re.compile(
    r"\b(?:hur många|how many)\s+(?:fler |färre |more |fewer |nya |new |av (?:de|dem)\s+|of the\s+)?([a-zåäö-]{3,})",
    re.IGNORECASE,
)
_MEASURES: Final = frozenset("km m meter kilometer mil kvm m2 timmar timme minuter kg ton liter procent %".split())
_PERSONS: Final = re.compile(
    r"(person|individ|människ|barn|elev|ungdom|anställd|vuxna|äldre|kvinn|m[äa]n|brukar|klient|patient|kund|hushåll|plats"
    r"|tjänst|(are|arna|ister)$)",
    re.IGNORECASE,
)  # whoever is asked about may be called so
_OF_TEN: Final = re.compile(r"\s*av (?:tio|10|hundra|100)\b", re.IGNORECASE)  # "nio av tio" tells a share
_POST: Final = re.compile(
    r"^(?:vem|who)\s+(?:är|var|is|was)\s+(?:the\s|tf\.?\s|tillförordnad\s|acting\s)?(?P<post>[a-zåäö-]{4,})\b",
    re.IGNORECASE,
)
_MOMENTS: Final = frozenset({"day", "month"})


def counts_something_else(query: Query, reading: Reading) -> bool:
    """Is it asked how many of something, and is the figure that would be given one of something else?"""
    counted = _COUNTED.search(query.question)
    passage = reading.passage
    if query.wants is not Wants.COUNT or counted is None or passage.candidate.paragraph.form is Form.TABLE:
        return False
    chosen = _chosen(query, passage)
    if chosen is None:
        return False
    unit = chosen.number.unit.lower()
    if _OF_TEN.match(passage.text[chosen.number.end :]):
        return True
    asked = weigh(query)
    if unit in PIECES or _among(asked, unit) or _PERSONS.search(unit):
        return False
    if unit in _MEASURES:
        return True
    return not _names(asked, counted[1], passage.tokens)


def _chosen(query: Query, passage: Passage) -> Figure | None:
    """The figure that would be given."""
    direct = lead(query, weigh(query), passage)
    if direct is None or not direct.figures:
        return None
    found = figures(passage.text, year=passage.year, damaged=passage.candidate.document.damaged)
    return next((one for one in found if one.number.value == direct.figures[0].value), None)


def _among(asked: tuple[Weighed, ...], word: str) -> bool:
    """Is the word asked about, by itself or as the end of a longer word ("beslut" for "delegationsbeslut")?"""
    whole = tuple(stem(one) for one in word.split())
    return any(
        item.met_by(token_set(word)) >= _MET or any(token.endswith(whole) for token, _ in item.concept.tokens)
        for item in asked
    )


def _names(asked: tuple[Weighed, ...], word: str, found: frozenset[str]) -> bool:
    """Do the tokens name what the question calls by the word? True where it is no word of content."""
    named = [item for item in asked if fold(word) in fold(item.concept.word).split()]
    return not named or any(item.met_by(found) >= _MET for item in named)


def another_post(query: Query, reading: Reading) -> bool:
    """Is it asked who is something (deputy, head of schools …), where nothing there speaks of such a post?"""
    asked = _POST.search(query.question)
    if query.wants is not Wants.PERSON or asked is None or asked_office(query.question) is not None:
        return False
    there = reading.passage.paragraph_tokens | reading.passage.context_tokens
    return not _names(weigh(query), asked["post"], there)


def at_another_meeting(query: Query, reading: Reading) -> bool:
    """Is it asked what was decided on a day or in a month that neither the passage nor its document is of?"""
    asked = [period for period in query.periods if period.precision in _MOMENTS and not period.yearless]
    if query.wants is not Wants.DECISION or not asked:
        return False
    there = (*reading.passage.periods, *reading.passage.context_periods)
    return not any(one.overlaps(other) for one in asked for other in there if other.precision != "year")
