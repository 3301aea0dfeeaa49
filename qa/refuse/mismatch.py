"""Near misses: a passage of the right type on the wrong thing. Another thing counted, another post, another meeting."""

from __future__ import annotations

import re
from typing import Final

from indexer.figures import Figure, figures
from indexer.language.tokens import fold, stem
from indexer.model import Form, Role
from qa.choose.decided import dates_the_matter
from qa.choose.doings import asked_doing
from qa.query import FIGURES, PIECES, Query, Wants
from qa.read.lead import lead
from qa.read.matching import Weighed, token_set, weigh
from qa.read.offices import asked_office
from qa.read.passages import Passage
from qa.read.readings import Reading

_BEGINNING: Final = 4  # letters by which two words on one thing begin alike ("info", "informera")
_MET: Final = 0.3  # strength from which a concept counts as met
_PART: Final = 0.6  # strength of a shared beginning or end
_COUNTED: Final = re.compile(
    r"\bhur många\s+(?:fler |färre |nya |av (?:de|dem)\s+)?(?P<sv>[a-zåäö-]{3,})"
    r"|\bhow many\s+(?:more |fewer |new |of the\s+)?(?P<en>[a-z-]{3,}"
    r"(?:\s(?!of|with|in|at|on|for|to|do|does|did|is|are|was|were|has|have|had|can|will)[a-z-]+){0,2})",
    re.IGNORECASE,
)
_MEASURED: Final = re.compile(
    r"^(?:och |and )?(?:hur (?:hög|stor|låg|lång)(?:t|a)?|how (?:high|low|large|big|long|great))\s+"
    r"(?:är|var|blev|is|was|are|were)\s+(?:(?:den|det|de|the)\s+)?"
    r"(?:(?-i:[A-ZÅÄÖ])[\wåäö-]+(?:s|['’]s?)\s+)*(?P<thing>[a-zåäö-]{3,}"
    r"(?:(?<=[a-z])\s(?!of|with|in|at|on|for|to|by|per|the|at|from|during|among)[a-z-]+)?)",
    re.IGNORECASE,
)
_MEASURES: Final = frozenset("km m meter kilometer mil kvm m2 timmar timme minuter kg ton liter procent %".split())
_PERSONS: Final = re.compile(
    r"(person|individ|människ|barn|elev|ungdom|anställd|vuxna|äldre|kvinn|m[äa]n|brukar|klient|patient|kund|hushåll|plats"
    r"|tjänst|(are|arna|ister)$)",
    re.IGNORECASE,
)  # whoever is asked about may be called so
_OF_THEM: Final = re.compile(r"\s*av (?:dessa|de|dem) ([a-zåäö]{4,})", re.IGNORECASE)
_OF_TEN: Final = re.compile(r"\s*av (?:tio|10|hundra|100)\b", re.IGNORECASE)  # "nio av tio" tells a share
_POST: Final = re.compile(
    r"^(?:vem|who)\s+(?:är|var|is|was)\s+(?:the\s|tf\.?\s|tillförordnad\s|acting\s)?(?P<post>[a-zåäö-]{4,})\b",
    re.IGNORECASE,
)
_DID: Final = re.compile(r"^(?:vem|who)\s(?!är|var|is|was|has|har)(?P<doing>[a-zåäö]{3,})\b", re.IGNORECASE)
_BY_A_BODY: Final = re.compile(
    r"\b(?:enligt|according to)\s(?:the\s)?(?:[a-zåäö]+\s){0,2}?"
    r"(?:\w*(?:nämnden|styrelsen|förvaltningen|kontoret|direktören)s?|(?:board|administration|department|director)(?:['’]s)?)\b"
    r"(?!\s(?:protokoll|beslut|minutes|decision))",
    re.IGNORECASE,
)
_WHAT_DAY: Final = re.compile(r"\b(?:vilket datum|vilken dag|(?:what|which) (?:date|day)|the date)\b", re.IGNORECASE)
_ISO_DAY: Final = re.compile(r"-\d\d-\d\d$")  # "2018-05-09", "--05-09"
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
    unit, thing = chosen.number.unit.lower(), counted["sv"] or counted["en"]
    if _OF_TEN.match(passage.text[chosen.number.end :]):
        return True
    asked = weigh(query)
    if unit in PIECES:
        part = _OF_THEM.match(passage.text[chosen.number.end :])
        return part is not None and not _among(asked, part[1]) and not _names(asked, thing, passage.tokens)
    if _among(asked, unit) or _PERSONS.search(unit):
        return False
    if unit in _MEASURES:
        return True
    return not _names(asked, thing, passage.tokens)


def measures_something_else(query: Query, reading: Reading) -> bool:
    """Is it asked how high or large something is, where neither the paragraph nor what stands around it names it?"""
    measured = _MEASURED.search(query.question)
    if query.wants not in FIGURES | {Wants.DURATION} or measured is None:
        return False
    there = reading.passage.paragraph_tokens | reading.passage.context_tokens
    return not _names(weigh(query), measured["thing"], there)


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
        item.met_by(token_set(word)) > _PART or any(token.endswith(whole) for token, _ in item.concept.tokens)
        for item in asked
    )


def _names(asked: tuple[Weighed, ...], word: str, found: frozenset[str]) -> bool:
    """Do the tokens name what the question calls by the word? True where it is no word of content."""
    words = set(fold(word).split())
    named = [item for item in asked if words & set(fold(item.concept.word).split())]
    return not named or any(item.met_by(found) >= _MET for item in named)


def another_post(query: Query, reading: Reading) -> bool:
    """Is it asked who is something (deputy, head of schools …), where nothing there speaks of such a post?"""
    asked = _POST.search(query.question)
    if query.wants is not Wants.PERSON or asked is None or asked_office(query.question) is not None:
        return False
    there = reading.passage.paragraph_tokens | reading.passage.context_tokens
    return not _names(weigh(query), asked["post"], there)


def done_by_nobody_named(query: Query, reading: Reading) -> bool:
    """Is it asked who did something, where only a body is named and the sentence does not speak of the doing?"""
    asked = _DID.search(query.question)
    if query.wants is not Wants.PERSON or asked is None or reading.passage.persons:
        return False
    done = asked_doing(query)
    if done is not None and done.search(reading.passage.text):
        return False
    if asked["doing"][:_BEGINNING].lower() in reading.passage.text.lower():
        return False
    return not _names(weigh(query), asked["doing"], reading.passage.tokens)


def in_another_voice(query: Query, reading: Reading) -> bool:
    """Is it asked what a body or its officials say, where a party claims it?"""
    claims = reading.passage.candidate.paragraph.role is Role.CLAIM
    return claims and "claim" not in query.voices and _BY_A_BODY.search(query.question) is not None


def names_no_day(query: Query, reading: Reading) -> bool:
    """Is a date asked for, where the sentence names months or years only?"""
    if query.wants is not Wants.DATE or _WHAT_DAY.search(query.question) is None:
        return False
    ends = (end for period in reading.passage.periods for end in (period.start, period.end))
    return not any(_ISO_DAY.search(end) for end in ends)


def at_another_meeting(query: Query, reading: Reading) -> bool:
    """Is it asked what was decided on a day or in a month that neither the passage nor its document is of?"""
    asked = [period for period in query.periods if period.precision in _MOMENTS and not period.yearless]
    if query.wants is not Wants.DECISION or not asked or dates_the_matter(query):
        return False
    there = (*reading.passage.periods, *reading.passage.context_periods)
    return not any(one.overlaps(other) for one in asked for other in there if other.precision != "year")
