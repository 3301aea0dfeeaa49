"""Is an answer warranted? What the refuser says, and what the kind of question adds to it.

A "why" is answered by a cause, or by what shows that it asks about something that is not so. A premise that the best
reading contradicts is corrected even where little of the question is met: it says otherwise, after all.
"""

from __future__ import annotations

from typing import Final

from qa.choose.explained import asked_about, explains
from qa.choose.prefer import cause_first
from qa.choose.reasons import clearly_gives_reason, reason_stands_near, replies_why
from qa.choose.voices import asked_voice
from qa.compute import Worked
from qa.query import Query, Wants
from qa.read.matching import coverage, weigh
from qa.read.readings import Reading
from qa.refuse.odds import answers, log_odds
from qa.refuse.premise import Bearing, bearing, corrects
from qa.refuse.rules import beside_the_question
from qa.refuse.settled import settled

_OUTRIGHT: Final = -0.9  # log-odds of the refuser from which a sentence that says the cause outright answers a "why"
_WHOLE: Final = -2.0  # and from which it does when it meets nearly all of the question
_EXPLAINED: Final = {"sv": 0.3, "en": 0.25}  # share of what is asked about that the cause must be one of
_SURE: Final = 3.0  # log-odds, read together, from which it is taken for one all the same
_ABOUT: Final = 0.4  # share of the question that such a sentence must meet at all
_NEARLY_ALL: Final = 0.8


def warranted(query: Query, readings: list[Reading], worked: Worked | None) -> bool:
    """Do the readings, best first, answer the question or correct what it takes for granted?

    worked: what was worked out from them, if anything.
    """
    if readings and settled(query, readings):
        return True
    if not readings or beside_the_question(query, readings[0]):
        return answers(query, readings, worked)
    if corrects(query, readings[0]):
        return True
    if query.wants is not Wants.REASON:
        return answers(query, readings, worked)
    if bearing(query, readings[0]) is Bearing.CONTRADICTS:
        return answers(query, readings, worked)
    cause = cause_first(query, readings)[0]
    if not reason_stands_near(cause.passage):
        return _says_it_themselves(query, cause, readings) and answers(query, readings, worked)
    if not replies_why(cause.passage) and _of_something_else(query, cause):
        return False
    return answers(query, readings, worked) or log_odds(query, readings) >= _least(query, cause, readings)


def _of_something_else(query: Query, cause: Reading) -> bool:
    """Does the sentence say a cause, but hardly of what is asked about?"""
    sure = cause.together is not None and cause.together >= _SURE
    return not sure and explains(asked_about(query), cause.passage) < _EXPLAINED[query.language]


def _says_it_themselves(query: Query, cause: Reading, readings: list[Reading]) -> bool:
    """Is it what those say whose reason is asked for? That is their reason without a word of cause."""
    voice = asked_voice(query, readings)
    return voice is not None and voice.speaks(cause)


def _least(query: Query, cause: Reading, readings: list[Reading]) -> float:
    """The log-odds from which a "why" is answered: lower where the sentence names the cause and meets the question."""
    weighed = weigh(query)
    met = coverage(weighed, cause.passage.tokens)
    if not clearly_gives_reason(cause.passage) or met < max(_ABOUT, coverage(weighed, readings[0].passage.tokens)):
        return 0.0
    return _WHOLE if met >= _NEARLY_ALL else _OUTRIGHT
