"""What lies in what, as the library's own tables tell: municipalities of a county, units of an administration."""

from __future__ import annotations

import re
from typing import Final

from indexer.tables.store import TableStore, Where
from qa.statistics.catalogue import Catalogue, Dimension, Family
from qa.statistics.labels import LabelHit
from qa.statistics.nearness import Near
from qa.statistics.question import Asked

_COVERED: Final = 0.75  # of a label's words
_COUNTY_BEHIND: Final = re.compile(r"\s(?:läns?|county)\b", re.IGNORECASE)
_SHARED: Final = 0.8  # of a dimension's labels that the other table must know

_CODED: Final = re.compile(r"(\d{2}|\d{4})\s+\S")  # "13 Hallands län", "1380 Halmstad"
_CODES: Final = re.compile(r"(?:kommun|region|läns?)?\s?-?(?:kod|code|nr|id)", re.IGNORECASE)
_MOST_CODES: Final = 320
_COUNTY_DIGITS: Final = 2
_COUNTY: Final = re.compile(r"\b(?:län|county)$", re.IGNORECASE)


def is_county(label: str) -> bool:
    """Does it name a county?"""
    return bool(_COUNTY.search(label))


def lying_in(family: Family, dimension: Dimension, label: str, store: TableStore) -> tuple[str, ...]:
    """The labels of municipalities in a county that stands among them: by their codes, or all beside the one county."""
    codes = {one: match[1] for one in dimension.labels if (match := _CODED.match(one)) is not None}
    counties = [one for one in dimension.labels if _COUNTY.search(one)]
    if label not in codes and label in counties:
        codes = _codes_beside(family, dimension, store)
    if len(codes.get(label, "")) == _COUNTY_DIGITS:
        return tuple(one for one, code in codes.items() if len(code) > _COUNTY_DIGITS and code.startswith(codes[label]))
    if counties != [label]:
        return ()
    return tuple(one for one in dimension.labels if one != label and one not in dimension.totals)


def _codes_beside(family: Family, dimension: Dimension, store: TableStore) -> dict[str, str]:
    """The codes of labels where a column of their own holds them ("2380" beside "Askeby")."""
    beside = next((one for one in family.dimensions if one.code and _CODES.match(" ".join(one.words))), None)
    if beside is None or dimension.of_tables or beside.of_tables or len(beside.labels) > _MOST_CODES:
        return {}
    table, key = family.tables[0], dimension.keys[0]
    return {
        one.text: code
        for code in beside.labels
        if code.isdecimal()
        for one in store.labels(table, key, [Where(beside.keys[0], (code,))])
    }


def of_county(asked: Asked, hit: LabelHit) -> bool:
    """Is "Kalmar" met in "Kalmar län"? The county is another place than the municipality of that name."""
    if not hit.met or hit.label in hit.dimension.totals or is_county(hit.label):
        return False
    last = asked.terms[max(hit.met)]
    return len(hit.met) == 1 and bool(_COUNTY_BEHIND.match(asked.text, last.end))


def members(known: Catalogue, near: Near, term: int, dimension: Dimension, store: TableStore) -> tuple[str, ...]:
    """The labels of the dimension that lie in what the term names, by another table; () when none tells."""
    wanted = {label.casefold(): label for label in dimension.labels if label not in dimension.totals}
    for family in known.families:
        for above in family.dimensions:
            name = _named(above, near, term)
            below = _like(family, above, wanted) if name else None
            if not name or below is None:
                continue
            found = {label.casefold() for label in _labels(family, above, name, below, store)}
            inside = tuple(label for folded, label in wanted.items() if folded in found)
            if inside:
                return inside
    return ()


def _named(dimension: Dimension, near: Near, term: int) -> str:
    """The label of a dimension that the term names."""
    if dimension.of_tables or dimension.code:
        return ""
    for word, strength in near[term].items():
        for at in dimension.by_word.get(word, ())[:3]:
            label = dimension.labels[at]
            words = [one for one, places in dimension.by_word.items() if at in places]
            total = sum(dimension.rarity(one) for one in words)
            if strength > 0.9 and total and dimension.rarity(word) / total >= _COVERED:
                return label
    return ""


def _like(family: Family, above: Dimension, wanted: dict[str, str]) -> Dimension | None:
    """The dimension beside `above` that knows most of the labels."""
    for one in family.dimensions:
        if one is above or one.of_tables or one.code or len(one.labels) <= len(above.labels):
            continue
        known = {label.casefold() for label in one.labels}
        if sum(label in known for label in wanted) >= _SHARED * len(wanted):
            return one
    return None


def _labels(family: Family, above: Dimension, name: str, below: Dimension, store: TableStore) -> list[str]:
    found: dict[str, None] = {}
    for at, table in enumerate(family.tables):
        for label in store.labels(table, below.keys[at], [Where(above.keys[at], (name,))]):
            found[label.text] = None
    return list(found)
