"""How well rows, heads and times of a table fit a question."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from qa.cells.rows import Cell, Row, aspect, covered, met_by
from qa.compute.choose import fits_time
from qa.query import Query, Wants
from qa.read.matching import Weighed, share_met, weigh

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
    (re.compile(r"\b(?:kostade|kostat|betalat|betalade|blev|paid)\b", re.IGNORECASE), "outcome"),
    (re.compile(r"\b(?:väntas|förväntas|räkna\w* med|expected)\b", re.IGNORECASE), "forecast"),
)
_ABOUT: Final = {"sv": 0.8, "en": 0.65}  # share of the question that cell, heads and surroundings must meet
_UNMET: Final = 0.3  # share that one word may have which is met nowhere
_OWN: Final = {"sv": 0.4, "en": 0.25}  # and the row and its head alone
SURE: Final = {"sv": 0.6, "en": 0.3}  # strength with which a label must meet a word of the question
LEVEL: Final = 0.05  # two rows or columns that differ by no more fit as well
_HEAD: Final = {"sv": 0.65, "en": 0.3}  # strength with which each word of a head is met that is named with another
_BOTH: Final = re.compile(r"(?<=\w )(?:och|and|samt|jämfört med|compared (?:with|to))\b", re.IGNORECASE)
_SHAPE: Final = re.compile(
    r"^(?:pengar|money|avsat\w*|väntas|förväntas|expected|hittills|andel\w*|share|antal\w*|number|nivå\w*|belopp\w*|amount|compared|jämför\w*|tabell\w*|table|enligt|"
    r"helår\w*|full|year|year-end|år\w*|per|period\w*)$",
    re.IGNORECASE,
)


def words_of(query: Query, *drop: re.Pattern[str]) -> list[Weighed]:
    """The words of the question that a table must meet: not its times, measure words or turns of phrase."""
    times = " ".join(period.text.lower() for period in query.periods)
    return [
        item
        for item in weigh(query)
        if not (_SHAPE.match(item.concept.word) or aspect(item.concept.word))
        and item.concept.word.lower() not in times
        and not any(pattern.search(item.concept.word) for pattern in drop)
    ]


def best_rows(query: Query, about: Sequence[Weighed], held: Iterable[Row]) -> list[Row]:
    """Of every table the one row whose label fits best, where it is alone."""
    tables: dict[str, list[tuple[float, Row]]] = {}
    for row in held:
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
    there = [max(item.met_by(row.around_tokens), met) for item, met in zip(about, near, strict=True)]
    share = share_met(about, there)
    unmet = max((item.weight for item, met in zip(about, there, strict=True) if met == 0), default=0.0)
    if unmet > _UNMET * sum(item.weight for item in about):
        return 0.0
    if not about or share < _ABOUT[query.language]:
        return 0.0
    if not whole and _spare(about, row) and share_met(about, near) < _OWN[query.language]:
        return 0.0
    of_names = (met for item, met in zip(about, there, strict=True) if _is_named(query, item))
    return share if all(met > 0 for met in of_names) else 0.0


def _is_named(query: Query, item: Weighed) -> bool:
    return any(item.concept.word in name.lower() for name in query.names)


def timely(query: Query, row: Row, cell: Cell) -> float:
    """0..1: how well the cell's time is the one asked for; 1 where none is asked for."""
    if not query.periods:
        return 1.0
    own, context = cell.period, row.period
    if own is not None and own.yearless and context is not None:
        own = own.in_year(int(context.days[0][:4]))
    best = 0.0
    for asked in query.periods:
        fit = fits_time(asked, own if own is not None else context)
        if own is not None and context is not None and own.covers(asked) and fits_time(asked, context) > 0:
            fit = max(fit, 0.9)
        best = max(best, fit)
    return best


def in_column(query: Query, about: Sequence[Weighed], row: Row) -> list[tuple[float, Cell]]:
    """The row's cells whose heads suit the question best, with how well; several where it leaves the column open."""
    fitting = [(fit, cell) for cell in row.cells if (fit := timely(query, row, cell)) > 0]
    wanted = aspect(query.question)
    if wanted:
        fitting = [pair for pair in fitting if pair[1].aspect == wanted]
    for pattern, implied in _IMPLIED:
        if not wanted and pattern.search(query.question):
            fitting = [pair for pair in fitting if pair[1].aspect == implied] or fitting
    left = [item for item in about if met_by(item, row.label) < SURE[query.language]]
    scored = [(fit + (covered(left, cell.head) if left else 0.0), cell) for fit, cell in fitting]
    if not scored:
        return []
    if _BOTH.search(query.question):
        both = [(score, cell) for score, cell in scored if _is_all_met(query, left, cell.head)]
        if len(both) > 1:
            return both
    top = max(score for score, _ in scored)
    return [(score, cell) for score, cell in scored if score >= top - LEVEL]


def _is_all_met(query: Query, left: Sequence[Weighed], head: str) -> bool:
    """Does the question name all that the head says beside its year?"""
    words = re.findall(r"[^\W\d_]{3,}", head)
    return bool(words) and all(any(met_by(item, word) >= _HEAD[query.language] for item in left) for word in words)


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
    if query.wants is Wants.PERCENT:
        return number.dimension in {"percent", "plain"} or "%" in row.label + cell.head
    if query.wants is Wants.COUNT:
        return number.dimension in {"count", "plain"} and not re.search(r"%|andel|/\s?\d|\bkr\b", row.label)
    return query.wants is not Wants.MONEY or number.dimension in {"money", "plain", "count"}
