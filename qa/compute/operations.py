"""What the operations come to: value, unit and formula. Percent and percentage points are kept apart; between negative
balances and from zero a percentage misleads, so there is none (design section 7)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from indexer.figures import format_number
from qa.compute.operands import Operand
from qa.compute.plan import Operation
from qa.compute.work import Worked
from qa.query import Query, Wants

_WORTH_A_RATIO: Final = 2.0  # from here on "times as many" says more than the difference
_ARROWS: Final = frozenset({Operation.CHANGE, Operation.OVER})  # the sign of their result tells up from down


@dataclass(frozen=True)
class Result:
    """One number that was worked out. formula: the place of each operand's [n] is left as {0}, {1} …

    decimals: those that its operands have, which it is told with too.
    """

    value: float
    unit: str
    formula: str
    signed: bool = False
    decimals: int = 0


def results(query: Query, worked: Worked) -> list[Result]:
    """What was asked for first, then what belongs to it (a percentage, a ratio)."""
    return _RESULTS[worked.plan.operation](query, worked)


def ordered(worked: Worked) -> tuple[Operand, Operand]:
    """Of two operands, the one that is taken away and the one that it is taken from."""
    one, two = worked.operands[:2]
    if worked.plan.operation in _ARROWS:
        return one, two
    if worked.plan.operation in {Operation.DIFFERENCE, Operation.DECIDED} and two.value > one.value:
        return one, two
    return two, one


def difference(before: float, after: float) -> float:
    """After minus before, without the dust of binary fractions."""
    return round(after - before, 6) + 0.0


def rounded(value: float) -> float:
    """Two decimals where they are exact, else one; half is rounded up."""
    exact = Decimal(repr(round(value, 6)))
    short = exact.quantize(Decimal("0.01"), ROUND_HALF_UP)
    return float(short if short == exact else exact.quantize(Decimal("0.1"), ROUND_HALF_UP)) + 0.0


def percent(before: Operand, after: Operand) -> float | None:
    """Percent change; None from zero, between negative balances, and for percentages (those differ in points)."""
    if before.value <= 0 or after.value < 0 or before.figure.number.dimension == "percent":
        return None
    return round((after.value - before.value) / before.value * 100, 1) + 0.0


def ratio(before: Operand, after: Operand) -> float | None:
    """After divided by before, where both are above zero: of a deficit "times as much" says nothing clear."""
    return round(after.value / before.value, 1) if before.value > 0 and after.value > 0 else None


def _compared(query: Query, worked: Worked) -> list[Result]:
    before, after = ordered(worked)
    at = [worked.operands.index(after), worked.operands.index(before)]
    a, b = (format_number(one.value, query.language) for one in (after, before))
    unit = _shared(after.figure.number.unit, before.figure.number.unit)
    if before.figure.number.dimension == "percent":
        unit = "procentenheter"
    signed = worked.plan.operation in _ARROWS
    formula = f"{a} {{{at[0]}}} − {b} {{{at[1]}}}"
    amount = Result(difference(before.value, after.value), unit, formula, signed, _decimals(worked))
    part = percent(before, after)
    found = [amount]
    if part is not None and (signed or worked.plan.percent):
        formula = f"({a} {{{at[0]}}} − {b} {{{at[1]}}}) / {b} {{{at[1]}}} × 100"
        share = Result(part, "procent", formula, signed=signed)
        found = [share, amount] if worked.plan.percent or query.wants is Wants.TEXT else [amount, share]
    times = ratio(before, after)
    if worked.plan.times and after.value / before.value > 0:
        times = round(after.value / before.value, 1)  # of two deficits too, as it is asked outright
        return [Result(times, "gånger", f"{a} {{{at[0]}}} / {b} {{{at[1]}}}"), *found]
    if times is not None and times >= _WORTH_A_RATIO and signed:
        found.append(Result(times, "gånger", f"{a} {{{at[0]}}} / {b} {{{at[1]}}}"))
    return found


def _shared(one: str, two: str) -> str:
    """The unit of both: the only one that is stated, or the end that "ja-röster" and "nej-röster" have in common."""
    ends = one.rpartition("-")[2], two.rpartition("-")[2]
    return ends[0] if one and two and ends[0] == ends[1] else one or two


def _decimals(worked: Worked) -> int:
    """The most decimals that an operand is stated with; none where one is stated whole: 83 less 68,0 is 15."""
    stated = [re.search(r"[.,](\d{1,2})$", one.figure.number.text.strip()) for one in worked.operands]
    return max(len(found[1]) for found in stated if found) if all(stated) else 0


def _both(query: Query, worked: Worked) -> list[Result]:
    """The change between two sums."""
    numbers = [format_number(one.value, query.language) for one in worked.operands]
    one, two, three, four = (one.value for one in worked.operands)
    before, after = f"{numbers[0]} {{0}} + {numbers[1]} {{1}}", f"{numbers[2]} {{2}} + {numbers[3]} {{3}}"
    first, last = round(one + two, 6) + 0.0, round(three + four, 6) + 0.0
    unit = _unit(worked)
    found = [Result(difference(first, last), unit, f"({after}) − ({before})", signed=True)]
    if first > 0 <= last:
        part = round((last - first) / first * 100, 1) + 0.0
        found.append(Result(part, "procent", f"(({after}) − ({before})) / ({before}) × 100", signed=True))
    return [*found, Result(first, unit, before), Result(last, unit, after)]


def _sum(query: Query, worked: Worked) -> list[Result]:
    terms = [f"{format_number(one.value, query.language)} {{{at}}}" for at, one in enumerate(worked.operands)]
    total = round(sum(one.value for one in worked.operands), 6) + 0.0
    return [Result(total, _unit(worked), " + ".join(terms))]


def _product(query: Query, worked: Worked) -> list[Result]:
    rate, count = worked.operands
    a, b = (format_number(one.value, query.language) for one in (rate, count))
    return [Result(round(rate.value * count.value, 6) + 0.0, rate.figure.number.unit, f"{a} {{0}} × {b} {{1}}")]


def _mean(query: Query, worked: Worked) -> list[Result]:
    added = _sum(query, worked)[0]
    count = len(worked.operands)
    return [Result(rounded(added.value / count), added.unit, f"({added.formula}) / {count}")]


def _share(query: Query, worked: Worked) -> list[Result]:
    part, whole = worked.operands
    a, b = (format_number(one.value, query.language) for one in (part, whole))
    return [Result(rounded(part.value / whole.value * 100), "procent", f"{a} {{0}} / {b} {{1}} × 100")]


def _rest(query: Query, worked: Worked) -> list[Result]:
    whole, part = worked.operands
    a, b = (format_number(one.value, query.language) for one in (whole, part))
    return [Result(difference(part.value, whole.value), whole.figure.number.unit, f"{a} {{0}} − {b} {{1}}")]


def _unit(worked: Worked) -> str:
    """The operands' unit where they have one; things of several names have none."""
    units = list(dict.fromkeys(one.figure.number.unit for one in worked.operands))
    return units[0] if len(units) == 1 else ""


_RESULTS: Final[dict[Operation, Callable[[Query, Worked], list[Result]]]] = {
    **dict.fromkeys((Operation.CHANGE, Operation.DIFFERENCE, Operation.SPREAD, Operation.OVER), _compared),
    **dict.fromkeys((Operation.SUM, Operation.AFTER), _sum),
    Operation.BOTH: _both,
    Operation.DECIDED: _compared,
    Operation.PRODUCT: _product,
    Operation.MEAN: _mean,
    Operation.SHARE: _share,
    **dict.fromkeys((Operation.REST, Operation.COVER), _rest),
}
