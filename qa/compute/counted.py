"""Counting the rows of lists: how many there are, how many more than in another month or in another list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from qa.compute.lists import Listing, Paragraphs, Row, listings, met, of_time
from qa.compute.slots import listed_periods
from qa.query import Query, Wants
from qa.read.readings import Reading
from qa.statistics.accounting import is_filler
from qa.statistics.question import Asked, Term, ask

_MOST: Final = 80  # rows that are counted: each is cited
_MORE_THAN: Final = re.compile(r"\b(?:fler|färre)\b.*?\b(än)\b|\b(?:more|fewer)\b.*?\b(than)\b", re.IGNORECASE)
_TOGETHER: Final = re.compile(
    r"\b(?:tillsammans|sammanlagt|sammantaget|totalt|ihop|together|combined|altogether|in total|in all|total)\b",
    re.IGNORECASE,
)
_ANYBODY: Final = re.compile(
    r"^(?:person\w*|människ\w*|medarbet\w*|anställda|personal\w*|people|persons?|employees?|staff|members?|ny[ta]?|nya|new"
    r"|differences?|skillnad\w*|fall|så|bland|among|stor[at]?|large|big)$",
    re.IGNORECASE,
)
_NEW_STAFF: Final = re.compile(
    r"\bnya? (?:\w+ )?\w*anställ\w+|\bnew (?:\w+ )?(?:employees|staff|colleagues)\b|\bnew(?:ly)? (?:\w+ )?hire[sd]\b",
    re.IGNORECASE,
)
_LISTED: Final = tuple(
    (re.compile(rf"^(?:{said})", re.IGNORECASE), listed)
    for said, listed in (
        ("new hire|hire|newly hired|recruit", "nyanställda"),
        ("departure|resign|quit|left$|leave|leaving|slutat?$|slutade$|sluta$", "avgångar"),
        ("retire", "pension"),
        ("refus|reject", "avslag"),
        ("grant|approv", "beviljat"),
    )
)
"""Words of questions and what lists call it."""
_ALIKE: Final = 0.6  # share of the words of two titles of the same kind of list


@dataclass(frozen=True)
class Count:
    """The rows of a list that are meant. all: none of its rows was left out."""

    listing: Listing
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Counted:
    """One count, or two that are compared: the one asked about, then the one that it is held against.

    asks_whether: it is asked whether the first is more. added: it is asked how many they are together.
    """

    counts: tuple[Count, ...]
    asks_whether: bool = False
    of_times: bool = False
    added: bool = False

    @property
    def total(self) -> int:
        """How many they are together."""
        return sum(len(count.rows) for count in self.counts)

    @property
    def more(self) -> int:
        """How many more the first has."""
        return len(self.counts[0].rows) - len(self.counts[-1].rows)


def counted(query: Query, readings: Sequence[Reading], library: Paragraphs) -> Counted | None:
    """What the question asks to be counted in lists, None where no list is clearly meant."""
    compares = _MORE_THAN.search(query.question)
    times = listed_periods(query)
    if (query.wants is not Wants.COUNT and compares is None) or not 0 < len(times) <= 2:
        return None
    found = [one for one in listings(readings, library) if any(of_time(one, time) for time in times)]
    asked = ask(query.meant, query.language)
    terms = [_widened(term) for term in asked.terms if not is_filler(term) and not _ANYBODY.match(term.text)]
    home = readings[0].passage.candidate.around if readings else frozenset()
    terms = [term for term in terms if term.text.lower() not in home and not _TOGETHER.fullmatch(term.text)]
    terms += _newly_hired(query)
    if not found or not terms:
        return None
    if len(times) == 2:
        later = [one for one in found if of_time(one, max(times, key=lambda time: time.days))]
        before = [one for one in found if one not in later]
        pairs = [(one, two) for one in later for two in before if _same_kind(one, two)]
        found_pair = _one([_pair(terms, one, two) for one, two in pairs])
        if found_pair is not None and _TOGETHER.search(query.question):
            return replace(found_pair, added=True)
        return found_pair if query.changes else None
    if compares is not None and len(found) > 1:
        return _between(query, asked, terms, found, compares)
    return None if query.changes else _one([_single(terms, one) for one in found])


def _widened(term: Term) -> Term:
    """The term with the word that lists have for it."""
    words = [(((listed,), 1.0)) for pattern, listed in _LISTED if pattern.search(term.text)]
    return replace(term, alternatives=(*term.alternatives, *words))


def _newly_hired(query: Query) -> list[Term]:
    """ "Nya tillsvidareanställda" are "nyanställda"."""
    said = _NEW_STAFF.search(query.question)
    return [] if said is None else [Term(said[0], said.start(), said.end(), ((("nyanställda",), 1.0),))]


def _single(terms: Sequence[Term], listing: Listing) -> Counted | None:
    rows = _rows(terms, listing)
    return Counted((Count(listing, rows),)) if rows else None


def _pair(terms: Sequence[Term], one: Listing, two: Listing) -> Counted | None:
    rows = _rows(terms, one), _rows(terms, two)
    return Counted((Count(one, rows[0]), Count(two, rows[1])), of_times=True) if all(rows) else None


def _between(
    query: Query, asked: Asked, terms: Sequence[Term], found: Sequence[Listing], compares: re.Match[str]
) -> Counted | None:
    """Two lists of one time: what stands before "än" names the one, what stands behind it the other."""
    than = asked.text.lower().find(f" {(compares[1] or compares[2]).lower()} ", compares.start())
    first = [term for term in terms if term.start < than]
    second = [term for term in terms if term.start > than]
    choices = []
    for one in found:
        for two in found:
            own, other = _own(first, one, two), _own(second, two, one)
            shared = [term for term in terms if term not in own + other]
            if own and other and all(met(term, one.words) and met(term, two.words) for term in shared):
                choices.append(Counted((Count(one, one.rows), Count(two, two.rows)), _asks_whether(query)))
    return _one(choices)


def _own(terms: Sequence[Term], listing: Listing, other: Listing) -> list[Term]:
    """The terms that name this list and not the other."""
    return [term for term in terms if met(term, listing.name) and not met(term, other.name)]


def _rows(terms: Sequence[Term], listing: Listing) -> tuple[Row, ...]:
    """The rows that the terms mean; () where the title names none of them, or a term is found nowhere."""
    if not any(met(term, listing.name) for term in terms):
        return ()
    left = [term for term in terms if not met(term, listing.words)]
    rows = tuple(row for row in listing.rows if all(met(term, row.words | listing.name) for term in left))
    return rows if len(rows) <= _MOST else ()


def _same_kind(one: Listing, two: Listing) -> bool:
    return len(one.name & two.name) >= _ALIKE * max(len(one.name | two.name), 1)


def _asks_whether(query: Query) -> bool:
    return re.match(r"(?:hur|how|vad|what|med|by)\b", query.question, re.IGNORECASE) is None


def _one(choices: Sequence[Counted | None]) -> Counted | None:
    """The only choice, or that all agree on."""
    kept = [choice for choice in choices if choice is not None]
    sizes = {tuple(len(count.rows) for count in choice.counts) for choice in kept}
    return kept[0] if len(sizes) == 1 else None
