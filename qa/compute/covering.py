"""Does an income cover a cost? The totals of two tables of one document, the one of income, the other of cost."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from indexer.tables.totals import is_total
from qa.compute.operands import Operand, alike
from qa.compute.plan import Plan
from qa.query import Query
from qa.read.matching import coverage

_INCOME: Final = re.compile(r"intäkt|inkomst|income|revenue", re.IGNORECASE)
_COST: Final = re.compile(r"kostnad|utgift|\bcosts?\b|expens", re.IGNORECASE)
_TURN: Final = re.compile(
    r"täck|cover|marginal|margin|föresl|propos|stor|much|kostnad|utgift|costs?$|expens|intäkt|income|revenue",
    re.IGNORECASE,
)
_SURE: Final = {"sv": 0.6, "en": 0.4}  # strength with which a word of the question names what is paid for
_ABOUT: Final = {"sv": 0.35, "en": 0.2}  # share of the question that must be met around the two
_TOTAL: Final = re.compile(r"^(?:summa|totalt?)\b", re.IGNORECASE)


def cover(query: Query, asked: Plan, held: Sequence[Operand]) -> list[Operand]:
    """The total income and the total cost, of one document; [] where one lacks or the choice is open."""
    about = [item for item in asked.about if not _TURN.match(item.concept.word)]
    totals = [one for one in held if one.row is not None and _is_total(one)]
    pairs = [
        (income, cost)
        for income in totals
        if _of(_INCOME, income) and not _of(_COST, income)
        for cost in totals
        if _of(_COST, cost)
        and not _of(_INCOME, cost)
        and income.passage.candidate.document.id == cost.passage.candidate.document.id
        and alike(income, cost)
        and any(item.met_by(income.around | cost.around) >= _SURE[query.language] for item in about)
        and coverage(about, income.around | cost.around) >= _ABOUT[query.language]
    ]
    if len({(income.value, cost.value) for income, cost in pairs}) != 1:
        return []
    return list(pairs[0])


def _is_total(operand: Operand) -> bool:
    heads, cells = operand.passage.columns
    column = operand.column or 0
    return _TOTAL.match(cells[column].strip()) is not None or is_total(heads[column]) or is_total(cells[0])


def _of(kind: re.Pattern[str], operand: Operand) -> bool:
    return any(kind.search(words) for words in _named(operand))


def _named(operand: Operand) -> Iterator[str]:
    """Row, column and caption, which say what the total is of."""
    heads, cells = operand.passage.columns
    yield heads[operand.column or 0]
    yield cells[0]
    yield operand.passage.candidate.paragraph.rows[0][0]
