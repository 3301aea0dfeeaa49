"""Does the passage bear out or contradict what the question takes for granted (design section 1, rule 7)?

Contradiction is found in three ways: the question states a number where the passage has another of the same kind; the
question says one of two opposites where the passage says the other; a decision is asked about where there is only a
proposal. Confirmation needs nearly every word of the question in the passage, and no negation.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final

from indexer.language.tokens import fold
from qa.features import NAMES
from qa.query import Query, Wants
from qa.read import Reading

_INDEX: Final = {name: position for position, name in enumerate(NAMES)}
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
    covered = float(reading.vector[_INDEX["coverage of sentence"]])
    if query.yes_no and covered >= 0.75 and not _NEGATION.search(reading.passage.text):
        return Bearing.CONFIRMS
    return Bearing.NEITHER


def _other_number(query: Query, reading: Reading) -> bool:
    """A yes/no question states a figure; the passage has another of the same kind and not this one."""
    if not query.yes_no or not query.numbers:
        return False
    found = reading.passage.numbers
    values = {number.value for number in found}
    return all(number.value not in values for number in query.numbers) and any(
        other.kind == number.kind for number in query.numbers for other in found
    )


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
