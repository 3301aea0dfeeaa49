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

from indexer.figures import Number, Period, canonical_unit, number_values
from indexer.language.tokens import fold
from indexer.model import Role
from qa.query import PIECES, Query, Wants
from qa.read.matching import coverage, token_set, weigh
from qa.read.outcomes import Outcome, asked_outcome, outcome
from qa.read.passages import Passage, passages
from qa.read.readings import Reading
from qa.refuse.acted import acted_otherwise
from qa.refuse.opposites import is_change, makes_an_exception, says_the_opposite
from qa.understand.cues import ACTS

_NEGATION: Final = re.compile(r"\b(inte|ej|icke|ingen|inget|inga|aldrig)\b", re.IGNORECASE)
DECIDED: Final = re.compile(
    r"\b(beslut\w*|bestäm\w*|godkän\w*|antag\w*|antog|sagt ja|infört|decid\w+|approv\w+|adopt\w*|agreed|introduc\w+)\b",
    re.IGNORECASE,
)
_OPEN: Final = re.compile(
    r"\b(beredning|bereda|återremi\w+|bordlägg\w*|bordlag\w+|om beslut fattas|utreda|utvärderar|föreslå\w*|förslag)\b",
    re.IGNORECASE,
)


_NEGATED: Final = re.compile(r"\b(inte|ej|icke|ingen|inget|inga|aldrig|not|no|never|n't)\b|n[’']t\b", re.IGNORECASE)
_NOT: Final = re.compile(
    r"(?:(\w+) )?(?:\w+ )?\b(?:inte|ej|icke|varken|aldrig)\b(?: (?:är|var|har|att|längre|få|ska))*(?: (\w+))?",
    re.IGNORECASE,
)
_CLAUSES: Final = re.compile(r";|,?\s\b(?:men|medan|but|while)\b|\b(?:inte|not) (?:bara|enbart|only)\b", re.IGNORECASE)
_SAYS_NOTHING: Final = frozenset(
    "stämmer sant true correct säger says said dokumentet dokumenten document documents enligt according".split()
)
_CLAIMED: Final = frozenset({Role.CLAIM, Role.PROPOSAL, Role.QUESTION})
_DONE: Final = 0.35  # strength from which a word stands for the one asked about
_SAID_NOT: Final = {"sv": 0.6, "en": 0.4}  # share of the question that a denying sentence must hold
_NEARLY_ALL: Final = 0.75  # share of the question that a sentence must hold to confirm it
_MOST: Final = {"sv": 0.5, "en": 0.25}  # and to contradict its figure; translations are loose
_SAME_THING: Final = {"sv": 0.6, "en": 0.45}  # and for an answer that only corrects it
_OF_IT: Final = {"sv": 0.35, "en": 0.25}  # and of the thing itself, where it says the opposite of it
_SEVERAL: Final = 2  # words that tell what the thing is
_SAME_QUESTION: Final = 0.6  # share of the question that the one replied to meets
_SENTENCE: Final = re.compile(r"[^.]+")
_DENIES: Final = re.compile(r"^Nej\b|\b(stämmer inte|är (fel|felaktig\w*|inte riktigt|inte korrekt))\b", re.IGNORECASE)
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
    if acted_otherwise(query, reading):
        return Bearing.CONTRADICTS
    settled = _as_decided(query, reading) or _as_acted(query, reading)
    if settled is not None:
        return settled
    if denial(query, reading) is not None:
        return Bearing.CONTRADICTS
    if (
        _other_number(query, reading)
        or _opposite(query, reading)
        or _undecided(query, reading)
        or says_not(query, reading)
    ):
        return Bearing.CONTRADICTS
    return Bearing.CONFIRMS if _confirmed(query, reading) else Bearing.NEITHER


def denial(query: Query, reading: Reading) -> Passage | None:
    """The sentence of a reply, at or before the reading in its paragraph, that denies what it was asked."""
    if not (query.yes_no or query.wants is Wants.REASON) or reading.passage.candidate.paragraph.role is not Role.REPLY:
        return None
    asked = reading.passage.candidate.paragraph.question or ""
    stated = {number.value for number in query.numbers}
    number_denied = bool(stated & number_values(asked))
    if not number_denied and (not query.yes_no or coverage(weigh(query), token_set(asked)) < _SAME_QUESTION):
        return None  # it denies something else
    first = next(passages([reading.passage.candidate]))
    return first if _DENIES.search(first.text) and first.start <= reading.passage.start else None


def corrects(query: Query, reading: Reading) -> bool:
    """Does the reading contradict what the question takes for granted, and speak of the same thing?"""
    if bearing(query, reading) is not Bearing.CONTRADICTS:
        return False
    there = reading.passage.paragraph_tokens | reading.passage.context_tokens
    return coverage(weigh(query), there) >= _SAME_THING[query.language]


def presumed_outcome(query: Query) -> Outcome | None:
    """The outcome that is asked about; where it is asked why something was decided, that it was."""
    asked = asked_outcome(query.question)
    if (
        asked is None
        and query.wants is Wants.REASON
        and DECIDED.search(query.question)
        and not _NEGATED.search(query.question)
    ):
        return Outcome.APPROVED
    return asked


def _as_decided(query: Query, reading: Reading) -> Bearing | None:
    """Was it approved, rejected …? As the decision has it; None when reading or question is of no such thing."""
    if (
        not (query.yes_no or query.wants is Wants.REASON)
        or reading.passage.candidate.paragraph.role is not Role.DECISION
    ):
        return None
    asked, decided = presumed_outcome(query), outcome(reading.passage.text)
    if asked is None or decided is None:
        return None
    if asked is decided:
        return Bearing.CONFIRMS if query.yes_no else None
    return Bearing.CONTRADICTS


def _as_acted(query: Query, reading: Reading) -> Bearing | None:
    """Was there a vote, a reservation …? As the sentence of the minutes that names the act has it."""
    passage = reading.passage
    if not query.yes_no or query.names or passage.candidate.paragraph.role not in {Role.PROCEDURE, Role.DECISION}:
        return None
    done = next((done for asked, done in ACTS if asked.search(query.question)), None)
    named = [one for one in _SENTENCE.findall(passage.text) if done is not None and done.search(one)]
    if not named:
        return None
    return Bearing.CONTRADICTS if all(_NEGATION.search(one) for one in named) else Bearing.CONFIRMS


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
        and not _lacks_a_word(query, reading)
        and not any(number.hedge for number in passage.numbers)
        and all(_met(asked, reading) for asked in query.periods)
        and {number.value for number in query.numbers} <= {number.value for number in passage.numbers}
    )


def _lacks_a_word(query: Query, reading: Reading) -> bool:
    """Is a word of the question, its doing perhaps, named neither in the sentence nor by its headings?"""
    there = reading.passage.tokens | reading.passage.context_tokens
    words = [item for item in weigh(query) if item.concept.word.lower() not in _SAYS_NOTHING]
    return any(item.met_by(there) < _DONE for item in words if item.concept.word.isalpha())


def _met(asked: Period, reading: Reading) -> bool:
    there = (*reading.passage.periods, *reading.passage.context_periods)
    return any(asked.same(period) or asked.covers(period) for period in there)


def _other_number(query: Query, reading: Reading) -> bool:
    """A yes/no question states a figure; the passage says the same of another figure in the same unit and time."""
    if (
        not (query.yes_no or query.wants is Wants.REASON)
        or not query.numbers
        or _covered(query, reading) < _MOST[query.language]
    ):
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
    """Does it say the opposite of what is taken for granted, and of the same thing?"""
    asks = query.yes_no or query.wants is Wants.REASON
    said = (query.question, reading.passage.text)
    if not asks or not (says_the_opposite(*said) or makes_an_exception(*said)):
        return False
    named = {fold(word) for name in query.names for word in name.split()}
    thing = [item for item in weigh(query) if not is_change(item.concept.word) and fold(item.concept.word) not in named]
    there = reading.passage.tokens | reading.passage.context_tokens
    return len(thing) < _SEVERAL or coverage(thing, there) >= _OF_IT[query.language]


def says_not(query: Query, reading: Reading) -> bool:
    """Is it asked whether something is done, where the sentence says of the same that it is not?"""
    if not query.yes_no or _NEGATED.search(query.question) or reading.passage.candidate.paragraph.role in _CLAIMED:
        return False
    return any(_denies(query, clause) for clause in _CLAUSES.split(reading.passage.text))


def _denies(query: Query, clause: str) -> bool:
    """Does one clause name what is asked about and say that it is not so?"""
    beside = [word for match in _NOT.finditer(clause) for word in match.groups() if word]
    done = [item for item in weigh(query) if any(item.met_by(token_set(word)) >= _DONE for word in beside)]
    return bool(done) and coverage(weigh(query), token_set(clause)) >= _SAID_NOT[query.language]


def _undecided(query: Query, reading: Reading) -> bool:
    """Was it decided? No: it is sent for preparation, looked into, put off."""
    if not query.yes_no or not DECIDED.search(query.question):
        return False
    return _OPEN.search(reading.passage.text) is not None
