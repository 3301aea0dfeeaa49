"""The labels of a dimension that a question names, and the dimensions that it names."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from indexer.language.tokens import fold_letters
from indexer.tables.periods import period_of
from indexer.tables.totals import is_whole
from qa.statistics.catalogue import Dimension, Family
from qa.statistics.coded_labels import begins_with_code
from qa.statistics.compounds import begun
from qa.statistics.nearness import Near
from qa.statistics.question import Asked
from qa.statistics.words import root

_FULL: Final = 0.6  # share of a label's words that must be met
_TELLING: Final = 0.68  # likeness from which a part of a label may stand for it, when no other label has it
_COMMON: Final = 0.3  # rarity of words that hardly tell labels apart
_SHARED: Final = 0.5  # rarity of words that many labels have: "AB", the owner's name
_PART: Final = 0.12
_KIND: Final = 0.96
NAMES: Final = re.compile(r"|namn|name|benämning|benamning|objekt|titel|title|rubrik|projekt|plats", re.IGNORECASE)
_SURELY: Final = 0.9
_TELLS: Final = 0.2  # weight of a word that may stand for a part of a label
_FULL_WORD: Final = 0.9
_FEW: Final = 3  # labels of which a word can be the head
_NAME: Final = 2  # words of a name that several labels share
_HEADS: Final = 0.74  # likeness of the head of a compound
_MOST_KINDS: Final = 60
_ONE_WORD: Final = 0.85  # likeness that a label of one word needs: names are not to be taken for their parts
_SMALL: Final = frozenset(
    "därav varav of which och samt i av med för till på and in the for with to on by or eller".split()
)
_MOST_DAYS: Final = 2000  # labels that are read as dates
_CODE: Final = 3  # characters that a code needs, so that small numbers are no codes


@dataclass(frozen=True)
class LabelHit:
    """A label that the question names.

    covered: share of its words that are met, words: how many. met: term -> strength. shared: other labels that the same
    words name as well ("Torget Övre" and "Torget Nedre" by "Torget").
    """

    dimension: Dimension
    label: str
    covered: float
    met: Mapping[int, float]
    words: int = 1
    shared: tuple[str, ...] = ()

    @property
    def order(self) -> int:
        """The first term that names it; a date is none."""
        return min(self.met, default=0)


def is_name(hit: LabelHit, named: Mapping[Dimension, int], near: Near) -> bool:
    """Is the label met only by a word that names a dimension at least as well?"""
    if hit.covered < _FULL and set(hit.met) <= set(named.values()):
        return True
    if hit.covered >= 0.9 and hit.dimension not in named and max(hit.met.values()) > 0.95:
        return False
    return all(
        any(max((near[at].get(word, 0.0) for word in dimension.words), default=0.0) >= strength for dimension in named)
        for at, strength in hit.met.items()
    )


def named_dimensions(asked: Asked, family: Family, near: Near) -> dict[Dimension, int]:
    """The dimensions whose names the question says, each with the best term."""
    found: dict[Dimension, int] = {}
    for dimension in family.dimensions:
        scores = [max((some.get(word, 0.0) for word in dimension.words), default=0.0) for some in near]
        if scores and max(scores) >= 0.5:
            found[dimension] = scores.index(max(scores))
    subject = _subject(asked, family, near)
    if subject is not None and not set(found.values()) & set(subject.values()):
        found |= {dimension: at for dimension, at in subject.items() if dimension not in found}
    taken = set(found.values())
    for dimension in family.dimensions:
        if dimension not in found and (at := _said_by_heads(asked, dimension, near, taken)) is not None:
            found[dimension] = at
    return found


def _subject(asked: Asked, family: Family, near: Near) -> dict[Dimension, int] | None:
    """ "lekplats" in a list of playgrounds: what the file or title says is listed is the column of their names."""
    at = asked.chosen if asked.chosen is not None else asked.counted
    if at is None or near[at].best(dict.fromkeys(family.named, 1.0)) < _FULL_WORD:
        return None
    measured = {word: 1.0 for one in family.measures for word in one.telling}
    if near[at].best(measured) >= _ONE_WORD:
        return None
    each = (one for one in family.dimensions if NAMES.fullmatch(one.name) and family.lists(one))
    first = next(each, None)
    return None if first is None else {first: at}


def _said_by_heads(asked: Asked, dimension: Dimension, near: Near, taken: Collection[int]) -> int | None:
    """ "vilken skola" of labels that are "Tallskolan", "Ekskolan" ...: the term that is the head of most of them."""
    parts = [label for label in dimension.labels if label not in dimension.totals]
    if len(parts) < _FEW or dimension.code:
        return None
    for at, some in enumerate(near):
        if at in taken or asked.terms[at].name or asked.terms[at].quoted:
            continue
        words = {word: one for word, one in some.single.items() if one >= _HEADS and word in dimension.by_word}
        held = {label for word in words for label in dimension.by_word[word]}
        alone = any(one > _KIND and (word,) == dimension.words_in(dimension.labels[label])
                    for word, one in words.items() for label in dimension.by_word[word])  # fmt: skip
        if len(held) * 2 >= len(parts) and len(held) > 1 and not alone:
            return at
    return None


def names(dimension: Dimension, near: Mapping[str, float]) -> float:
    """How well a term names the dimension."""
    return max((near.get(word, 0.0) for word in dimension.words), default=0.0)


def label_hits(asked: Asked, dimension: Dimension, near: Near) -> list[LabelHit]:
    """The labels of a dimension that the question names, each by words of its own."""
    by_word = dimension.by_word
    touched: dict[int, None] = {}
    for _at, words in enumerate(near):
        for word, strength in words.items():
            if strength >= 0.45 and word in by_word:
                touched.update(dict.fromkeys(by_word[word][:400]))
    hits = [_label_hit(dimension, dimension.labels[at], near) for at in touched]
    hits += _in_compounds(asked, dimension, near)
    return _with_common(_distinct(asked, [hit for hit in hits if hit is not None]), near)


def _in_compounds(asked: Asked, dimension: Dimension, near: Near) -> Iterable[LabelHit]:
    """ "idrottsföreningar" where associations are told apart by "Typ": the first part of a word is a label."""
    for at, some in enumerate(near):
        if asked.terms[at].name:  # "Vikregionen" is more than Vik
            continue
        fronts = dict.fromkeys(some.fronts.values())
        said = (
            asked.terms[at].text
            if not any(some.single.get(word, 0.0) >= _FULL_WORD for word in dimension.by_word)
            else ""
        )
        for label in dimension.labels if len(dimension.labels) <= _MOST_KINDS else ():
            words = [word for word in dimension.words_in(label) if dimension.rarity(word) > _SHARED and len(word) > 1]
            if len(words) != 1 or label in dimension.totals:
                continue
            if not fronts.keys().isdisjoint((root(words[0]), fold_letters(words[0]))) or (
                said and begun(said, words[0])
            ):
                yield LabelHit(dimension, label, 1.0, {at: _KIND})


def _with_common(hits: list[LabelHit], near: Near) -> list[LabelHit]:
    """The hits with the words that all labels have, where they stand beside the telling one: "utrikes födda"."""
    taken = {at for hit in hits for at in hit.met}
    out = []
    for hit in hits:
        common = [word for word in hit.dimension.words_in(hit.label) if hit.dimension.rarity(word) <= _COMMON]
        beside = [at for at in range(len(near)) if at not in taken and any(abs(at - other) == 1 for other in hit.met)]
        found = {at: max((near[at].get(word, 0.0) for word in common), default=0.0) for at in beside}
        out.append(replace(hit, met={**hit.met, **{at: one for at, one in found.items() if one > _TELLING}}))
    return out


def _label_hit(dimension: Dimension, label: str, near: Near) -> LabelHit | None:
    """The label as it is said best."""
    hits = [_hit_by(dimension, label, tuple(dict.fromkeys(words)), near) for words in dimension.ways(label)]
    return max((hit for hit in hits if hit is not None), key=lambda hit: hit.covered, default=None)


def _hit_by(dimension: Dimension, label: str, every: tuple[str, ...], near: Near) -> LabelHit | None:
    words = every[1:] if begins_with_code(dimension, every) else every
    words = tuple(word for word in words if word not in _SMALL) or words
    met: dict[int, float] = {}
    held = total = 0.0
    inside = [some.within(every) for some in near]
    for word in words:
        rarity = max(dimension.rarity(word), 0.05)
        strengths = [some.get(word, 0.0) for some in inside]
        best = max(strengths, default=0.0)
        total += rarity
        held += rarity * best
        for at, strength in enumerate(strengths):
            if strength >= max(0.45, best - 0.2) and rarity > _COMMON:
                met[at] = max(met.get(at, 0.0), strength)
    if not met or not total or (dimension.code and len(label) < _CODE):
        return None
    if len(words) == 1 and max(met.values()) < _ONE_WORD:
        return None
    said = sum(max((some.get(word, 0.0) for some in inside), default=0.0) > 0.8 for word in words)
    return LabelHit(dimension, label, held / total, met, said)


def _distinct(asked: Asked, hits: list[LabelHit]) -> list[LabelHit]:
    """Of labels that share words of the question, the one that explains most; others only by words of their own."""

    def worth(hit: LabelHit) -> float:
        return sum(asked.terms[at].weight * strength for at, strength in hit.met.items()) * hit.covered

    hits = [
        hit
        for hit in hits
        if hit.covered >= _SURELY
        or hit.label in dimension_totals(hit)
        or any(asked.terms[at].weight >= _TELLS for at in hit.met)
    ]
    if any(hit.covered >= _SURELY and hit.label not in dimension_totals(hit) for hit in hits):
        hits = [hit for hit in hits if hit.covered >= _FULL or hit.label not in dimension_totals(hit)]
    hits = [hit for hit in hits if not _loose_total(asked, hit)]
    kept: list[LabelHit] = []
    taken: dict[int, float] = {}
    if asked.has("other", "difference", "which"):
        hits = [hit for hit in hits if hit.label not in dimension_totals(hit) or not _splits(hit, hits)]
    for hit in sorted(hits, key=lambda hit: (-round(worth(hit), 6), len(hit.label))):
        fresh = {at: strength for at, strength in hit.met.items() if at not in taken}
        if not fresh or (len(fresh) < len(hit.met) and hit.covered < 0.9):
            continue
        shared = _sharing(asked, hit, hits)
        told = max(fresh.values()) >= _TELLING and (_alone(hit, hits) or bool(shared))
        if hit.covered >= _FULL or (hit.covered >= _PART and told):
            kept.append(replace(hit, met=fresh, shared=shared))
            taken.update(fresh)
    return kept


def _loose_total(asked: Asked, hit: LabelHit) -> bool:
    """ "totalt" and a word that is only like the label's: "Summa parkeringshus" is not "parkeringsintäkter totalt"."""
    if hit.label not in dimension_totals(hit) or is_whole(hit.label):
        return False
    others = [strength for at, strength in hit.met.items() if not is_whole(asked.terms[at].text)]
    return bool(others) and len(others) < len(hit.met) and max(others) < _TELLING


def dimension_totals(hit: LabelHit) -> frozenset[str]:
    """The labels of the hit's dimension that stand for others."""
    return hit.dimension.totals


def _splits(whole: LabelHit, hits: list[LabelHit]) -> bool:
    """ "Kvinnor och män" beside "Kvinnor" and "Män": each word of the total names a part."""
    parts = [hit for hit in hits if hit is not whole and hit.covered > 0.9 and set(hit.met) <= set(whole.met)]
    return len(parts) > 1


def _alone(hit: LabelHit, hits: list[LabelHit]) -> bool:
    """No other label is met as well by the same words."""
    return not any(
        other is not hit and all(other.met.get(at, 0.0) >= strength for at, strength in hit.met.items())
        for other in hits
    )


def _sharing(asked: Asked, hit: LabelHit, hits: list[LabelHit]) -> tuple[str, ...]:
    """The few other labels that begin with the same words, a name among them, where the question says no more."""
    if hit.covered >= _SURELY or hit.words < _NAME or hit.label in dimension_totals(hit):
        return ()
    if not any(asked.terms[at].name and strength >= _SURELY for at, strength in hit.met.items()):
        return ()
    own = hit.dimension.words_in(hit.label)[: hit.words]
    others = [
        other.label
        for other in hits
        if other.label != hit.label and other.met.keys() == hit.met.keys() and other.words == hit.words
        and other.dimension.words_in(other.label)[: hit.words] == own
    ]  # fmt: skip
    return tuple(others) if len(others) < _FEW else ()


def dated(asked: Asked, dimension: Dimension) -> list[LabelHit]:
    """The labels that are days which the question states ("den 19 april 2023")."""
    days = {period.iso for period in asked.times.stated if period.precision == "day" and period.start == period.end}
    if not days or dimension.code or len(dimension.labels) > _MOST_DAYS:
        return []
    found = [(label, period_of(label)) for label in dimension.labels]
    return [LabelHit(dimension, label, 1.0, {}) for label, period in found if period and period.iso in days]


def without_repeats(hits: list[LabelHit]) -> list[LabelHit]:
    """One term names one thing: of labels in several dimensions the best covered, then the one of most labels."""
    kept: list[LabelHit] = []
    order = sorted(
        hits, key=lambda hit: (-round(hit.covered, 1), -hit.words, -max(hit.met.values()), -len(hit.dimension.labels))
    )
    for hit in order:
        if not any(set(hit.met) <= set(other.met) and other.dimension is not hit.dimension for other in kept):
            kept.append(hit)
    return kept
