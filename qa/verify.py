"""What must hold before an answer is sent (design section 1, rule 1). What fails is not sent."""

from __future__ import annotations

import re
from typing import Final

from indexer.figures import missing_numbers
from indexer.language.tokens import fold
from indexer.library import Library
from qa.formula import comes_to, operands
from qa.model import Answer, Citation, Status

_MARK: Final = re.compile(r"\[\d+\]")
_QUOTE: Final = re.compile(r"[“”]([^“”]*)”")


_MARKS: Final = re.compile(r"[\"'’]")


class Unverified(Exception):
    """An answer that says more than its citations; the message names what is not covered."""


def verify(answer: Answer, library: Library) -> Answer:
    """Return the answer when it holds, raise Unverified when it does not.

    Quotes are found again verbatim (white space folded) in paragraphs that the library holds now. Every number in the
    answer's own words stands in a cited paragraph, its place or its document's title, date or registry number, or is
    what a formula comes to whose operands stand there.
    """
    cited = (*answer.citations, *answer.related)
    current = library.paragraphs_by_id([citation.paragraph.id for citation in cited])
    for citation in cited:
        if citation.paragraph.id not in current:
            raise Unverified(f"paragraph {citation.paragraph.id} is no longer in the library")
        if fold(citation.quote) not in fold(current[citation.paragraph.id].text):
            raise Unverified(f"the quote of [{citation.number}] does not stand in its paragraph")
    if answer.status is not Status.NOT_FOUND:
        _check_words(answer)
    return answer


def _check_words(answer: Answer) -> None:
    if not answer.citations:
        raise Unverified("an answer without a citation")
    sources = "\n".join(_stated(citation) for citation in answer.citations)
    folded = _bare(sources)
    for quote in _QUOTE.findall(answer.text):
        if _bare(quote) not in folded:
            raise Unverified(f"quoted but not cited: {quote}")
    worked_out = _check_formulas(answer, sources)
    own_words = _MARK.sub("", _QUOTE.sub("", answer.text))
    loose = {
        value
        for value in missing_numbers(own_words, sources, language=answer.language)
        if not any(abs(abs(value) - abs(known)) < 1e-9 for known in worked_out)
    }
    if loose:
        raise Unverified(f"not in any cited paragraph: {sorted(loose)}")


def _bare(text: str) -> str:
    return _MARKS.sub("", fold(text))


def _check_formulas(answer: Answer, sources: str) -> set[float]:
    """The values that formulas come to, once their operands are found in the sources."""
    found = set()
    for figure in answer.figures:
        if not figure.formula:
            continue
        loose = missing_numbers(operands(figure.formula), sources, language=answer.language)
        if loose or not comes_to(figure.formula, figure.value, answer.language):
            raise Unverified(f"the formula does not hold: {figure.formula} = {figure.value}")
        found.add(figure.value)
    return found


def _stated(citation: Citation) -> str:
    """What a citation vouches for: the paragraph as read and repaired, its place, its document's metadata."""
    paragraph, document = citation.paragraph, citation.document
    place = (paragraph.place.section or "", *paragraph.place.headings, paragraph.question or "")
    metadata = (document.title, document.date or "", document.adjusted or "", *document.dnr)
    return "\n".join((paragraph.text, paragraph.readable, *place, *metadata))
