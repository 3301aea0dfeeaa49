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
_WHAT_ABOUT: Final = re.compile(
    r"^(?:och |men |and |but )?(?:hur (?:är|blir|var|ser) det (?:med|ut för|ut med)|what about|how about)\s+"
    r"(?P<thing>[^?,]+?)(?: då| then)?\s*\??$",
    re.IGNORECASE,
)
_FRAGMENT: Final = re.compile(
    r"^(?:och|men|and|but|so)\s+(?P<by>i|på|för|hos|under|vid|inom|bland|till|in|at|for|on|during|within|among|by)\s+"
    r"(?P<thing>(?:[\w–-]+\s?){1,4}?)(?:\s?(?:då|then))?\s*\??$",
    re.IGNORECASE,
)
_BY: Final = {"i": "i|inom", "in": "in|within", "hos": "hos|i", "at": "at|in", "inom": "inom|i"}
_PLACES: Final = frozenset({"i", "in", "på", "at", "hos", "inom", "within"})
_SUBJECT: Final = re.compile(
    r"^(?:hur|vad|how|what|när|when)\s+\w+\s+(?P<thing>(?:[\w-]+\s){1,3}?)"
    r"(?:till|mot|i|på|för|av|efter|doing|against|in|at|for|of|with|like|jämfört|sedan|since|going)\b",
    re.IGNORECASE,
)
_MONTH: Final = re.compile(
    r"\b(?:i|in|during|under|for|för|by)\s+(?P<month>january|february|march|april|may|june|july|august|september|october"
    r"|november|december|januari|februari|mars|maj|juni|juli|augusti|oktober)\b(?!\s+\d{4})",
    re.IGNORECASE,
)
_FURTHER: Final = re.compile(r"^(och|and)\b", re.IGNORECASE)
_YEAR_BEFORE: Final = re.compile(
    r"\b(året (innan|före|dessförinnan)|föregående år|(the )?(year before|previous year|preceding year))\b",
    re.IGNORECASE,
)
_YEAR_AFTER: Final = re.compile(
    r"\b(året (efter|därpå)|nästa år|(the )?(year after|following year|next year))\b", re.IGNORECASE
)
_MONTH_BEFORE: Final = re.compile(
    r"\b(månaden (innan|före|dessförinnan)|föregående månad|(the )?(month before|previous month|preceding month))\b",
    re.IGNORECASE,
)
_MONTH_AFTER: Final = re.compile(
    r"\b(månaden (efter|därpå)|nästa månad|(the )?(month after|following month|next month))\b", re.IGNORECASE
)
_NO_MATTER: Final = re.compile(
    r"reserv|röst|^emot$|^against$|vote|voting|yrka|\bmove|enter|lodg|\bmade\b|beslut|decid|decision|nämnd|board|committee|council|fullmäktig|styrels"
    r"|utskott|justera|checked|minutes|protokoll|skäl|reason|motiv|utfall|outcome|resultat|result|besked|\bsvar|answer",
    re.IGNORECASE,
)
_SHORT: Final = 3  # concepts; a longer question stands on its own unless it points back
_INHERITED: Final = 0.6  # weight of a concept that an earlier turn named
_FAINTLY: Final = 0.3  # the same, where the question says itself what it is about


def complete(question: str, history: Sequence[str]) -> Query:
    """The query of `question`, with what it leaves out taken from the earlier user turns (oldest first)."""
    query = understand(_with_the_year(question, history))
    for earlier in reversed(history):
        if not _leaves_out(query):
            break
        query = _inherit(query, understand(_without_what_changes(query.question, earlier)))
    return query if not history else replace(query, question=" ".join(question.split()))


def _with_the_year(question: str, history: Sequence[str]) -> str:
    """A month without a year ("And in May?") with the year of the month that was spoken of last."""
    named = _MONTH.search(question)
    years = [period.start[:4] for turn in reversed(history) for period in understand(turn).periods]
    year = next((one for one in years if one.isdigit()), None)
    return question if named is None or year is None else f"{question[: named.end()]} {year}{question[named.end() :]}"


def _without_what_changes(question: str, earlier: str) -> str:
    """The earlier turn without what the fragment now puts in its place: another town, another thing, another time."""
    fragment, about = _FRAGMENT.match(question), _WHAT_ABOUT.match(question)
    if fragment is not None and not understand(question).periods:
        by = fragment["by"].lower()
        phrase = re.search(rf"\b(?:{_BY.get(by, by)})\s+(?!\d)[\w-]+(?:\s+[A-ZÅÄÖ][\w-]+)*", earlier)
        if phrase is not None:
            return f"{earlier[: phrase.start()]}{fragment['by']} {fragment['thing'].strip()}{earlier[phrase.end() :]}"
        named = understand(earlier).names
        return earlier.replace(named[0], fragment["thing"].strip()) if by in _PLACES and len(named) == 1 else earlier
    subject = _SUBJECT.match(earlier) if about is not None else None
    if about is None or subject is None:
        return earlier
    return f"{earlier[: subject.start('thing')]}{about['thing']} {earlier[subject.end('thing') :]}"


def _leaves_out(query: Query) -> bool:
    if _names_no_matter(query) or _FRAGMENT.match(query.question) or _WHAT_ABOUT.match(query.question):
        return True
    named = sum(concept.weight >= 1 for concept in query.concepts)
    if _FURTHER.match(query.question):
        return named <= _SHORT
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
    further = _FURTHER.match(query.question) and not _FRAGMENT.match(query.question)
    itself = sum(concept.weight >= 1 for concept in query.concepts) > 1 and further
    weight = _FAINTLY if itself else _INHERITED
    inherited = tuple(Concept(c.word, c.tokens, c.weight * weight) for c in earlier.concepts if c.tokens not in known)
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
    if asked == earlier.periods or len(asked) != 1 or len(earlier.periods) != 1:
        return earlier.meant
    if query.periods:
        return earlier.meant.replace(earlier.periods[0].text, query.periods[0].text)
    before, now = earlier.periods[0].start[:4], asked[0].start[:4]
    return earlier.meant.replace(before, now) if before.isdigit() and now.isdigit() else earlier.meant


def _periods(query: Query, earlier: Query) -> tuple[Period, ...]:
    step = 1 if _YEAR_AFTER.search(query.question) else -1 if _YEAR_BEFORE.search(query.question) else 0
    if step and earlier.periods:
        return tuple(_shifted(period, step) for period in earlier.periods)
    months = 1 if _MONTH_AFTER.search(query.question) else -1 if _MONTH_BEFORE.search(query.question) else 0
    if months and any(period.precision == "month" for period in earlier.periods):
        return tuple(_months_on(period, months) for period in earlier.periods)
    completed = tuple(_with_year(period, earlier.periods) for period in query.periods)
    return completed or earlier.periods


def _shifted(period: Period, years: int) -> Period:
    def shift(iso: str) -> str:
        return f"{int(iso[:4]) + years}{iso[4:]}" if iso[:4].isdigit() else iso

    return replace(period, start=shift(period.start), end=shift(period.end))


def _months_on(period: Period, months: int) -> Period:
    """A month of a year so many months later; any other time as it is."""
    year, _, month = period.start.partition("-")
    if period.precision != "month" or period.start != period.end or not year.isdigit():
        return period
    years, month_of = divmod(int(year) * 12 + int(month) - 1 + months, 12)
    moved = f"{years:04d}-{month_of + 1:02d}"
    return replace(period, text=moved, start=moved, end=moved)


def _with_year(period: Period, earlier: tuple[Period, ...]) -> Period:
    """A month without a year gets the year that was spoken of."""
    year = next((other.start[:4] for other in earlier if other.start[:4].isdigit()), None)
    return period.in_year(int(year)) if year and period.yearless else period
