"""Which labels a question looks at: one filter for each dimension of which it names some."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from indexer.tables.totals import is_total
from qa.statistics.catalogue import YES, Dimension
from qa.statistics.labels import LabelHit
from qa.statistics.match import Match
from qa.statistics.places import is_county
from qa.statistics.plan import Filter
from qa.statistics.question import Asked
from qa.statistics.shares_asked import OF, of_share, part_and_whole, parts_among
from qa.statistics.words import alike, words_of

_WHOLE: Final = 0.9  # share of a label's words
_SAID: Final = 0.85
_HALF: Final = 0.5
_HEAD: Final = 0.75  # likeness of a compound and its last part
_COUNTIES: Final = re.compile(
    r"\b(?:vilket|vilka|hur\s+många|which|how\s+many)\s+(?:\w+\s+)?(?:av\s+)?(?:län|counties|county)\b", re.IGNORECASE
)
_COUNTY: Final = re.compile(r"\s+(?:län\w*|county)\b", re.IGNORECASE)


def filters_of(asked: Asked, match: Match) -> list[Filter]:
    """One filter for each dimension that the question names a label of, or that says yes or no of rows."""
    hits: dict[Dimension, list[LabelHit]] = {}
    for hit in sorted(match.labels, key=lambda hit: hit.order):
        hits.setdefault(hit.dimension, []).append(hit)
    if asked.since:  # what the last turn names takes the place of what an earlier one named
        fresh = {at for at, term in enumerate(asked.terms) if term.start >= asked.since}
        for dimension, some in hits.items():
            hits[dimension] = [hit for hit in some if fresh & set(hit.met)] or some
    if match.measure.rows:  # "hur många enheter" names no unit
        hits = {
            dimension: kept
            for dimension, some in hits.items()
            if (kept := [hit for hit in some if hit.covered >= _WHOLE or dimension not in match.named])
        }
    compared = asked.has("difference", "other")
    whole = [hit.dimension for hit in match.labels if hit.covered >= _SAID]
    sides = {dimension for dimension in whole if whole.count(dimension) > 1}  # what is compared is said whole
    sides = sides or set(hits)
    hits = {dimension: some if compared and dimension in sides else _surely(some) for dimension, some in hits.items()}
    if (at := wanted(asked, match)) is not None:  # "hur många projekt" names no project by a part
        hits = {
            dimension: kept
            for dimension, some in hits.items()
            if (kept := [hit for hit in some if match.named.get(dimension) != at or _is_meant(hit)])
        }
    filters = [
        _filter(asked, dimension, some, compared and dimension in sides, match) for dimension, some in hits.items()
    ]
    for dimension in match.flags:
        labels = [label for label in dimension.labels if label.strip().lower() in YES]
        if len(dimension.labels) <= 2 and labels and dimension not in hits:
            filters.append(Filter(dimension, tuple(labels)))
    return filters


def _is_meant(hit: LabelHit) -> bool:
    """A label of what is chosen among is a chance hit when little of it is said, unless it is the county of them."""
    return hit.covered >= _HALF or is_county(hit.label)


def rest_of(match: Match, filters: Sequence[Filter]) -> list[Filter]:
    """All labels of a dimension but those that are not to be counted, where the question names no other."""
    fixed = {one.dimension for one in filters}
    out = {hit.label for hit in match.left_out}
    free = dict.fromkeys(hit.dimension for hit in match.left_out if hit.dimension not in fixed)
    return [
        Filter(
            one,
            tuple(label for label in one.labels if label not in out and label not in one.totals),
            without=tuple(label for label in one.labels if label in out),
        )
        for one in free
    ]


def _filter(asked: Asked, dimension: Dimension, hits: list[LabelHit], compared: bool, match: Match) -> Filter:
    """The labels of a dimension, the part of a share before its whole."""
    if match.measure.unit in ("procent", "promille"):  # the share itself is what the table has
        return Filter(dimension, _labels(asked, hits, compared), within=_is_within(asked, hits))
    if (sides := part_and_whole(asked, hits)) is not None:
        return Filter(dimension, sides, ratio=True)
    parts = parts_among(asked, match.labels)
    part = all(hit in parts for hit in hits)
    within = not part and (bool(parts) or (_is_within(asked, hits) and not _is_part_alone(asked, match)))
    return Filter(dimension, _labels(asked, hits, compared), within=within, part=part)


def _surely(hits: list[LabelHit]) -> list[LabelHit]:
    """Without labels that the question says a small part of, beside one that it says whole."""
    whole = any(hit.covered >= _WHOLE for hit in hits)
    return [hit for hit in hits if hit.covered >= _HALF or not whole or hit.label in hit.dimension.totals]


def _is_within(asked: Asked, hits: Sequence[LabelHit]) -> bool:
    """ "andel av bilarna i Norrlän": a place that is looked in, where the question names no larger whole."""
    if asked.has("of_all") or len(hits) != 1 or not hits[0].met:
        return False
    before = asked.text[: asked.terms[hits[0].order].start].split()
    return bool(before) and before[-1].lower() in ("i", "in", "inom", "within", "hos", "at", "på")


def _is_part_alone(asked: Asked, match: Match) -> bool:
    """ "andel av stölderna skedde i Näset": of what is measured, and one label is all that can be the part."""
    said = OF.search(asked.text) if of_share(asked) else None
    if said is None or len(match.labels) != 1:
        return False
    behind = (at for at, term in enumerate(asked.terms) if term.start >= said.end())
    first = next(behind, None)  # "andel av bilarna i Näset är eldrivna": what is measured is the part
    return first in match.chief and max(match.chief) < match.labels[0].order


def _labels(asked: Asked, hits: list[LabelHit], compared: bool) -> tuple[str, ...]:
    """The labels, without a total where parts are named too."""
    parts = [hit.label for hit in hits if hit.label not in hit.dimension.totals]
    if (len(hits) > 2 and len(parts) > 1) or (compared and len(hits) > 1):
        return tuple(hit.label for hit in hits)  # each of the names is meant: "Näset jämfört med riket"
    if parts and len(parts) < len(hits) and _all_of_county(asked, hits):
        return tuple(hit.label for hit in hits if hit.label in hit.dimension.totals)
    return tuple(parts or [hits[0].label])


def _all_of_county(asked: Asked, hits: Sequence[LabelHit]) -> bool:
    """ "i hela Askeby län" where the table has "Hela länet" and a municipality Askeby: the county is named."""
    parts = [hit for hit in hits if hit.label not in hit.dimension.totals]
    names = [asked.terms[at] for hit in parts for at in hit.met]
    return bool(names) and all(_COUNTY.match(asked.text, term.end) for term in names)


def wanted(asked: Asked, match: Match) -> int | None:
    """The term that is chosen among or counted; else what stands behind "dyraste och billigaste"."""
    at = asked.chosen if asked.chosen is not None else asked.counted
    places = set(match.named.values())
    if at not in places and asked.has("highest") and asked.has("lowest"):
        ends = max(asked.cues["highest"], asked.cues["lowest"])
        at = min((place for place in places if asked.terms[place].start > ends), default=at)
    if at is not None and at not in places:  # "hur många pågående projekt"
        at = next((other for other in (at + 1, at + 2) if other in places), at)
    return at


def of_one_kind(asked: Asked, group: Dimension, placed: str = "") -> Filter | None:
    """Municipalities without the counties that stand among them, or the counties alone; None where all are alike."""
    counties = [one for one in group.labels if is_county(one)]
    rest = [one for one in group.labels if one not in counties and one not in group.totals]
    if not counties or len(counties) >= len(rest):
        return None if placed else _headed(asked, group)
    wants_counties = is_county(placed) if placed else bool(_COUNTIES.search(asked.text))
    return Filter(group, tuple(counties if wants_counties else rest), said=False)


def _headed(asked: Asked, group: Dimension) -> Filter | None:
    """ "vilken nämnd" where committees stand above their parts: the totals whose names end or begin in it."""
    if asked.chosen is None:
        return None
    ways = [words[0] for words, sure in asked.terms[asked.chosen].alternatives if len(words) == 1 and sure == 1.0]
    kept = [
        label
        for label in group.labels
        if label in group.totals and not is_total(label) and any(_is_head(way, label) for way in ways)
    ]
    return Filter(group, tuple(kept), said=False) if len(kept) > 1 else None


def _is_head(asked: str, label: str) -> bool:
    """ "nämnd" of "Parknämnden", "distrikt" of "Distrikt Norr"."""
    words = words_of(label)
    return any(alike(asked, word) >= _HEAD for word in (*words[:1], *words[-1:]))
