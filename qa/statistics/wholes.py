"""The whole that a share is of, where another column of the table holds it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from qa.statistics.catalogue import Family, Measure
from qa.statistics.match import Match
from qa.statistics.plan import Operation
from qa.statistics.question import Asked
from qa.statistics.shares_asked import OF
from qa.statistics.words import alike, words_of

_ALL: Final = frozenset("totalt total totala summa sammanlagt samtliga".split())
_LIKE: Final = 0.7
_NEAR: Final = 12  # characters up to the noun
_OF_WHICH: Final = frozenset("därav varav which".split())


def measures_of(
    match: Match, operation: Operation, asked: Asked | None = None, beside: Sequence[Match] = ()
) -> tuple[Measure, ...]:
    """The measure; of a share the whole behind it: what the question says it is "of", or nothing but "totalt"."""
    measure = match.measure
    if operation is not Operation.SHARE:
        return (measure,)
    if asked is not None and (named := _named_whole(asked, match, beside)) is not None:
        return (measure, named)
    wholes = [one for one in match.family.measures if one is not measure and one.unit == measure.unit and not one.rows]
    total = next((one for one in wholes if _is_part_of(measure, one)), None)
    total = total or next((one for one in wholes if _is_whole_of(one, measure)), None)
    return (measure, total) if total is not None else (measure,)


def stated_sum(asked: Asked, match: Match) -> Measure | None:
    """ "sammanlagt", "totalt" where a column of the table has the sum: it is taken, unless one part alone is named."""
    measure = match.measure
    if not asked.has("whole") or asked.has("share", "mean") or measure.rows or not _ALL.isdisjoint(measure.words):
        return None
    beside = [one for one in match.family.measures if one.own and not one.rows and one.unit == measure.unit]
    sums = [one for one in beside if one is not measure and _sums_up(one, measure, match.family)]
    if len(sums) != 1:
        return None
    parts = [one for one in beside if one not in sums]
    elsewhere = {at for hit in match.labels for at in hit.met} | set(match.named.values())
    named = {at: [one for one in parts if _says(asked, at, one)] for at in range(len(asked.terms))}
    others = any(some and measure not in some for some in named.values())
    own = any(some == [measure] and at not in elsewhere for at, some in named.items())
    own = own or any(at not in elsewhere and not _says(asked, at, sums[0]) for at in match.chief)
    return None if own and not others else sums[0]


def _sums_up(whole: Measure, part: Measure, family: Family) -> bool:
    """ "Summa", or "Summa stöd" beside "Aktivitetsstöd": nothing is said but what the parts say, or the title."""
    if _ALL.isdisjoint(whole.words):
        return False
    held = (*part.telling, *family.title)
    return all(any(other.endswith(word) for other in held) for word in whole.telling)


def _says(asked: Asked, at: int, measure: Measure) -> bool:
    ways = {word for words, _ in asked.terms[at].alternatives for word in words}
    return any(alike(one, word) >= _LIKE for one in ways for word in measure.telling)


def _named_whole(asked: Asked, match: Match, beside: Sequence[Match]) -> Measure | None:
    """ "andel av besluten": another measure of the table that the words behind "av" name."""
    said = OF.search(asked.text)
    if said is None:
        return None
    at = next((at for at, term in enumerate(asked.terms) if said.end() <= term.start <= said.end() + _NEAR), None)
    for other in beside:
        if other.family is not match.family or other.measure is match.measure or other.measure.rows:
            continue
        same = other.measure.unit == match.measure.unit or {other.measure.unit, match.measure.unit} <= {"", "antal"}
        if same and at in other.chief and at not in match.chief:
            return other.measure
    return None


def _is_part_of(part: Measure, whole: Measure) -> bool:
    """ "Inpendlare, därav kvinnor" beside "Inpendlare"."""
    held = len(whole.words)
    return bool(whole.telling) and part.words[:held] == whole.words and not _OF_WHICH.isdisjoint(part.words[held:])


def _is_whole_of(whole: Measure, part: Measure) -> bool:
    """ "Totalt" beside anything, "Antal anställda, Totalt" beside "Antal anställda, Kvinnor"."""
    if not whole.telling:
        return bool(whole.words)
    sums = {word for some in whole.columns for column in some for cell in column.totals for word in words_of(cell)}
    return bool(sums) and set(whole.telling) - sums < set(part.telling)
