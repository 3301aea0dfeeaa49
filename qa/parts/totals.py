"""What is asked for "in all": a rate and how often it is given, the items of one sentence, the lines of one list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final, Protocol

from indexer.figures import Number, sentences
from indexer.model import Form, Paragraph
from qa.choose.prefer import preferred
from qa.compute import Worked
from qa.compute.apart import names_one
from qa.compute.operands import Operand, alike, operands
from qa.compute.plan import Operation, Plan, is_turn
from qa.compute.stated import IN_ALL, states_total
from qa.find.retrieve import Candidate
from qa.parts.answers import Read, figures_of, is_sure
from qa.parts.questions import alone, uncombined
from qa.query import FIGURES, Query, Wants
from qa.read.matching import coverage, weigh
from qa.read.passages import Passage
from qa.read.readings import Reading, put_first

_COMES_TO: Final = re.compile(
    r"(?:vad|what)\s(?:blir|blev|är|ger|kostar|is|was|are|were|do|does|did|would|will)\b", re.I
)
_INCLUDING: Final = re.compile(
    r"\b(?:om man räknar (?:in|med)|inräknat|inräknad\w*|inklusive|inkl|plus|including|included|counting)\b",
    re.IGNORECASE,
)
_EACH: Final = re.compile(r"\b(?:vardera|var och en|var|varje|per styck|styck|each|apiece)\b", re.IGNORECASE)
_JOINED: Final = re.compile(r"\W*(?:\w+\s){0,3}?(?:samt|plus|och|jämte|utöver|därtill)\s", re.IGNORECASE)
_ALSO: Final = re.compile(r"\b(?:även|dessutom|därutöver|därtill|tillkommer|också|utöver)\b", re.IGNORECASE)
_KINDS: Final = re.compile(r"budget|prognos|utfall|avvik|\bmot\b|jämfört|högst|minst|mellan", re.IGNORECASE)
_BETWEEN_ITEMS: Final = re.compile(r"[^.;:]*(?:,|\boch\b|\bsamt\b)[^.;:]*", re.IGNORECASE)
_LINE: Final = re.compile(
    r"\s*(?P<name>[^\d\n]*[^\W\d][^\d\n]*?)[\s.:–-]+(?P<amount>\d[\d \u00a0\u202f.,]*)\s?(?P<unit>[^\W\d]+|:-)?\.?\s*"
)
_ITEMS: Final = 40  # lines of a list that are looked at, either way
_FEWEST: Final = 2
_LOOKED_AT: Final = 5  # best readings of which one may state what is added
_BEHIND: Final = 2.5
_NEARLY: Final = 1.0  # how far below the best one a sentence that states the total may read
_NEAR: Final = {"sv": 0.25, "en": 0.2}  # share of the question that a sentence with its headings must meet
_NAMED: Final = {"sv": 0.5, "en": 0.3}  # strength with which every line must meet what the question counts


class Neighbours(Protocol):
    """What is asked of the library."""

    def neighbours(self, paragraph_id: str, before: int, after: int) -> list[Paragraph]: ...


def total(query: Query, read: Read, library: Neighbours) -> Worked | None:
    """What the question asks for in all, None where it does not or the best sentences do not state its parts."""
    asks = query.wants in FIGURES or _COMES_TO.match(query.question) is not None
    if not asks or not IN_ALL.search(query.question):
        return None
    part = alone(query, f"{uncombined(query.question.rstrip(' ?'), query.language)}?")
    readings = preferred(part, read(part))
    if any(states_total(one.passage) for one in readings[:_LOOKED_AT] if one.score >= readings[0].score - _NEARLY):
        return None
    for reading in readings[:_LOOKED_AT]:
        if reading.score < readings[0].score - _BEHIND:
            break
        found = _stated(query, reading) or _lines(query, part, reading, library)
        if found is not None and is_sure(part, put_first(reading, readings)):
            return found
    return _so_many(query, part, readings)


def _so_many(query: Query, part: Query, readings: list[Reading]) -> Worked | None:
    """The only sentence of the best document that lists just as many amounts as the question says ("de tre …")."""
    stated = {number.value for number in query.numbers}
    if not stated or not readings:
        return None
    document = readings[0].passage.candidate.document.id
    found = []
    for reading in readings:
        passage = reading.passage
        if passage.candidate.document.id != document or passage.candidate.paragraph.form is Form.TABLE:
            continue
        items = _items(query, figures_of(reading))
        near = coverage(weigh(part), passage.tokens | passage.context_tokens)
        if len(items) in stated and near >= _NEAR[query.language]:
            found.append(items)
    return Worked(Plan(Operation.SUM), found[0]) if len(found) == 1 else None


def _stated(query: Query, reading: Reading) -> Worked | None:
    """A rate and its count, or the items that one sentence adds up."""
    held = figures_of(reading)
    if (times := _times([one for one in held if one.row is None])) is not None:
        return Worked(Plan(Operation.PRODUCT), times)
    items = _items(query, held)
    if len(items) in {number.value for number in query.numbers}:
        return Worked(Plan(Operation.SUM), items)
    if len(items) == _FEWEST and _JOINED.match(_between(*items)) and _of_one_time(*items):
        about = [item for item in weigh(query) if not is_turn(item.concept.word)]
        return None if names_one(about, *items) else Worked(Plan(Operation.SUM), items)
    more = _and_more(reading) if _INCLUDING.search(query.question) else ()
    return Worked(Plan(Operation.SUM), more) if more else None


def _of_one_time(one: Operand, two: Operand) -> bool:
    """Are both of one time and kind, not the outcome and the budget, this year's and last year's?"""
    if _KINDS.search(one.clause) or _KINDS.search(two.clause):
        return False
    return one.period is two.period or (
        one.period is not None and two.period is not None and one.period.same(two.period)
    )


def _and_more(reading: Reading) -> tuple[Operand, ...]:
    """The amount of the sentence before, and that of one which tells what comes on top ("även", "dessutom")."""
    more = [one for one in figures_of(reading) if one.row is None and one.figure.number.dimension == "money"]
    passage = reading.passage
    if len(more) != 1 or not _ALSO.search(passage.text):
        return ()
    ends = [place for place in sentences(passage.candidate.paragraph.text) if place[1] <= passage.start]
    if not ends:
        return ()
    before = replace(reading, passage=replace(passage, start=ends[-1][0], end=ends[-1][1]))
    base = [one for one in figures_of(before) if one.figure.number.dimension == "money"]
    return (base[0], more[0]) if len(base) == 1 and alike(base[0], more[0]) else ()


def _items(query: Query, held: Sequence[Operand]) -> tuple[Operand, ...]:
    """The amounts, or the counts, that stand in a row in one sentence; () where they are not alike."""
    kind = _dimension(query, held)
    items = tuple(one for one in held if one.row is None and one.figure.number.dimension == kind)
    if len(items) < _FEWEST or not all(alike(items[0], one) for one in items):
        return ()
    return items if all(map(_is_listed, items, items[1:])) else ()


def _dimension(query: Query, held: Sequence[Operand]) -> str:
    """Money where the question does not count and the sentence has money; else counts."""
    money = any(one.figure.number.dimension == "money" for one in held)
    return "money" if money and query.wants is not Wants.COUNT else "count"


def _times(held: Sequence[Operand]) -> tuple[Operand, Operand] | None:
    """The only rate ("5 000 kr per termin", "vardera") and the only number of what it is given for."""
    money = [one for one in held if one.figure.number.dimension == "money"]
    if len(money) != 1 or money[0].figure.number.kind == "range":
        return None
    rate, per = money[0], money[0].figure.number.per.lower()
    if per:
        counts = [one for one in held if one is not rate and _counts(one.figure.number, per)]
    else:
        counts = [one for one in held if one is not rate and one.figure.number.kind == "count"]
        if not _EACH.search(rate.passage.text[rate.figure.number.end - rate.passage.start :][:30]) and not _EACH.search(
            rate.clause
        ):
            return None
    counts = [one for one in counts if one.value > 1 and one.value == int(one.value)]
    return (rate, counts[0]) if len(counts) == 1 else None


def _counts(number: Number, per: str) -> bool:
    """Does it count what the rate is per: "fyra terminer" of "per termin"?"""
    unit = number.unit.lower()
    return unit == per or (len(unit) > len(per) > 1 and unit.startswith(per[:-1]) and number.kind in {"count", "time"})


def _between(one: Operand, two: Operand) -> str:
    text = one.passage.candidate.paragraph.text
    return text[max(one.figure.number.end, one.figure.number.unit_end) : two.figure.number.start]


def _is_listed(one: Operand, two: Operand) -> bool:
    """Do the two stand in a row, with a comma or an "och" between them?"""
    return _BETWEEN_ITEMS.fullmatch(_between(one, two)) is not None


def _lines(query: Query, part: Query, reading: Reading, library: Neighbours) -> Worked | None:
    """All lines of the list that the reading is one of: a name and an amount each, of one unit."""
    here = reading.passage.candidate
    first = _line(here.paragraph.text)
    if first is None:
        return None
    near = library.neighbours(here.paragraph.id, _ITEMS, _ITEMS)
    at = next(place for place, one in enumerate(near) if one.id == here.paragraph.id)
    above = [*_run(reversed(near[:at]), first, here.paragraph)]
    block = [*reversed(above), here.paragraph, *_run(iter(near[at + 1 :]), first, here.paragraph)]
    if len(block) <= _FEWEST:
        return None
    found = [
        one
        for paragraph in block
        for one in operands([_reading_of(reading, paragraph)], proposals=True)
        if one.figure.number.dimension == "money"
    ]
    if len(found) != len(block) or not all(alike(found[0], one) for one in found):
        return None
    counted = [item for item in weigh(part) if any(item.met_by(one.own) >= _NAMED[query.language] for one in found)]
    whole = [item for item in counted if all(item.met_by(one.own) >= _NAMED[query.language] for one in found)]
    return Worked(Plan(Operation.SUM), tuple(found)) if whole and len(whole) == len(counted) else None


def _run(paragraphs: Iterator[Paragraph], first: re.Match[str], like: Paragraph) -> Iterator[Paragraph]:
    """The paragraphs up to the first that is no such line."""
    for paragraph in paragraphs:
        line = _line(paragraph.text)
        if line is None or line["unit"] != first["unit"] or paragraph.role is not like.role:
            return
        yield paragraph


def _line(text: str) -> re.Match[str] | None:
    return _LINE.fullmatch(text)


def _reading_of(reading: Reading, paragraph: Paragraph) -> Reading:
    """The line as it is read with the others of its list."""
    candidate = Candidate(reading.passage.candidate.document, paragraph, 0.0)
    return replace(reading, passage=Passage(candidate, 0, 0, len(paragraph.text), first=True))
