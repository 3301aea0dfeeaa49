"""A question that could mean two things: what the other reading gives, to be asked back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from indexer.language.tokens import fold
from indexer.tables.store import TableStore
from qa.statistics.amounts import MONEY
from qa.statistics.catalogue import Measure
from qa.statistics.fitting import fits_unit
from qa.statistics.match import Match
from qa.statistics.operations import Worked, work
from qa.statistics.plan import Operation
from qa.statistics.question import Asked
from qa.statistics.resolve import resolve
from qa.statistics.results import Choices, Single
from qa.statistics.rows import fetch
from qa.statistics.signs import is_expected
from qa.statistics.values import present, with_labels

_NEAR: Final = 0.06  # of scores within which two measures of a table are equally meant
_ALIKE: Final = 0.02  # of scores of two measures of one name
_NARROWING: Final = frozenset("i med utan som på vid in with without who on".split())
_AS_WELL: Final = 0.15  # of how well a word is met
_OTHER_GROUP: Final = 0.35  # within which another table of the document may be meant, when the period is open too


def alternatives(asked: Asked, worked: Worked, found: Sequence[Match], store: TableStore) -> Worked:
    """The result, or the choice between it and the other readings that give something else."""
    if worked.plan.operation is not Operation.LOOKUP or not isinstance(worked.result, Single):
        return worked
    if (shared := _sharing(worked, found, store)) is not None:
        return shared
    figures = [worked.result.figure]
    for match in found[1:]:
        if not _as_good(asked, worked, found[0], match):
            continue
        other = work(resolve(asked, match, store), asked.times, store)
        figure = other.result.figure if isinstance(other.result, Single) else None
        if figure is not None and all(one.value != figure.value and one.measure != figure.measure for one in figures):
            figures.append(figure)
    if len(figures) == 1:
        return worked
    return replace(worked, result=Choices(tuple(figures[:4]), measures=True))


def _sharing(worked: Worked, found: Sequence[Match], store: TableStore) -> Worked | None:
    """The choice between labels that the question's words name equally: "Torget" of "Torget Övre", "Torget Nedre"."""
    plan = worked.plan
    hit = next((hit for one in found if one.family is plan.family for hit in one.labels if hit.shared), None)
    if hit is None or not any(one.dimension is hit.dimension and one.labels == (hit.label,) for one in plan.filters):
        return None
    both = (hit.label, *hit.shared)
    plan = replace(plan, filters=with_labels(plan, hit.dimension, both))
    figures = present(fetch(plan, store, worked.chosen.periods, limit=len(both) + 1))
    if len(figures) != len(both):
        return None
    return replace(worked, plan=plan, result=Choices(tuple(figures)))


def _as_good(asked: Asked, worked: Worked, best: Match, other: Match) -> bool:
    if other.measure.rows or other.measure is best.measure:
        return False
    if asked.unit and other.measure.unit and not fits_unit(asked.unit, other.measure.unit):
        return False
    if other.family is best.family:
        return _says_as_much(asked, best, other) or _named_alike(best, other)
    same_document = {one.id for one in other.family.documents} & {one.id for one in best.family.documents}
    if _states_as_well(asked, best, other) or (same_document and _costs_in_all(asked, best, other)):
        return True
    return bool(same_document) and worked.chosen.default and best.score - other.score < _OTHER_GROUP and bool(other.own)


def _states_as_well(asked: Asked, best: Match, other: Match) -> bool:
    """A table of another document on the same in another definition, which all the question's words fit nearly as well.

    "arbetslösheten": that of the labour force surveys, or of those who are registered.
    """
    if not other.own or asked.quotes or other.unmet != best.unmet or best.measure.unit != other.measure.unit:
        return False
    if set(best.measure.telling) < set(other.measure.telling):  # a narrower thing than is asked for
        return False
    if {one.label for one in best.labels} != {one.label for one in other.labels} or not best.labels:
        return False
    return all(other.met.get(at, 0.0) >= strength - _AS_WELL for at, strength in best.met.items())


def _says_as_much(asked: Asked, best: Match, other: Match) -> bool:
    """Two measures of which the question says equally much: neither's own words, or the same of both."""
    if best.score - other.score > _NEAR or best.own != other.own:
        return False
    money = asked.has("cost")
    unit = other.measure.unit
    return (
        best.measure.unit != unit
        and not other.measure.telling_apart
        and (not money or unit.startswith(("kr", "tkr", "mnkr")))
    )


def _costs_in_all(asked: Asked, best: Match, other: Match) -> bool:
    """ "vad kostade skolan" where one table has the cost of each pupil and another what was spent on the school."""
    if not asked.has("cost") or not best.measure.divided or other.measure.divided or is_expected(other.measure):
        return False
    labels = [{fold(hit.label) for hit in one.labels} for one in (best, other)]
    return other.measure.unit in MONEY and bool(labels[0]) and labels[0] == labels[1] and other.unmet == best.unmet


def _named_alike(best: Match, other: Match) -> bool:
    """ "examen" of "Examen inom tre år" and "Examen inom fyra år": one name, and more that is not said."""
    if best.score - other.score > _ALIKE or best.measure.unit != other.measure.unit or not best.chief:
        return False
    if best.chief != other.chief or best.met.keys() != other.met.keys() or best.labels != other.labels:
        return False
    if best.measure.divided != other.measure.divided or _narrows(best.measure) != _narrows(other.measure):
        return False
    ours, theirs = set(best.measure.words), set(other.measure.words)
    return bool(ours - theirs) and bool(theirs - ours) and bool(ours & theirs)


def _narrows(measure: Measure) -> bool:
    """Does its header say which of the things are counted: "Barn i kö"?"""
    return not _NARROWING.isdisjoint(measure.words[1:-1])
