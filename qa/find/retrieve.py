"""Query -> ranked candidates: words and meaning fused, then weighed by what the question names.

Words and meaning each give their best few hundred; their scores are made comparable as z-scores over those and added
(design section 6). What the question names itself (document kind, §, registry number, period) then lifts a candidate.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

import numpy as np

from indexer.figures import Period
from indexer.language.tokens import fold, fold_letters, tokens
from indexer.model import Document, Form, Paragraph, Role
from indexer.search import Search
from qa.find.home import is_elsewhere, named_homes, speaks_of_it, surely_named
from qa.query import Query, Wants
from qa.read.matching import folded

FILTERS: Final = ("committee", "kind", "year", "document")
_LETTERS: Final = re.compile(r"[^\W\d_]{3,}")
_NAMED: Final = 0.6  # share of a committee's name that a question must use to name it
_COMMITTEE_LIFT: Final = 0.7
_ELSEWHERE: Final = 1.0  # how far documents of another municipality than the one that is named stand back
_DEPTH: Final = 300  # hits asked of each index
_MEANING_WEIGHT: Final = 0.5  # against words at 1; from .4 to .8 it makes no difference on the dev sets


@dataclass(frozen=True)
class Candidate:
    """A paragraph that may answer.

    score: fused, in standard deviations above the field. words, meaning: the two parts before they are fused, likewise.
    cosine: between the question and the paragraph, as the embedding has it.
    words_rank, meaning_rank: place in either index's list, from 0; infinite when it is not in it.
    document_behind, section_behind: how far its document's and its section's best paragraphs together lie behind the
        best document's and section's (0 for the best ones).
    committee: 1 when the question names the document's committee, -1 when it names another, else 0.
    around: words, folded, that name where it belongs without standing in it: the municipality that the document is of,
        what its file is called after, and those of the question's names that other paragraphs of its section hold.
    """

    document: Document
    paragraph: Paragraph
    score: float
    words: float = 0.0
    meaning: float = 0.0
    cosine: float = 0.0
    words_rank: float = math.inf
    meaning_rank: float = math.inf
    document_behind: float = 0.0
    section_behind: float = 0.0
    committee: int = 0
    around: frozenset[str] = frozenset()


def retrieve(
    search: Search, query: Query, k: int, filters: Mapping[str, str] | None = None, also: str = ""
) -> list[Candidate]:
    """The k best paragraphs for a query, best first.

    filters: any of "committee", "kind", "year", "document"; a document that does not fit is left out.
    also: the question said otherwise, for the search by meaning: see in_swedish.
    """
    found = _found(search, query, also)
    paragraphs = search.library.paragraphs_by_id(list(found))
    documents = {document.id: document for document in search.library.documents()}
    named = named_committees(query, documents.values())
    candidates = [
        _candidate(query, named, documents[p.document_id], p, found[p.id])
        for p in paragraphs.values()
        if p.document_id in documents and (not filters or fits(documents[p.document_id], filters))
    ]
    ranked = sorted(_there(query, candidates), key=lambda c: (-c.score, c.document.path, c.paragraph.place.number))
    return _with_names(query, _with_surroundings(ranked, k), _only_home(documents.values()))


def _there(query: Query, candidates: list[Candidate]) -> list[Candidate]:
    """Where the question names a municipality: its documents, and paragraphs that speak of it; none says all stay."""
    if not surely_named(query):
        return candidates
    kept = [one for one in candidates if not is_elsewhere(query, one.document) or speaks_of_it(query, _told(one))]
    return kept or candidates


def _told(candidate: Candidate) -> str:
    paragraph = candidate.paragraph
    return " ".join((paragraph.readable, candidate.document.title, *paragraph.place.headings))


def named_committees(query: Query, documents: Iterable[Document]) -> frozenset[str]:
    """Those of the documents' committees that the question names, by most of their name's tokens."""
    asked = {token: strength for concept in query.concepts for token, strength in concept.tokens}
    named = set()
    for committee in {document.committee for document in documents if document.committee}:
        stems = [token for token in tokens(committee) if token[0] not in "<>"]
        if sum(asked.get(stem, 0.0) for stem in stems) >= _NAMED * len(stems):
            named.add(committee)
    return frozenset(named)


def _candidate(
    query: Query, named: frozenset[str], document: Document, paragraph: Paragraph, found: _Found
) -> Candidate:
    committee = 0 if not named or document.committee is None else 1 if document.committee in named else -1
    fused = found.words + _MEANING_WEIGHT * found.meaning
    score = fused + _lift(query, document, paragraph) + _COMMITTEE_LIFT * committee
    return Candidate(document, paragraph, score, *found, committee=committee)


def _with_surroundings(ranked: list[Candidate], k: int) -> list[Candidate]:
    """The best k candidates with the strength of their documents and sections, from the paragraphs found in each."""
    documents = _strengths(ranked, lambda candidate: (candidate.document.id,), 3)
    sections = _strengths(ranked, _section, 2)
    best_document, best_section = max(documents.values(), default=0.0), max(sections.values(), default=0.0)
    return [
        replace(
            candidate,
            document_behind=best_document - documents[(candidate.document.id,)],
            section_behind=best_section - sections[_section(candidate)],
        )
        for candidate in ranked[:k]
    ]


def _with_names(query: Query, ranked: list[Candidate], home: str) -> list[Candidate]:
    """The candidates with what is known of where they belong; `home` where a document does not say whose it is."""
    if not query.names and not named_homes(query):
        return ranked
    asked = {word for name in (*query.names, *named_homes(query)) for word in _LETTERS.findall(fold(name))}
    held: dict[tuple[str, ...], set[str]] = {}
    for candidate in ranked:
        text = folded(candidate.paragraph.readable)
        held.setdefault(_section(candidate), set()).update(word for word in asked if word in text)
    return [
        replace(candidate, around=frozenset({*held[_section(candidate)], *_belonging(candidate.document, home, asked)}))
        for candidate in ranked
    ]


def _only_home(documents: Iterable[Document]) -> str:
    """The municipality of a library whose documents name no other, else ""."""
    homes = {document.municipality for document in documents if document.municipality}
    return homes.pop() if len(homes) == 1 else ""


def _belonging(document: Document, home: str, asked: set[str]) -> list[str]:
    """Its municipality, and those of the names that its file or folder is called after, with or without å, ä and ö."""
    path = fold_letters(fold(document.path))
    return [*_LETTERS.findall(fold(document.municipality or home)), *(n for n in asked if fold_letters(n) in path)]


def _section(candidate: Candidate) -> tuple[str, ...]:
    place = candidate.paragraph.place
    return (candidate.document.id, place.section or "", *place.headings[:2])


def _strengths(
    ranked: list[Candidate], key: Callable[[Candidate], tuple[str, ...]], depth: int
) -> dict[tuple[str, ...], float]:
    """Mean score of the best `depth` candidates of each group; a group with fewer counts zeros for the rest."""
    groups: dict[tuple[str, ...], list[float]] = {}
    for candidate in ranked:
        groups.setdefault(key(candidate), []).append(candidate.score)
    return {name: sum(scores[:depth]) / depth for name, scores in groups.items()}


def fits(document: Document, filters: Mapping[str, str]) -> bool:
    """Does the document pass the filters?"""
    found = {
        "committee": document.committee or "",
        "kind": document.kind.value,
        "year": (document.date or "")[:4],
        "document": document.path,
    }
    return all(found.get(name, "").lower() == wanted.lower() for name, wanted in filters.items() if wanted)


def index_terms(query: Query) -> list[tuple[str, float]]:
    """The weighted tokens that the word index is asked for."""
    terms: dict[str, float] = {}
    for concept in query.concepts:
        for token, strength in concept.tokens:
            terms[token] = max(terms.get(token, 0.0), strength * concept.weight)
    for period in query.periods:
        terms.setdefault(period.start[:4], 0.3)
    for section in query.sections:
        terms[f"§{section}"] = 1.0
    return list(terms.items())


class _Found(NamedTuple):
    """See Candidate."""

    words: float
    meaning: float
    cosine: float
    words_rank: float
    meaning_rank: float


def _found(search: Search, query: Query, also: str) -> dict[str, _Found]:
    """Paragraph -> how well its words and its meaning match, as z-scores over all that either index returned."""
    words = dict(search.words(index_terms(query), _DEPTH))
    meaning = dict(search.meaning(query.meant, _DEPTH, also))
    ids = list(dict.fromkeys([*words, *meaning]))
    least = min(meaning.values(), default=0.0)
    scores = (_z([words.get(i, 0.0) for i in ids]), _z([meaning.get(i) for i in ids]))
    ranks = [{identity: float(rank) for rank, identity in enumerate(hits)} for hits in (words, meaning)]
    return {
        i: _Found(float(w), float(m), meaning.get(i, least), *(rank.get(i, math.inf) for rank in ranks))
        for i, w, m in zip(ids, *scores, strict=True)
    }


def in_swedish(query: Query) -> str:
    """An English question word by word in Swedish, "" for a Swedish one.

    Beside its own words that brings it nearer to Swedish paragraphs. The reader has not learnt to read them so.
    """
    if query.language != "en":
        return ""
    from indexer.language.translation import translated_groups

    return " ".join(choices[0][0] for _, choices in translated_groups(query.meant) if choices)


def _z(scores: Sequence[float | None]) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """z-scores; what an index did not return gets that index's lowest score."""
    known = [score for score in scores if score is not None]
    if not known:
        return np.zeros(len(scores))
    filled = np.array([min(known) if score is None else score for score in scores])
    spread = float(filled.std())
    return (filled - filled.mean()) / spread if spread > 0 else np.zeros(len(scores))


def _lift(query: Query, document: Document, paragraph: Paragraph) -> float:
    """What the question names itself, in the unit of the fused score."""
    lift = 0.0
    if query.sections and paragraph.place.section and _digits(paragraph.place.section) in query.sections:
        lift += 1.0
    if query.dnrs and any(dnr in document.dnr for dnr in query.dnrs):
        lift += 1.0
    if query.kinds and document.kind in query.kinds:
        lift += 0.3
    if any(_dated_in(period, document) for period in query.periods):
        lift += 0.5
    lift -= _ELSEWHERE * is_elsewhere(query, document)
    if query.wants is Wants.DECISION and paragraph.role is Role.DECISION:
        lift += 0.5
    if paragraph.form is Form.HEADING:
        lift -= 0.3
    return lift


def _dated_in(period: Period, document: Document) -> bool:
    """Was the document dated in the period asked about, where that is shorter than a year?"""
    if not document.date or period.precision == "time" or len(period.start) < 5:
        return False
    return period.covers(Period(document.date, document.date, document.date, 0, 0, "day"))


def _digits(section: str) -> str:
    return "".join(character for character in section if character.isdigit())
