"""What a question wants left out ("utom skolor", "not counting the port"): labels, or another column of the table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from qa.statistics.catalogue import Family, Measure
from qa.statistics.labels import LabelHit, label_hits
from qa.statistics.nearness import NOTHING, Likeness, Near
from qa.statistics.question import Asked

_SURELY: Final = 0.5  # share of a label
_MET: Final = 0.7
_WITHOUT: Final = frozenset("exkl exklusive excl excluding utan ej inte utom förutom".split())


def labels_left_out(asked: Asked, family: Family, near: Near) -> tuple[LabelHit, ...]:
    """The labels of a family that the words for what is left out name."""
    if not asked.left_out:
        return ()
    alone = [words if at in asked.left_out else NOTHING for at, words in enumerate(near)]
    hits = (hit for dimension in family.dimensions for hit in label_hits(asked, dimension, alone))
    return tuple(hit for hit in hits if hit.covered >= _SURELY)


def takes_out(asked: Asked, family: Family, near: Near) -> bool:
    """Can the family tell what is left out from the rest: by a word of some label or column?"""
    held = {word for one in family.measures for word in one.words}
    held |= {word for one in family.dimensions for word in one.by_word}
    return any(near[at].best(dict.fromkeys(held, 1.0)) >= _MET for at in asked.left_out)


def without_left_out(asked: Asked, measure: Measure, near: Sequence[Likeness]) -> list[Likeness]:
    """The words for what is left out say nothing for a column, unless it is of what is without it ("exkl. moms")."""
    if not asked.left_out or not _WITHOUT.isdisjoint(measure.words):
        return list(near)
    return [NOTHING if at in asked.left_out else words for at, words in enumerate(near)]
