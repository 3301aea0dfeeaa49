""" "Not found" is an answer: what was searched, why nothing answers, and what stands nearest."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from indexer.language.tokens import fold
from indexer.library import Library
from indexer.model import Role
from qa.compose.phrases import kind_name, phrase
from qa.find.retrieve import Candidate, fits
from qa.model import Answer, Citation, Status
from qa.query import Query
from qa.read.lead import period_text
from qa.read.matching import coverage, token_set, weigh
from qa.read.readings import Reading
from qa.refuse.rules import only_part, only_proposed

_NEAREST: Final = 3
_ASKED: Final = 0.8  # share of the question's weight that a question in a document must meet to be the same question


def not_found(
    query: Query,
    readings: list[Reading],
    candidates: list[Candidate],
    library: Library,
    filters: Mapping[str, str] | None = None,
) -> Answer:
    """The refusal: how many documents were searched (those that pass the filters), and the nearest paragraphs."""
    held = library.documents()
    count = sum(fits(document, filters) for document in held) if filters else len(held)
    language = query.language
    if not held:
        text = phrase(language, "nothing_indexed")
    elif filters and not count:
        text = phrase(language, "none_fit", filters=", ".join(f"{name}: {value}" for name, value in filters.items()))
    else:
        documents = phrase(language, "document" if count == 1 else "documents", count=count)
        reasons = _reasons(query, readings, candidates, library)
        text = " ".join([phrase(language, "not_found", documents=documents), *reasons])
    return Answer(query.question, language, Status.NOT_FOUND, text, related=_nearest(readings, candidates, library))


def _reasons(query: Query, readings: list[Reading], candidates: list[Candidate], library: Library) -> list[str]:
    asked = _asked_in(query, candidates, library)
    if asked is not None:
        return [phrase(query.language, "only_asked", kind=kind_name(asked.document.kind, query.language))]
    if readings and only_proposed(query, readings[0]):
        return [phrase(query.language, "only_proposed")]
    part = only_part(query, readings[0]) if readings else None
    if part is not None:
        whole = period_text(query.periods[0], query.language)
        return [phrase(query.language, "only_period", period=period_text(part, query.language), asked=whole)]
    return []


def _asked_in(query: Query, candidates: list[Candidate], library: Library) -> Candidate | None:
    """A question in a document that is nearly the one asked now and that the document does not reply to."""
    weighed = weigh(query)
    for candidate in candidates[:10]:
        paragraph = candidate.paragraph
        if paragraph.text.rstrip().endswith(":"):
            continue  # "… undrar vi följande:" asks nothing itself
        if paragraph.role is not Role.QUESTION or coverage(weighed, token_set(paragraph.readable)) < _ASKED:
            continue
        replies = (other.question for other in library.paragraphs(paragraph.document_id))
        if fold(paragraph.text) not in {fold(reply) for reply in replies if reply}:
            return candidate
    return None


def _nearest(readings: list[Reading], candidates: list[Candidate], library: Library) -> tuple[Citation, ...]:
    """The nearest passages that the library holds now."""
    spans: dict[str, tuple[Candidate, int, str]] = {}
    for reading in readings:
        passage = reading.passage
        spans.setdefault(passage.candidate.paragraph.id, (passage.candidate, passage.start, passage.raw))
    for candidate in candidates[:_NEAREST]:
        spans.setdefault(candidate.paragraph.id, (candidate, 0, candidate.paragraph.text))
    current = library.current(list(spans))
    near = [span for identity, span in spans.items() if identity in current][:_NEAREST]
    return tuple(
        Citation(number, candidate.document, candidate.paragraph, quote, candidate.paragraph.place.page_at(start))
        for number, (candidate, start, quote) in enumerate(near, start=1)
    )
