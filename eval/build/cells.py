"""Questions on the cells of tables: one value, a difference, the highest, a sum; worked out with pandas."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from random import Random

from eval.build.asking import (
    DIFFERENCE,
    HIGHEST,
    LOOKUP,
    SUM,
    Asked,
    asked_measures,
    case_of,
    template_of,
    with_operands,
)
from eval.build.case import Built, in_turn
from eval.build.groups import group_of
from eval.build.naming import Phrase, measure_name, quoted, references, when, where
from eval.build.table import Table, is_measure

_CODE = re.compile(r"^\d{2,4} ")
_TRIES = 40
_MOST_DECIMALS = 4  # more come from a calculation, and are not what anyone would subtract


def cells(tables: Sequence[Table], rng: Random, most: int) -> list[Built]:
    """At most `most` cases, spread evenly over tables and kinds of question."""
    named = references(tables)
    streams = [
        _stream(table, named[place], operation, Random(f"{rng.random()}"))
        for place, table in enumerate(tables)
        for operation in (lookup, difference, highest, total)
    ]
    rng.shuffle(streams)
    return in_turn(streams, most)


def lookup(asked: Asked, rng: Random) -> Built | None:
    """One cell."""
    record = rng.choice(asked.table.records)
    value = record.values.get(asked.measure)
    if value is None or not value.number:
        return None
    words = {"m": measure_name(asked.measure, record.members), "w": where(record.members),
             "p": when(asked.measure, record.members), "r": asked.reference}  # fmt: skip
    return (
        case_of(asked, record, template_of(LOOKUP, asked, rng), words, "lookup", value.number, list(value.cells))
        if words["w"].sv
        else None
    )


def difference(asked: Asked, rng: Random) -> Built | None:
    """Two members of one dimension, everything else the same."""
    group = group_of(asked, rng)
    if group is None or len(group.frame) < 2:
        return None
    pair = group.frame.sample(2, random_state=rng.randrange(2**31))
    (first, second), (left, right) = pair["member"], pair["number"]
    if left == right or not _exact(left, right):
        return None
    words = group.words() | {"a": quoted(first), "b": quoted(second)}
    case = case_of(
        asked,
        group.record,
        template_of(DIFFERENCE, asked, rng),
        words,
        "difference",
        abs(left - right),
        group.cells(pair),
    )
    return with_operands(case, pair)


def highest(asked: Asked, rng: Random) -> Built | None:
    """The highest among three to five named members, without a tie."""
    group = group_of(asked, rng)
    if group is None or len(group.frame) < 3:
        return None
    some = group.frame.sample(min(len(group.frame), rng.randint(3, 5)), random_state=rng.randrange(2**31))
    best = some[some["number"] == some["number"].max()]
    if len(best) != 1 or not best["number"].iloc[0]:
        return None
    member, number = best["member"].iloc[0], best["number"].iloc[0]
    case = case_of(
        asked, group.record, template_of(HIGHEST, asked, rng), group.words(some), "highest", number, group.cells(best)
    )
    answers = (f"{member}: {case.answers[0]}", f"{member}: {case.answers[1]}")
    return replace(case, answers=answers, must=(*case.must, "|".join(dict.fromkeys([member, _CODE.sub("", member)]))))


def total(asked: Asked, rng: Random) -> Built | None:
    """The sum over two to four named members, where the measure adds up."""
    group = group_of(asked, rng)
    if group is None or len(group.frame) < 2:
        return None
    said = [member for dimension, member in group.record.members if is_measure(dimension)]
    some = group.frame.sample(min(len(group.frame), rng.randint(2, 4)), random_state=rng.randrange(2**31))
    number = some["number"].sum()
    if len({value > 0 for value in some["number"]}) > 1:
        return None  # income against cost: a balance, not a sum
    if (
        not (said or asked.measure.name)
        or not asked.table.adds_up(asked.measure, " ".join(said))
        or not number
        or not _exact(*some["number"])
    ):
        return None
    case = case_of(
        asked, group.record, template_of(SUM, asked, rng), group.words(some), "sum", number, group.cells(some)
    )
    return with_operands(case, some)


def _stream(
    table: Table, reference: Phrase, operation: Callable[[Asked, Random], Built | None], rng: Random
) -> Iterator[Built]:
    asked = asked_measures(table, reference)
    for _ in range(_TRIES * len(asked)):
        if case := operation(rng.choice(asked), rng):
            yield case


def _exact(*numbers: Decimal) -> bool:
    return all(-int(number.as_tuple().exponent) <= _MOST_DECIMALS for number in numbers)
