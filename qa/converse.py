"""Follow-ups: a question that leaves something out inherits it from the turns before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from indexer.figures import Period
from qa.query import Concept, Query, Wants
from qa.understand import understand

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
    named = sum(concept.weight >= 1 for concept in query.concepts)
    if _OPENS.search(query.question):
        return named <= 1
    if query.wants is Wants.SPEAKER and named <= 1:
        return True
    return named <= _SHORT and (_POINTS_BACK.search(query.question) is not None or named <= 1)


def _inherit(query: Query, earlier: Query) -> Query:
    known = {concept.tokens for concept in query.concepts}
    inherited = tuple(
        Concept(c.word, c.tokens, c.weight * _INHERITED) for c in earlier.concepts if c.tokens not in known
    )
    open_ended = query.wants in {Wants.TEXT, Wants.YES_NO} and _OPENS.search(query.question) is not None
    return replace(
        query,
        meant=f"{earlier.meant} {query.meant}",
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
