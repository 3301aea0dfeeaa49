"""A follow-up stays where the answer before it stood: its date, its vote, its reservation are those of the same §."""

from __future__ import annotations

import re
from typing import Final

from qa.choose.acts import in_its_section, recorded_act
from qa.query import Query, Wants
from qa.read.features import INDEX
from qa.read.readings import Reading, take_first

_POINTS_BACK: Final = re.compile(r"\b(det|den|de|detta|denna|dessa|it|that|this|they|these)\b", re.IGNORECASE)
_STAYS: Final = frozenset({Wants.DATE, Wants.DURATION})  # what "when does it apply?" asks of the matter itself


def needs_the_answer_before(query: Query) -> bool:
    """Is it a follow-up whose answer must stand where the one before it stood?"""
    if query.meant == query.question:
        return False
    return recorded_act(query) is not None or (
        query.wants in _STAYS and _POINTS_BACK.search(query.question) is not None
    )


def in_its_place(query: Query, readings: list[Reading], earlier: Reading | None) -> list[Reading]:
    """The readings, for a follow-up first those of the § of the answer before, for a vote only those."""
    if recorded_act(query) is not None:
        return in_its_section(query, readings, earlier)
    if earlier is None or not readings:
        return readings
    here = [one for one in readings if _place(one) == _place(earlier) and one.vector[INDEX["holds wanted type"]]]
    if not here or _place(readings[0]) == _place(earlier):
        return readings
    paragraph = earlier.passage.candidate.paragraph.id
    chosen = next((one for one in here if one.passage.candidate.paragraph.id == paragraph), here[0])
    return take_first(chosen, readings)


def _place(reading: Reading) -> tuple[str, str]:
    paragraph = reading.passage.candidate.paragraph
    return paragraph.document_id, paragraph.place.section or "/".join(paragraph.place.headings)
