"""Counts of lists in words: "3 fler: 12 (oktober 2021) mot 9 (september 2021)", lists and counted rows cited."""

from __future__ import annotations

from typing import Final

from qa.compose.phrases import phrase
from qa.compose.wording import Wording, quoted
from qa.compute.counted import Count, Counted
from qa.model import AnswerFigure, Citation, Status
from qa.read.lead import period_text

_AT_ODDS: Final = {True: "more", False: "fewer"}


def write_counted(wording: Wording, counted: Counted) -> None:
    """The result, the counts with their times, the lists by name; formulas as data."""
    language = wording.query.language
    names = [_name(wording, count) for count in counted.counts]
    said = [_said(count, language) for count in counted.counts]
    formulas = [_formula(wording, count) for count in counted.counts]
    counts = [
        AnswerFigure(float(len(count.rows)), "", count.listing.period.iso, count.listing.title.text, "", formula)
        for count, formula in zip(counted.counts, formulas, strict=True)
    ]
    where = phrase(language, "counted_rows", lists=f" {phrase(language, 'and')} ".join(names))
    if len(counts) == 1:
        text = f"{said[0]}, {where}."
        wording.figures = tuple(counts)
    elif counted.added:
        text = f"{counted.total}: {' + '.join(said)}, {where}."
        measure = counted.counts[0].listing.title.text
        wording.figures = (AnswerFigure(float(counted.total), "", "", measure, "", " + ".join(formulas)), *counts)
    else:
        compared = phrase(language, "against", one=said[0], other=said[1])
        text = f"{_headed(counted, language)}: {compared}, {where}."
        measure = counted.counts[0].listing.title.text
        result = AnswerFigure(float(counted.more), "", "", measure, "", " − ".join(formulas))
        wording.figures = (result, *counts)
    wording.sentences.append(text)
    wording.status = Status.COMPUTED


def _headed(counted: Counted, language: str) -> str:
    more = counted.more
    told = phrase(language, "as_many") if not more else phrase(language, _AT_ODDS[more > 0], count=abs(more))
    if not counted.asks_whether:
        return told[:1].upper() + told[1:]
    return f"{phrase(language, 'yes' if more > 0 else 'no')}, {told}"


def _said(count: Count, language: str) -> str:
    return f"{len(count.rows)} ({period_text(count.listing.period, language)})"


def _name(wording: Wording, count: Count) -> str:
    """The list by its title, cited from the paragraph that is it."""
    title, document = count.listing.title, count.listing.document
    number = len(wording.citations) + 1
    wording.citations.append(Citation(number, document, title, title.text, title.place.page_at(0)))
    return f"{quoted(title.text, wording.query.language)} [{number}]"


def _formula(wording: Wording, count: Count) -> str:
    return f"count({', '.join(wording.cite(row.passage) for row in count.rows)})"
