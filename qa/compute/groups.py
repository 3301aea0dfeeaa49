"""Operands that stand together without being named one by one: a table's column, a row over the years, a part and its
whole, a level and its rise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from indexer.tables.totals import is_total
from qa.compute.apart import side_by_side
from qa.compute.choose import in_time, is_near
from qa.compute.operands import Operand, alike
from qa.compute.plan import COMPLEMENTS, Plan
from qa.query import Query
from qa.read.matching import Weighed, coverage, token_set

_REST: Final = {"sv": 0.5, "en": 0.35}  # share of the question that a whole and its part must meet
_SURE: Final = {"sv": 0.5, "en": 0.25}  # strength with which a word must be met; translations are weaker
_COLUMN: Final = re.compile(r"budget|utfall|prognos|outcome|forecast", re.IGNORECASE)
_SWEDISH: Final = {"outcome": "utfall", "forecast": "prognos"}
_TRANSLATED: Final = 0.9  # strength of a sure translation
_LONG: Final = 6  # letters of a word that begins a compound
_FEWEST: Final = 3  # rows of a group whose highest and lowest are compared
_TALL: Final = 200  # rows of a table that are added up
_ROUNDED: Final = 0.6  # by which each part may be rounded
_WHOLE: Final = re.compile(r"\bav (?:de |dem |totalt |sammanlagt |våra |alla )*$", re.IGNORECASE)
_ALL: Final = re.compile(r"\b(?:alla|samtliga|totalt|hela|all|total|whole|entire)\b", re.IGNORECASE)
_LEVEL: Final = re.compile(r"\b(?:uppgår|uppgick|är|var|ligger|låg|utgör|beviljas|betalas)\b", re.IGNORECASE)
_RISE: Final = re.compile(r"\b(?:höjning|höjs|höjdes|ökning|ökar|sänkning|sänks|minskning)\w*\b", re.IGNORECASE)
_FALL: Final = re.compile(r"\b(?:sänk|minsk)\w*", re.IGNORECASE)


def spread(query: Query, asked: Plan, held: Sequence[Operand]) -> list[Operand]:
    """The highest and the lowest of the best column, totals left out; [] where there is none, or a value is missing."""
    best: list[Operand] = []
    score = 0.0
    for column in _columns(query, asked, held):
        parts = [cell for cell in column if not is_total(cell.passage.columns[1][0])]
        fits = min((_fit(query, asked, cell) for cell in parts), default=0.0)
        if len(parts) >= _FEWEST and fits > score and _complete(parts):
            best, score = parts, fits
    if not best:
        return []
    return [max(best, key=lambda cell: cell.value), min(best, key=lambda cell: cell.value)]


def mean(query: Query, asked: Plan, held: Sequence[Operand]) -> list[Operand]:
    """The row's value of every year between the two that are named; [] where one is missing."""
    first, last = (int(slot.period.days[0][:4]) for slot in asked.slots if slot.period is not None)
    rows: dict[tuple[str, int], list[Operand]] = {}
    for operand in held:
        if operand.row is not None and operand.period is not None and is_near(query, asked.about, operand):
            rows.setdefault((operand.passage.candidate.paragraph.id, operand.row), []).append(operand)
    best = max(rows.values(), key=lambda row: _fit(query, asked, row[0]) - 0.01 * row[0].rank, default=[])
    kept = [cell for cell in best if cell.period is not None and first <= int(cell.period.days[0][:4]) <= last]
    years = {cell.period.days[0][:4] for cell in kept if cell.period is not None}
    return kept if len(kept) == len(years) == last - first + 1 > 1 else []


def share(query: Query, asked: Plan, held: Sequence[Operand]) -> list[Operand]:
    """A part and its whole: a row and the total of its column, or two counts of one paragraph."""
    timely = [one for one in held if in_time(query, one) and _in_column(query, one)]
    found = [
        (_share_fit(query, asked, part, whole), part, whole)
        for part, whole in _parts_and_wholes(timely)
        if (0 < part.value < whole.value or whole.value < part.value < 0)
        and alike(part, whole)
        and part.figure.number.dimension in {"count", "plain", "money"}
        and not side_by_side(part, whole)
    ]
    best = max(found, key=lambda pair: pair[0], default=None)
    if best is None or best[0] <= 0:
        return []
    rivals = [
        pair
        for pair in found
        if pair[0] >= best[0] - 0.05 and pair[1].value / pair[2].value != best[1].value / best[2].value
    ]
    return [] if rivals else [best[1], best[2]]


def _in_column(query: Query, operand: Operand) -> bool:
    """Is the cell below the head that the question names: budget, outcome, forecast?"""
    named = _COLUMN.search(query.question)
    if named is None or operand.column is None:
        return True
    head = operand.passage.columns[0][operand.column].lower()
    wanted = _SWEDISH.get(named[0].lower(), named[0].lower())
    return not _COLUMN.search(head) or (wanted in head and "avv" not in head)


def _parts_and_wholes(held: Sequence[Operand]) -> Iterator[tuple[Operand, Operand]]:
    """Figures of one paragraph two by two, and a table's cells with the totals of their column.

    Only with those: a table of a thousand rows has millions of pairs.
    """
    wholes: dict[tuple[str, int | None], list[Operand]] = {}
    columns: dict[tuple[str, int], list[Operand]] = {}
    for one in held:
        if one.row is None or is_total(one.passage.columns[1][0]):
            wholes.setdefault((one.passage.candidate.paragraph.id, one.column), []).append(one)
        if one.row is not None and one.column is not None:
            columns.setdefault((one.passage.candidate.paragraph.id, one.column), []).append(one)
    for part in held:
        for whole in wholes.get((part.passage.candidate.paragraph.id, part.column), ()):
            if part.place != whole.place:
                yield part, whole
    for column in columns.values():
        yield from _added_up(sorted(column, key=lambda one: one.row or 0))


def _added_up(column: Sequence[Operand]) -> Iterator[tuple[Operand, Operand]]:
    """The cells of a column that add up to the one below them, with that one: a total by any name."""
    for at, whole in enumerate(column[:_TALL]):
        if is_total(whole.passage.columns[1][0]):
            continue
        total = 0.0
        for first in range(at - 1, -1, -1):
            total += column[first].value
            parts = column[first:at]
            if len(parts) > 1 and abs(whole.value) > len(parts) and abs(total - whole.value) <= _ROUNDED * len(parts):
                yield from ((part, whole) for part in parts)
                break


def _share_fit(query: Query, asked: Plan, part: Operand, whole: Operand) -> float:
    if not asked.about:
        return 0.0
    if part.row is not None:
        sure = _SURE[query.language]
        named = max(coverage([item], part.own) for item in asked.about) > 0.5
        if is_total(whole.passage.columns[1][0]):
            return _fit(query, asked, part) if named and _ALL.search(query.question) else 0.0
        mine = [item for item in asked.about if item.met_by(_label(part)) >= sure]
        its = [item for item in asked.about if item.met_by(_label(whole)) >= sure]
        return _fit(query, asked, part) + 0.2 if mine and its and mine != its else 0.0
    last, first = asked.about[-1].met_by(part.own), asked.about[0].met_by(whole.own)
    text = whole.passage.candidate.paragraph.text
    is_whole = _WHOLE.search(text[: whole.figure.number.start]) is not None and whole.figure.clause < part.figure.clause
    sure = _SURE[query.language]
    if last < sure or not (first >= sure or is_whole):
        return 0.0
    if whole.figure.number.start > part.figure.number.start and first < sure:
        return 0.0
    together = coverage(asked.about, part.around | whole.around)
    own = coverage(asked.about, part.own | whole.own)
    return 0.0 if together < sure else together + own + is_whole + 0.5 * last - 0.02 * part.rank


def _label(operand: Operand) -> frozenset[str]:
    return token_set(operand.passage.columns[1][0])


def rest(query: Query, asked: Plan, held: Sequence[Operand]) -> list[Operand]:
    """The whole and the part of it that is the opposite of what is asked for ("34 tjänster", "sju vakanta")."""
    cue, opposite = next(pair for pair in COMPLEMENTS if pair[0].search(query.question))
    about = tuple(item for item in asked.about if not cue.fullmatch(item.concept.word))
    return _less(query, replace(asked, about=about), held, opposite)


def lacking(query: Query, asked: Plan, held: Sequence[Operand]) -> list[Operand]:
    """The part that is vacant or missing and its whole, where its share is asked for."""
    stated = next((stated for _, stated in COMPLEMENTS if stated.search(query.question)), None)
    return [] if stated is None else _less(query, asked, held, stated)[::-1]


def _less(query: Query, asked: Plan, held: Sequence[Operand], stated: re.Pattern[str]) -> list[Operand]:
    """The only whole, and the part of it of which that is stated, of one paragraph."""
    parts = [one for one in held if stated.search(one.clause) and in_time(query, one)]
    about = [item for item in asked.about if not stated.fullmatch(item.concept.word)]
    found = [
        (whole, part)
        for part in parts
        for whole in held
        if whole.passage.candidate.paragraph.id == part.passage.candidate.paragraph.id
        and whole.figure.number.start < part.figure.number.start
        and 0 < part.value < whole.value
        and alike(whole, part)
        and not stated.search(whole.clause)
        and coverage(about, whole.around | part.around | part.passage.paragraph_tokens) >= _REST[query.language]
    ]
    kept = {(whole.value, part.value): [whole, part] for whole, part in found}
    return next(iter(kept.values())) if len(kept) == 1 else []


def after(query: Query, asked: Plan, held: Sequence[Operand]) -> list[Operand]:
    """The level and its rise or (as a negative) its fall, of one paragraph or one matter."""
    timely = [one for one in held if one.row is None and in_time(query, one)]
    rises = [one for one in timely if _RISE.search(f"{one.label} {one.clause}") and one.figure.number.kind == "money"]
    levels = [
        one
        for one in timely
        if _LEVEL.search(one.passage.text)
        and not _RISE.search(f"{one.label} {one.clause}")
        and is_near(query, asked.about, one)
    ]
    found = [
        (_close(asked, level) + _close(asked, rise), level, rise)
        for level in levels
        for rise in rises
        if alike(level, rise)
        and level.passage.speaker == rise.passage.speaker
        and (is_near(query, asked.about, rise) or _document(level) == _document(rise))
    ]
    best = max(found, key=lambda pair: pair[0], default=None)
    if best is None or _FALL.search(best[2].label):
        return []
    rivals = [p for p in found if p[0] >= best[0] - 0.05 and p[1].value + p[2].value != best[1].value + best[2].value]
    return [] if rivals else [best[1], best[2]]


def _document(operand: Operand) -> str:
    return operand.passage.candidate.document.id


def _close(asked: Plan, operand: Operand) -> float:
    """How well the words right beside a number meet the question, beginnings of its compounds among them."""
    beside = re.findall(r"\w{5,}", operand.clause.lower())
    begun = sum(any(_begins(item, word) for word in beside) for item in asked.about)
    return coverage(asked.about, operand.beside) + begun / max(len(asked.about), 1)


def _begins(item: Weighed, word: str) -> bool:
    """Is the one the beginning of the other, in a translation too ("full day", "heldagsersättning")?"""
    known = [token for token, strength in item.concept.tokens if strength >= _TRANSLATED and len(token) >= _LONG]
    return item.concept.word.startswith(word) or any(word.startswith(token) and word != token for token in known)


def _columns(query: Query, asked: Plan, held: Sequence[Operand]) -> list[list[Operand]]:
    columns: dict[tuple[str, int], list[Operand]] = {}
    for operand in held:
        if operand.column is not None and in_time(query, operand):
            columns.setdefault((operand.passage.candidate.paragraph.id, operand.column), []).append(operand)
    return [column for column in columns.values() if all(alike(column[0], cell) for cell in column)]


def _fit(query: Query, asked: Plan, operand: Operand) -> float:
    words = coverage(asked.about, operand.around) if asked.about else 0.0
    return words + 0.5 * coverage(asked.about, operand.own) if words >= 0.3 else 0.0


def _complete(parts: Sequence[Operand]) -> bool:
    """Has every row of the table but its totals a value in the column?"""
    paragraph, column = parts[0].passage.candidate.paragraph, parts[0].column
    rows = [row for row in paragraph.rows[1:] if row[0].strip() and not is_total(row[0]) and any(row[1:])]
    return column is not None and len(parts) == len(
        [row for row in rows if any(c.isdigit() or c == "." for c in "".join(row[1:]))]
    )
