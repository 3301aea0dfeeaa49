"""Which cells of a table a question asks for: one by row and column, the highest of a column, a row over the years.

A row is meant when its label meets the question better than the others'; what the label leaves open must be met by the
column's head or by what stands around the table. Where two cells that differ fit as well, none is chosen.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from indexer.figures import Period
from indexer.tables.totals import is_total
from qa.cells.fit import LEVEL, SURE, best_rows, implied, in_column, label_fit, share_of, suits
from qa.cells.rows import Cell, Row, rows
from qa.cells.words import aspect, wanted_words
from qa.compute.choose import fits_time
from qa.compute.plan import Operation, plan
from qa.compute.stated import asks_change
from qa.query import FIGURES, Query, Wants
from qa.read.matching import Weighed, coverage, token_set
from qa.read.readings import Reading

_MEANT: Final = 0.3  # for the column that the question implies
_ANNEX: Final = 0.02  # an annex repeats the report
_OWN_TIME: Final = 0.1  # for a column that names its time itself
_OPEN: Final = {"sv": 0.9, "en": 0.85}  # share of the question that is met where it leaves the column open
_MOST_CELLS: Final = 4  # that are told where the question leaves the column open
_YEAR: Final = re.compile(r"(?:år\s*)?(?:19|20)\d\d", re.IGNORECASE)
_YIELDS: Final = re.compile(
    r"\b(?:ger|ge|sparar?|sparas|besparing\w*|effekt\w*|kostar|kosta|minska kostnad\w*|cut costs"
    r"|yields?|saves?|saving\w*|give|effect)\b",
    re.IGNORECASE,
)
_OF_SEVERAL: Final = frozenset({Operation.SUM, Operation.MEAN, Operation.DIFFERENCE})
_FEWEST: Final = 3  # rows of which one is the highest
_PLAIN: Final = frozenset({Wants.TEXT, Wants.DURATION, *FIGURES})
_MOVED: Final = re.compile(
    r"\b(?:öka(?:r|de|t|ts)?|minska(?:r|de|t|ts)?|stig(?:er|it)|steg|sjunk(?:er|it)|sjönk|"
    r"increased?|decreased?|risen|rose|fallen|fell|gone (?:up|down))\b",
    re.IGNORECASE,
)
_DOWN: Final = re.compile(r"minska|sjunk|sjönk|decrease|fallen|fell|down", re.IGNORECASE)
_DEVELOPED: Final = re.compile(
    r"\b(?:utveckla(?:ts|des|s|t)|utvecklingen|develop(?:ed|ment)?|evolved?)\b", re.IGNORECASE
)
_WHICH: Final = re.compile(
    r"^(?:i |in )?(?:vilken|vilket|which|what)\s+"
    r"(?:av\s(?:de\s)?(?:(?:[\w-]+\s){0,2}[\w-]+s\s)?|of\s(?:the\s)?(?:(?:[\w-]+\s){0,2}[\w-]+['’]s\s)?)?([\w-]+)",
    re.IGNORECASE,
)
_MOST: Final = re.compile(
    r"\b(?:högst\w*|störst\w*|längst\w*|flest|mest|highest|largest|longest|biggest|greatest|most)\b", re.IGNORECASE
)
_LEAST: Final = re.compile(
    r"\b(?:lägst\w*|minst\w*|kortast\w*|färst|lowest|smallest|shortest|fewest|least)\b", re.IGNORECASE
)
_NEGATIVE: Final = re.compile(
    r"underskott|deficit|shortfall|negativ|över (?:sin )?budget|over (?:its )?budget|överskrid|exceed"
    r"|dra(?:git|gits|r) över",
    re.IGNORECASE,
)
_POSITIVE: Final = re.compile(r"överskott|surplus|positiv", re.IGNORECASE)
_ANY_ITEM: Final = frozenset(
    "post poster konto kontogrupp rad kategori item line account row category område områden area areas del delar"
    " part parts enhet enheter enheterna unit units verksamhet verksamheter verksamheterna activity activities"
    " avdelning avdelningar department departments".split()
)


@dataclass(frozen=True)
class Found:
    """What was found. cells: each with its row; verdict: of a question whether something rose or fell."""

    shape: str  # "cell", "top", "series" or "moved"
    cells: tuple[tuple[Row, Cell], ...]
    met: float
    verdict: bool | None = None


def find(query: Query, readings: Sequence[Reading]) -> Found | None:
    """The cells that are asked for, None where the tables do not name them clearly."""
    held = rows(readings)
    if not held:
        return None
    text = query.question
    asked = _WHICH.match(text)
    if asked is not None and ranks(query):
        return _top(query, asked[1], held)
    if query.wants is Wants.YES_NO or query.yes_no:
        return _moved(query, held) if _MOVED.search(text) else None
    if develops(query):
        return _series(query, held)
    return _cell(query, held) if query.wants in _PLAIN and not _compares(query) else None


def _compares(query: Query) -> bool:
    """Is a sum, a change or a difference asked for, not what a measure such as "färre konsulter" saves?"""
    asked = plan(query)
    if asked is not None and asked.operation in _OF_SEVERAL and len(asked.slots) > 1:
        return True
    worked = asked is not None and (asked.operation is not Operation.CHANGE or bool(asked.slots) or bool(asked.since))
    return asks_change(query) or (query.changes and (worked or not _YIELDS.search(query.question)))


def ranks(query: Query) -> bool:
    """Is it asked which of several is the highest or lowest?"""
    return _WHICH.match(query.question) is not None and (
        _MOST.search(query.question) is not None or _LEAST.search(query.question) is not None
    )


def develops(query: Query) -> bool:
    """Is it asked how something developed?"""
    return _DEVELOPED.search(query.question) is not None


def _cell(query: Query, held: Sequence[Row]) -> Found | None:
    about = wanted_words(query)
    choices: list[tuple[float, Row, Cell]] = []
    for row in best_rows(query, about, [row for row in held if any(suits(query, row, cell) for cell in row.cells)]):
        for fit, cell in in_column(query, about, row):
            met = share_of(query, about, row, cell.head)
            if met and suits(query, row, cell):
                near = coverage(about, row.label_tokens | row.near_tokens | token_set(cell.head))
                meant = _MEANT * (bool(cell.aspect) and cell.aspect == implied(query)) + _OWN_TIME * bool(cell.period)
                behind = 0.01 * row.rank + _ANNEX * row.of_annex
                choices.append((met + near + label_fit(about, row) + 0.5 * fit + meant - behind, row, cell))
    if not choices:
        return None
    choices.sort(key=lambda choice: -choice[0])
    top, row, cell = choices[0]
    level = [(one, other) for score, one, other in choices if score >= top - (LEVEL if one is not row else 1.0)]
    found = [(one, other) for one, other in level if one.table == row.table]
    said = {other.text for _, other in found}
    others = [(one, other) for one, other in level if one.table != row.table and other.text not in said]
    if query.periods and cell.period is not None:
        found = [(one, other) for one, other in found if other.period is not None]  # a column of another time
    met = share_of(query, about, row, cell.head)
    if len(found) > _MOST_CELLS or len(others) > 1 or (others and len(found) > 1):
        return None
    if len(found) > 1 and met < _OPEN[query.language]:
        return None
    years = len(found) > 1 and all(_YEAR.fullmatch(other.head.strip()) for _, other in found)
    return Found("series" if years else "cell", tuple(found + others), met)


def one_cell(query: Query, held: Sequence[Row]) -> tuple[Row, Cell] | None:
    """The only cell with a value that the question asks for, None where there is none or several differ."""
    found = _cell(query, held)
    if found is not None and not aspect(query.question):
        plain = tuple(pair for pair in found.cells if pair[1].aspect != "deviation")
        found = Found(found.shape, plain or found.cells, found.met)
    if found is None or len({cell.text for _, cell in found.cells}) != 1 or found.cells[0][1].figure is None:
        return None
    return found.cells[0]


def _top(query: Query, kind: str, held: Sequence[Row]) -> Found | None:
    """The highest or lowest row of a column; totals are none of them."""
    about = wanted_words(query, _MOST, _LEAST, _NEGATIVE, _POSITIVE)
    kinds = [item for item in about if item.concept.word == kind.lower()]
    if kind.lower() in _ANY_ITEM:
        others = [item for item in about if item not in kinds]
        about, kinds = others or about, [] if others else kinds
    held = [row for row in held if all(item.met_by(row.near_tokens) >= SURE[query.language] for item in kinds)]
    tables: dict[str, list[Row]] = {}
    for row in held:
        if not is_total(row.label):
            tables.setdefault(row.table, []).append(row)
    best: tuple[float, Found] | None = None
    for group in tables.values():
        found = _top_of(query, about, group)
        if found is not None and (best is None or found.met - 0.01 * group[0].rank > best[0]):
            best = (found.met - 0.01 * group[0].rank, found)
    return best[1] if best is not None else None


def _top_of(query: Query, about: Sequence[Weighed], group: Sequence[Row]) -> Found | None:
    columns = in_column(query, about, group[0])
    if len(group) < _FEWEST or len(columns) != 1:
        return None
    column = columns[0][1].column
    cells = [(row, cell) for row in group for cell in row.cells if cell.column == column]
    met = share_of(query, about, group[0], columns[0][1].head, whole=True)
    if not met or len(cells) < len(group):
        return None
    valued = [(row, cell, cell.figure.number.value) for row, cell in cells if cell.figure is not None]
    if len(valued) < len(cells) or len({cell.figure.number.unit for _, cell, _ in valued if cell.figure}) > 1:
        return None
    text, sign = query.question, 1.0 if _MOST.search(query.question) else -1.0
    if aspect(text) == "deviation":
        if _NEGATIVE.search(text):
            valued = [one for one in valued if one[2] < 0]
            sign = -sign
        elif _POSITIVE.search(text):
            valued = [one for one in valued if one[2] > 0]
        else:
            valued = [(row, cell, abs(value)) for row, cell, value in valued]
    if not valued:
        return None
    edge = max(sign * value for _, _, value in valued)
    return Found("top", tuple((row, cell) for row, cell, value in valued if sign * value == edge), met)


def _over_years(query: Query, about: Sequence[Weighed], row: Row) -> list[Cell]:
    """The row's cells of different years in order, of one measure; [] where it has none."""
    dated = [cell for cell in row.cells if cell.period is not None and len(cell.period.start) == 4]
    wanted = aspect(query.question)
    dated = [cell for cell in dated if not wanted or cell.aspect == wanted]
    years = [cell.period.start for cell in dated if cell.period is not None]
    bare = {re.sub(r"\d{4}", "", cell.head).strip(" ,år").lower() for cell in dated}
    if len(set(years)) < max(len(years), 2) or len(bare) > 1:
        return []
    return sorted(dated, key=lambda cell: cell.period.start if cell.period else "")


def _series(query: Query, held: Sequence[Row]) -> Found | None:
    about = wanted_words(query, _DEVELOPED)
    best: tuple[float, Row, list[Cell]] | None = None
    for row in best_rows(query, about, held):
        cells = [cell for cell in _over_years(query, about, row) if _within(query.periods, cell.period)]
        met = share_of(query, about, row, cells[0].head) if len(cells) > 1 else 0.0
        score = met + label_fit(about, row) - 0.01 * row.rank
        if met and (best is None or score > best[0]):
            best = (score, row, cells)
    if best is None:
        return None
    _, row, cells = best
    return Found("series", tuple((row, cell) for cell in cells), share_of(query, about, row, cells[0].head))


def _within(asked: Sequence[Period], period: Period | None) -> bool:
    if not asked or period is None:
        return True
    first, last = min(one.days[0] for one in asked), max(one.days[1] for one in asked)
    return first <= period.days[0] and period.days[1] <= last


def _moved(query: Query, held: Sequence[Row]) -> Found | None:
    """Whether a row's value rose or fell to the year asked for, from the year before or the other year named."""
    about = wanted_words(query, _MOVED)
    choices: list[tuple[float, Row, Cell, Cell]] = []
    for row in best_rows(query, about, held):
        cells = _over_years(query, about, row)
        ends = [at for at, cell in enumerate(cells) if any(fits_time(one, cell.period) == 1 for one in query.periods)]
        pair = (ends[0] - 1, ends[0]) if len(ends) == 1 else (ends[0], ends[-1]) if ends else (0, len(cells) - 1)
        if not cells or pair[0] < 0 or (query.periods and not ends):
            continue
        before, after = cells[pair[0]], cells[pair[1]]
        met = share_of(query, about, row, after.head)
        if met and before.figure is not None and after.figure is not None:
            choices.append((met + label_fit(about, row) - 0.01 * row.rank, row, before, after))
    if not choices:
        return None
    _, row, before, after = max(choices, key=lambda choice: choice[0])
    if before.figure is None or after.figure is None:
        return None
    change = after.figure.number.value - before.figure.number.value
    down = _DOWN.search(query.question) is not None
    return Found(
        "moved",
        ((row, before), (row, after)),
        share_of(query, about, row, after.head),
        (change < 0) is down and change != 0,
    )
