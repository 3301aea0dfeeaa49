"""Columns that are what a question chooses among: "vilket område" where each area has a column of its own."""

from __future__ import annotations

from typing import Final

from qa.statistics.catalogue import Measure
from qa.statistics.match import Match
from qa.statistics.question import Asked
from qa.statistics.words import alike

_FEWEST: Final = 2
_SURE: Final = 0.85  # share of a label
_LIKE: Final = 0.7
_MOST_WORDS: Final = 4  # of a header that is a name


def chosen_columns(asked: Asked, match: Match) -> tuple[Measure, ...]:
    """The measures to choose among, () when rows are what is chosen or a measure itself is named.

    Only where the question fixes every dimension of the rows: then nothing but the columns is left to choose among.
    """
    family = match.family
    if asked.chosen is None or not asked.has("which") or not asked.has("highest", "lowest") or match.measure.rows:
        return ()
    fixed = {hit.dimension for hit in match.labels if hit.covered >= _SURE}
    open_ones = [one for one in family.dimensions if one not in fixed and not one.code and len(one.labels) > 1]
    if asked.chosen in match.named.values() or open_ones or asked.has("when"):
        return ()
    found = tuple(one for one in family.measures if not one.rows and one.own and one.telling and not one.is_plain)
    if len(found) < _FEWEST or len({one.unit for one in found}) > 1 or any(one.divided for one in found):
        return ()
    if any(len(one.words) > _MOST_WORDS for one in found) or _is_named(asked, found):
        return ()
    titled = {at for at, strength in match.met.items() if strength >= _LIKE and at != asked.chosen}
    return found if titled or fixed else ()


def _is_named(asked: Asked, measures: tuple[Measure, ...]) -> bool:
    """Does the question say a word of a header?"""
    said = {word for term in asked.terms for words, _ in term.alternatives for word in words}
    return any(alike(one, word) >= _LIKE for one in said for measure in measures for word in measure.telling)
