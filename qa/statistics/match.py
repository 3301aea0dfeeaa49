"""Asked x Family -> Match: which words of the question each part of a table explains, and how much of it in all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from indexer.figures.period import Period
from indexer.language.tokens import fold
from qa.statistics.catalogue import Catalogue, Dimension, Family, Measure
from qa.statistics.question import Asked, Quote, Term
from qa.statistics.words import alike, words_of
from qa.statistics.terms import synonyms

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
_PERIOD: Final = 0.03
_NAMED_LABEL: Final = 0.04
_PAID: Final = 0.9
_NEGATED: Final = 0.15
_KIND: Final = 0.12  # for each label of other tables that this one does not have
_PART_OF: Final = 0.1  # a share that must be worked out of two values
_OWN: Final = 0.25
_UNMET: Final = 0.15
_LITERAL: Final = 0.08  # small words count too where two measures differ by nothing else
_AVERAGE: Final = 0.08
_AVERAGED: Final = frozenset("genomsnittlig genomsnittligt genomsnitt medel medelvärde medeltal snitt average mean".split())
_CHIEF: Final = 0.85  # likeness of a term that names the measure by a word of its header
_ONE_WORD: Final = 0.85  # likeness that a label of one word needs: names are not to be taken for their parts
_CODE: Final = 3  # characters that a code needs, so that small numbers are no codes
_TIMES: Final = frozenset("dagar veckor månader timmar minuter dygn år".split())



@dataclass(frozen=True)
class Likeness(Mapping[str, float]):
    """How well words of the tables stand for one term; `groups` are translations of several words, each with its strength.

    As a mapping it holds every word, those of groups too.
    """

    words: dict[str, float]
    groups: tuple[tuple[float, tuple[dict[str, float], ...]], ...] = ()
    single: dict[str, float] = field(default_factory=dict)

    def __getitem__(self, word: str) -> float:
        return self.words[word]

    def __iter__(self) -> Iterator[str]:
        return iter(self.words)

    def __len__(self) -> int:
        return len(self.words)

    def best(self, held: Mapping[str, float]) -> float:
        """How well these words meet the term: one of them, or all words of a group together."""
        found = max((strength * held[word] for word, strength in self.single.items() if word in held), default=0.0)
        for strength, parts in self.groups:
            each = [max((one * held[word] for word, one in part.items() if word in held), default=0.0) for part in parts]
            found = max(found, strength * (min(each) + sum(each) / len(each)) / 2)
        return found


Near = Sequence[Likeness]
_NOTHING: Final = Likeness({})
_TABLE_WORDS: Final = frozenset("tabellen tabell bladet blad filen fil arket table sheet file".split())


@dataclass(frozen=True)
class LabelHit:
    """A label that the question names. covered: share of its words; met: term -> strength; order: place in the question.

    words: how many of its words are met."""

    dimension: Dimension
    label: str
    covered: float
    met: Mapping[int, float]
    words: int = 1

    @property
    def order(self) -> int:
        """The first term that names it."""
        return min(self.met)


@dataclass(frozen=True)
class Said:
    """What the quoted names of a question are in one family. terms: those that they explain."""

    labels: tuple[LabelHit, ...] = ()
    measures: Mapping[Measure, Period | None] = field(default_factory=dict)
    terms: frozenset[int] = frozenset()

    @property
    def dimensions(self) -> set[Dimension]:
        """Those with a quoted label."""
        return {hit.dimension for hit in self.labels}


class Quoted:
    """The quoted names of a question, looked up letter for letter."""

    def __init__(self, asked: Asked, known: Catalogue) -> None:
        self._families = list(known.families)
        self.kinds = known.single_labels
        self._of_tables: set[Quote] = set()
        for quote in asked.quotes:
            tables = [one for one in self._families if _is_table(quote, one)]
            if tables and (quote.before in _TABLE_WORDS or not any(_has(quote, one) for one in self._families)):
                self._of_tables.add(quote)
                self._families = tables
        for quote in asked.quotes:
            if quote not in self._of_tables and (having := [one for one in self._families if _has(quote, one)]):
                self._families = having

    def on(self, asked: Asked, family: Family) -> Said | None:
        """What they are in a family; None when they name another table, or something that only others have."""
        if all(family is not one for one in self._families):
            return None
        labels: list[LabelHit] = []
        measures: dict[Measure, Period | None] = {}
        terms: set[int] = set()
        for quote in asked.quotes:
            found = {one: one.exact[quote.text] for one in family.measures if quote.text in one.exact}
            dimension = _dimension(quote, family, labels)
            if found:
                measures |= {one: column.period if column else None for one, column in found.items()}
            elif dimension is not None:
                met = dict.fromkeys(quote.terms or (0,), 1.0)
                labels.append(LabelHit(dimension, dimension.exact[quote.text], 1.0, met))
            elif quote not in self._of_tables:
                continue
            terms.update(quote.terms)
        return Said(tuple(labels), measures, frozenset(terms))


def _dimension(quote: Quote, family: Family, taken: Sequence[LabelHit]) -> Dimension | None:
    """The dimension that has the quoted label: the one named before it, else the next that has none yet."""
    holding = [one for one in (*family.dimensions, *family.parts) if quote.text in one.exact]
    named = [one for one in holding if any(alike(quote.before, word) >= 0.7 for word in one.words)] if quote.before else []
    beside = [one for one in holding if taken and one is taken[-1].dimension]
    free = [one for one in holding if all(one is not hit.dimension for hit in taken)]
    return next(iter([*named, *beside, *free, *holding]), None)


def _has(quote: Quote, family: Family) -> bool:
    """Is the quoted name a measure or a label of the family?"""
    if any(quote.text in one.exact for one in family.measures):
        return True
    return any(quote.text in one.exact for one in (*family.dimensions, *family.parts))


def _is_table(quote: Quote, family: Family) -> bool:
    for table, document in zip(family.tables, family.documents, strict=True):
        names = (table.title, table.sheet, document.title, document.path, document.path.rpartition("/")[2])
        if quote.text in {fold(name) for name in names} or (len(quote.text) > 15 and quote.text in fold(table.title)):
            return True
    return False


@dataclass(frozen=True)
class Match:
    """One way to read the question on a family.

    score: for comparing ways. explained: share, 0..1, of the question's weight that the tables have. own: the weight that
    the measure's own words meet. unmet: terms that nothing meets. named: dimensions named by themselves -> term.
    chief: terms that stand in the measure's header. lacking: words that other tables tell apart and this one does not.
    period: of a column that the question names by its whole header ("Utfall 2022").
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
    period: Period | None = None
    chief: frozenset[int] = frozenset()
    lacking: tuple[str, ...] = ()


def nearness(asked: Asked, known: Catalogue) -> Near:
    """For each term the words of all tables that are like one of its alternatives of one word, or parts of longer ones."""
    found = [_likeness(term, known) for term in asked.terms]
    for at in range(len(found) - 1):
        _join(asked.terms[at], asked.terms[at + 1], found[at], found[at + 1], known)
    return found


def _likeness(term: Term, known: Catalogue) -> Likeness:
    single: dict[str, float] = {}
    every: dict[str, float] = {}
    groups: list[tuple[float, tuple[dict[str, float], ...]]] = []
    for words, strength in term.alternatives:
        parts = tuple(_near(word, known, len(words) > 1) for word in words)
        if len(parts) == 1:
            _keep(single, parts[0], strength)
        elif parts:
            groups.append((strength, parts))
            _keep(single, {held: one for held, one in known.lexicon.near("".join(words)).items() if one > 0.9}, strength)
        for part in parts:
            _keep(every, part, strength * (1.0 if len(parts) == 1 else 0.97))
    _keep(every, single, 1.0)
    return Likeness(every, tuple(groups), single)


def _near(word: str, known: Catalogue, widely: bool) -> dict[str, float]:
    """The held words like this one; widely: those like its synonyms too."""
    found = dict(known.lexicon.near(word))
    for words, strength in synonyms(word) if widely else ():
        if len(words) == 1:
            _keep(found, known.lexicon.near(words[0]), strength)
    return found


def _keep(into: dict[str, float], found: Mapping[str, float], strength: float) -> None:
    for held, likeness in found.items():
        into[held] = max(into.get(held, 0.0), strength * likeness)


def _join(one: Term, two: Term, near: Likeness, beside: Likeness, known: Catalogue) -> None:
    """ "utrikes födda" for "utrikesfödd": two words of the question that are one in a table."""
    if two.start - one.end > 1:
        return
    for held, likeness in known.lexicon.near((one.text + two.text).lower()).items():
        if likeness > 0.9:
            for side in (near.words, near.single, beside.words, beside.single):
                side[held] = max(side.get(held, 0.0), likeness)


def matches(asked: Asked, known: Catalogue) -> list[Match]:
    """Every reading of the question on every family that has a word of it, best first."""
    near = nearness(asked, known)
    quoted = Quoted(asked, known)
    found = [match for family in known.families for match in _on_family(asked, family, near, quoted)]
    return sorted(found, key=lambda match: -match.score)


def _on_family(asked: Asked, family: Family, near: Near, known: Quoted) -> Iterable[Match]:
    said = known.on(asked, family)
    if said is None:
        return
    near = [_NOTHING if at in said.terms else words for at, words in enumerate(near)]
    labels = [hit for dimension in family.dimensions for hit in _label_hits(asked, dimension, near)]
    if asked.quotes:  # names are in quotation marks: other words name no labels in part
        labels = [hit for hit in labels if hit.covered >= 0.9]
    labels = [*said.labels, *_without_repeats([hit for hit in labels if hit.dimension not in said.dimensions])]
    named = _named(asked, family, near)
    context = dict.fromkeys(said.terms, 1.0) | {at: best for at, words in enumerate(near) if (best := words.best(family.context))}
    if not labels and not named and not context:
        return
    labels = [hit for hit in labels if not _is_name(hit, named, near)]
    for measure in family.measures:
        if said.measures and measure not in said.measures:
            continue
        if not measure.rows or _counts_rows(asked, named):
            found = _match(asked, family, measure, labels, named, context, near, known.kinds)
            yield replace(found, period=said.measures.get(measure), own=found.own + len(said.measures))


def _is_name(hit: LabelHit, named: Mapping[Dimension, int], near: Near) -> bool:
    """Is the label met only by a word that names a dimension at least as well?"""
    if hit.covered < _FULL and set(hit.met) <= set(named.values()):
        return True
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


def _match(
    asked: Asked,
    family: Family,
    measure: Measure,
    labels: list[LabelHit],
    named: Mapping[Dimension, int],
    context: Mapping[int, float],
    near: Near,
    kinds: frozenset[str],
) -> Match:
    words = dict.fromkeys(measure.words, 1.0 if measure.own else 0.9)
    chosen = asked.chosen if asked.chosen in named.values() else None
    own = {at: best for at, some in enumerate(near) if at != chosen and (best := some.best(words))}
    told = dict.fromkeys(measure.description, _DESCRIBED)
    described = {at: best for at, some in enumerate(near) if (best := some.best(told))}
    kept = [hit for hit in labels if not _is_measure(hit, own)]
    met = dict(context)
    by_name = {at: _DIMENSION for at in named.values()}
    for part in (own, described, by_name, *(hit.met for hit in kept)):
        for at, strength in part.items():
            met[at] = max(met.get(at, 0.0), strength)
    chief = frozenset(at for at, strength in own.items() if strength >= _CHIEF)
    if measure.unit.split(" ")[0] in MONEY:
        met.update({at: max(met.get(at, 0.0), _PAID) for at in asked.costs})
    weights = [term.weight for term in asked.terms]
    total = sum(weights) or 1.0
    explained = sum(weights[at] * strength for at, strength in met.items()) / total
    own_weight = sum(weights[at] * strength for at, strength in own.items())
    unasked = [word for word in measure.telling_apart if not any(some.get(word, 0.0) > 0.4 for some in near)]
    unmet = tuple(term for at, term in enumerate(asked.terms) if met.get(at, 0.0) < 0.4)
    score = explained - _UNMET * sum(term.weight for term in unmet) / total
    score += _OWN * own_weight / total - _UNASKED * min(len(unasked), 6)
    score += _unit_fit(asked, measure)
    score += _HEAD_FIRST * (1 - min(own) / len(weights)) if own else 0.0
    score += _period_fit(asked, family) + _NAMED_LABEL * len(kept)
    score -= _NEGATED * (measure.negative != asked.has("not")) if measure.negative or asked.has("not") else 0.0
    score -= _KIND * sum(_is_kind(at, near, kinds) for at, term in enumerate(asked.terms) if term in unmet)
    score += _LITERAL * len(asked.words & set(measure.words)) / (len(measure.words) or 1)
    if asked.has("mean") and not _AVERAGED.isdisjoint(measure.words):
        score += _AVERAGE
    if measure.rows:
        score += _ROWS
    elif measure.telling_apart and not own and not described:
        score -= _UNSAID
    return Match(
        family,
        measure,
        tuple(kept),
        named,
        score,
        explained,
        own_weight,
        unmet,
        met,
        chief=chief,
        lacking=tuple(asked.terms[at].text for at in range(len(near)) if asked.terms[at] in unmet and _is_kind(at, near, kinds)),
    )


def _is_measure(hit: LabelHit, own: Mapping[int, float]) -> bool:
    """Are the label's words those of the measure, and hardly its own?"""
    return hit.covered < 0.8 and all(own.get(at, 0.0) >= strength for at, strength in hit.met.items())


def _is_kind(at: int, near: Near, kinds: frozenset[str]) -> bool:
    """Is the term a label that other tables tell apart ("män")?"""
    return any(strength > 0.95 and word in kinds for word, strength in near[at].single.items())


def _period_fit(asked: Asked, family: Family) -> float:
    """Does the family have the years that are asked for?"""
    years = {period.start[:4] for period in asked.times.stated if period.start}
    if not years or not family.years:
        return 0.0
    exact = {period.iso for period in asked.times.stated} <= family.periods
    return _PERIOD * (1 + exact) if years <= family.years else -2 * _PERIOD


def _unit_fit(asked: Asked, measure: Measure) -> float:
    if not asked.unit or not measure.unit:
        return 0.0
    if asked.unit == "procent" and asked.has("change") and not asked.has("share"):
        return 0.0
    if asked.unit == "procent" and asked.has("share") and measure.unit not in ("procent", "promille"):
        return -_PART_OF
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
    said = sum(max((some.get(word, 0.0) for some in near), default=0.0) > 0.8 for word in words)
    return LabelHit(dimension, label, held / total, met, said)


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
            kept.append(replace(hit, met=fresh))
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
    order = sorted(hits, key=lambda hit: (-round(hit.covered, 1), -hit.words, -max(hit.met.values()), -len(hit.dimension.labels)))
    for hit in order:
        if not any(set(hit.met) <= set(other.met) and other.dimension is not hit.dimension for other in kept):
            kept.append(hit)
    return kept
