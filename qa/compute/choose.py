"""Which operands fill the slots of a plan: those that fit best together, and none where two choices fit as well."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations, product
from typing import Final

from indexer.figures import Period
from indexer.tables.totals import is_total
from qa.compute.operands import Operand, alike
from qa.compute.plan import asks_times
from qa.compute.slots import Slot
from qa.query import Query, Wants
from qa.read.matching import Weighed, coverage

_NEAR: Final = {"sv": 0.35, "en": 0.2}  # share of the question's words that an operand with its headings must meet
_OWN: Final = {"sv": 0.25, "en": 0.12}  # and alone
_MET: Final = 0.6  # share of a slot's words
_CHOICES: Final = {2: 40}  # operands tried for a slot, by how many slots there are
_CHOICES_OF_MANY: Final = 12
_AS_GOOD: Final = 0.04  # two choices whose scores differ by no more are as good
_WHOLE: Final = 0.3  # the row of all, where the question names no other
_BEHIND: Final = 0.03  # for each paragraph that reads better


def assign(query: Query, about: Sequence[Weighed], slots: Sequence[Slot], held: Sequence[Operand]) -> list[Operand]:
    """One operand for each slot, [] where one lacks or the choice is open."""
    near = [operand for operand in held if is_near(query, about, operand)]
    most = _CHOICES.get(len(slots), _CHOICES_OF_MANY)
    filling = (_filling(query, slots, at, near) for at in range(len(slots)))
    choices = [sorted(found, key=lambda operand: -_own(about, operand))[:most] for found in filling]
    scored = [
        (_score(query, about, slots, chosen), chosen)
        for chosen in product(*choices)
        if all(_together(query, slots, one, two) for one, two in combinations(chosen, 2))
    ]
    if not scored:
        return []
    best, chosen = max(scored, key=lambda pair: pair[0])
    values = [operand.figure.number.base for operand in chosen]
    rivals = (other for score, other in scored if score >= best - _AS_GOOD)
    if any([operand.figure.number.base for operand in other] != values for other in rivals):
        return []
    return list(chosen)


def is_near(query: Query, about: Sequence[Weighed], operand: Operand) -> bool:
    """Is the operand about what is asked?"""
    if coverage(about, operand.around) < _NEAR[query.language] or _sentence(about, operand) < _OWN[query.language]:
        return False
    counts = query.wants is Wants.COUNT and not asks_times(query.question)
    if counts and operand.figure.number.dimension == "money":
        return False
    named = [item for item in about if any(item.concept.word in name.lower() for name in query.names)]
    there = operand.around | operand.passage.paragraph_tokens
    home = operand.passage.candidate.around
    return all(item.met_by(there) > 0 or item.concept.word in home for item in named)


def fits_time(asked: Period | None, stated: Period | None) -> float:
    """0..1: how well a figure's time is the one asked for; part of a year is no full year, a day or month may be."""
    if asked is None or stated is None:
        return 0.0
    if asked.same(stated):
        return 1.0
    if not asked.covers(stated):
        return 0.0
    moment = stated.precision in {"day", "month"} or stated.partial
    part_of_year = len(asked.start) == 4 and not moment
    return 0.0 if part_of_year else 0.6


def in_time(query: Query, operand: Operand) -> bool:
    """May the operand be of the one time that the question names?"""
    if not query.periods or operand.period is None:
        return True
    return any(fits_time(asked, operand.period) > 0 or operand.period.covers(asked) for asked in query.periods)


def _sentence(about: Sequence[Weighed], operand: Operand) -> float:
    return coverage(about, operand.named | operand.passage.tokens) if about else 1.0


def _own(about: Sequence[Weighed], operand: Operand) -> float:
    return coverage(about, operand.named) if about else 1.0


def _filling(query: Query, slots: Sequence[Slot], at: int, held: Iterable[Operand]) -> list[Operand]:
    found = []
    for operand in held:
        met = _meets(slots[at], operand)
        rivals = [_meets(other, operand) for place, other in enumerate(slots) if place != at]
        if met > 0 and all(met > rival for rival in rivals) and (slots[at].period or in_time(query, operand)):
            found.append(operand)
    return found


def _meets(slot: Slot, operand: Operand) -> float:
    """How well the operand fills the slot, 0 where it does not."""
    if slot.period is not None:
        return fits_time(slot.period, operand.period)
    if slot.label is not None:
        return float(slot.label.search(operand.clause or operand.label) is not None)
    own = coverage(slot.words, operand.measure)
    if own < _MET:
        own = coverage(slot.words, operand.own) * 0.9
    if own >= _MET:
        return own + coverage(slot.words, operand.beside) / 2
    around = coverage(slot.words, operand.around)
    return around / 2 if around >= 0.9 and operand.row is not None else 0.0


def _together(query: Query, slots: Sequence[Slot], one: Operand, two: Operand) -> bool:
    """May the two be worked with together: another place, one unit, one speaker, and of a table one row or column?"""
    if one.place == two.place or not alike(one, two) or one.passage.speaker != two.passage.speaker:
        return False
    same = one.passage.candidate.paragraph.id == two.passage.candidate.paragraph.id
    if same and one.row is not None and (one.row == two.row) == (one.column == two.column):
        return False
    if slots[0].period is None and slots[0].label is None and one.period and two.period and not same:
        return one.period.overlaps(two.period)
    return True


def _score(query: Query, about: Sequence[Weighed], slots: Sequence[Slot], chosen: Sequence[Operand]) -> float:
    """How well the operands' own words answer the question, and how alike they are."""
    asked = min(
        coverage(about, operand.own) + _own(about, operand) + coverage(about, operand.beside) / 2 for operand in chosen
    )
    met = sum(_meets(slot, operand) for slot, operand in zip(slots, chosen, strict=True)) / len(slots)
    pairs = [(one.measure, two.measure) for one, two in combinations(chosen, 2)]
    like = sum(len(one & two) / max(len(one | two), 1) for one, two in pairs) / len(pairs)
    paragraphs = len({operand.passage.candidate.paragraph.id for operand in chosen})
    behind = sum(operand.rank for operand in chosen) / len(chosen)
    around = min(coverage(about, operand.around) for operand in chosen)
    whole = all(operand.row is not None and is_total(operand.passage.columns[1][0]) for operand in chosen)
    return asked + around + _WHOLE * whole + met + like + 0.3 * (paragraphs == 1) - _BEHIND * behind
