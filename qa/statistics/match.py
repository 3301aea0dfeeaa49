"""Asked x Family -> Match: which words of the question each part of a table explains, and how much of it in all."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from indexer.figures.period import Period
from indexer.language.function_words import ENGLISH
from indexer.tables.model import Addressing
from qa.statistics.ages import ages_of_measures, with_ages
from qa.statistics.amounts import MONEY
from qa.statistics.catalogue import Catalogue, Dimension, Family, Measure
from qa.statistics.exceptions import labels_left_out, takes_out, without_left_out
from qa.statistics.fillers import says_nothing
from qa.statistics.fitting import period_fit, unit_fit
from qa.statistics.headers_asked import as_counted
from qa.statistics.labels import (
    LabelHit,
    dated,
    is_name,
    label_hits,
    named_dimensions,
    names,
    without_repeats,
)
from qa.statistics.meant import NO_MEANING, Meant
from qa.statistics.meeting import AVERAGED, Met, met_by, other_average, whole_in, wider
from qa.statistics.nearness import NOTHING, Likeness, Near
from qa.statistics.places import of_county
from qa.statistics.question import Asked, Term
from qa.statistics.quoted import Quoted
from qa.statistics.rows_asked import counts_rows, is_measured, without_labels
from qa.statistics.shares_asked import of_share
from qa.statistics.signs import is_deviation, is_expected, is_forecast
from qa.statistics.titled import of_title
from qa.statistics.together import of_all, one_sex
from qa.statistics.words import words_of

_FLAG: Final = 0.9
_CHOSEN: Final = 0.1  # what is chosen among is told apart
_BY_HEADS: Final = 0.05  # labels are what is chosen among, whatever their column is called
_HARDLY: Final = 0.4  # strength below which a term is not met
_UNASKED: Final = 0.06  # for each telling word of a measure that the question does not say
_HEAD_FIRST: Final = 0.08  # what is asked for is named before what narrows it
_WHOLE: Final = 0.95
_UNSAID: Final = 0.25  # nothing of the measure's own words is in the question
_ROWS: Final = 0.2
_NAMED_LABEL: Final = 0.04
_NUMBER: Final = 0.06  # for each number of the question that the table does not have
_NEGATED: Final = 0.15
_RATIO: Final = 0.3  # a share of two things is not what differs between them
_KIND: Final = 0.12  # for each label of other tables that this one does not have
_OWN: Final = 0.25
_UNMET: Final = 0.15
_LITERAL: Final = 0.1  # small words count too where two measures differ by nothing else
_AVERAGE: Final = 0.08
_CUBE: Final = 0.3
_EXPECTED: Final = 0.15
_OTHER_SHARE: Final = 0.25  # percent of something that the question does not name
_SHARES: Final = frozenset("andel andelen andelar share proportion".split())
_COUNTED: Final = 0.15
_NO_MONEY: Final = 0.4  # a share of what something cost
_FORECAST: Final = 0.25  # what is expected is asked for
_MONEY_PLANS: Final = frozenset(
    "budget budgeten budgeterat budgeterad prognos prognosen forecast budgeted plan planned".split()
)
_LOOSELY: Final = 0.75
_HALF: Final = 0.5
_BEGUN: Final = 0.755  # likeness of words that only begin alike, at most
_ONE_SEX: Final = 0.6  # of two that are asked for together
_DIVIDES: Final = 0.3  # amounts are asked for, and not what each has
_DIVIDES_AMONG: Final = frozenset("invånare inv person capita inhabitant inhabitants resident".split())
_DIVIDED: Final = re.compile(
    r"\b(?:per|var|each|average|genomsnitt\w*|snitt\w*|invånare|capita|i\s+medeltal)\b|kost|cost", re.IGNORECASE
)
_CHIEF: Final = 0.85  # likeness of a term that names the measure by a word of its header


@dataclass(frozen=True)
class Match:
    """One way to read the question on a family.

    score: for comparing ways. explained: share, 0..1, of the question's weight that the tables have. own: the weight
    that the measure's own words meet. unmet: terms that nothing meets. named: dimensions named by themselves -> term.
    chief: terms that stand in the measure's header. lacking: words that other tables tell apart and this one does not.
    flags: dimensions named by their very names, which may be columns of yes and no.
    left_out: labels that are not to be counted.
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
    flags: frozenset[Dimension] = frozenset()
    left_out: tuple[LabelHit, ...] = ()


def matches(asked: Asked, known: Catalogue, near: Near, meant: Meant = NO_MEANING) -> list[Match]:
    """Every reading of the question on every family that has a word of it, best first.

    near: what `nearness` gives. meant: what words left over stand for.
    """
    quoted = Quoted(asked, known)
    found = [match for family in known.families for match in _on_family(asked, family, near, quoted, meant)]
    return sorted(found, key=lambda match: -match.score)


def _on_family(asked: Asked, family: Family, near: Near, known: Quoted, meant: Meant) -> Iterable[Match]:
    said = known.on(asked, family)
    if said is None:
        return
    all_near = [NOTHING if at in said.terms else words for at, words in enumerate(near)]
    near = [words.among(family.beginnings) for words in all_near]
    counted = [NOTHING if at in asked.left_out else words for at, words in enumerate(near)]
    labels = [hit for dimension in family.dimensions for hit in label_hits(asked, dimension, counted)]
    left_out = labels_left_out(asked, family, near)
    if asked.quotes:  # names are in quotation marks: other words name no labels in part
        labels = [hit for hit in labels if hit.covered >= 0.9]
    labels = [*said.labels, *without_repeats([hit for hit in labels if hit.dimension not in said.dimensions])]
    named = named_dimensions(asked, family, near)
    context = dict.fromkeys(said.terms, 1.0) | {
        at: best
        for at, words in enumerate(near)
        if (best := _in_context(words, family, known.measured, known.beside(family)))
    }
    if not labels and not named and not context:
        return
    labels = [hit for hit in labels if not is_name(hit, named, near) and not of_title(asked, hit, family, near)]
    labels = [hit for hit in labels if not of_county(asked, hit)]
    labels += [hit for dimension in family.dimensions for hit in dated(asked, dimension)]
    labels = with_ages(asked, family, [hit for hit in labels if not of_all(asked, hit)])
    fixed = {hit.dimension for hit in labels} | set(named)
    labels += [hit for one in family.dimensions if one not in fixed for hit in meant.labels.get(one, ())]
    aged = ages_of_measures(asked, family.measures)
    for measure in family.measures:
        if said.measures and measure not in said.measures:
            continue
        if not measure.rows or (
            counts_rows(asked, without_labels(named, labels), near) and not is_measured(asked, family, near)
        ):
            here = [words.among(family.beginnings, measure.beginnings) for words in all_near]
            here = without_left_out(asked, measure, here)
            apart = dict.fromkeys(asked.left_out if left_out or takes_out(asked, family, near) else (), 1.0)
            told = {**dict.fromkeys(aged.get(measure, ()), 1.0), **meant.measures.get(measure, {})}
            found = _match(asked, family, measure, labels, named, {**context, **apart}, here, known.kinds, told)
            found = replace(found, left_out=left_out)
            found = replace(found, flags=frozenset(one for one, at in named.items() if names(one, near[at]) >= _FLAG))
            by_heads = [one for one, at in named.items() if names(one, near[at]) < _HALF]
            chosen = asked.has("highest", "lowest") and asked.chosen in named.values()
            found = replace(found, score=found.score + _BY_HEADS * len(by_heads) + _CHOSEN * chosen)
            if measure in said.measures:
                period, terms = said.measures[measure]
                found = replace(found, period=period, own=found.own + 1.0, chief=frozenset(terms))
            if measure.rows and labels and all(one.addressing is Addressing.LABELS for one in family.tables):
                found = replace(found, score=found.score - _CUBE)  # the rows of a cube are its values
            yield found


def _in_context(words: Likeness, family: Family, measured: Collection[str], beside: Collection[str]) -> float:
    """How well titles say it; a word that begins like one of theirs says less where another table measures it.

    beside: what the tables of the same document measure.
    """
    best = words.best(family.context)
    if words.best(dict.fromkeys(family.named, 1.0)) > _BEGUN and not any(
        words.single.get(word, 0.0) >= _WHOLE for word in beside
    ):
        return best
    if _HALF < best < _LOOSELY and any(words.single.get(word, 0.0) >= _WHOLE for word in measured):
        return best * _HALF
    return best


def _match(
    asked: Asked,
    family: Family,
    measure: Measure,
    labels: list[LabelHit],
    named: Mapping[Dimension, int],
    context: Mapping[int, float],
    near: Near,
    kinds: frozenset[str],
    told: Mapping[int, float],
) -> Match:
    """told: further terms that say the measure: its ages, what they mean."""
    elsewhere = whole_in(family, near)
    met = met_by(asked, measure, labels, named, context, near, family.context, elsewhere, wider(family, measure, near))
    met = replace(met, own={**met.own, **told}, all={**met.all, **told}) if told else met
    places = [at for at in range(len(near)) if met.all.get(at, 0.0) < _HARDLY]
    lacking = tuple(asked.terms[at].text for at in places if at not in elsewhere and _is_kind(at, near, kinds))
    unmet = tuple(asked.terms[at] for at in places)
    lacking += other_average(asked, measure, family)
    said = [
        at for at, term in enumerate(asked.terms) if at in met.all or not all(map(says_nothing, words_of(term.text)))
    ]
    total = _weight(asked, dict.fromkeys(said, 1.0)) or 1.0
    explained = _weight(asked, met.all) / total
    score = explained - _UNMET * sum(term.weight for term in unmet) / total - _KIND * len(lacking)
    score -= _NUMBER * sum(any(character.isdigit() for character in term.text) for term in unmet)
    score += _OWN * _weight(asked, met.own) / total + _measure_fit(asked, measure, met, near, family.measures)
    score += unit_fit(asked, measure, family) - _unfit_for_share(asked, measure, met, family)
    score += period_fit(asked, family, measure) + _NAMED_LABEL * len(met.labels)
    return Match(
        family,
        measure,
        met.labels,
        named,
        score,
        explained,
        _weight(asked, met.own),
        unmet,
        met.all,
        chief=frozenset(at for at, strength in met.own.items() if strength >= _CHIEF),
        lacking=lacking,
    )


def _unfit_for_share(asked: Asked, measure: Measure, met: Met, family: Family) -> float:
    """A share of amounts is asked for: percent of something else is none, nor what there is for each of others."""
    if not of_share(asked) or asked.has("change"):
        return 0.0
    least = _HARDLY if not _SHARES.isdisjoint(measure.words) else _CHIEF
    percent = measure.unit == "procent" and bool(measure.telling_apart) and max(met.own.values(), default=0.0) < least
    percent = percent and any(one.unit not in ("procent", "promille") for one in family.measures if not one.rows)
    each = measure.divided and " per " in measure.unit
    if asked.has("cost") and measure.unit != "procent" and measure.unit not in MONEY:
        return _NO_MONEY + _OTHER_SHARE * each
    return _OTHER_SHARE * (percent or each)


def _weight(asked: Asked, met: Mapping[int, float]) -> float:
    return sum(asked.terms[at].weight * strength for at, strength in met.items())


def _measure_fit(asked: Asked, measure: Measure, met: Met, near: Near, others: Sequence[Measure]) -> float:
    """How well the measure's words as a whole answer the question's."""
    telling = [word for word in measure.telling_apart if word not in asked.words and not says_nothing(word)]
    unasked = [word for word in telling if not any(some.get(word, 0.0) > _HARDLY for some in near)]
    score = -_UNASKED * min(len(unasked), 6)
    score += _HEAD_FIRST * (1 - min(met.own) / len(asked.terms)) if met.own else 0.0
    if measure.negative != asked.has("not"):
        score -= _NEGATED
    if asked.has("difference") and not asked.unit and measure.is_ratio:
        score -= _RATIO
    literal = asked.words & set(measure.words) if asked.language == "sv" else asked.words & set(measure.words) & ENGLISH
    score += _LITERAL * len(literal) / (len(measure.words) or 1)
    if not _DIVIDES_AMONG.isdisjoint(measure.words) and measure.divided and not _DIVIDED.search(asked.text):
        score -= _DIVIDES
    if one_sex(asked, measure, others):
        score -= _ONE_SEX
    score += _fit_of_cues(asked, measure, met) + as_counted(asked, measure, met, near, others)
    if measure.rows:
        score += _ROWS
    elif measure.telling_apart and not met.own and not met.described:
        score -= _UNSAID
    return score


def _fit_of_cues(asked: Asked, measure: Measure, met: Met) -> float:
    """How well the measure is what the question does something with: counts, averages, expects."""
    score = 0.0
    if met.own.get(_most_of(asked), 0.0) >= _CHIEF:
        score += _COUNTED
    if asked.has("mean") and not AVERAGED.isdisjoint(measure.words):
        score += _AVERAGE
    said = asked.has("budget") or bool(_MONEY_PLANS & asked.words)
    if asked.has("expected") and is_forecast(measure) and (is_deviation(measure) or not _deviates(asked)):
        score += _FORECAST
    elif is_expected(measure) and (not said or asked.has("deficit", "surplus")):
        score -= _EXPECTED
    return score


def _most_of(asked: Asked) -> int:
    """The term behind "flest": what there is most of is what is measured."""
    begins = asked.cues.get("numerous")
    behind = (at for at, term in enumerate(asked.terms) if begins is not None and term.start > begins)
    return next(behind, -1)


def _deviates(asked: Asked) -> bool:
    """Is it asked how far something is from what was planned?"""
    return asked.has("budget", "deficit", "surplus")


def _is_kind(at: int, near: Near, kinds: frozenset[str]) -> bool:
    """Is the term a label that other tables tell apart ("män")?"""
    return any(strength > 0.95 and word in kinds for word, strength in near[at].single.items())
