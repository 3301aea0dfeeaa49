"""Two sides that are compared whole: the sum of two things then and now, what was decided and what was proposed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from indexer.figures import Period
from indexer.model import Role
from qa.compute.choose import fits_time, is_near
from qa.compute.operands import Operand, alike
from qa.compute.plan import Plan
from qa.query import Query
from qa.read.matching import coverage

_THINGS: Final = 2  # "both"
_PROPOSES: Final = re.compile(r"\b(?:\w*förslag\w*|föresl\w+|begär\w*|äska\w*)", re.IGNORECASE)
_ABOUT: Final = {"sv": 0.35, "en": 0.2}  # share of the question that the matter must meet


def both(query: Query, asked: Plan, held: Sequence[Operand]) -> list[Operand]:
    """The two figures of the earlier time, then the two of the later one; [] where there are not just two of each."""
    near = [one for one in held if one.row is None and is_near(query, asked.about, one)]
    times = [slot.period for slot in asked.slots if slot.period is not None]
    sides = [_of_one_sentence(asked, near, time) for time in times]
    found = [operand for side in sides for operand in side]
    if len(sides) != _THINGS or any(len(side) != _THINGS for side in sides):
        return []
    first = found[0]
    paragraphs = {one.passage.candidate.paragraph.id for one in found}
    return found if len(paragraphs) == 1 and all(alike(first, one) for one in found) else []


def _of_one_sentence(asked: Plan, near: Sequence[Operand], time: Period) -> list[Operand]:
    """The figures of the sentence that tells of the time and meets the question best."""
    sentences: dict[int, list[Operand]] = {}
    for one in near:
        if fits_time(time, one.period) == 1.0:
            sentences.setdefault(one.passage.start, []).append(one)
    return max(sentences.values(), key=lambda side: coverage(asked.about, side[0].own), default=[])


def decided(query: Query, asked: Plan, held: Sequence[Operand]) -> list[Operand]:
    """The figure of a decision and that of the proposal in the same matter; [] where either lacks or there are more."""
    pairs = [
        (one, two)
        for one in held
        if one.passage.candidate.paragraph.role is Role.DECISION
        for two in held
        if two.passage.candidate.paragraph.role is Role.ACCOUNT
        and _PROPOSES.search(two.passage.text)
        and _matter(one) == _matter(two)
        and alike(one, two)
        and one.figure.number.kind == two.figure.number.kind
        and coverage(asked.words, one.around | two.around) >= _ABOUT[query.language]
    ]
    return list(pairs[0]) if len({(one.value, two.value) for one, two in pairs}) == 1 else []


def _matter(operand: Operand) -> tuple[str, str, str]:
    paragraph = operand.passage.candidate.paragraph
    return paragraph.document_id, paragraph.place.section or "", (*paragraph.place.headings, "")[0]
