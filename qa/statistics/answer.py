"""The whole way of a question to tables: catalogue, match, plan, work, words, verification."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from threading import Lock
from typing import Final

from indexer.embedding import Embedder
from indexer.errors import NotFound
from indexer.library import Library
from indexer.tables.periods import period_of
from indexer.tables.store import TableStore
from qa.compose.verify import Unverified
from qa.model import Answer
from qa.query import Query, Wants
from qa.statistics.accept import Verdict, accept, consider, holds_in_text
from qa.statistics.accounting import left_over
from qa.statistics.ambiguous import alternatives
from qa.statistics.catalogue import Catalogue
from qa.statistics.conflicts import with_rivals
from qa.statistics.families import catalogue
from qa.statistics.match import Match, matches
from qa.statistics.meaning import Meaning, meant_by
from qa.statistics.meant import NO_MEANING
from qa.statistics.nearness import Near, nearness
from qa.statistics.odds import vector
from qa.statistics.operations import Worked, work
from qa.statistics.periods import Chosen
from qa.statistics.plan import Filter, Operation, Plan
from qa.statistics.question import Asked, ask
from qa.statistics.resolve import resolve
from qa.statistics.results import Absent
from qa.statistics.rows import fetch
from qa.statistics.say import say
from qa.statistics.saying import figures_of
from qa.statistics.speech import Speech, decimals_of
from qa.statistics.standing_in import is_no_part, nothing, stands_in, wrong_period
from qa.statistics.times import Times
from qa.statistics.verify import verify

_LOG: Final = logging.getLogger(__name__)
_NO_VALUES: Final = frozenset(
    {Wants.REASON, Wants.PERSON, Wants.PARTY, Wants.SPEAKER, Wants.QUESTIONS, Wants.DNR, Wants.SECTION}
)
_ENOUGH: Final = 5  # values that show by themselves how many decimals a column has
_SAMPLE: Final = 60
_SIDES: Final = 2
_YEAR: Final = 4  # digits
_SURE: Final = 0.6  # share of a label's words


@dataclass(frozen=True)
class Tried:
    """A reading as `qa.learn.tables` judges it.

    values: those of `odds.NAMES`. doubtful: the odds decide where rules refuse it. accepted: the rules take it.
    """

    values: list[float]
    doubtful: bool
    accepted: bool
    answer: Answer | None


class Statistics:
    """Answers questions from the tables of one library. Safe to use from several threads."""

    def __init__(self, library: Library, embedder: Embedder | None = None) -> None:
        """embedder: the product's own; with it labels are known by what they mean too."""
        self._library = library
        self._meaning = Meaning(embedder) if embedder is not None else None
        self._store = TableStore(library.tables_folder)
        self._lock = Lock()
        self._change = -1
        self._catalogue: Catalogue | None = None

    def close(self) -> None:
        """Give memory back."""
        self._store.close()

    def answer(self, query: Query, change: int) -> Answer | None:
        """The answer from tables, None when none fits. change: the library's change number, for the catalogue kept."""
        known = self._known(change)
        since = len(query.meant) - len(query.question)
        asked = ask(query.meant, query.language, since)
        if query.attributes or (query.wants in _NO_VALUES and not asked.has("highest", "lowest")):
            return None
        asked, verdict = self._understood(asked, query.meant, known)
        return None if verdict is None else self._said(asked, verdict, query.question)

    def tried(self, query: Query, change: int) -> list[Tried]:
        """The best reading of each way to take the question with its answer, whatever speaks against it.

        For learning what speaks for a reading.
        """
        known = self._known(change)
        tried = []
        for way in _ways(ask(query.meant, query.language), query.meant):
            near = nearness(way, known)
            plain = matches(way, known, near)
            meant = meant_by(way, plain, self._meaning) if self._meaning is not None else NO_MEANING
            for found in (plain, matches(way, known, near, meant)) if meant else (plain,):
                one = consider(way, found, known, near, self._store)
                if one is not None:
                    values = vector(way, one.readings[0], one.readings)
                    answer = self._said(way, Verdict(one.readings[:1], within=one.within), query.question)
                    tried.append(Tried(values, one.may_be_meant, _answers(one.verdict), answer))
        return tried

    def _said(self, asked: Asked, verdict: Verdict, question: str) -> Answer | None:
        """The answer of a verdict in words, None when it cannot be sent."""
        try:
            worked = self._work(asked, verdict)
            if not holds_in_text(worked):
                return None
            answer = say(worked, self._speech(asked, worked), self._library, self._store, question)
            return verify(answer, self._store)
        except (Unverified, NotFound, LookupError) as reason:
            _LOG.warning("An answer from a table was not sent: %s", reason)
            return None

    def _understood(self, asked: Asked, text: str, known: Catalogue) -> tuple[Asked, Verdict | None]:
        """The first way to read the question that a table answers: by phrases, word by word, by what labels mean.

        Where none does, the first that says what the tables lack.
        """
        read = []
        for way in _ways(asked, text):
            near = nearness(way, known)
            found = matches(way, known, near)
            read.append((way, near, found, accept(way, found, known, near, self._store)))
        answering = [(one, verdict) for one in read if (verdict := one[3]) is not None and _answers(verdict)]
        if answering:
            (way, near, found, _), verdict = answering[0]
            if len(answering) > 1 and _says_more(answering[1][0][0], answering[1][1], way, verdict):
                (way, near, found, _), verdict = answering[1]
            over = left_over(way, verdict.matches[0])
            return way, (self._meant(way, found, near, known) if over else None) or verdict
        for way, near, found, _ in read:
            if (verdict := self._meant(way, found, near, known)) is not None:
                return way, verdict
        return next(((way, verdict) for way, _, _, verdict in read if verdict is not None), (asked, None))

    def _meant(self, asked: Asked, found: Sequence[Match], near: Near, known: Catalogue) -> Verdict | None:
        """The verdict that answers where words left over stand for what is like them in meaning."""
        meant = meant_by(asked, found, self._meaning) if self._meaning is not None else NO_MEANING
        verdict = accept(asked, matches(asked, known, near, meant), known, near, self._store) if meant else None
        return verdict if _answers(verdict) else None

    def _known(self, change: int) -> Catalogue:
        with self._lock:
            if self._catalogue is None or self._change != change:
                self._catalogue, self._change = catalogue(self._library, self._store), change
            return self._catalogue

    def _work(self, asked: Asked, verdict: Verdict) -> Worked:
        """The first reading that has cells; those after the best only when they explain the question as well."""
        best = verdict.matches[0]
        refusal: Worked | None = None
        for match in verdict.matches:
            other = match is not best and not stands_in(asked, match, best, refusal)
            if other and not (refusal is not None and wrong_period(refusal) and same_elsewhere(best, match)):
                continue
            for variant in _variants(match):
                plan = _within(resolve(asked, variant, self._store, verdict.matches), verdict)
                if verdict.held or verdict.lacking:
                    return Worked(
                        plan, Chosen(), Absent(held=verdict.held, unnamed=verdict.lacking, kinds=verdict.kinds)
                    )
                if _half_compared(asked, plan):
                    return Worked(plan, Chosen(), Absent())
                worked = work(plan, times_for(asked, variant), self._store)
                if not nothing(worked) and not wrong_period(worked) and not is_no_part(worked):
                    worked = with_rivals(asked, worked, match, verdict.matches, self._store)
                    return alternatives(asked, worked, verdict.matches, self._store)
                if refusal is None or (nothing(refusal) and not nothing(worked)):
                    refusal = worked
        assert refusal is not None, "a verdict has a match"
        return refusal

    def _speech(self, asked: Asked, worked: Worked) -> Speech:
        figures = list(figures_of(worked.result))
        shown = [one for one in figures if one.value is not None]
        if shown and not any(one.value for one in shown):  # 0 has the decimals of its neighbours
            shown += list(fetch(worked.plan, self._store, None, limit=50))
        elif shown and len(shown) < _ENOUGH:
            first = shown[0]
            shown += [
                one
                for one in self._store.figures(first.table, [first.column], limit=_SAMPLE)
                if one.unit == first.unit and one.measure == first.measure
            ]
        decimals, exact = decimals_of(figures, shown)
        return Speech(asked.language, worked.plan, decimals, exact)


def _ways(asked: Asked, text: str) -> Iterable[Asked]:
    """The question with its phrases, and word by word where it has any."""
    yield asked
    apart = ask(text, asked.language, asked.since, phrases=False)
    if len(apart.terms) > len(asked.terms):
        yield apart


def _answers(verdict: Verdict | None) -> bool:
    """Does it answer, and not only say what the tables lack or have instead?"""
    return verdict is not None and not (verdict.held or verdict.lacking)


def _says_more(apart: Asked, by_words: Verdict, asked: Asked, by_phrases: Verdict) -> bool:
    """Do the words, each for itself, name a label beside those that phrases name ("kommunala | skolor")?"""
    one, two = by_phrases.matches[0], by_words.matches[0]
    if one.family is not two.family or left_over(apart, two):
        return False
    labels = [{(hit.dimension, hit.label) for hit in match.labels} for match in (one, two)]
    return labels[0] < labels[1] and (one.measure is two.measure or bool(left_over(asked, one)))


def _half_compared(asked: Asked, plan: Plan) -> bool:
    """ "hur många fler pendlar ut än in" where only one side is found: its value is no answer."""
    one_value = plan.operation is Operation.LOOKUP and len(asked.times.stated) < _SIDES
    told = asked.has("budget", "deficit", "surplus") or asked.threshold is not None
    return one_value and asked.has("difference") and asked.has("more_than") and not told


def _variants(match: Match) -> Iterable[Match]:
    """The match, then without what it takes from the question least surely: labels in part, columns of yes and no."""
    yield match
    sure = tuple(hit for hit in match.labels if hit.covered >= _SURE)
    if len(sure) < len(match.labels):
        yield replace(match, labels=sure)
    parts = tuple(hit for hit in match.labels if hit.label not in hit.dimension.totals)
    if parts and len(parts) < len(match.labels):  # "bandyklubbarna sammanlagt": no row for all is of one kind
        yield replace(match, labels=parts)
    if match.named:
        yield replace(match, labels=sure, named={}, flags=frozenset())


def times_for(asked: Asked, match: Match) -> Times:
    """The times that are asked for, those of a column named by its whole header among them; days that rows have not."""
    days = {period.iso for hit in match.labels if not hit.met and (period := period_of(hit.label)) is not None}
    days |= _numbers_of_labels(asked, match)
    if days:
        return replace(asked.times, stated=tuple(one for one in asked.times.stated if one.iso not in days))
    if asked.times.stated or asked.times.last or match.period is None:
        return asked.times
    return replace(asked.times, stated=(match.period,))


def _numbers_of_labels(asked: Asked, match: Match) -> set[str]:
    """ "2000" of "Natura 2000", "2085" beside the name of its row: years only by their looks."""
    held = {word for hit in match.labels for word in re.split(r"\D+", hit.label) if len(word) == _YEAR}
    named = [asked.terms[at] for hit in match.labels for at in hit.met]
    beside = {asked.text[max(0, term.start - _YEAR - 1) : term.start].strip() for term in named}
    beside |= {asked.text[term.end : term.end + _YEAR + 3].strip(" ()") for term in named}
    codes = {label for one in match.family.dimensions if one.code for label in one.labels}
    return held | (beside & codes)


def same_elsewhere(best: Match, match: Match) -> bool:
    """Does another table of the same document measure the same, and have all labels that the question names?"""
    documents = {one.id for one in best.family.documents}
    if match.family is best.family or documents.isdisjoint(one.id for one in match.family.documents):
        return False
    named = {at for hit in best.labels if hit.covered >= _SURE for at in hit.met}
    alike = bool(match.own) and set(match.measure.telling) == set(best.measure.telling)
    return alike and named <= set(match.met)


def _within(plan: Plan, verdict: Verdict) -> Plan:
    """The plan with the labels that lie in what a name of the question means."""
    if verdict.within is None or verdict.within[0] not in plan.family.dimensions:
        return plan
    dimension, labels = verdict.within
    rest = tuple(one for one in plan.filters if one.dimension is not dimension)
    return replace(plan, group=plan.group or dimension, filters=(*rest, Filter(dimension, labels, said=False)))
