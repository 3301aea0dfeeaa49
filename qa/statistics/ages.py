"""Ages as limits: "65 år eller äldre" of the age groups "65-79 år" and "80- år"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from qa.statistics.catalogue import Dimension, Family, Measure
from qa.statistics.labels import LabelHit
from qa.statistics.question import Asked

if TYPE_CHECKING:
    from qa.statistics.match import Match

_NOT_ALONE: Final = re.compile(
    r"\b(?:men\s+inte|but\s+not|årskurs\w*|grades?|years?\s+\d+\s?-\s?\d+)\b", re.IGNORECASE
)  # another limit beside it, or no ages
_OPEN: Final = 999  # years
_MOST_LABELS: Final = 130
_YEARS: Final = r"(?:\s?år|\s?-?years?(?:\s+of\s+age|\s+old)?)?"
_SAID: Final = re.compile(
    rf"\b(?:(?P<from>\d{{1,3}}){_YEARS}\s+(?:eller|och|or|and)\s+(?:äldre|uppåt|older|over|above|up)"
    rf"|(?:som\s+)?(?:har\s+|hade\s+)?(?:fyllt|fyllda|turned)\s+(?P<turned>\d{{1,3}})(?!\d){_YEARS}"
    rf"|(?:yngre\s+än|younger\s+than|under\s+the\s+age\s+of)\s+(?P<below>\d{{1,3}}){_YEARS}"
    rf"|(?P<low>\d{{1,3}})\s?-\s?(?P<high>\d{{1,3}})(?:\s?år|(?=\s?-?åring)|\s?-?years?|(?=\s+in\b|\s+i\b))"
    rf"|aged\s+(?P<a>\d{{1,3}})\s?(?:-|to)\s?(?P<b>\d{{1,3}})"
    rf"|(?:över|over|äldre\s+än|older\s+than)\s+(?P<above>\d{{1,3}})(?:\s?år|\s?years?)"
    rf"|under\s+(?P<under>\d{{1,3}})(?:\s?år|\s?years?)"
    rf"|(?P<plus>\d{{1,3}})(?:\+|-plus(?:s?are|sare|sarna)?))(?!\w)",
    re.IGNORECASE,
)
_BARE: Final = re.compile(
    r"(?<![\d.,:/-])(?:mellan\s|between\s)?(?P<low>\d{1,2})\s?(?:-|till|to|och|and)\s?(?P<high>\d{1,3})"
    r"(?![\d%:/-]|[.,]\d|\s?(?:procent|per\s?cent|kr|tkr|mnkr|dagar|days|veckor|weeks|m[aå]n|poäng|timmar|hours))",
    re.IGNORECASE,
)  # numbers that may be ages, where a table has that very group
_GROUP: Final = re.compile(
    r"(?:ålder\s+)?(?:(?P<below>[-–≤<]|under|upp\s+till|högst|up\s+to)\s*(?=\d)|[≥>]\s*(?=\d))?(?P<low>\d{1,3})\s*(?:[-–]\s*(?P<high>\d{1,3})?|(?P<more>\+|år\s+(?:och|eller)\s+(?:äldre|över)"
    r"|(?:years\s+)?(?:and|or)\s+(?:older|over)|\s-))?\s*(?P<plus>\+|[-–])?\s*(?:år|years?(?:\s+old)?)?\s*(?P<end>\+|[-–])?",
    re.IGNORECASE,
)
_FEWEST: Final = 2  # measures that are age groups
_SHARE: Final = 0.6  # of labels that are age groups
_SINGLE: Final = ("change", "difference", "highest", "lowest", "trend", "share", "mean", "percent", "which")


def with_ages(asked: Asked, family: Family, labels: Sequence[LabelHit]) -> list[LabelHit]:
    """The labels, those of ages in place of what a limit on ages names loosely."""
    said, sure = _said(asked)
    if said is None:
        return list(labels)
    for dimension in family.dimensions:
        groups = _age_groups(dimension)
        if groups is None:
            continue
        found = _fitting(groups, said)
        if not found or (len(found) > 1 and not (sure and _simple(asked))):
            continue
        met = {at: 1.0 for at, term in enumerate(asked.terms) if term.start < said.end() and said.start() < term.end}
        kept = [one for one in labels if one.dimension is not dimension and not set(one.met) <= set(met)]
        return [*kept, *(LabelHit(dimension, label, 1.0, met) for label in found)]
    return list(labels)


def _said(asked: Asked) -> tuple[re.Match[str] | None, bool]:
    """The ages that the question states, and whether they are so by their words alone."""
    if asked.quotes or _NOT_ALONE.search(asked.text):
        return None, False
    said = _SAID.search(asked.text)
    return (said, True) if said is not None else (_BARE.search(asked.text), False)


def _fitting(groups: Mapping[str, tuple[int, int]], said: re.Match[str]) -> list[str]:
    """The groups that make up the ages stated; "över 65" is said of those from 65 as well."""
    return next((found for limits in _limits(said) if (found := _between(groups, *limits))), [])


def ages_of_measures(asked: Asked, measures: Sequence[Measure]) -> dict[Measure, frozenset[int]]:
    """Measures that are age groups ("60-64") and make up the ages stated, with the terms that state them."""
    said, sure = _said(asked)
    if said is None:
        return {}
    groups = {one: ages for one in measures if not one.rows and (ages := _ages(one.name.rpartition(", ")[2]))}
    if len(groups) < _FEWEST:
        return {}
    found = _fitting({str(at): ages for at, ages in enumerate(groups.values())}, said)
    if not found or (len(found) > 1 and not (sure and _simple(asked))):
        return {}
    terms = {at for at, term in enumerate(asked.terms) if term.start < said.end() and said.start() < term.end}
    every = list(groups)
    return {every[int(at)]: frozenset(terms) for at in found}


def summed_ages(asked: Asked, measure: Measure, measures: Sequence[Measure]) -> tuple[Measure, ...]:
    """The age groups in columns that make up the ages stated, where the measure is one of them."""
    found = tuple(ages_of_measures(asked, measures))
    return found if measure in found else ()


def is_aged(asked: Asked, match: Match) -> bool:
    """Are several age groups meant together, for one limit on ages?"""
    several: dict[Dimension, int] = {}
    for hit in match.labels:
        several[hit.dimension] = several.get(hit.dimension, 0) + 1
    listed = [dimension for dimension, count in several.items() if count > 1]
    return len(listed) == 1 and _age_groups(listed[0]) is not None and bool(_SAID.search(asked.text)) and _simple(asked)


def _simple(asked: Asked) -> bool:
    """Is it a number of people at one time, which may be summed over ages?"""
    return len(asked.times.stated) <= 1 and not asked.has(*_SINGLE) and len(_SAID.findall(asked.text)) == 1


def _limits(said: re.Match[str]) -> list[tuple[int, int]]:
    """The youngest and the oldest that are meant, the likeliest first."""
    held = {name: int(text) for name, text in said.groupdict().items() if text}
    for name in ("from", "turned", "plus"):
        if name in held:
            return [(held[name], _OPEN)]
    if "above" in held:
        return [(held["above"], _OPEN), (held["above"] + 1, _OPEN)]
    if below := held.get("below", held.get("under")):
        return [(0, below - 1)]
    return [(held.get("low", held.get("a", 0)), held.get("high", held.get("b", 0)))]


def _age_groups(dimension: Dimension) -> Mapping[str, tuple[int, int]] | None:
    """Label -> youngest and oldest in it, where most labels are ages."""
    parts = [label for label in dimension.labels if label not in dimension.totals]
    if not 1 < len(parts) <= _MOST_LABELS or dimension.code:
        return None
    named = bool({"ålder", "åldersgrupp", "åldersklass", "age"} & set(dimension.words))
    if not named and not any("år" in label or "year" in label for label in parts):
        return None
    found = {label: ages for label in parts if (ages := _ages(label)) is not None}
    return found if len(found) >= _SHARE * len(parts) else None


def _ages(label: str) -> tuple[int, int] | None:
    match = _GROUP.fullmatch(label.strip())
    if match is None:
        return None
    low = int(match["low"])
    if match["below"]:
        last = low - (match["below"].lower() in ("<", "under"))
        return (0, last) if not match["high"] and not match["more"] else None
    if label.strip()[0] in "≥>":
        return low + (label.strip()[0] == ">"), _OPEN
    if match["high"]:
        return low, int(match["high"])
    open_ended = any(match[name] for name in ("more", "plus", "end")) or bool(re.search(r"\d\s*[-–]", label))
    return low, _OPEN if open_ended else low


def _between(groups: Mapping[str, tuple[int, int]], low: int, high: int) -> list[str]:
    """The age groups that make up the ages from low to high, each age once; none when they do not."""
    found: list[str] = []
    at = low
    while at <= high:
        fits = [(ages[1], label) for label, ages in groups.items() if ages[0] == at <= ages[1] <= high]
        if not fits:
            return []
        oldest, label = max(fits)
        found.append(label)
        at = oldest + 1
    return found
