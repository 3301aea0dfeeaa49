"""What is shown beside an answer: the other side of an alternative, another figure, an account that gives none."""

from __future__ import annotations

from typing import Final

from indexer.figures import Period
from indexer.model import Form, Role
from qa.compose.attribution import source
from qa.compose.phrases import phrase
from qa.compose.wording import Wording
from qa.compute.slots import ends
from qa.model import Status
from qa.query import FIGURES, PIECES, Query
from qa.read.lead import Lead, lead
from qa.read.matching import Weighed, coverage, weigh
from qa.read.readings import Reading, put_first
from qa.refuse.premise import EITHER

_SILENT: Final = 4.0  # how far below the answer an account may be read that gives no figure
_RIVAL: Final = 11.0  # how far below the answer another figure may be read that disagrees with it
_WHOLE: Final = 3.0  # how far below a figure for part of the year one for all of it may read
_AS_GOOD: Final = 0.9  # share of the answer's coverage that a rival's sentence must have


def alternatives(query: Query, readings: list[Reading]) -> list[Reading]:
    """For "is it 25 or 21?": the best passage for each of the figures or periods that are set against each other."""
    if not EITHER.search(query.question):
        return []
    near = [reading for reading in readings if reading.score >= readings[0].score - _RIVAL]
    sides = [_stating(number.value, near) for number in query.numbers]
    sides += [_covering(period, near) for period in query.periods]
    if len(sides) < 2 or None in sides:
        return []
    return list({id(reading): reading for reading in sides if reading is not None}.values())


def _stating(value: float, readings: list[Reading]) -> Reading | None:
    return next((r for r in readings if any(n.value == value for n in r.passage.numbers)), None)


def _covering(period: Period, readings: list[Reading]) -> Reading | None:
    return next((r for r in readings if any(period.same(other) for other in r.passage.periods)), None)


def whole_first(query: Query, readings: list[Reading]) -> list[Reading]:
    """Where a figure for part of the time asked about reads best: one for all of it, when it reads nearly as well."""
    if query.wants not in FIGURES or not query.periods or _is_whole(query, readings[0]) is not False:
        return readings
    best, weighed = readings[0], weigh(query)
    needed = _AS_GOOD * _met(weighed, best)
    for reading in readings[1:]:
        if reading.score < best.score - _WHOLE:
            break
        if _met(weighed, reading) >= needed and _is_whole(query, reading):
            return put_first(reading, readings)
    return readings


def _is_whole(query: Query, reading: Reading) -> bool | None:
    """Is the passage's figure of exactly the time asked about? None when it gives no figure or time."""
    direct = lead(query, weigh(query), reading.passage)
    if direct is None or not direct.periods:
        return None
    stated, pair = direct.periods[0], ends(query)
    if pair is not None and (stated.days[0], stated.days[1]) == (pair[0].days[0], pair[1].days[1]):
        return True  # of a change, the time from the one to the other
    return any(asked.same(stated) for asked in query.periods)


def note_rival(wording: Wording, direct: Lead, readings: list[Reading]) -> None:
    """Another document's figure for the same thing that differs: shown too, and the answer is marked conflicting."""
    query = wording.query
    found = _rival(query, direct, readings)
    if found is None:
        return
    reading, other = found
    wording.state([reading], other, opening=phrase(query.language, "also"))
    wording.figures = (*wording.figures, *other.figures)
    wording.status = Status.CONFLICTING


def _rival(query: Query, direct: Lead, readings: list[Reading]) -> tuple[Reading, Lead] | None:
    if query.wants not in FIGURES or not direct.figures:
        return None
    best, weighed = readings[0], weigh(query)
    needed = _AS_GOOD * _met(weighed, best)
    for reading in readings[1:]:
        if reading.score < best.score - _RIVAL:
            return None
        in_words = reading.passage.candidate.paragraph.form is Form.TEXT  # a table's rows are parts of a whole
        if in_words and _elsewhere(best, reading) and _met(weighed, reading) >= needed:
            other = lead(query, weighed, reading.passage)
            if other is not None and _disagree(query, direct, other):
                return reading, other
    return None


def _met(weighed: tuple[Weighed, ...], reading: Reading) -> float:
    return coverage(weighed, reading.passage.tokens)


def _elsewhere(best: Reading, other: Reading) -> bool:
    one, two = best.passage.candidate, other.passage.candidate
    return one.document.id != two.document.id or one.paragraph.role is not two.paragraph.role


def _disagree(query: Query, one: Lead, two: Lead) -> bool:
    """Different values in the same unit, each for a time that the question allows."""
    if not two.figures or {f.value for f in one.figures} & {f.value for f in two.figures}:
        return False
    units = {one.figures[0].unit.lower(), two.figures[0].unit.lower()}
    if len(units - PIECES) > 1 or not (one.periods and two.periods):
        return False
    if not query.periods:
        return one.periods[0].same(two.periods[0])
    whole = [any(asked.same(lead.periods[0]) for asked in query.periods) for lead in (one, two)]
    if whole[0] != whole[1]:
        return False  # part of a year does not contradict the year
    return all(any(asked.covers(lead.periods[0]) for asked in query.periods) for lead in (one, two))


def note_silence(wording: Wording, best: Reading, readings: list[Reading]) -> None:
    """Beside a party's figure: the administration's own words on the matter, when it gives none."""
    paragraph, language = best.passage.candidate.paragraph, wording.query.language
    if paragraph.role is not Role.CLAIM:
        return
    for reading in readings[1:]:
        passage = reading.passage
        other = passage.candidate.paragraph
        if reading.score < best.score - _SILENT:
            return
        if other.role is Role.ACCOUNT and other.document_id == paragraph.document_id and not passage.numbers:
            speaker = source(passage.candidate.document, other, language)
            noted = phrase(language, "no_figure", speaker=speaker[:1].upper() + speaker[1:])
            wording.sentences.append(f"{noted}: {wording.quote(passage)}")
            return
