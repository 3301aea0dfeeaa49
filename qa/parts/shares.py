"""A part of a whole that one sentence states ("tolv av fjorton"): its share, and how many are left."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from qa.choose.prefer import preferred
from qa.compute import Worked
from qa.compute.operands import Operand, alike, operands
from qa.compute.plan import Operation, Plan
from qa.parts.answers import Read, answered, figures_of, is_sure
from qa.parts.questions import Part, alone
from qa.query import FIGURES, Query, Wants
from qa.read.readings import put_first

_SHARE_OF: Final = re.compile(
    r"\b(?:(?:hur stor|vilken) (?:andel|del|procentandel)|hur många procent|hur stor procent|hur många %"
    r"|(?:what|which|how (?:large|big|high) an?) (?:percentage|per ?cent|share|proportion|fraction|part)"
    r"|how many per ?cent)\b",
    re.IGNORECASE,
)
_IN_PERCENT: Final = re.compile(r",?\s(?:uttryckt )?i procent\b|,?\s(?:in|as a) per ?cent(?:age)?\b", re.IGNORECASE)
_ASKED_FOR: Final = {"sv": ("hur många", "hur mycket"), "en": ("how many", "how much")}
_NOT: Final = re.compile(r"\b(?:inte|icke|ej|not)\s|(?<=\w)n['’]t(?=\s)", re.IGNORECASE)
_LEFT: Final = re.compile(
    r"\b(?:återst(?:od|år)|kvarst(?:od|år)|var kvar|är kvar|remain(?:ed|s|ing)?|(?:was|were|are|is) left)\b",
    re.IGNORECASE,
)
_DENIED: Final = re.compile(r"\b(?:inte|icke|ej|varken|saknar?|utan|återst\w+|kvar\w*)\b", re.IGNORECASE)
_HOW_MANY: Final = re.compile(r"\b(?:hur många|how many)\b", re.IGNORECASE)
_OF: Final = re.compile(
    r"\s*(?:[\w-]+\s){0,2}?(?:av|utav)\s(?:(?:de|dem|totalt|sammanlagt|årets|våra|alla|stadens|kommunens|nämndens|[\w-]+s)\s){0,3}",
    re.IGNORECASE,
)
_OF_WHICH: Final = re.compile(
    r".{0,80}?(?:\bvarav|\bav vilka|\bdärav|\bav dessa|\bav dem)\s(?:\w+\s){0,3}", re.IGNORECASE
)
_OF_ALL: Final = re.compile(r"\bav (?:de |dem |totalt |sammanlagt |våra |alla |kommunens |nämndens )*\Z", re.IGNORECASE)
_LOOKED_AT: Final = 4  # best readings of which one may state part and whole
_BEHIND: Final = 3.0


def share(query: Query, asked: Plan, read: Read) -> Worked | None:
    """The share that is asked for, from the part and the whole that it is of."""
    for part in _how_many(query):
        if pair := _pair(part, read) or _of_named(query, part, read):
            return Worked(replace(asked, slots=()), pair)
    return None


def rest(query: Query, read: Read) -> Worked | None:
    """How many are not, of a whole of which it is stated how many are; None where that is not asked."""
    text = query.question
    said = _NOT if _NOT.search(text) else _LEFT
    if query.wants not in FIGURES or not _HOW_MANY.search(text) or not said.search(text):
        return None
    part = Part(alone(query, said.sub("", text)))
    pair = _pair(part, read)
    if pair is None or _DENIED.search(pair[0].passage.text):
        return None
    return Worked(Plan(Operation.REST), (pair[1], pair[0]))


def _how_many(query: Query) -> Iterator[Part]:
    """The question for the part itself: "hur stor andel av badvakterna" asks how many of them."""
    text = _IN_PERCENT.sub("", query.question)
    if not _SHARE_OF.search(text):
        return
    for words in _ASKED_FOR[query.language]:
        said = alone(query, _SHARE_OF.sub(words, text, count=1))
        yield Part(replace(said, wants=Wants.COUNT if words.endswith(("många", "many")) else Wants.AMOUNT))


def _pair(part: Part, read: Read) -> tuple[Operand, Operand] | None:
    """Part and whole of the first of the best sentences that states both, where there is one pair."""
    readings = preferred(part.query, read(part.query))
    for reading in readings[:_LOOKED_AT]:
        if reading.score < readings[0].score - _BEHIND:
            return None
        found = list(_pairs([one for one in figures_of(reading) if one.row is None]))
        if found:
            sure = is_sure(part.query, put_first(reading, readings))
            return found[0] if len(found) == 1 and sure else None
    return None


def _pairs(held: Sequence[Operand]) -> Iterator[tuple[Operand, Operand]]:
    """(part, whole) of the figures of one sentence: "tolv av fjorton", "14, varav tolv", "av 14 har tolv"."""
    for one, two in pairwise(held):
        text = one.passage.candidate.paragraph.text
        between = text[one.figure.number.end : two.figure.number.start]
        if not alike(one, two):
            continue
        if _OF.fullmatch(between) and 0 < one.value < two.value:
            yield one, two
        elif 0 < two.value < one.value and (
            _OF_WHICH.fullmatch(between) or _OF_ALL.search(text[one.passage.start : one.figure.number.start])
        ):
            yield two, one


def _of_named(query: Query, part: Part, read: Read) -> tuple[Operand, Operand] | None:
    """The part, and the whole that the question itself names and the same document states."""
    named = {number.value for number in query.numbers}
    found = answered(part, read) if named else None
    if found is None:
        return None
    readings = preferred(part.query, read(part.query))
    wholes = [one for one in operands(readings) if _is_whole(one, found, named)]
    return (found, wholes[0]) if wholes else None


def _is_whole(one: Operand, part: Operand, named: set[float]) -> bool:
    same = one.passage.candidate.document.id == part.passage.candidate.document.id
    return same and one.value in named and one.value > part.value > 0 and alike(one, part)
