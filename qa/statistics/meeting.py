"""Which words of a question the words of a measure meet, and which labels are left beside it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from indexer.language.function_words import ENGLISH, SWEDISH
from indexer.language.tokens import stem
from qa.statistics.abbreviations import spelt_out
from qa.statistics.amounts import MONEY
from qa.statistics.catalogue import Dimension, Family, Measure
from qa.statistics.labels import LabelHit
from qa.statistics.nearness import Near
from qa.statistics.question import Asked, Term
from qa.statistics.words import root, words_of

_DIMENSION: Final = 0.9  # what it is worth that a dimension is named, beside one of its labels
_DESCRIBED: Final = 0.6
_FLAG: Final = 0.9
_SEVERAL: Final = 2
_OTHER_KIND: Final = 0.3  # a compound whose first part the table does not have
_MODIFIER: Final = 4  # letters
_PART_ONLY: Final = 0.6  # likeness of words that are parts of each other
_HALF: Final = 0.5
_WHOLE: Final = 0.95
_PAID: Final = 0.9
_QUANTITIES: Final = frozenset("antal antalet andel number".split())
AVERAGED: Final = frozenset(
    "genomsnittlig genomsnittligt genomsnitt medel medelvärde medeltal snitt average mean".split()
)
_SAID_AVERAGE: Final = frozenset(
    stem(word) for word in "genomsnittlig genomsnittliga genomsnittligt average mean".split()
)
_AVERAGES: Final = ("medel", "genomsnitt", "snitt", "average", "mean")
_AVERAGE_SAID: Final = 0.9
_MEDIAN: Final = "median"
_DIVISOR: Final = 0.6  # "per elev" for "elev"
_CHIEF: Final = 0.85  # likeness of a term that names the measure by a word of its header


@dataclass(frozen=True)
class Met:
    """What meets the terms, each with its strength: the measure's own words, its description, and all together."""

    own: Mapping[int, float]
    described: Mapping[int, float]
    all: Mapping[int, float]
    labels: tuple[LabelHit, ...]


def whole_in(family: Family, near: Near) -> set[int]:
    """The terms that a measure of the family has as a whole: a word that begins alike in another is another thing."""
    held = {word for one in family.measures if one.own for word in one.telling}
    return {at for at, some in enumerate(near) if any(some.single.get(word, 0.0) >= _WHOLE for word in held)}


def wider(family: Family, measure: Measure, near: Near) -> set[int]:
    """ "avfall" where the title says it and the measure is "Matavfall" beside "Totalt": the term is of the total."""
    if not any(one.is_plain and one.unit == measure.unit for one in family.measures):
        return set()
    title = dict.fromkeys(family.titles, 1.0)
    beside = [one for one in family.measures if one.own and not one.is_plain]
    narrower = [dict.fromkeys(one.telling, 1.0) for one in beside]
    return {
        at
        for at, some in enumerate(near)
        if (some.best(title) >= _WHOLE and any(_HALF < some.best(words) < _CHIEF for words in narrower))
        or (at in _first_said(family, near) and any(_narrows(one, at, near) for one in beside))
    }


def _first_said(family: Family, near: Near) -> set[int]:
    """The terms that the title begins with: what the table is of ("Hushåll efter typ")."""
    first = next((word for word in family.title if word not in SWEDISH and word not in _QUANTITIES), "")
    return {at for at, some in enumerate(near) if some.single.get(first, 0.0) >= _WHOLE}


def _narrows(measure: Measure, at: int, near: Near) -> bool:
    """ "Övriga hushåll" where households are asked for: the header says more, and nothing of it is in the question."""
    words = [word for word in measure.telling if near[at].single.get(word, 0.0) < _CHIEF]
    if not words or len(words) == len(measure.telling):
        return False
    return not any(some.get(word, 0.0) > _HALF for some in near for word in words)


def met_by(
    asked: Asked,
    measure: Measure,
    labels: list[LabelHit],
    named: Mapping[Dimension, int],
    context: Mapping[int, float],
    near: Near,
    context_words: Collection[str],
    elsewhere: Collection[int],
    wider: Collection[int] = (),
) -> Met:
    words = dict.fromkeys(measure.words, 1.0 if measure.own else 0.9)
    if "per" not in asked.words:
        words |= dict.fromkeys(measure.per, _DIVISOR)
    chosen = asked.chosen if asked.chosen in named.values() else None
    own = {at: best for at, some in enumerate(near) if at != chosen and (best := some.best(words))}
    known = {*context_words, *measure.words, *measure.description}
    own |= {at: _OTHER_KIND for at in own if own[at] < _CHIEF and _other_kind(asked.terms[at], measure.words, known)}
    own |= {at: _OTHER_KIND for at in own if own[at] < _PART_ONLY and at in elsewhere}
    own = {
        at: best for at, best in own.items() if at not in wider or (best >= _CHIEF and not _narrows(measure, at, near))
    }
    if measure.is_plain:
        own |= {at: max(own.get(at, 0.0), _FLAG) for at in wider}
    told = dict.fromkeys(measure.description, _DESCRIBED) | dict.fromkeys(spelt_out(measure.unit), _DIMENSION)
    if not AVERAGED.isdisjoint(measure.words) or any(word.startswith(_AVERAGES) for word in measure.words):
        own |= {at: _AVERAGE_SAID for at, term in enumerate(asked.terms) if says_average(term.text)}
    described = {at: best for at, some in enumerate(near) if (best := some.best(told))}
    kept = tuple(hit for hit in labels if not _is_measure(hit, own) and not _repeats(hit, measure, own, near))
    paid = dict.fromkeys(asked.costs, _PAID) if measure.unit.split(" ")[0] in MONEY else {}
    met = dict(context)
    for part in (own, described, dict.fromkeys(named.values(), _DIMENSION), paid, *(hit.met for hit in kept)):
        for at, strength in part.items():
            met[at] = max(met.get(at, 0.0), strength)
    return Met(own, described, met, kept)


def says_average(text: str) -> bool:
    """ "genomsnittlig", "on average": that a value is a mean, said apart from what it is of."""
    words = [word for word in words_of(text) if word not in ENGLISH and word not in SWEDISH]
    return bool(words) and all(stem(word) in _SAID_AVERAGE for word in words)


def other_average(asked: Asked, measure: Measure, family: Family) -> tuple[str, ...]:
    """The word for a median where the measure is a mean, or for a mean where it is a median."""
    mean = any(word.startswith(_AVERAGES) for word in measure.words)
    held = " ".join((*measure.words, *measure.description, *(() if mean else family.title)))
    median = _MEDIAN in held
    for term in asked.terms:
        text = term.text.lower()
        if _MEDIAN in text and not median and not measure.rows:
            return (term.text,)
        if text.startswith(_AVERAGES) and len(text) > len(_MEDIAN) and median and not mean:
            return (term.text,)
    return ()


def _other_kind(term: Term, held: Sequence[str], known: Collection[str]) -> bool:
    """ "gymnasieelever" where the table has "elever" and nothing of "gymnasie"."""
    asked = root(term.text.lower())
    for word in held:
        head = root(word)
        modifier = asked.removesuffix(head)
        if _MODIFIER <= len(modifier) < len(asked) and len(head) > 3:
            return not any(root(other).startswith(modifier[:_MODIFIER]) for other in known)
    return False


def _is_measure(hit: LabelHit, own: Mapping[int, float]) -> bool:
    """Are the label's words those of the measure, and hardly its own, or its own by another word alone?"""
    said = [own.get(at, 0.0) - strength for at, strength in hit.met.items()]
    return bool(said) and (min(said) > 0.0 or (hit.covered < 0.8 and min(said) >= 0.0))


def _repeats(hit: LabelHit, measure: Measure, own: Mapping[int, float], near: Near) -> bool:
    """ "dödades eller skadades" of "Dödade och skadade": the whole measure is named, no label by a word of it."""
    things = measure.things
    if len(things) < _SEVERAL or hit.words != 1 or not set(hit.met) <= set(own):
        return False
    said = {word for word in things if any(some.single.get(word, 0.0) >= _CHIEF for some in near)}
    return said == set(things)
