"""Who signed, chaired, prepared or ordered something: the line on that of the very document that is asked about."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from indexer.figures import Period
from indexer.language.tokens import fold
from indexer.model import Kind, Role
from qa.choose.doers import names_doer
from qa.choose.doings import asked_doing
from qa.choose.matter import topics
from qa.find.home import is_elsewhere, speaks_of_it, surely_named
from qa.query import Query, Wants
from qa.read.lead import is_named
from qa.read.matching import coverage, token_set
from qa.read.offices import (
    CHECKED,
    LONGEST,
    TITLED,
    asked_office,
    asks_role,
    asks_signature,
    holders,
    labelled,
)
from qa.read.readings import Reading, take_first

_ON_IT: Final = {"sv": 0.5, "en": 0.35}  # share of the matter that the document must name; translations are loose
_CLEARLY: Final = 0.2  # by so much more it must than the one that reads best
_OF_THE_KIND: Final = 0.3
_AS_WELL: Final = 0.15  # by so much more another paper of its kind may be on the matter
_OF_CHECKERS: Final = "juster"  # how the office of those who check the minutes begins
_MOMENTS: Final = frozenset({"day", "month"})
_MINUTES: Final = frozenset({Kind.PROTOKOLL, Kind.PROTOKOLLSUTDRAG})


def post_first(query: Query, readings: list[Reading]) -> list[Reading]:
    """The line that says who holds the office, or the signature, of the document that is most on the matter."""
    if not _asks(query) or (asked_doing(query) is not None and _told_otherwise(query, readings)):
        return readings
    fits = _Fits(query, readings)
    told = [one for one in readings if _tells(query, one, readings) and _on_it(query, one, fits)]
    if not told:
        return readings
    best = max(told, key=lambda one: (round(fits.of(one), 2), *_plainly(query, one), one.score))
    stays = _tells(query, readings[0], readings) and fits.of(readings[0]) >= fits.of(best) - _CLEARLY
    return readings if stays else take_first(best, readings)


def tells_post(query: Query, readings: list[Reading]) -> bool:
    """Does the best reading say who holds the office, or who signed, in a document on the matter?"""
    if not _asks(query) or not _tells(query, readings[0], readings):
        return False
    return _on_it(query, readings[0], _Fits(query, readings))


def _on_it(query: Query, one: Reading, fits: _Fits) -> bool:
    """Is its document on the matter, and no other paper of its kind, which does not say it, clearly more so?"""
    return fits.of(one) >= max(_ON_IT[query.language], fits.best_of_its_kind(one) - _AS_WELL)


def _asks(query: Query) -> bool:
    if query.wants is Wants.TEXT:
        return asks_role(query.question)
    asked = asked_office(query.question) is not None or asks_signature(query.question)
    return query.wants is Wants.PERSON and asked


def _told_otherwise(query: Query, readings: list[Reading]) -> bool:
    done = asked_doing(query)
    return done is not None and names_doer(query, readings[0], done, readings)


def _tells(query: Query, one: Reading, readings: list[Reading]) -> bool:
    """Is it a line of front page or signatures that names who holds the office, or who signed?"""
    passage = one.passage
    if query.wants is Wants.TEXT:
        return any(person.role and is_named(query, person) for person in passage.persons)
    if passage.candidate.paragraph.role not in TITLED or len(passage.text) > LONGEST:
        return False
    office = asked_office(query.question)
    if office is None:
        return _is_signature(one) and bool(passage.persons)
    if holders(office, passage.text, passage.persons) or labelled(office, passage.text):
        return True
    return office.pattern.startswith(_OF_CHECKERS) and _below_checked(one, readings)


def _below_checked(one: Reading, readings: list[Reading]) -> bool:
    """Does it name those under a line "Justerat 2019-04-24" that stands just above?"""
    mine = one.passage.candidate.paragraph
    return bool(one.passage.persons) and any(
        CHECKED.match(other.passage.text)
        and not other.passage.persons
        and other.passage.candidate.paragraph.document_id == mine.document_id
        and other.passage.candidate.paragraph.place.number == mine.place.number - 1
        for other in readings
    )


def _plainly(query: Query, one: Reading) -> tuple[bool, ...]:
    """How plainly it says so: behind a label, with the party, as a signature."""
    office = asked_office(query.question)
    label = office is not None and bool(labelled(office, one.passage.text))
    return label, any(person.party for person in one.passage.persons), _is_signature(one)


def _is_signature(one: Reading) -> bool:
    return one.passage.candidate.paragraph.role is Role.SIGNATURE


class _Fits:
    """How well the documents that were read fit what the question is about, its time, committee and kind."""

    def __init__(self, query: Query, readings: list[Reading]) -> None:
        self._query = query
        named = asked_office(query.question)
        self._about = [item for item in topics(query) if named is None or not named.search(item.concept.word)]
        self._read: dict[str, list[Reading]] = {}
        for one in readings:
            self._read.setdefault(one.passage.candidate.document.id, []).append(one)
        self._known = {document: self._fit(read) for document, read in self._read.items()}

    def of(self, one: Reading) -> float:
        """From 0 up; 0 for a document of another day, month or committee than asked for."""
        return self._known[one.passage.candidate.document.id]

    def best_of_its_kind(self, one: Reading) -> float:
        """That of the document of the same kind that fits best."""
        kind = one.passage.candidate.document.kind
        alike = (read[0] for read in self._read.values() if read[0].passage.candidate.document.kind is kind)
        return max(self.of(other) for other in alike)

    def _fit(self, read: list[Reading]) -> float:
        candidate, query = read[0].passage.candidate, self._query
        document = candidate.document
        asked = [period for period in map(_moment, query.periods) if period.precision in _MOMENTS]
        if (
            candidate.committee < 0
            or self._elsewhere(read)
            or (asked and not any(_is_of(period, read) for period in asked))
        ):
            return 0.0
        title = token_set(f"{document.title} {document.committee or ''}")
        there = {*title, *token_set(f"{document.municipality or ''} {' '.join(candidate.around)}")}
        there.update(token for one in read for token in (*one.passage.paragraph_tokens, *one.passage.context_tokens))
        met = coverage(self._about, frozenset(there)) if self._about else float(bool(asked))
        years = [period.start[:4] for period in query.periods if not period.yearless]
        of_year = bool(years) and (document.date or "")[:4] in years
        kind = document.kind in query.kinds or ("protokoll" in fold(query.question) and document.kind in _MINUTES)
        more = coverage(self._about, title) / 2 + _OF_THE_KIND * (kind + of_year + candidate.committee)
        return met + more if met else 0.0

    def _elsewhere(self, read: list[Reading]) -> bool:
        """Is a municipality surely named that the document is not of, nor, of none, anything read of it speaks of?"""
        document = read[0].passage.candidate.document
        if not surely_named(self._query):
            return False
        if document.municipality:
            return is_elsewhere(self._query, document)
        texts = (f"{one.passage.candidate.paragraph.readable} {one.passage.context}" for one in read)
        return not any(speaks_of_it(self._query, text) for text in texts)


def _moment(period: Period) -> Period:
    """The month or day itself, where "protokollet från april 2022" reads as all time from it on; else as it is."""
    open_ended = not period.end and len(period.start) >= len("2022-04") and not period.yearless
    return replace(period, end=period.start, precision="month") if open_ended else period


def _is_of(period: Period, read: list[Reading]) -> bool:
    """Is the document of the day or month: by its date, without one by what its front or signatures say?"""
    date = read[0].passage.candidate.document.date
    if date and not period.yearless:
        return period.start <= date[: len(period.start)] and date[: len(period.end)] <= period.end
    return any(
        period.covers(other)
        for one in read
        if one.passage.candidate.paragraph.role in TITLED
        for other in one.passage.periods
    )
