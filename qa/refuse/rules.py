"""Rules that no score overrides: what a passage must not be to serve as the answer.

They come from the product's own rules (a proposal is no decision, part of a year is not the year, absence is not zero)
and from what a reader takes for granted: the answer is about what was asked, by whom it was asked, when it was asked.
"""

from __future__ import annotations

import re
from typing import Final

from indexer.figures import Period
from indexer.language.tokens import fold
from indexer.language.words import known, known_english
from indexer.model import Kind, Role
from qa.choose.acts import on_another_matter, recorded_act
from qa.choose.doers import tells_another_act
from qa.find.home import as_here
from qa.query import FIGURES, Query, Wants
from qa.read.features import INDEX
from qa.read.lead import lead
from qa.read.matching import coverage, weigh
from qa.read.readings import Reading
from qa.refuse.fitting import unfit
from qa.refuse.mismatch import (
    another_post,
    at_another_meeting,
    counts_something_else,
    done_by_nobody_named,
    in_another_voice,
    measures_something_else,
    names_no_day,
)
from qa.refuse.premise import DECIDED
from qa.understand.cues import ACTS, BODIES, PARTY_NAMES, SUBMITS

_CURRENCIES: Final = frozenset({"SEK", "EUR"})
_WORD: Final = re.compile(r"[^\W\d_]{3,}")
_TOPIC: Final = {"sv": 0.3, "en": 0.15}  # share of the topic's weight that must stand there; translations are loose
_OF_FIGURE: Final = 0.6  # what a figure is of is judged more closely (qa/refuse/mismatch.py)
_INHERITED: Final = 0.6  # weight from which a concept is a topic; cue words weigh less
_SAYS_NO_TOPIC: Final = re.compile(
    r"nämnd|styrelse|fullmäktige|utskott|^förvaltningens?$|^administration$|board|committee|council|beslut|bestäm|decid|decision|resolve",
    re.IGNORECASE,
)
_WHOLE_YEAR: Final = re.compile(r"helår|hela (?:året|20\d\d)|årsprognos|årsbudget", re.IGNORECASE)
_SURELY_ANSWERS: Final = 0.5  # log-odds of the cross-encoder from which other words do not make it another topic
_IN_BRACKETS: Final = re.compile(r"\([^)]*\)")
_BEGINNING: Final = 6  # letters by which two forms of a name are the same
_UNNAMED: Final = frozenset({"nämnden", "nämndens", "styrelsen", "utskottet", "fullmäktige"})  # any body may be meant
_REPLIES: Final = frozenset(
    {Kind.SVAR, Kind.INTERPELLATIONSSVAR, Kind.TJANSTEUTLATANDE, Kind.PROTOKOLL, Kind.PROTOKOLLSUTDRAG}
)
_REPLY: Final = re.compile(r"\b(svar\w*|repl(y|ies)|replied|answer\w*|yttrande\w*|utlåtande\w*)\b", re.IGNORECASE)
_TYPED: Final = FIGURES | {
    Wants.DURATION,
    Wants.CLOCK,
    Wants.DATE,
    Wants.PERSON,
    Wants.PARTY,
    Wants.DNR,
    Wants.QUESTIONS,
}


def must_refuse(query: Query, readings: list[Reading]) -> bool:
    """Was nothing read, or is the best reading beside the question or without what is wanted?"""
    return not readings or beside_the_question(query, readings[0]) or lacks_what_is_wanted(query, readings[0])


def lacks_what_is_wanted(query: Query, best: Reading) -> bool:
    """Does the passage lack the type of thing that was asked for, or give it of another time or as an amount?"""
    return (
        (query.wants in _TYPED and bool(best.vector[INDEX["lacks wanted type"]]))
        or _of_another_time(query, best)
        or _amount_for_percent(query, best)
        or counts_something_else(query, best)
        or measures_something_else(query, best)
        or names_no_day(query, best)
        or unfit(query, best)
    )


def beside_the_question(query: Query, best: Reading) -> bool:
    """Is the passage a proposal, another body's decision, about something else, or on part of the time asked about?"""
    return (
        only_proposed(query, best)
        or by_another_body(query, best)
        or _names_nothing_asked(query, best)
        or only_part(query, best) is not None
        or _off_topic(query, best)
        or _without_the_act(query, best)
        or _signs_the_reply(query, best)
        or on_another_matter(query, best)
        or another_post(query, best)
        or at_another_meeting(query, best)
        or done_by_nobody_named(query, best)
        or in_another_voice(query, best)
        or tells_another_act(query, best)
    )


def only_proposed(query: Query, best: Reading) -> bool:
    """Is a decision asked for where there is only a proposal?"""
    asks_decision = query.wants is Wants.DECISION or (query.yes_no and DECIDED.search(query.question) is not None)
    return asks_decision and best.passage.candidate.paragraph.role is Role.PROPOSAL


def only_part(query: Query, best: Reading) -> Period | None:
    """The part of the period that the passage speaks of, where the whole of it is asked about."""
    if not query.whole or not query.periods or query.wants not in FIGURES:
        return None
    asked = query.periods[0]
    if any(stated.same(asked) for stated in best.passage.periods) or _WHOLE_YEAR.search(best.passage.text):
        return None
    return next((stated for stated in best.passage.periods if asked.covers(stated)), None)


def _off_topic(query: Query, best: Reading) -> bool:
    """Is what the question is about, beside the body and the deciding, hardly named in the paragraph or around it?"""
    if query.signs and best.passage.candidate.paragraph.role in {Role.SIGNATURE, Role.PROCEDURE}:
        return False  # who signs or chairs stands there without a word of what it is about
    if best.together is not None and best.together >= _SURELY_ANSWERS:
        return False  # said in other words
    topics = [
        item
        for item in weigh(query)
        if item.concept.weight >= _INHERITED
        and not _SAYS_NO_TOPIC.search(item.concept.word)
        and any(letter.isalpha() for letter in item.concept.word)
    ]
    there = best.passage.paragraph_tokens | best.passage.context_tokens
    figure = query.wants in FIGURES | {Wants.DURATION}
    return bool(topics) and coverage(topics, there) < _TOPIC[query.language] * (_OF_FIGURE if figure else 1.0)


def _signs_the_reply(query: Query, best: Reading) -> bool:
    """Is it asked who handed something in, where the signature is that of what was said to it?"""
    if query.wants is not Wants.PERSON or _REPLY.search(query.question):
        return False
    if not any(asked.search(query.question) for asked, _ in SUBMITS[:2]):
        return False
    signed = best.passage.candidate.paragraph.role is Role.SIGNATURE
    return signed and best.passage.candidate.document.kind in _REPLIES


def _without_the_act(query: Query, best: Reading) -> bool:
    """Is it asked who did something at a meeting (reserved, voted …), where the passage speaks of no such act?"""
    if query.wants not in {Wants.PERSON, Wants.PARTY}:
        return False
    there = " ".join((best.passage.candidate.paragraph.readable, *best.passage.candidate.paragraph.place.headings))
    recorded = recorded_act(query)
    if recorded is not None and recorded.search(there):
        return False
    return any(asked.search(query.question) and not done.search(there) for asked, done in ACTS)


def _names_nothing_asked(query: Query, best: Reading) -> bool:
    """Does the question name somebody or something, and the passage with all around it none of the names?"""
    glossed = set(_WORD.findall(" ".join(_IN_BRACKETS.findall(query.question))))  # says once more what stands before
    names = [name for name in query.names if _is_name(query, name) and not set(_WORD.findall(name)) <= glossed]
    around = f"{best.passage.candidate.paragraph.readable} {best.passage.context}"
    there = {_beginning(word) for word in (*_WORD.findall(around), *best.passage.candidate.around)}
    return bool(names) and not any(_beginning(word) in there for name in names for word in _WORD.findall(name))


def _beginning(word: str) -> str:
    """By what two forms of a name are the same, its genitive one of them ("Vikes" for "Vike")."""
    return as_here(word)[:_BEGINNING].removesuffix("s")


def _is_name(query: Query, name: str) -> bool:
    """A capitalised word that is no common word of the question's language, and no party, body or document kind."""
    if BODIES.search(name) or PARTY_NAMES.search(name) or name in _CURRENCIES:
        return False
    words = [fold(word) for word in _WORD.findall(name)]
    if not words:
        return False  # "Q1", "SD:s"
    common = known if query.language == "sv" else known_english
    return not any(common(word) for word in words)


def _of_another_time(query: Query, best: Reading) -> bool:
    """Is the figure that would be given one of another time than asked for?"""
    if not query.periods or query.wants not in FIGURES:
        return False
    direct = lead(query, weigh(query), best.passage)
    if direct is None or not direct.figures:
        return False
    stated = direct.periods
    if direct.relative and not stated:
        return True  # "året innan" is another year than the one asked about, most likely
    return bool(stated) and not any(asked.overlaps(period) for asked in query.periods for period in stated)


def _amount_for_percent(query: Query, best: Reading) -> bool:
    """Is a percent change asked for, and does the passage state no percentage?"""
    if query.wants is not Wants.PERCENT or not query.changes:
        return False
    return not any(number.dimension == "percent" for number in best.passage.numbers)


def by_another_body(query: Query, best: Reading) -> bool:
    """Is the decision of one body asked for and that of another found?"""
    paragraph, document = best.passage.candidate.paragraph, best.passage.candidate.document
    asked = {fold(body) for body in BODIES.findall(query.question)} - _UNNAMED
    if query.wants is not Wants.DECISION or paragraph.role is not Role.DECISION or not asked:
        return False
    around = (paragraph.speaker.body, document.committee or "", document.title, *paragraph.place.headings)
    there = fold(" ".join((best.passage.text, *around)))
    return not any(body.rstrip("s")[:-2] in there for body in asked)
