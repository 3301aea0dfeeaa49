"""What must hold before an answer is sent (design section 1, rule 1). What fails is not sent."""

from __future__ import annotations

import re
from typing import Final

from indexer.figures import number_values
from indexer.language.tokens import fold
from indexer.library import Library
from indexer.model import Document
from qa.model import Answer, Citation, Status

_MARK: Final = re.compile(r"\[\d+\]")


class Unverified(Exception):
    """An answer that says more than its citations; the message names what is not covered."""


def verify(answer: Answer, library: Library) -> Answer:
    """Return the answer when it holds, raise Unverified when it does not.

    Quotes are found again verbatim (white space folded) in paragraphs that the library holds now; every number in
    the text of an answer stands in a cited paragraph, its document's title, date or registry number, or is the
    result of a stated formula.
    """
    cited = (*answer.citations, *answer.related)
    current = library.paragraphs_by_id([citation.paragraph.id for citation in cited])
    for citation in cited:
        if citation.paragraph.id not in current:
            raise Unverified(f"paragraph {citation.paragraph.id} is no longer in the library")
        if fold(citation.quote) not in fold(current[citation.paragraph.id].text):
            raise Unverified(f"the quote of [{citation.number}] does not stand in its paragraph")
    if answer.status is not Status.NOT_FOUND:
        _check_numbers(answer)
    return answer


def _check_numbers(answer: Answer) -> None:
    if not answer.citations:
        raise Unverified("an answer without a citation")
    covered: set[float] = set()
    for citation in answer.citations:
        covered |= _stated(citation)
    covered |= {figure.value for figure in answer.figures if figure.formula}
    for figure in answer.figures:
        covered |= number_values(figure.formula)
    loose = number_values(_MARK.sub("", answer.text)) - covered
    loose = {value for value in loose if -value not in covered}
    if loose:
        raise Unverified(f"not in any cited paragraph: {sorted(loose)}")


def _stated(citation: Citation) -> set[float]:
    paragraph = citation.paragraph
    around = (paragraph.text, paragraph.repaired or "", paragraph.place.section or "", *paragraph.place.headings)
    return set().union(*(number_values(text) for text in (*around, *_metadata(citation.document))))


def _metadata(document: Document) -> tuple[str, ...]:
    return (document.title, document.date or "", document.adjusted or "", *document.dnr)
