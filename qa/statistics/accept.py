"""Is a table what the question is about? Refusals of units, counted things and names that the table does not have."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final

from indexer.language.words import known as is_word
from indexer.tables.model import Addressing
from indexer.tables.store import TableStore
from qa.statistics.accounting import is_beside, is_gloss, left_over, unaccounted
from qa.statistics.catalogue import Catalogue, Dimension, Family
from qa.statistics.columns_asked import chosen_columns
from qa.statistics.held import held
from qa.statistics.match import Match
from qa.statistics.nearness import Near
from qa.statistics.odds import LIKELY, likely
from qa.statistics.operations import Worked
from qa.statistics.places import members
from qa.statistics.question import Asked
from qa.statistics.results import Absent, Pair, Part, Ranked, Single, Spread

_EXPLAINED: Final = 0.58  # share of the question's weight that the best table must have
_EXPLAINED_IN_TEXT: Final = 0.8  # of tables inside documents, which the way over running text reads too
_TRIED: Final = 8
_PLACED: Final = 4  # more, that lack only a name: what it stands for may lie in them
_SURE: Final = 0.75  # share that must be explained where the question has no word of the measure's own
_CONTENT: Final = 0.6  # weight of a word that must be met where only the title says what is measured
_WHOLE: Final = 0.85  # of a label
_OUTCOMES: Final = frozenset("utfall bokslut redovisat redovisning actual outcome".split())
_LEFT_OUT: Final = 0.25
_HALF: Final = 0.6
_ROOT: Final = 4  # letters
_TIMES: Final = ("år", "året", "year", "datum", "date", "årtal")
_PART_OF_NAME: Final = 0.7  # share of a label
_VAGUE: Final = 0.25
_HALF_ALIKE: Final = 0.5
_ONE_AND_ROWS: Final = 2  # a measure, and the number of rows
_NEARLY: Final = 0.4  # of scores, for readings that leave nothing of the question out

_AVERAGE: Final = re.compile(r"(?:medel|median|genomsnitts|snitt)[a-zåäö]{3}", re.IGNORECASE)


_Within = tuple[Dimension, tuple[str, ...]] | None
_Placed = tuple[Match, _Within]


@dataclass(frozen=True)
class Verdict:
    """matches: the readings to try, best first. held: what the tables have instead, when they cannot answer.

    lacking: what they do not tell apart, as others do (`kinds`), or words that nothing in them stands for. within: the
    labels that a name outside the table stands for.
    """

    matches: tuple[Match, ...]
    held: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()
    within: _Within = None
    kinds: bool = False


@dataclass(frozen=True)
class Considered:
    """The readings of a question, best first, and what rules, each on its own, say of the first.

    may_be_meant: what speaks against it is words left over, none a name, a kind or the thing counted.
    """

    readings: tuple[Match, ...]
    within: _Within
    verdict: Verdict | None
    may_be_meant: bool


def accept(asked: Asked, found: Sequence[Match], known: Catalogue, near: Near, store: TableStore) -> Verdict | None:
    """The readings that are good enough, None when tables are not what is asked about."""
    considered = consider(asked, found, known, near, store)
    if considered is None:
        return None
    readings, verdict = considered.readings, considered.verdict
    refused = verdict is None or verdict.lacking
    if refused and considered.may_be_meant and likely(asked, readings[0], readings) >= LIKELY:
        return Verdict(readings, within=considered.within)
    return verdict


def consider(
    asked: Asked, found: Sequence[Match], known: Catalogue, near: Near, store: TableStore
) -> Considered | None:
    """The best readings of all that were found, None when there are none."""
    first = {id(match.family): match for match in reversed(found)}
    tried = sorted(first.values(), key=lambda match: -match.score)[:_TRIED]
    elsewhere = (match for match in found if match.chief and len(match.unmet) == 1 and match.unmet[0].name)
    tried += list(islice((match for match in elsewhere if all(match is not one for one in tried)), _PLACED))
    tried += [match for match in found[: 2 * _TRIED] if all(match is not one for one in tried)]
    placed = [_placed(asked, match, known, near, store) for match in tried]
    ranked = sorted(placed, key=lambda pair: -pair[0].score)
    if not ranked:
        return None
    _, within = ranked[0] = _first(asked, ranked, found)
    readings = tuple(match for match, _ in ranked)
    verdict = _by_rules(asked, readings, found, within)
    return Considered(readings, within, verdict, _may_be_meant(asked, readings[0], found))


def _may_be_meant(asked: Asked, best: Match, found: Sequence[Match]) -> bool:
    counted = asked.counted is not None and _is_hardly_met(asked, best, asked.counted)
    if (
        counted
        or asked.has("when")
        or best.lacking
        or _only_names(asked, best)
        or _asks_when(asked, best)
        or _names_unknown(asked, best)
        or held(asked, best, found)
        or in_text(best.family)
    ):
        return False
    return _said(asked, best) and not _only_a_name(asked, best) and not any(term.name for term in best.unmet)


def _is_hardly_met(asked: Asked, match: Match, at: int) -> bool:
    """Is a word of content left over, or met by a mere part of another ("timanställda" by "månadsanställda")?"""
    term = asked.terms[at]
    return term in unaccounted(asked, match) or (term.weight > _VAGUE and match.met.get(at, 1.0) < _HALF_ALIKE)


def _by_rules(asked: Asked, readings: tuple[Match, ...], found: Sequence[Match], within: _Within) -> Verdict | None:
    """What rules, each on its own, say of the first reading."""
    best = readings[0]
    if best.explained < _EXPLAINED or _names_unknown(asked, best) or _only_a_name(asked, best):
        return None
    if _left_out(asked, best) >= _LEFT_OUT or _asks_when(asked, best):
        return None
    if in_text(best.family) and (
        best.explained < (_EXPLAINED_IN_TEXT if unaccounted(asked, best) else _SURE)
        or ((not best.chief or not (best.measure.own or _is_placed(best))) and not _is_outcome(best))
    ):
        return None
    columns = chosen_columns(asked, best)
    kinds = tuple(text for text in best.lacking if not (columns and text == asked.terms[asked.chosen or 0].text))
    lacking = kinds or tuple(term.text for term in unaccounted(asked, best))
    if lacking:
        return Verdict((best,), lacking=lacking, kinds=bool(kinds))
    instead = held(asked, best, found)
    if not instead and not _said(asked, best):
        return None
    return Verdict(readings, instead, within=within)


def _first(asked: Asked, ranked: Sequence[_Placed], found: Sequence[Match]) -> _Placed:
    """The best reading that accounts for every word, where one is nearly as good as the best of all."""
    best = ranked[0][0]
    near = [one for one in ranked if best.score - one[0].score < _NEARLY and one[0].explained >= _EXPLAINED]
    whole = [one for one in near if _is_whole(asked, one[0], first=one is ranked[0]) and not held(asked, one[0], found)]
    told = [one for one in whole if asked.chosen is None or asked.chosen in one[0].named.values()]
    return next(iter([*told, *whole]), ranked[0])


def _is_whole(asked: Asked, match: Match, first: bool) -> bool:
    """Does the reading account for every word, and not only half when it is not the best?"""
    if unaccounted(asked, match) or match.lacking or not _said(asked, match):
        return False
    weighty = [at for at, term in enumerate(asked.terms) if term.weight >= _CONTENT and term not in match.unmet]
    return first or all(match.met.get(at, 0.0) >= _HALF for at in weighty)


def _left_out(asked: Asked, match: Match) -> float:
    """The share of the question's weight in words of content that nothing of the table meets."""
    total = sum(term.weight for term in asked.terms) or 1.0
    return sum(term.weight for term in left_over(asked, match)) / total


def in_text(family: Family) -> bool:
    """Are its tables parts of running text?"""
    return all(table.addressing is Addressing.PAGE for table in family.tables)


def holds_in_text(worked: Worked) -> bool:
    """Is the result good enough to answer from a table inside a document: values it states, not sums or refusals?"""
    if not in_text(worked.plan.family) or isinstance(worked.result, Single | Pair | Part | Spread | Ranked):
        return True
    return isinstance(worked.result, Absent) and bool(worked.result.figures)  # the cell is there, and empty


def _placed(asked: Asked, match: Match, known: Catalogue, near: Near, store: TableStore) -> _Placed:
    """The match, better where a name that it lacks is what its labels lie in."""
    names = [term for term in match.unmet if term.name]
    if len(names) != 1 or not match.own:
        return match, None
    at = asked.terms.index(names[0])
    for dimension in match.family.dimensions:
        if dimension.of_tables or dimension.code or len(dimension.labels) < 2:
            continue
        if labels := members(known, near, at, dimension, store):
            gain = names[0].weight / (sum(term.weight for term in asked.terms) or 1.0)
            rest = tuple(term for term in match.unmet if term is not names[0])
            better = replace(match, score=match.score + gain, explained=match.explained + gain, unmet=rest)
            return better, (dimension, labels)
    return match, None


def _names_unknown(asked: Asked, match: Match) -> bool:
    """Does the question name somebody or something that the table does not have, nor another column to compare with?"""
    compared = asked.has("difference")
    names = (term for term in match.unmet if term.name and not is_gloss(asked, match, term))
    return any(not (compared and is_beside(asked, match, term)) for term in names)


def _only_a_name(asked: Asked, match: Match) -> bool:
    """Is all that the table has of the question a part of a name: "Norr" of "Norrs bibliotek", and nothing counted?"""
    if match.measure.rows or not match.labels or any(hit.covered > _PART_OF_NAME for hit in match.labels):
        return False
    by_label = {at for hit in match.labels for at in hit.met}
    said = [at for at, term in enumerate(asked.terms) if term.weight > _VAGUE and match.met.get(at, 0.0) >= _HALF_ALIKE]
    return set(said) <= by_label and all(asked.terms[at].name for at in by_label)


def _is_placed(match: Match) -> bool:
    """Does the question name a row of a table that measures one thing, which its title says?"""
    return len(match.family.measures) <= _ONE_AND_ROWS and any(hit.covered >= _WHOLE for hit in match.labels)


def _is_outcome(match: Match) -> bool:
    """Is it what an item came to, in a table of accounts, of an item that the question names as a whole?"""
    telling = match.measure.telling
    return bool(telling) and set(telling) <= _OUTCOMES and any(hit.covered >= _WHOLE for hit in match.labels)


def _said(asked: Asked, match: Match) -> bool:
    """Does the question say what is measured: in the measure's words, or in the title of a table without others?"""
    if match.measure.rows or match.own or _is_outcome(match) or chosen_columns(asked, match):
        return True
    if asked.has("mean") or any(_AVERAGE.match(term.text) for term in asked.terms):
        return False
    if any(term.weight >= _CONTENT for term in match.unmet):
        return False
    if _only_names(asked, match):
        return False
    if not match.measure.telling_apart:
        return True
    if (
        match.measure.own
        and match.measure.unit == "antal"
        and not asked.has("counting", "numerous", "more_than", "difference", "other", "change", "trend", "share")
    ):
        return False
    of_unit = [one for one in match.family.measures if not one.rows and one.unit == match.measure.unit]
    return len(of_unit) <= 2 and match.explained >= _SURE


def _asks_when(asked: Asked, match: Match) -> bool:
    """ "När ska hallen stå klar?": a time is asked for by itself, where what is measured is no time that is named."""
    chosen = asked.has("highest", "lowest", "change", "counting", "difference", "trend") or asked.threshold is not None
    begun = {word[:_ROOT] for word in asked.words}  # "byggdes" asks for "Byggår"
    said = [word for word in match.measure.words if match.own or word[:_ROOT] in begun]
    times = any(word.endswith(_TIMES) or (word.endswith("ar") and not is_word(word)) for word in said)  # "byggar"
    return asked.cues.get("when") == 0 and not chosen and not times


def _only_names(asked: Asked, match: Match) -> bool:
    """Are names all that the question has of the table, and nothing of what it counts: "hur många jobbar i Näset"?"""
    by_label = {at for hit in match.labels for at in hit.met}
    if asked.unit != "antal" or not by_label or not all(asked.terms[at].name for at in by_label):
        return False
    said = (at for at, term in enumerate(asked.terms) if term.weight > _VAGUE and at not in by_label)
    return not any(match.met.get(at, 0.0) >= _HALF_ALIKE for at in said)
