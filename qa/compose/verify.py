"""What must hold before an answer is sent (design section 1, rule 1). What fails is not sent."""

from __future__ import annotations

import re
from typing import Final

from indexer.figures import canonical_unit, missing_numbers, number_values, numbers, periods
from indexer.language.tokens import fold
from indexer.library import Library
from indexer.model import Form, Role
from qa.compose.formula import comes_to, operands, spans
from qa.model import Answer, AnswerFigure, Citation, Status

_MARK: Final = re.compile(r"\[(\d+)\]")
_QUOTE: Final = re.compile(r"[“”„»\"]([^“”„»«\"]*)[”«\"]")


_MARKS: Final = re.compile(r"[\"'’]")
_MONTHS: Final = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH_OF_YEAR: Final = re.compile(
    r"\b((?:jan|feb|mar|apr|maj|may|jun|jul|aug|sep|okt|oct|nov|dec)[a-z]*) ((?:19|20)\d\d)(?!\d)", re.IGNORECASE
)
_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


class Unverified(Exception):
    """An answer that says more than its citations; the message names what is not covered."""


def verify(answer: Answer, library: Library) -> Answer:
    """Return the answer when it holds, raise Unverified when it does not.

    Quotes are found again verbatim (white space folded) in paragraphs that the library holds now. Every number in the
    answer's own words, and every figure in its data with its unit, stands in a cited paragraph that is no question, or
    is what a formula comes to whose operands stand there. A year may also stand in the title, date or headings that
    are cited with the paragraph.
    """
    cited = (*answer.citations, *answer.related)
    current = library.paragraphs_by_id([citation.paragraph.id for citation in cited])
    for citation in cited:
        if citation.paragraph.id not in current:
            raise Unverified(f"paragraph {citation.paragraph.id} is no longer in the library")
        if (current[citation.paragraph.id].role, current[citation.paragraph.id].speaker) != (
            citation.paragraph.role,
            citation.paragraph.speaker,
        ):
            raise Unverified(f"paragraph {citation.paragraph.id} is now somebody else's words")
        if not _stands_in(citation.quote, current[citation.paragraph.id].text):
            raise Unverified(f"the quote of [{citation.number}] does not stand in its paragraph")
    if answer.status is not Status.NOT_FOUND:
        _check_marks(answer)
        _check_quotes(answer)
        _check_numbers(answer)
    return answer


def _stands_in(quote: str, text: str) -> bool:
    """Does the quote stand in the text, from the beginning of a word to the end of one?"""
    wanted = _bare(quote)
    return bool(wanted) and re.search(rf"(?<!\w){re.escape(wanted)}(?!\w)", _bare(text)) is not None


def _bare(text: str) -> str:
    return _MARKS.sub("", fold(text)).strip()


def _check_marks(answer: Answer) -> None:
    """Every [n], in the text and in formulas, has its citation, and there is one."""
    cited = {citation.number for citation in answer.citations}
    if not cited:
        raise Unverified("an answer without a citation")
    used = {int(mark) for text in (answer.text, *(f.formula for f in answer.figures)) for mark in _MARK.findall(text)}
    if not used or not used <= cited:
        raise Unverified(f"marks {sorted(used)} but citations {sorted(cited)}")


def _check_quotes(answer: Answer) -> None:
    sources = "\n".join(f"{c.paragraph.text}\n{c.paragraph.readable}" for c in answer.citations)
    headings = "\n".join(heading for c in answer.citations for heading in c.paragraph.place.headings)
    for quote in _QUOTE.findall(answer.text):
        if not _stands_in(quote, f"{sources}\n{headings}"):
            raise Unverified(f"quoted but not cited: {quote}")


def _check_numbers(answer: Answer) -> None:
    sources = "\n".join(_evidence(citation) for citation in answer.citations)
    worked_out = {figure.value for figure in answer.figures if figure.formula}
    for figure in answer.figures:
        _check_spans(figure, answer)
        _check_formula(figure, sources, answer.language) if figure.formula else _check_stated(figure, answer)
    loose = {
        value
        for value in missing_numbers(_without_known_years(answer), sources, language=answer.language)
        if not any(abs(value - known) < 1e-9 for known in worked_out)
    }
    if loose:
        raise Unverified(f"not in any cited paragraph: {sorted(loose)}")


def _own_words(answer: Answer) -> str:
    """The text without marks, quotes, and the references that name the cited places themselves."""
    text = _MARK.sub("", _QUOTE.sub("", answer.text))
    for citation in answer.citations:
        for reference in (*citation.document.dnr, citation.paragraph.place.section or ""):
            text = text.replace(reference, "") if reference else text
    return text


def _evidence(citation: Citation) -> str:
    """The words that a citation vouches for: the paragraph as read and repaired; nothing, if it is a question."""
    paragraph = citation.paragraph
    return "" if paragraph.role is Role.QUESTION else "\n".join(dict.fromkeys((paragraph.text, paragraph.readable)))


def _without_known_years(answer: Answer) -> str:
    """The answer's own words less the years of months, where what is cited gives the month its year.

    Title, headings and date give it; a month after the document's date is not of that year.
    """
    known = {
        (month, year)
        for citation in answer.citations
        for words in (citation.document.title, citation.document.date or "", *citation.paragraph.place.headings)
        for year in _YEAR.findall(words)
        for month in range(1, 13)
        if not citation.document.date or f"{year}-{month:02}" <= citation.document.date[:7]
    }

    def kept(found: re.Match[str]) -> str:
        month = _MONTHS.index(found[1].lower()[:3].replace("maj", "may").replace("okt", "oct")) + 1
        return found[1] if (month, found[2]) in known else found[0]

    return _MONTH_OF_YEAR.sub(kept, _own_words(answer))


def _check_spans(figure: AnswerFigure, answer: Answer) -> None:
    """The spans that a formula counts the months of are named by a cited paragraph."""
    told = [
        period
        for citation in answer.citations
        for period in periods(citation.paragraph.readable, year=int((citation.document.date or "0")[:4]) or None)
    ]
    if not all(any(span.same(one) for one in told) for span in spans(figure.formula)):
        raise Unverified(f"no cited paragraph names the span: {figure.formula}")


def _check_formula(figure: AnswerFigure, sources: str, language: str) -> None:
    try:
        holds = comes_to(figure.formula, figure.value, language)
    except (ValueError, ZeroDivisionError) as error:
        raise Unverified(f"not a formula: {figure.formula}") from error
    if not holds or missing_numbers(operands(figure.formula), sources, language=language):
        raise Unverified(f"the formula does not hold: {figure.formula} = {figure.value}")


def _check_stated(figure: AnswerFigure, answer: Answer) -> None:
    """A figure in the data stands in a cited paragraph with its unit; in a table the unit may stand elsewhere."""
    for citation in answer.citations:
        paragraph = citation.paragraph
        table = paragraph.form is Form.TABLE
        if table and abs(figure.value) in map(abs, number_values(paragraph.text, lenient=True)):
            return
        for number in numbers(paragraph.readable, damaged=citation.document.damaged):
            same = canonical_unit(number.unit) == canonical_unit(figure.unit)
            if number.value == figure.value and same and paragraph.role is not Role.QUESTION:
                return
    raise Unverified(f"stated nowhere: {figure.value} {figure.unit}")
