"""Two figures that stand near each other, in one sentence or in two of one matter, and that the question sets in a
relation: how far they are apart, what they come to, what is left of the one without the other, its share of it.

The questions here name no time or thing for each figure ("hur mycket blev kvar?"), so nothing tells the two but that
they are what the best sentences on the matter state.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from typing import Final

from indexer.model import Form, Paragraph
from qa.compute import Worked
from qa.compute.choose import in_time
from qa.compute.operands import Operand, alike
from qa.compute.plan import Operation, Plan, asks_times, is_turn, plan
from qa.compute.stated import states_total, told
from qa.parts.answers import figures_of
from qa.parts.relations import fit, kinds, place_in_text, relation, times_compared
from qa.query import Query, Wants
from qa.read.matching import Weighed, coverage, weigh
from qa.read.readings import Reading
from qa.refuse.odds import log_odds
from qa.refuse.rules import beside_the_question

_OF_THEM: Final = re.compile(r"\W*(?:\w+\s)?av (?:dem|dessa|de)\b", re.IGNORECASE)
_LOOKED_AT: Final = 4  # best readings of which one must state the first figure
_BEHIND: Final = 9.0  # how far below it the second figure's sentence may read
_AHEAD: Final = 0.5  # of the next like it
_APART: Final = 3  # paragraphs between the two
_NEARLY: Final = 1.0  # how far below the best one a sentence that states both may read
_ENOUGH_OF_ONE: Final = {"sv": 0.35, "en": 0.25}  # share of the question that two figures of one sentence must be about
_ENOUGH_OF_TWO: Final = {"sv": 0.5, "en": 0.4}  # and those of two sentences
_TOLD_APART: Final = 0.1  # share of the question by which one figure of a sentence is meant before the others
_SURE: Final = 0.0  # log-odds of the refuser


@dataclass(frozen=True)
class Sentence:
    """A sentence with those of its figures that may be meant."""

    reading: Reading
    figures: tuple[Operand, ...]

    @property
    def paragraph(self) -> Paragraph:
        """The paragraph that it stands in."""
        return self.reading.passage.candidate.paragraph


def together(query: Query, readings: Sequence[Reading]) -> Worked | None:
    """What comes of the two figures that the question relates, None where the best sentences do not give just two."""
    operation = relation(query)
    if operation is None or not readings or not _is_sure(query, operation, readings):
        return None
    held = _sentences(query, operation, readings)
    pair = _pair(query, operation, held) if held else None
    return None if pair is None else _worked(query, operation, pair)


def _is_sure(query: Query, operation: Operation, readings: Sequence[Reading]) -> bool:
    """Would the reader answer with the best reading, and does it not state the result itself?"""
    if beside_the_question(query, readings[0]) or log_odds(query, list(readings)) < _SURE:
        return False
    asked = plan(query) or Plan(operation, about=_about(query))
    if told(query, asked, readings[0]):
        return False
    return operation is not Operation.SUM or not any(states_total(one.passage) for one in readings[:_LOOKED_AT])


def _about(query: Query) -> tuple[Weighed, ...]:
    """What the question is about, without the words of the relation."""
    return tuple(item for item in weigh(query) if not is_turn(item.concept.word))


def _sentences(query: Query, operation: Operation, readings: Sequence[Reading]) -> list[Sentence]:
    """The sentences of the best one's document with figures of the kind that the first of them states, best first."""
    document = readings[0].passage.candidate.document.id
    all_of_it = [
        Sentence(one, tuple(each for each in figures_of(one) if each.figure.number.kind != "range"))
        for one in readings
        if one.passage.candidate.document.id == document and one.passage.candidate.paragraph.form is not Form.TABLE
    ]
    for one in all_of_it:
        for kind in kinds(query, operation):
            if any(each.figure.number.dimension in kind for each in one.figures):
                return [kept for each in all_of_it if (kept := _of_kind(each, kind)).figures]
    return []


def _of_kind(sentence: Sentence, kind: AbstractSet[str]) -> Sentence:
    return replace(sentence, figures=tuple(one for one in sentence.figures if one.figure.number.dimension in kind))


def _pair(query: Query, operation: Operation, held: Sequence[Sentence]) -> tuple[Operand, Operand] | None:
    """Two figures of one of the best sentences, else that of the best and that of the next best one near it."""
    if operation is Operation.SHARE and (of_them := _of_them(held)):
        return of_them
    about = _about(query)
    timely = [kept for one in held if (kept := _timely(query, one)).figures]
    if not timely or timely[0].reading is not held[0].reading:
        return None
    enough = _ENOUGH_OF_TWO if operation is Operation.SHARE else _ENOUGH_OF_ONE
    for one in timely:
        if one.reading.score < timely[0].reading.score - _NEARLY:
            break
        inner = _meant(about, one.figures, 2)
        if len(inner) == 2 and fit(query, operation, *inner) and _is_about(query, about, inner, enough):
            return inner[0], inner[1]
    return _across(query, operation, about, timely)


def _across(
    query: Query, operation: Operation, about: Sequence[Weighed], held: Sequence[Sentence]
) -> tuple[Operand, Operand] | None:
    """The figure of the best sentence and that of the one near it that reads next best; none where two differ."""
    first, *others = held
    alone = _meant(about, first.figures, 1)
    if len(alone) != 1 or len(first.figures) > (1 if operation is Operation.SHARE else 2):
        return None
    found: list[tuple[float, Operand]] = []
    for other in others:
        if other.reading.score < first.reading.score - _BEHIND:
            break
        figures = _meant(about, other.figures, 1)
        if len(figures) == 1 and _is_near(first, other) and fit(query, operation, alone[0], figures[0]):
            found.append((other.reading.score, figures[0]))
    rivals = [one for score, one in found[1:] if score > found[0][0] - _AHEAD and one.value != found[0][1].value]
    pair = (alone[0], found[0][1]) if found and not rivals else None
    return pair if pair is not None and _is_about(query, about, pair, _ENOUGH_OF_TWO) else None


def _timely(query: Query, sentence: Sentence) -> Sentence:
    """Its figures that may be of the one time that is asked about."""
    if times_compared(query):
        return sentence
    return replace(sentence, figures=tuple(one for one in sentence.figures if in_time(query, one)))


def _meant(about: Sequence[Weighed], figures: Sequence[Operand], count: int) -> list[Operand]:
    """The so many figures of a sentence that the question is about before the others, in their order."""
    if len(figures) <= count:
        return list(figures)
    met = sorted(((coverage(about, one.beside), at) for at, one in enumerate(figures)), reverse=True)
    if met[count - 1][0] < met[count][0] + _TOLD_APART:
        return []
    return [figures[at] for at in sorted(at for _, at in met[:count])]


def _of_them(held: Sequence[Sentence]) -> tuple[Operand, Operand] | None:
    """ "Trettio av dem" of the best sentence, with the number before it in the paragraph that they are of."""
    text = held[0].paragraph.text
    parts = [one for one in held[0].figures if _OF_THEM.match(text[one.figure.number.end :])]
    if len(parts) != 1:
        return None
    before = [
        one
        for sentence in held
        for one in sentence.figures
        if sentence.paragraph.id == held[0].paragraph.id
        and place_in_text(one) < place_in_text(parts[0])
        and one.value > parts[0].value
        and alike(one, parts[0])
    ]
    return (parts[0], max(before, key=place_in_text)) if before else None


def _is_near(one: Sentence, two: Sentence) -> bool:
    """Do they stand in one paragraph, or a few from each other below one heading, and are of one voice?"""
    a, b = one.paragraph, two.paragraph
    if a.id == b.id:
        return True
    return a.role is b.role and a.place.section == b.place.section and abs(a.place.number - b.place.number) <= _APART


def _is_about(query: Query, about: Sequence[Weighed], pair: Sequence[Operand], enough: Mapping[str, float]) -> bool:
    """Do the two with their headings meet enough of the question?"""
    there = frozenset().union(*(one.around | one.passage.paragraph_tokens for one in pair))
    home = pair[0].passage.candidate.around
    asked = [item for item in about if item.concept.word not in home]
    return not asked or coverage(asked, there) >= enough[query.language]


def _worked(query: Query, operation: Operation, pair: tuple[Operand, Operand]) -> Worked:
    small, large = sorted(pair, key=lambda one: one.value)
    asked = Plan(operation, percent=query.wants is Wants.PERCENT, times=asks_times(query.question))
    if operation is Operation.SHARE:
        return Worked(asked, (small, large))
    if operation is Operation.REST:
        return Worked(asked, (large, small))
    return Worked(replace(asked, operation=operation), pair)
