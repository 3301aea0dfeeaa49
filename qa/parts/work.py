"""What is worked out from the answers to a question's parts, where they measure the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import combinations
from typing import Final

from indexer.model import Role
from qa.compute import Worked
from qa.compute.apart import opposed
from qa.compute.operands import Operand, alike
from qa.compute.plan import Operation, Plan, plan
from qa.compute.stated import told
from qa.parts.answers import Read, across, answered, in_one
from qa.parts.questions import Part, at_times, compared, listed, same_measure
from qa.parts.shares import rest, share
from qa.parts.totals import Neighbours, total
from qa.parts.votes import margin
from qa.query import Query
from qa.read.readings import Reading

_TIMED: Final = frozenset({Operation.CHANGE, Operation.SUM})
_COMPARED: Final = frozenset({Operation.CHANGE, Operation.DIFFERENCE})
_LIKE: Final = 0.25  # share of the words of two sentences, or measures, that say that they measure the same

_ALIKE: Final = 0.5  # the same, where the one was looked for in the words of the other
_LIKE_HERE: Final = 0.12  # the same, on one matter of one document


def in_parts(query: Query, readings: list[Reading], read: Read, library: Neighbours) -> Worked | None:
    """What the question asks to have worked out, when each of its parts is answered by itself; else None.

    readings: those for the whole of it; read: those for a question of its own, both best first.
    """
    read = cache(read)  # parts of one question are often asked again
    if (votes := margin(query, readings)) is not None:
        return votes
    asked = plan(query) if readings else None
    if asked is not None and told(query, asked, readings[0]):
        return None
    if asked is not None and asked.operation is Operation.SHARE:
        return share(query, asked, read)
    if (
        asked is not None
        and asked.operation in _TIMED | _COMPARED
        and (found := _compared(query, asked, readings, read))
    ):
        return found
    if not readings:
        return None
    return rest(query, read) or total(query, read, library)


def _compared(query: Query, asked: Plan, readings: list[Reading], read: Read) -> Worked | None:
    """The change, difference or sum of figures of several times or things."""
    for operation, parts in _ways(query, asked):
        things = [part.thing for part in parts if part.thing]
        found = in_one(query, things, readings) if operation is Operation.SUM and len(things) > 1 else []
        found = found or _answers(query, parts, read)
        if found and all(_match(one, two) for one, two in combinations(found, 2)):
            return Worked(replace(asked, operation=operation, slots=()), tuple(found))
    return None


def _ways(query: Query, asked: Plan) -> Iterator[tuple[Operation, tuple[Part, ...]]]:
    """How the question may be taken apart: by its times, else by the things that it names."""
    times = tuple(slot.period for slot in asked.slots if slot.period is not None)
    if len(times) > 1:
        yield asked.operation, at_times(query, times)
        return
    if asked.operation is Operation.SUM:
        for parts in listed(query):
            yield Operation.SUM, parts
    elif asked.operation in _COMPARED:
        for parts in compared(query):
            yield Operation.DIFFERENCE, parts


def _answers(query: Query, parts: tuple[Part, ...], read: Read) -> list[Operand]:
    """An operand for each part; [] where one has none."""
    found: dict[int, Operand] = {}
    for at, part in enumerate(parts):
        operand = answered(part, read)
        if part.thing and found and found[0].row is not None:
            operand = across(found[0], part, read) or operand
        if operand is not None:
            found[at] = operand
        elif part.time is None or at - len(found) > 0:
            return []
    missing = [at for at in range(len(parts)) if at not in found]
    for at in missing:  # asked for once more in the words of the document
        time = parts[at].time
        if not found or time is None:
            return []
        like = next(iter(found.values()))
        operand = answered(same_measure(query, like.label, time), read)
        if operand is None or _likeness(operand.passage.tokens, like.passage.tokens) < _ALIKE:
            return []
        found[at] = operand
    return [found[at] for at in range(len(parts))]


def _match(one: Operand, two: Operand) -> bool:
    """Are they two figures of one unit that measure the same, said by one voice or on one matter?"""
    if one.place == two.place or not alike(one, two) or opposed(one, two):
        return False
    here, like = _matter(one) == _matter(two), _likeness(one.passage.tokens, two.passage.tokens)
    one_voice = one.passage.speaker == two.passage.speaker or (_role(one) is _role(two) and like >= _ALIKE)
    if not one_voice and not here:
        return False
    if one.row is not None and two.row is not None:
        return one.row == two.row or one.column == two.column or _head(one) == _head(two)
    if one.passage.candidate.paragraph.id == two.passage.candidate.paragraph.id:
        return True
    return max(like, _likeness(one.measure, two.measure)) >= (_LIKE_HERE if here else _LIKE)


def _role(operand: Operand) -> Role:
    return operand.passage.candidate.paragraph.role


def _matter(operand: Operand) -> tuple[str, ...]:
    """Document, § and headings: decision and account of one matter have them in common."""
    place = operand.passage.candidate.paragraph.place
    return operand.passage.candidate.document.id, place.section or "", *place.headings[:1]


def _head(operand: Operand) -> str:
    return operand.passage.columns[0][operand.column or 0].casefold()


def _likeness(one: frozenset[str], two: frozenset[str]) -> float:
    return len(one & two) / max(len(one | two), 1)
