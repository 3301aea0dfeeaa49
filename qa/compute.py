"""Working out a change between two stated figures: difference, percent, ratio; the operands are always cited.

Percent and percentage points are kept apart; between negative balances a percentage misleads, so the difference and
the ratio are given (design section 7).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from indexer.figures import Figure, Period, canonical_unit, figures, format_number
from indexer.model import Role
from qa.matching import Weighed, coverage, token_set
from qa.passages import Passage
from qa.query import FIGURES, Query, Wants
from qa.read import Reading

_READ: Final = 8  # best readings whose paragraphs are looked through for operands
_NEAR: Final = {"sv": 0.35, "en": 0.2}  # share of the question that an operand's sentence and headings must meet


@dataclass(frozen=True)
class Operand:
    """A stated figure and the passage that it stands in."""

    figure: Figure
    passage: Passage


@dataclass(frozen=True)
class Change:
    """What happened between two operands, earlier first."""

    before: Operand
    after: Operand

    @property
    def difference(self) -> float:
        """After minus before, in their common unit."""
        return _clean(self.after.figure.number.value - self.before.figure.number.value)

    @property
    def percent(self) -> float | None:
        """Percent change; None from zero, between negative balances, and for percentages (those differ in points)."""
        before, after = self.before.figure.number, self.after.figure.number
        if before.value <= 0 or after.value < 0 or before.kind == "percent":
            return None
        return _clean((after.value - before.value) / before.value * 100)

    @property
    def ratio(self) -> float | None:
        """After divided by before, where both have the same sign."""
        before, after = self.before.figure.number.value, self.after.figure.number.value
        return round(after / before, 1) if before * after > 0 else None


def change(query: Query, weighed: tuple[Weighed, ...], readings: list[Reading]) -> Change | None:
    """The change that the question asks for, when the best readings state both ends of it."""
    if not readings or not asks_change(query):
        return None
    operands = list(_operands(query, weighed, readings))
    ends = _ends(query.periods)
    pair = _by_period(operands, weighed, *ends) if ends else _from_to(query, operands, readings[0].passage)
    return None if pair is None else Change(*pair)


def asks_change(query: Query) -> bool:
    """Does the question ask how much something changed or differs?"""
    return query.wants in FIGURES | {Wants.TEXT} and query.changes


def _clean(value: float) -> float:
    return round(value, 6) + 0.0


def _operands(query: Query, weighed: tuple[Weighed, ...], readings: list[Reading]) -> Iterator[Operand]:
    seen: set[str] = set()
    for reading in readings[:_READ]:
        passage = reading.passage
        if passage.text in seen:
            continue
        seen.add(passage.text)
        if passage.candidate.paragraph.role is Role.PROPOSAL:
            continue  # what is proposed has not come to be
        if coverage(weighed, passage.tokens | passage.context_tokens) < _NEAR[query.language]:
            continue
        for figure in figures(passage.text, year=passage.year, damaged=passage.candidate.document.damaged):
            if figure.period is not None:
                yield Operand(figure, passage)


def _ends(periods: tuple[Period, ...]) -> tuple[Period, Period] | None:
    """The two times compared: two periods named, or the first and last year of a range."""
    distinct = [p for i, p in enumerate(periods) if not any(p.same(other) for other in periods[:i])]
    if len(distinct) == 2:
        first, last = sorted(distinct, key=lambda period: period.days)
        return first, last
    if len(distinct) == 1 and distinct[0].start and distinct[0].end and distinct[0].start != distinct[0].end:
        whole = distinct[0]
        return replace(whole, end=whole.start), replace(whole, start=whole.end)
    return None


def _by_period(
    operands: list[Operand], weighed: tuple[Weighed, ...], first: Period, last: Period
) -> tuple[Operand, Operand] | None:
    """The operand of each period; of several the one whose words are most like the other's."""
    pairs = [
        (one, two)
        for one in operands
        for two in operands
        if one.figure is not two.figure and _in(first, one) and _in(last, two) and _same_unit(one, two)
    ]
    return max(pairs, key=lambda pair: _fit(weighed, pair), default=None)


def _fit(weighed: tuple[Weighed, ...], pair: tuple[Operand, Operand]) -> float:
    """How well both operands' own words answer the question, and how alike they are."""
    asked = min(coverage(weighed, token_set(_own_words(operand))) for operand in pair)
    one, two = (token_set(operand.figure.measure) for operand in pair)
    alike = len(one & two) / max(len(one | two), 1)
    return asked * 2 + alike + 0.2 * (pair[0].passage.text == pair[1].passage.text)


def _own_words(operand: Operand) -> str:
    start, end = operand.figure.clause
    return f"{operand.figure.measure} {operand.passage.text[start:end]}"


def _in(period: Period, operand: Operand) -> bool:
    stated = operand.figure.period
    return stated is not None and (period.same(stated) or period.covers(stated))


def _same_unit(one: Operand, two: Operand) -> bool:
    a, b = one.figure.number, two.figure.number
    if a.kind != b.kind or a.scale != b.scale or one.passage.speaker != two.passage.speaker:
        return False
    units = {canonical_unit(a.unit), canonical_unit(b.unit)}
    return len(units) == 1 or a.kind == "count"


def _from_to(query: Query, operands: list[Operand], best: Passage) -> tuple[Operand, Operand] | None:
    """A "från … till …" within the best sentence, when it touches the time that is asked about."""
    ends = {operand.figure.trend: operand for operand in reversed(operands) if operand.passage is best}
    if "from" not in ends or "to" not in ends or not _same_unit(ends["from"], ends["to"]):
        return None
    stated = [end.figure.period for end in (ends["from"], ends["to"]) if end.figure.period is not None]
    if query.periods and not any(asked.overlaps(period) for asked in query.periods for period in stated):
        return None
    return ends["from"], ends["to"]


def result_text(query: Query, found: Change) -> tuple[str, float, str, str]:
    """(the result in words, its value, its unit, the formula with [n] left to the caller as {before} and {after})."""
    before, after = found.before.figure.number, found.after.figure.number
    a, b = (format_number(number.value, query.language) for number in (after, before))
    unit = after.unit or before.unit
    percent = found.percent
    if query.wants in {Wants.PERCENT, Wants.TEXT} and percent is not None:
        shown = round(percent, 1)
        text = f"{_signed(shown, query.language)} {'procent' if query.language == 'sv' else 'percent'}"
        return text, shown, "procent", f"({a} {{after}} − {b} {{before}}) / {b} {{before}} × 100"
    unit = "procentenheter" if before.kind == "percent" else unit
    text = f"{_signed(found.difference, query.language)} {unit}".strip()
    return text, found.difference, unit, f"{a} {{after}} − {b} {{before}}"


def _signed(value: float, language: str) -> str:
    text = format_number(value, language)
    return f"+{text}" if value > 0 else text
