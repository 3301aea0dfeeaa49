"""Does the passage bear out or contradict what the question takes for granted (design section 1, rule 7)?

Contradiction is found in three ways: the question states a number where the passage has another of the same kind; the
question says one of two opposites where the passage says the other; a decision is asked about where the matter is
still being prepared or put off. Confirmation needs nearly every word of the question, its time and its figures in the
passage, no negation or hedge, and no mere claim or proposal.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final

from indexer.figures import Number, Period, canonical_unit
from indexer.language.tokens import fold
from indexer.model import Role
from qa.matching import coverage, weigh
from qa.query import PIECES, Query, Wants
from qa.read import Reading

_OPPOSITES: Final = tuple(
    (re.compile(rf"\b(?:{one})", re.IGNORECASE), re.compile(rf"\b(?:{other})", re.IGNORECASE))
    for one, other in (
        (r"öka|ökning|ökat|steg|stig|växt|increas|rise|rose|grew|grow", r"minska|minskning|sjunk|sjönk|nedgång"),
        (r"minska|minskning|sjunk|sjönk|decreas|fall|fell|drop|declin", r"öka|ökning|ökat|stig|steg|växt"),
        (r"höj|rais", r"sänk"),
        (r"sänk|lower|cut\b|reduc|being cut", r"höj"),
        (r"överskott|surplus|plusresultat", r"underskott|minusresultat"),
        (r"underskott|back\b|minus\b|deficit|loss\b|in the red", r"överskott|plus\b|positivt"),
        (r"avslog|avslå|avslag|reject|turned? down|refus", r"godkän|bifall|biföll|antar|antog|tillstyrk|fastställ"),
        (r"godkän|bifall|biföll|antog|approv|adopt|accept", r"avslå|avslog|avslag|återremi|bordlägg|bordlag|besvarad"),
        (r"förläng|extend", r"förkort|avslut|upphör"),
    )
)
_NEGATION: Final = re.compile(r"\b(inte|ej|icke|ingen|inget|inga|aldrig)\b", re.IGNORECASE)
DECIDED: Final = re.compile(
    r"\b(beslut\w*|bestäm\w*|godkän\w*|antag\w*|antog|sagt ja|infört|decid\w+|approv\w+|adopt\w*|agreed|introduc\w+)\b",
    re.IGNORECASE,
)
_OPEN: Final = re.compile(
    r"\b(beredning|bereda|återremi\w+|bordlägg\w*|bordlag\w+|om beslut fattas|utreda|utvärderar|föreslå\w*|förslag)\b",
    re.IGNORECASE,
)


_NEARLY_ALL: Final = 0.75  # share of the question that a sentence must hold to confirm it
_MOST: Final = {"sv": 0.5, "en": 0.25}  # and to contradict its figure; translations are loose
EITHER: Final = re.compile(r"\b(eller|or)\b", re.IGNORECASE)
"""Questions that set alternatives against each other."""


class Bearing(StrEnum):
    """How the passage bears on the premise."""

    CONFIRMS = "confirms"
    CONTRADICTS = "contradicts"
    NEITHER = "neither"


def bearing(query: Query, reading: Reading) -> Bearing:
    """Does the reading confirm, contradict or leave open what the question presumes?"""
    if EITHER.search(query.question):
        return Bearing.NEITHER  # neither yes nor no answers "more or fewer?"
    if _other_number(query, reading) or _opposite(query, reading) or _undecided(query, reading):
        return Bearing.CONTRADICTS
    return Bearing.CONFIRMS if _confirmed(query, reading) else Bearing.NEITHER


def _covered(query: Query, reading: Reading) -> float:
    """Share of the question's weight, its figures aside, that the sentence meets."""
    words = [item for item in weigh(query) if not any(letter.isdigit() for letter in item.concept.word)]
    return coverage(words, reading.passage.tokens)


def _confirmed(query: Query, reading: Reading) -> bool:
    """Nearly every word stands there, for the time asked, without negation or hedge, and as no claim or proposal."""
    passage = reading.passage
    return (
        query.yes_no
        and _covered(query, reading) >= _NEARLY_ALL
        and passage.candidate.paragraph.role not in {Role.CLAIM, Role.PROPOSAL}
        and not _NEGATION.search(passage.text)
        and not any(number.hedge for number in passage.numbers)
        and all(_met(asked, reading) for asked in query.periods)
        and {number.value for number in query.numbers} <= {number.value for number in passage.numbers}
    )


def _met(asked: Period, reading: Reading) -> bool:
    there = (*reading.passage.periods, *reading.passage.context_periods)
    return any(asked.same(period) or asked.covers(period) for period in there)


def _other_number(query: Query, reading: Reading) -> bool:
    """A yes/no question states a figure; the passage says the same of another figure in the same unit and time."""
    if not query.yes_no or not query.numbers or _covered(query, reading) < _MOST[query.language]:
        return False
    if not all(_met(asked, reading) for asked in query.periods):
        return False
    found = reading.passage.numbers
    values = {number.value for number in found}
    return all(number.value not in values for number in query.numbers) and any(
        canonical_unit(other.unit) == canonical_unit(number.unit) or _counts(query, number, other)
        for number in query.numbers
        for other in found
    )


def _counts(query: Query, one: Number, two: Number) -> bool:
    """Are both counts, at least one of them of mere pieces, or named in two languages?"""
    pieces = bool({one.unit.lower(), two.unit.lower()} & PIECES)
    return one.kind == two.kind == "count" and (pieces or query.language == "en")


def _opposite(query: Query, reading: Reading) -> bool:
    if not (query.yes_no or query.wants is Wants.REASON):
        return False
    question, text = fold(query.question), fold(reading.passage.text)
    return any(
        one.search(question) and other.search(text) and not one.search(text) and not other.search(question)
        for one, other in _OPPOSITES
    )


def _undecided(query: Query, reading: Reading) -> bool:
    """Was it decided? No: it is sent for preparation, looked into, put off."""
    if not query.yes_no or not DECIDED.search(query.question):
        return False
    return _OPEN.search(reading.passage.text) is not None
