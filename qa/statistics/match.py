"""Asked x Family -> Match: which words of the question each part of a table explains, and how much of it in all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from qa.statistics.catalogue import Catalogue, Dimension, Family, Measure
from qa.statistics.question import Asked, Term

_FULL: Final = 0.6  # share of a label's words that must be met
_TELLING: Final = 0.68  # likeness from which a part of a label may stand for it, when no other label has it
_PART: Final = 0.12
_DIMENSION: Final = 0.9  # what it is worth that a dimension is named, beside one of its labels
_DESCRIBED: Final = 0.6
_YES: Final = frozenset("ja yes x j sant true".split())
_UNASKED: Final = 0.06  # for each telling word of a measure that the question does not say
_MISFIT: Final = 0.25
_HEAD_FIRST: Final = 0.08  # what is asked for is named before what narrows it
_UNSAID: Final = 0.25  # nothing of the measure's own words is in the question
_ROWS: Final = 0.2
_ONE_WORD: Final = 0.85  # likeness that a label of one word needs: names are not to be taken for their parts
_CODE: Final = 3  # characters that a code needs, so that small numbers are no codes
_TIMES: Final = frozenset("dagar veckor månader timmar minuter dygn år".split())

Near = Sequence[Mapping[str, float]]  # for each term, how well words of the tables stand for it


@dataclass(frozen=True)
class LabelHit:
    """A label that the question names. covered: share of its words; met: term -> strength; order: place in the question."""

    dimension: Dimension
    label: str
    covered: float
    met: Mapping[int, float]

    @property
    def order(self) -> int:
        """The first term that names it."""
        return min(self.met)


@dataclass(frozen=True)
class Match:
    """One way to read the question on a family.

    score: for comparing ways. explained: share, 0..1, of the question's weight that the tables have. own: the weight that
    the measure's own words meet. unmet: terms that nothing meets. named: dimensions named by themselves -> term.
    """

    family: Family
    measure: Measure
    labels: tuple[LabelHit, ...]
    named: Mapping[Dimension, int]
    score: float
    explained: float
    own: float
    unmet: tuple[Term, ...] = ()
    met: Mapping[int, float] = field(default_factory=dict)


def nearness(asked: Asked, known: Catalogue) -> Near:
    """For each term the words of all tables that are like one of its alternatives of one word, or parts of longer ones."""
    found: list[dict[str, float]] = []
    for term in asked.terms:
        near: dict[str, float] = {}
        for words, strength in term.alternatives:
            for word in words:
                share = strength if len(words) == 1 else strength * 0.9
                for held, likeness in known.lexicon.near(word).items():
                    near[held] = max(near.get(held, 0.0), share * likeness)
        found.append(near)
    for at in range(len(found) - 1):
        _join(asked.terms[at], asked.terms[at + 1], found[at], found[at + 1], known)
    return found


def _join(one: Term, two: Term, near: dict[str, float], beside: dict[str, float], known: Catalogue) -> None:
    """ "utrikes födda" for "utrikesfödd": two words of the question that are one in a table."""
    if two.start - one.end > 1:
        return
    for held, likeness in known.lexicon.near((one.text + two.text).lower()).items():
        if likeness > 0.9:
            near[held] = max(near.get(held, 0.0), likeness)
            beside[held] = max(beside.get(held, 0.0), likeness)


def matches(asked: Asked, known: Catalogue) -> list[Match]:
    """Every reading of the question on every family that has a word of it, best first."""
    near = nearness(asked, known)
    found = [match for family in known.families for match in _on_family(asked, family, near)]
    return sorted(found, key=lambda match: -match.score)


def _on_family(asked: Asked, family: Family, near: Near) -> Iterable[Match]:
    labels = [hit for dimension in family.dimensions for hit in _label_hits(asked, dimension, near)]
    labels = _without_repeats(labels)
    named = _named(asked, family, near)
    context = {at: best for at, words in enumerate(near) if (best := _best(words, family.context))}
    if not labels and not named and not context:
        return
    labels = [hit for hit in labels if not _is_name(hit, named, near)]
    for measure in family.measures:
        if not measure.rows or _counts_rows(asked, named):
            yield _match(asked, family, measure, labels, named, context, near)


def _is_name(hit: LabelHit, named: Mapping[Dimension, int], near: Near) -> bool:
    """Is the label met only by a word that names a dimension at least as well?"""
    if len(hit.met) > 1 or (hit.covered >= 0.9 and hit.dimension not in named and max(hit.met.values()) > 0.95):
        return False
    at = hit.order
    return any(
        place == at and max((near[at].get(word, 0.0) for word in dimension.words), default=0.0) >= hit.met[at]
        for dimension, place in named.items()
    )


def _counts_rows(asked: Asked, named: Mapping[Dimension, int]) -> bool:
    """ "hur många skolenheter": what is counted are labels of a dimension."""
    at = asked.counted
    if at is None or asked.threshold is not None:
        return False
    if at in named.values():
        return True
    behind = asked.terms[at + 1] if at + 1 < len(asked.terms) else None
    joined = behind is not None and (behind.start - asked.terms[at].end <= 1 or asked.terms[at].weight < 0.2)
    return joined and at + 1 in named.values()


def _best(near: Mapping[str, float], held: Mapping[str, float]) -> float:
    return max((strength * held[word] for word, strength in near.items() if word in held), default=0.0)


def _match(
    asked: Asked,
    family: Family,
    measure: Measure,
    labels: list[LabelHit],
    named: Mapping[Dimension, int],
    context: Mapping[int, float],
    near: Near,
) -> Match:
    words = dict.fromkeys(measure.words, 1.0 if measure.own else 0.9)
    chosen = asked.chosen if asked.chosen in named.values() else None
    own = {at: best for at, some in enumerate(near) if at != chosen and (best := _best(some, words))}
    told = dict.fromkeys(measure.description, _DESCRIBED)
    described = {at: best for at, some in enumerate(near) if (best := _best(some, told))}
    kept = [hit for hit in labels if not _is_measure(hit, own)]
    met = dict(context)
    by_name = {at: _DIMENSION for at in named.values()}
    for part in (own, described, by_name, *(hit.met for hit in kept)):
        for at, strength in part.items():
            met[at] = max(met.get(at, 0.0), strength)
    weights = [term.weight for term in asked.terms]
    total = sum(weights) or 1.0
    explained = sum(weights[at] * strength for at, strength in met.items()) / total
    own_weight = sum(weights[at] * strength for at, strength in own.items())
    unasked = [word for word in measure.telling if not any(some.get(word, 0.0) > 0.4 for some in near)]
    score = explained + 0.25 * own_weight / total - _UNASKED * min(len(unasked), 6) + _unit_fit(asked, measure)
    score += _HEAD_FIRST * (1 - min(own) / len(weights)) if own else 0.0
    if measure.rows:
        score += _ROWS
    elif measure.telling and not own and not described:
        score -= _UNSAID
    return Match(
        family,
        measure,
        tuple(kept),
        named,
        score,
        explained,
        own_weight,
        tuple(term for at, term in enumerate(asked.terms) if met.get(at, 0.0) < 0.4),
        met,
    )


def _is_measure(hit: LabelHit, own: Mapping[int, float]) -> bool:
    """Are the label's words those of the measure, and hardly its own?"""
    return hit.covered < 0.8 and all(own.get(at, 0.0) >= strength for at, strength in hit.met.items())


def _unit_fit(asked: Asked, measure: Measure) -> float:
    if not asked.unit or not measure.unit:
        return 0.0
    if asked.unit == "procent" and asked.has("change"):
        return 0.0
    return 0.15 if fits_unit(asked.unit, measure.unit) else -_MISFIT


MONEY: Final = {"kr": 1.0, "tkr": 1e3, "mnkr": 1e6, "mdkr": 1e9}


def fits_unit(asked: str, held: str) -> bool:
    """Can a question about `asked` be answered with values in `held`?"""
    if asked in MONEY or asked == "kr":
        return held in MONEY or (asked == "kr" and held.startswith("kr"))
    if asked in ("procent", "procentenheter"):
        return held in ("procent", "promille")
    if asked == "dagar":
        return held in _TIMES
    if asked == "antal":
        return held not in ("procent", "promille") and not held.startswith(("kr", "tkr", "mnkr"))
    return asked == held


def _named(asked: Asked, family: Family, near: Near) -> dict[Dimension, int]:
    """The dimensions whose names the question says, each with the best term."""
    found: dict[Dimension, int] = {}
    for dimension in family.dimensions:
        scores = [max((some.get(word, 0.0) for word in dimension.words), default=0.0) for some in near]
        if scores and max(scores) >= 0.5:
            found[dimension] = scores.index(max(scores))
    return found


def _label_hits(asked: Asked, dimension: Dimension, near: Near) -> list[LabelHit]:
    """The labels of a dimension that the question names, each by words of its own."""
    by_word = dimension.by_word
    touched: dict[int, None] = {}
    for at, words in enumerate(near):
        for word, strength in words.items():
            if strength >= 0.45 and word in by_word:
                touched.update(dict.fromkeys(by_word[word][:400]))
    hits = [_label_hit(asked, dimension, dimension.labels[at], near) for at in touched]
    return _distinct(asked, [hit for hit in hits if hit is not None])


def _label_hit(asked: Asked, dimension: Dimension, label: str, near: Near) -> LabelHit | None:
    from qa.statistics.words import words_of

    words = tuple(dict.fromkeys(words_of(label)))
    if len(words) > 1 and words[0].isdigit() and not dimension.code:
        words = words[1:] if words[1][0].isalpha() and len(words[0]) != 1 and words[1] != "år" else words
    met: dict[int, float] = {}
    held = total = 0.0
    for word in words:
        rarity = max(dimension.rarity(word), 0.05)
        strengths = [some.get(word, 0.0) for some in near]
        best = max(strengths, default=0.0)
        total += rarity
        held += rarity * best
        for at, strength in enumerate(strengths):
            if strength >= max(0.45, best - 0.2) and (rarity > 0.3 or len(dimension.labels) < 3):
                met[at] = max(met.get(at, 0.0), strength)
    if not met or not total or (dimension.code and len(label) < _CODE):
        return None
    if len(words) == 1 and max(met.values()) < _ONE_WORD:
        return None
    return LabelHit(dimension, label, held / total, met)


def _distinct(asked: Asked, hits: list[LabelHit]) -> list[LabelHit]:
    """Of labels that share words of the question, the one that explains most; others only by words of their own."""

    def worth(hit: LabelHit) -> float:
        return sum(asked.terms[at].weight * strength for at, strength in hit.met.items()) * hit.covered

    kept: list[LabelHit] = []
    taken: dict[int, float] = {}
    if asked.has("other", "difference", "which"):
        hits = [hit for hit in hits if hit.label not in dimension_totals(hit) or not _splits(hit, hits)]
    for hit in sorted(hits, key=lambda hit: (-round(worth(hit), 6), len(hit.label))):
        fresh = {at: strength for at, strength in hit.met.items() if at not in taken}
        if not fresh or len(fresh) < len(hit.met) and hit.covered < 0.9:
            continue
        if hit.covered >= _FULL or (hit.covered >= _PART and max(fresh.values()) >= _TELLING and _alone(hit, hits)):
            kept.append(LabelHit(hit.dimension, hit.label, hit.covered, fresh))
            taken.update(fresh)
    return kept


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
        other is not hit and all(other.met.get(at, 0.0) >= strength for at, strength in hit.met.items()) for other in hits
    )


def _without_repeats(hits: list[LabelHit]) -> list[LabelHit]:
    """One term names one thing: of labels in several dimensions the best covered, then the one with most to choose from."""
    kept: list[LabelHit] = []
    order = sorted(hits, key=lambda hit: (-round(hit.covered, 1), -max(hit.met.values()), -len(hit.dimension.labels)))
    for hit in order:
        if not any(set(hit.met) <= set(other.met) and other.dimension is not hit.dimension for other in kept):
            kept.append(hit)
    return kept
