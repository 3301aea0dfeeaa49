"""Follow-ups: a question that leaves something out inherits it from the turns before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from indexer.figures import Period
from qa.query import Concept, Query, Wants
from qa.understand.question import understand

_OPENS: Final = re.compile(
    r"^(och|men|då|and|but|what about|how about|hur är det med|hur blir det|so)\b", re.IGNORECASE
)
_POINTS_BACK: Final = re.compile(
    r"\b(det|den|de|dem|dessa|detta|denna|då|dit|där|han|hon|hans|hennes|deras|dess|samma|that|it|its|they|them|their|this|these"
    r"|those|he|she|his|her|there|same)\b",
    re.IGNORECASE,
)
_YEAR_BEFORE: Final = re.compile(
    r"\b(året (innan|före|dessförinnan)|föregående år|(the )?(year before|previous year|preceding year))\b",
    re.IGNORECASE,
)
_YEAR_AFTER: Final = re.compile(
    r"\b(året (efter|därpå)|nästa år|(the )?(year after|following year|next year))\b", re.IGNORECASE
)
_NO_MATTER: Final = re.compile(
    r"reserv|röst|^emot$|^against$|vote|voting|yrka|\bmove|enter|lodg|\bmade\b|beslut|decid|decision|nämnd|board|committee|council|fullmäktig|styrels"
    r"|utskott|justera|checked|minutes|protokoll|skäl|reason|motiv|utfall|outcome|resultat|result|besked|\bsvar|answer",
    re.IGNORECASE,
)
_SHORT: Final = 3  # concepts; a longer question stands on its own unless it points back
_INHERITED: Final = 0.6  # weight of a concept that an earlier turn named


def complete(question: str, history: Sequence[str]) -> Query:
    """The query of `question`, with what it leaves out taken from the earlier user turns (oldest first)."""
    query = understand(question)
    for earlier in reversed(history):
        if not _leaves_out(query):
            break
        query = _inherit(query, understand(earlier))
    return query


def _leaves_out(query: Query) -> bool:
    if _names_no_matter(query):
        return True
    named = sum(concept.weight >= 1 for concept in query.concepts)
    if _OPENS.search(query.question):
        return named <= 1
    if query.wants is Wants.SPEAKER and named <= 1:
        return True
    if _POINTS_BACK.search(query.question):
        return named <= _SHORT
    return named == 0 or (named == 1 and not query.periods)


def _names_no_matter(query: Query) -> bool:
    """Does the question speak of a body, a decision or an act at a meeting only ("How did the board vote?")?"""
    if query.names or query.dnrs or query.sections or query.periods or query.numbers:
        return False
    return all(concept.weight < 1 or _NO_MATTER.search(concept.word) for concept in query.concepts)


def _inherit(query: Query, earlier: Query) -> Query:
    known = {concept.tokens for concept in query.concepts}
    inherited = tuple(
        Concept(c.word, c.tokens, c.weight * _INHERITED) for c in earlier.concepts if c.tokens not in known
    )
    open_ended = query.wants in {Wants.TEXT, Wants.YES_NO} and _OPENS.search(query.question) is not None
    return replace(
        query,
        meant=f"{_meant(query, earlier)} {query.meant}",
        wants=earlier.wants if open_ended or query.wants is Wants.SPEAKER else query.wants,
        attributes=query.attributes or query.wants is Wants.SPEAKER,
        concepts=query.concepts + inherited,
        periods=_periods(query, earlier),
        sections=query.sections or earlier.sections,
        dnrs=query.dnrs or earlier.dnrs,
        kinds=query.kinds or earlier.kinds,
        voices=query.voices or earlier.voices,
        names=query.names + earlier.names,
    )


def _meant(query: Query, earlier: Query) -> str:
    """The earlier turn's words, in the time that is spoken of now: another year takes the place of its own."""
    asked = _periods(query, earlier)
    if asked == earlier.periods or len(asked) != 1 or len(earlier.periods) != 1 or query.periods:
        return earlier.meant
    before, now = earlier.periods[0].start[:4], asked[0].start[:4]
    return earlier.meant.replace(before, now) if before.isdigit() and now.isdigit() else earlier.meant


def _periods(query: Query, earlier: Query) -> tuple[Period, ...]:
    step = 1 if _YEAR_AFTER.search(query.question) else -1 if _YEAR_BEFORE.search(query.question) else 0
    if step and earlier.periods:
        return tuple(_shifted(period, step) for period in earlier.periods)
    completed = tuple(_with_year(period, earlier.periods) for period in query.periods)
    return completed or earlier.periods


def _shifted(period: Period, years: int) -> Period:
    def shift(iso: str) -> str:
        return f"{int(iso[:4]) + years}{iso[4:]}" if iso[:4].isdigit() else iso

    return replace(period, start=shift(period.start), end=shift(period.end))


def _with_year(period: Period, earlier: tuple[Period, ...]) -> Period:
    """A month without a year gets the year that was spoken of."""
    year = next((other.start[:4] for other in earlier if other.start[:4].isdigit()), None)
    return period.in_year(int(year)) if year and period.yearless else period
