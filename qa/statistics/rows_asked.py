"""Does a question ask how many rows, or labels, there are?"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from qa.statistics.amounts import is_amount
from qa.statistics.catalogue import Dimension, Family
from qa.statistics.labels import LabelHit, names
from qa.statistics.nearness import Near
from qa.statistics.question import Asked
from qa.statistics.words import by_head

_LARGELY: Final = 0.8
_AGED: Final = frozenset("aged old age years".split())
_HARDLY: Final = 0.4  # strength below which a term is not met
_CLEARLY: Final = 0.05
_HALF: Final = 0.5
_NUMBERED: Final = re.compile(r"(?<=\w{4})(?:s?nummer|s?nr|_?id)$")  # "Avtalsnummer" numbers the things that are listed
_CHIEF: Final = 0.85  # likeness of a term that names the measure by a word of its header


def without_labels(named: Mapping[Dimension, int], labels: Sequence[LabelHit]) -> dict[Dimension, int]:
    """The dimensions of which the question names no label: "children aged 1-5" counts no age groups."""
    fixed = {hit.dimension for hit in labels if hit.covered >= _LARGELY}
    return {dimension: at for dimension, at in named.items() if dimension not in fixed}


def counts_rows(asked: Asked, named: Mapping[Dimension, int], near: Near) -> bool:
    """ "hur många skolenheter": what is counted are labels of a dimension."""
    at = asked.counted
    if at is None or asked.threshold is not None or asked.has("place") or is_amount(asked.unit):
        return False
    sure = {
        place
        for dimension, place in named.items()
        if not dimension.is_flag and (_is_head(asked, place, dimension) or names(dimension, near[place]) < _HALF)
    }
    if at in sure:
        return True
    behind = asked.terms[at + 1] if at + 1 < len(asked.terms) else None
    if behind is not None and behind.text.lower() in _AGED:
        return False  # "how many women aged 20 to 64"
    joined = behind is not None and (behind.start - asked.terms[at].end <= 1 or asked.terms[at].weight < 0.2)
    return joined and at + 1 in sure


def _is_head(asked: Asked, at: int, dimension: Dimension) -> bool:
    """ "bibliotekarier" are no "bibliotek"."""
    ways = [words[-1] for words, _ in asked.terms[at].alternatives if words]
    words = (*dimension.words, *(_NUMBERED.sub("", word) for word in dimension.words if _NUMBERED.search(word)))
    return any(by_head(way, word) >= _HARDLY for way in ways for word in words)


def is_measured(asked: Asked, family: Family, near: Near) -> bool:
    """Does the table have the number of what is counted as a value?"""
    at = asked.counted
    if at is None:
        return False
    words = dict.fromkeys((word for one in family.measures if one.unit in ("antal", "") for word in one.words), 1.0)
    names = _names_of(family)
    return any(some.best(words) > max(_CHIEF, some.best(names) - _CLEARLY) for some in near[at : at + 2])


def _names_of(family: Family) -> Mapping[str, float]:
    return dict.fromkeys((word for one in family.dimensions for word in one.words), 1.0)
