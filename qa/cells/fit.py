"""How well rows, heads and times of a table fit a question."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from indexer.figures import Period
from qa.cells.rows import Cell, Row
from qa.cells.words import ASPECTS, aspect, covered, met_by, named_numbers, said_otherwise
from qa.compute.choose import fits_time
from qa.query import Query, Wants
from qa.read.matching import Weighed, share_met

_PER: Final = re.compile(r"(?:\bper\s|/\s?)([^\W\d_]+)", re.IGNORECASE)
_RATES: Final = (
    ("inhabitant", re.compile(r"inv|capita|inhabitant|resident", re.IGNORECASE)),
    ("day", re.compile(r"dygn|dag|day|night", re.IGNORECASE)),
    ("month", re.compile(r"månad|month", re.IGNORECASE)),
    ("year", re.compile(r"år|year|annum", re.IGNORECASE)),
    ("hour", re.compile(r"tim|hour", re.IGNORECASE)),
)
_IMPLIED: Final = (  # columns that a question means without naming them, where the table has them
    (re.compile(r"\bavsat\w*|\bset aside|\ballocated", re.IGNORECASE), "budget"),
    (
        re.compile(
            r"\b(?:kostade|kostat|betalat|betalade|blev|paid|spent)\b|\b(?:has|have|had|did)\b.*\bcost\b", re.IGNORECASE
        ),
        "outcome",
    ),
    (re.compile(r"\b(?:väntas|förväntas|räkna\w* med|expected)\b", re.IGNORECASE), "forecast"),
)
_ABOUT: Final = {"sv": 0.8, "en": 0.65}  # share of the question that cell, heads and surroundings must meet
_NAMED_TWICE: Final = {"sv": 0.65, "en": 0.5}  # the same, where the question names both row and column
_PLAIN: Final = 0.8  # strength with which a head names what is asked about
_UNMET: Final = 0.3  # share that one word may have which is met nowhere
_OWN: Final = {"sv": 0.4, "en": 0.25}  # and the row and its head alone
SURE: Final = {"sv": 0.6, "en": 0.3}  # strength with which a label must meet a word of the question
LEVEL: Final = 0.05  # two rows or columns that differ by no more fit as well
_HEAD: Final = {"sv": 0.65, "en": 0.3}  # strength with which each word of a head is met that is named with another
_OF_THAT_TIME: Final = 0.5  # where only the document's date or folder tells the time
_NEAR: Final = 24  # letters beside a time that may name a report
_REPORT: Final = re.compile(r"uppföljning|rapport|prognosen|bokslut|follow-?up|report|accounts", re.IGNORECASE)
_FULL_YEAR: Final = re.compile(
    r"helår|hela året|helt år|\bårs(?:budget|prognos|resultat|utfall)|full[ -]year|whole year|year-end|per år\b|annual",
    re.IGNORECASE,
)
_OF_TIME: Final = re.compile(r"dag(?:ar)?\b|dygn|veck|månad|timm|minut|\btid|tid\b|\bår\b", re.IGNORECASE)
_OF_SHARE: Final = re.compile(r"%|procent|andel|kvot|\bgrad", re.IGNORECASE)
_BOTH: Final = re.compile(r"(?<=\w )(?:och|and|samt|jämfört med|compared (?:with|to))\b", re.IGNORECASE)


def best_rows(query: Query, about: Sequence[Weighed], held: Iterable[Row]) -> list[Row]:
    """Of every table the one row whose label fits best, where it is alone."""
    tables: dict[str, list[tuple[float, Row]]] = {}
    numerals = named_numbers(query.question)
    for row in held:
        stated = named_numbers(row.label)
        if numerals and stated and not numerals & stated:
            continue  # "fyra avdelningar" is not "en avdelning"
        if any(met_by(item, row.label) >= SURE[query.language] for item in about):
            tables.setdefault(row.table, []).append((label_fit(about, row), row))
    best = []
    for fits in tables.values():
        fits.sort(key=lambda fit: -fit[0])
        if len(fits) == 1 or fits[0][0] > fits[1][0] + 0.005:
            best.append(fits[0][1])
    return best


def label_fit(about: Sequence[Weighed], row: Row) -> float:
    """What the label meets of the question, a little less for every word that the question does not have."""
    return covered(about, row.label) - 0.01 * min(_spare(about, row), 8)


def _spare(about: Sequence[Weighed], row: Row) -> int:
    """How many words of the label the question does not have."""
    return sum(not any(item.met_by(word) > 0 for item in about) for word in row.words)


def share_of(query: Query, about: Sequence[Weighed], row: Row, heads: str, *, whole: bool = False) -> float:
    """Share of the question that is met, 0 where too little is. whole: the row's label need not be met."""
    over = row.passage.columns[0][0]
    own = f"{over} {heads}" if whole else f"{row.label} {heads}"
    near = [met_by(item, own) for item in about]
    there = [
        max(met, item.met_by(row.around_tokens), said_otherwise(item.concept.word.lower(), row.around))
        for item, met in zip(about, near, strict=True)
    ]
    share = share_met(about, there)
    unmet = max((item.weight for item, met in zip(about, there, strict=True) if met == 0), default=0.0)
    if unmet > _UNMET * sum(item.weight for item in about):
        return 0.0
    needed = _ABOUT if whole or not _is_named_twice(query, about, row, heads) else _NAMED_TWICE
    if not about or share < needed[query.language]:
        return 0.0
    if not whole and _spare(about, row) and share_met(about, near) < _OWN[query.language]:
        return 0.0
    of_names = (met for item, met in zip(about, there, strict=True) if _is_named(query, item))
    return share if all(met > 0 for met in of_names) else 0.0


def _is_named_twice(query: Query, about: Sequence[Weighed], row: Row, head: str) -> bool:
    """Does the question hold every word of the label, and name the head too?"""
    if _spare(about, row) or not about:
        return False
    if aspect(head) and aspect(head) == aspect(query.question):
        return True
    return any(met_by(item, head) >= SURE[query.language] > met_by(item, row.label) for item in about)


def _is_named(query: Query, item: Weighed) -> bool:
    return any(item.concept.word in name.lower() for name in query.names)


def timely(query: Query, row: Row, cell: Cell) -> float:
    """0..1: how well the cell's time is the one asked for; 1 where none is asked for."""
    if not query.periods:
        return 1.0
    own, context = cell.period, row.period
    if own is not None and own.yearless and context is not None:
        own = own.in_year(int(context.days[0][:4]))
    if own is None and context is None:
        return _OF_THAT_TIME if any(asked.covers(day) for asked in query.periods for day in row.dates) else 0.0
    best = 0.0
    for asked in query.periods:
        fit = fits_time(asked, own if own is not None else context)
        if own is not None and _is_flow(row, cell) and _is_longer(asked, own):
            fit = 0.0
        if own is not None and context is not None and own.covers(asked) and fits_time(asked, context) > 0:
            whole = _is_flow(row, cell) and aspect(query.question) not in {cell.aspect, aspect(row.label)} - {""}
            fit = fit if whole else max(fit, 0.9)  # a year's amount is none of its first months
        if context is not None and _names_report(query, asked) and context.days[1] == asked.days[1]:
            fit = max(fit, 0.9 if own is None or context.covers(own) else 0.0)
        best = max(best, fit)
    return best


def _is_flow(row: Row, cell: Cell) -> bool:
    """Is it an amount that grows with the time: money, a budget, an outcome?"""
    money = cell.figure is not None and cell.figure.number.dimension == "money"
    return money or bool(cell.aspect or aspect(row.label))


def _is_longer(asked: Period, own: Period) -> bool:
    """Is a longer time asked about than the cell's, beyond it or from before it begins to be added up?"""
    return asked.covers(own) and not asked.same(own) and asked.days[1] != own.days[1]


def _names_report(query: Query, asked: Period) -> bool:
    """Is it the time of a report that is named ("i novemberuppföljningen 2023"), not that of the figure?"""
    around = query.question[max(0, asked.begin - _NEAR) : asked.finish + _NEAR]
    return _REPORT.search(around) is not None


def in_column(query: Query, about: Sequence[Weighed], row: Row) -> list[tuple[float, Cell]]:
    """The row's cells whose heads suit the question best, with how well; several where it leaves the column open."""
    fitting = [(fit, cell) for cell in row.cells if (fit := timely(query, row, cell)) > 0]
    wanted = aspect(query.question)
    if wanted:
        fitting = [pair for pair in fitting if wanted in _aspects(about, row, pair[1])]
    meant = implied(query)
    if meant:
        fitting = [pair for pair in fitting if pair[1].aspect == meant] or fitting
    if _FULL_YEAR.search(query.question):
        fitting = [pair for pair in fitting if _FULL_YEAR.search(pair[1].head)] or fitting
    left = [item for item in about if met_by(item, row.label) < SURE[query.language]]
    scored = [(fit + (covered(left, cell.head) if left else 0.0), cell) for fit, cell in fitting]
    if not scored:
        return []
    if _BOTH.search(query.question):
        both = [(score, cell) for score, cell in scored if _is_all_met(query, left, cell.head)]
        if len(both) > 1:
            return both
    top = max(score for score, _ in scored)
    level = [(score, cell) for score, cell in scored if score >= top - LEVEL]
    own = [(score, cell) for score, cell in level if row.municipality and row.municipality in cell.head.lower()]
    return own if len(own) == 1 else level


def _aspects(about: Sequence[Weighed], row: Row, cell: Cell) -> set[str]:
    """Its head's aspect; of a table whose heads have none, but name what is asked about, any."""
    bare = not any(other.aspect for other in row.cells) and any(met_by(item, cell.head) >= _PLAIN for item in about)
    return set(ASPECTS) if bare else {cell.aspect}


def _is_all_met(query: Query, left: Sequence[Weighed], head: str) -> bool:
    """Does the question name all that the head says beside its year?"""
    words = re.findall(r"[^\W\d_]{3,}", head)
    return bool(words) and all(any(met_by(item, word) >= _HEAD[query.language] for item in left) for word in words)


def implied(query: Query) -> str:
    """The column that a question means without naming it: "kostade" asks for the outcome; "" for none."""
    if aspect(query.question):
        return ""
    return next((column for pattern, column in _IMPLIED if pattern.search(query.question)), "")


def _per(words: str) -> str:
    """What a rate is counted by, "" where it is none or of a kind unknown here."""
    named = _PER.search(words)
    return next((name for name, pattern in _RATES if named and pattern.match(named[1])), "")


def suits(query: Query, row: Row, cell: Cell) -> bool:
    """Is the cell's figure of the kind that is asked for: a share, an amount of money, a count?"""
    if cell.figure is None:
        return True
    number = cell.figure.number
    asked, stated = _per(query.question), _per(f"{row.label} {cell.head}")
    if asked and stated and asked != stated:
        return False
    if query.wants is Wants.DURATION:
        measured = f"{number.unit} {row.label} {cell.head} {row.passage.columns[0][0]} {row.caption}"
        return _OF_TIME.search(measured) is not None
    if query.wants is Wants.PERCENT:
        measured = f"{row.label} {cell.head} {row.passage.columns[0][0]} {row.caption}"
        return number.dimension == "percent" or _OF_SHARE.search(measured) is not None
    if query.wants is Wants.COUNT:
        return number.dimension in {"count", "plain"} and not re.search(r"%|andel|/\s?\d|\bkr\b", row.label)
    return query.wants is not Wants.MONEY or number.dimension in {"money", "plain", "count"}
