"""Plan, operands, operation: what a question asks to have worked out, worked out, or None."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from qa.compute.apart import opposed, stands_alone
from qa.compute.choose import assign, is_near
from qa.compute.covering import cover
from qa.compute.groups import after, lacking, mean, rest, share, spread
from qa.compute.operands import Operand, alike, asks_forecast, operands
from qa.compute.plan import Operation, Plan, plan
from qa.compute.slots import Slot
from qa.compute.stated import told
from qa.compute.two import both, decided
from qa.query import Query
from qa.read.matching import coverage, weigh
from qa.read.readings import Reading

_BUDGET: Final = re.compile(r"^(?!.*(?:avv|utfall|prognos|differens)).*budget", re.IGNORECASE)
_OUTCOME: Final = re.compile(r"^(?!.*(?:avv|budget|differens|prognos)).*utfall", re.IGNORECASE)
_FORECAST: Final = re.compile(r"^(?!.*(?:avv|budget|differens)).*prognos", re.IGNORECASE)
_FORECAST_ASKED: Final = re.compile(
    r"prognos|forecast|\b(?:väntas|förväntas|beräknas|bedöms|expected|projected|estimated)\b", re.IGNORECASE
)
_NEW_ASKED: Final = re.compile(r"\b(?:nya|nytt|ny|new)\b", re.IGNORECASE)
_CURRENT: Final = re.compile(r"\b(?:nuvarande|dagens|tidigare|befintlig\w*|gamla|gällande)\b", re.IGNORECASE)
_NEW: Final = re.compile(r"\b(?:nya|nytt|ny|kommande)\b", re.IGNORECASE)
_MOVES: Final = re.compile(r"\b(?:höjning|ökning|sänkning|minskning|skillnad)\w*", re.IGNORECASE)  # the change itself
_DEVIATION: Final = re.compile(r"avvik|\bavv\b|differens|överskott|underskott|deviat|surplus|deficit", re.IGNORECASE)
_NO_ROW: Final = re.compile(
    r"prognos|forecast|väntas|beräknas|expected|annual|årsbudget|exceed|överskrid"
    r"|nämnd|styrelse|board|committee|council",
    re.IGNORECASE,
)
_BEST: Final = 8  # readings among which a "från … till …" is sought
_TRIED: Final = 0.85  # share of the best such sentence's coverage


@dataclass(frozen=True)
class Worked:
    """A plan with its operands, in the order of the operation: before, after; part, whole; …"""

    plan: Plan
    operands: tuple[Operand, ...]

    @property
    def hedged(self) -> bool:
        """Is one of the operands rough?"""
        return any(operand.figure.number.hedge for operand in self.operands)


def work(query: Query, readings: list[Reading]) -> Worked | None:
    """What the question asks to have worked out, when the best readings state all that it takes."""
    asked = plan(query) if readings else None
    if asked is None or told(query, asked, readings[0]):
        return None
    home = readings[0].passage.candidate.around
    asked = replace(asked, about=tuple(item for item in asked.about if item.concept.word not in home))
    held = [one for one in operands(readings) if not _is_deviation(query, one)]
    found = _WAYS[asked.operation](query, asked, held, readings)
    if not found or any(opposed(one, two) for one, two in pairwise(found)):
        return None
    return Worked(asked, tuple(found))


def _is_deviation(query: Query, operand: Operand) -> bool:
    """Is it the cell of a deviation, which is asked for by that name alone?"""
    if operand.column is None or _DEVIATION.search(query.question):
        return False
    return _DEVIATION.search(operand.passage.columns[0][operand.column]) is not None


def _change(query: Query, asked: Plan, held: list[Operand], readings: list[Reading]) -> list[Operand]:
    if asked.slots:
        held = [one for one in held if one.row is not None or not one.is_expected or asks_forecast(query)]
        found = assign(query, asked.about, asked.slots, held)
        return found if all(stands_alone(weigh(query), one, held) for one in found) else []
    if asked.since is not None and (found := _since(query, asked, held)):
        return found
    if len(asked.slots) == 0 and _NEW_ASKED.search(query.question):
        now_and_then = (Slot(label=_CURRENT), Slot(label=_NEW))
        if found := assign(query, asked.about, now_and_then, [one for one in held if not _MOVES.search(one.clause)]):
            return found
    return _from_to(query, asked, held, readings)


def _since(query: Query, asked: Plan, held: list[Operand]) -> list[Operand]:
    """The figure of the time named and the latest one like it."""
    near = [one for one in held if one.period is not None and is_near(query, asked.about, one)]
    starts = [one for one in near if asked.since is not None and _starts(asked, one)]
    if not starts:
        return []
    start = max(starts, key=lambda one: coverage(asked.about, one.own) - 0.03 * one.rank)
    later = [one for one in near if one.period and start.period and one.period.days > start.period.days
             and alike(start, one) and one.passage.speaker == start.passage.speaker
             and one.passage.candidate.paragraph.id == start.passage.candidate.paragraph.id
             and (one.row == start.row)]  # fmt: skip
    return [start, max(later, key=lambda one: one.period.days if one.period else ("", ""))] if later else []


def _starts(asked: Plan, operand: Operand) -> bool:
    since, stated = asked.since, operand.period
    return since is not None and stated is not None and bool(stated.start) and stated.start[:4] == since.start[:4]


def _from_to(query: Query, asked: Plan, held: list[Operand], readings: list[Reading]) -> list[Operand]:
    """A "från … till …" within one of the best sentences, when it touches the time that is asked about."""
    best: tuple[float, list[Operand]] = (0.0, [])
    for reading in readings[:_BEST]:
        ends = {one.figure.trend: one for one in reversed(held) if one.passage is reading.passage}
        if "from" not in ends or "to" not in ends or not alike(ends["from"], ends["to"]):
            continue
        pair = [ends["from"], ends["to"]]
        met = coverage(asked.about, reading.passage.tokens | pair[0].own | pair[1].own)
        if met > best[0] and is_near(query, asked.about, pair[0]) and _touches(query, pair):
            best = (met, pair)
    top = coverage(asked.about, readings[0].passage.tokens)
    return best[1] if best[0] >= _TRIED * top else []


def _touches(query: Query, pair: list[Operand]) -> bool:
    stated = [one.period for one in pair if one.period is not None]
    return not query.periods or any(asked.overlaps(period) for asked in query.periods for period in stated)


def _slots(query: Query, asked: Plan, held: list[Operand], readings: list[Reading]) -> list[Operand]:
    return assign(query, asked.about, asked.slots, held) if len(asked.slots) > 1 else []


def _over(query: Query, asked: Plan, held: list[Operand], readings: list[Reading]) -> list[Operand]:
    other = _FORECAST if _FORECAST_ASKED.search(query.question) else _OUTCOME
    about = tuple(item for item in asked.about if not _NO_ROW.search(item.concept.word))
    return assign(query, about, (Slot(label=_BUDGET), Slot(label=other)), held)


_WAYS: Final[dict[Operation, Callable[[Query, Plan, list[Operand], list[Reading]], list[Operand]]]] = {
    Operation.CHANGE: _change,
    Operation.DIFFERENCE: _slots,
    Operation.SUM: _slots,
    Operation.OVER: _over,
    Operation.SPREAD: lambda query, asked, held, readings: spread(query, asked, held),
    Operation.MEAN: lambda query, asked, held, readings: mean(query, asked, held),
    Operation.SHARE: lambda query, asked, held, readings: share(query, asked, held) or lacking(query, asked, held),
    Operation.REST: lambda query, asked, held, readings: rest(query, asked, held),
    Operation.BOTH: lambda query, asked, held, readings: both(query, asked, held),
    Operation.DECIDED: lambda query, asked, held, readings: decided(query, asked, held),
    Operation.COVER: lambda query, asked, held, readings: cover(query, asked, held),
    Operation.AFTER: lambda query, asked, held, readings: after(query, asked, held),
}
