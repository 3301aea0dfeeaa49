"""Putting what was worked out into words: "−66 procent: från 100 (2016) till 34 (november 2018)", operands cited."""

from __future__ import annotations

import re
from typing import Final

from indexer.figures import format_number
from indexer.tables.totals import is_total
from qa.compose.attribution import attribution
from qa.compose.english import in_english
from qa.compose.phrases import phrase
from qa.compose.wording import Wording
from qa.compute.operands import Operand
from qa.compute.operations import Result, ordered, results
from qa.compute.plan import Operation
from qa.compute.work import Worked
from qa.model import AnswerFigure, Status
from qa.query import Query
from qa.read.lead import as_data, period_text
from qa.read.tabular import is_value

_YEAR: Final = re.compile(r"^(?:år|year)\s", re.IGNORECASE)
_HALF: Final = re.compile(r"\b(mer|mindre|över|under|more|less) (?:än|than) (?:hälften|half)\b", re.IGNORECASE)
_FIFTY: Final = 50.0  # percent
_ADDED: Final = frozenset({Operation.SUM, Operation.AFTER, Operation.MEAN})


def write_worked(wording: Wording, worked: Worked) -> None:
    """The results, the operands with their periods, who says it, the quotes; formulas and operands as data."""
    query, language = wording.query, wording.query.language
    marks = [wording.cite(operand.passage) for operand in worked.operands]
    found = results(query, worked)
    hedge = phrase(language, "about") if worked.hedged else ""
    told = [(one.passage.candidate.document, one.passage.candidate.paragraph) for one in reversed(worked.operands)]
    sources = dict.fromkeys(attribution(document, paragraph, language) for document, paragraph in told)
    source = f" {phrase(language, 'and')} ".join(sources)
    quotes = dict.fromkeys(wording.quote(operand.passage) for operand in worked.operands)
    head = " ".join(
        part
        for part in (
            _opening(query, found, worked.plan.operation),
            hedge,
            _headed(found, language, worked.plan.operation),
        )
        if part
    )
    wording.sentences.append(
        f"{head[:1].upper()}{head[1:]}: {_operands(wording, worked, found)}, {source}: {' '.join(quotes)}"
    )
    period, measure = _span(worked), worked.operands[0].figure.measure
    wording.figures = (
        *(AnswerFigure(one.value, one.unit, period, measure, hedge, one.formula.format(*marks)) for one in found),
        *(as_data(operand.figure) for operand in reversed(worked.operands)),
    )  # fmt: skip
    wording.status = Status.COMPUTED


def _opening(query: Query, found: list[Result], operation: Operation) -> str:
    """Was the change more than half, or the cost covered, where that is asked too?"""
    if operation is Operation.COVER:
        return f"{phrase(query.language, 'yes' if found[0].value >= 0 else 'no')}:"
    asked = _HALF.search(query.question)
    parts = [abs(result.value) for result in found if result.unit == "procent"]
    if asked is None or not parts:
        return ""
    more = asked[1].lower() in {"mer", "more", "över"}
    return f"{phrase(query.language, 'yes' if (parts[0] > _FIFTY) == more else 'no')}:"


def _headed(found: list[Result], language: str, operation: Operation) -> str:
    """ "−66 procent (−66 stycken; 2 gånger)"."""
    shown = found[:2] if operation is Operation.BOTH else found
    first, *more = (_shown(result, language) for result in shown)
    return f"{first} ({'; '.join(more)})" if more else first


def _shown(result: Result, language: str) -> str:
    number = format_number(result.value, language)
    point = "," if language == "sv" else "."
    if result.decimals and result.value == int(result.value):
        number = f"{number}{point}{'0' * result.decimals}"
    number = f"+{number}" if result.signed and result.value > 0 else number
    return f"{number} {in_english(result.unit) if language == 'en' else result.unit}".strip()


def _operands(wording: Wording, worked: Worked, found: list[Result]) -> str:
    language, operation = wording.query.language, worked.plan.operation
    said = [_described(wording, worked, operand) for operand in worked.operands]
    if operation is Operation.CHANGE:
        return phrase(language, "from_to", before=said[0], after=said[1])
    if operation is Operation.BOTH:
        return _sums(worked, found, language)
    if operation is Operation.PRODUCT:
        return " × ".join(said)
    if operation in _ADDED:
        return " + ".join(said)
    if operation is Operation.SHARE:
        return phrase(language, "part_of", part=said[0], whole=said[1])
    if operation is Operation.COVER:
        return phrase(language, "against", one=said[0], other=said[1])
    if operation is Operation.REST:
        return phrase(language, "of_which", whole=said[0], part=said[1])
    before, after = (_described(wording, worked, operand) for operand in ordered(worked))
    return phrase(language, "against", one=after, other=before)


def _sums(worked: Worked, found: list[Result], language: str) -> str:
    """ "från 11 + 4 = 15 (mars 2021) till …"."""
    numbers = [format_number(one.value, language) for one in worked.operands]
    times = [period_text(one.period, language) if one.period is not None else "" for one in worked.operands]
    sides = [
        f"{numbers[at]} + {numbers[at + 1]} = {_shown(result, language)} ({times[at]})"
        for at, result in zip((0, 2), found[-2:], strict=True)
    ]
    return phrase(language, "from_to", before=sides[0], after=sides[1])


def _described(wording: Wording, worked: Worked, operand: Operand) -> str:
    """The figure with, in brackets, the cell's row or column and the period."""
    query = wording.query
    period, label = operand.figure.period, _label(worked, operand)
    if (period is None and _are_apart(worked)) or (period is not None and period.yearless):
        period = operand.period
    named = [label]
    if period is not None and not period.yearless and not period.partial and period.start[:4] not in label:
        named.append(period_text(period, query.language))
    notes = ", ".join(dict.fromkeys(note for note in named if note))
    number = operand.figure.number
    unit, hedge = number.unit, number.hedge
    if query.language == "en":
        unit, hedge = in_english(unit), in_english(hedge)
    bare = f"{hedge} {format_number(number.value, query.language)} {unit}".strip()
    return f"{bare} ({notes})" if notes else bare


def _are_apart(worked: Worked) -> bool:
    """Is each operand of another month, which its heading or title names?"""
    times = {one.period.iso for one in worked.operands if one.period is not None and one.period.precision == "month"}
    return worked.plan.operation is Operation.CHANGE and len(times) == len(worked.operands)


def _label(worked: Worked, operand: Operand) -> str:
    """What tells the cell from the other operands: its row, or its column, unless that is only a time."""
    if operand.row is None or operand.column is None:
        return ""
    heads, cells = operand.passage.columns
    rows = {other.row for other in worked.operands}
    label = cells[0] if len(rows) > 1 else heads[operand.column]
    committees = {other.passage.candidate.document.committee for other in worked.operands}
    if len(committees) == len(worked.operands) > 1:
        label = operand.passage.candidate.document.committee or label
    if worked.plan.operation is Operation.COVER:
        label = heads[operand.column] if is_value(cells[0]) or not is_total(heads[operand.column]) else cells[0]
    period = operand.figure.period
    only_time = period is not None and _YEAR.sub("", label).strip() in {period.text, period.iso}
    return "" if only_time else label


def _span(worked: Worked) -> str:
    """The time of the results in ISO: that of all operands, or from the first to the last; "" where there is none."""
    periods = [operand.period.iso for operand in worked.operands if operand.period is not None]
    if len(periods) < len(worked.operands):
        return ""
    if len(set(periods)) == 1:
        return periods[0]
    return f"{periods[0]}/{periods[-1]}" if worked.plan.operation is Operation.CHANGE else ""
