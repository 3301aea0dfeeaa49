"""How many months or years a stated span takes, the first and the last counted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from indexer.figures import Period
from qa.compose.attribution import attribution
from qa.compose.formula import whole_months
from qa.compose.phrases import phrase
from qa.compose.wording import Wording
from qa.model import AnswerFigure, Status
from qa.query import Query
from qa.read.lead import period_text
from qa.read.readings import Reading
from qa.read.typed import typed_numbers

_MONTHS: Final = re.compile(r"\b(?:hur många|how many) (?:hela |full |whole )?(?:månader|months)\b", re.IGNORECASE)
_BETWEEN: Final = re.compile(
    r"\b(?:emellan|mellan|between|innan|before|efter|after|sedan|since|kvar|left)\b", re.IGNORECASE
)
_LOOKED_AT: Final = 3  # best readings of which one may state the span
_BEHIND: Final = 2.5
_TO_THE_MONTH: Final = len("2026-01")


@dataclass(frozen=True)
class Lasting:
    """A span that a passage states, and its months."""

    reading: Reading
    span: Period
    months: int


def lasting(query: Query, readings: Sequence[Reading]) -> Lasting | None:
    """The months of the span that the best reading states, where they are asked for and it does not count them."""
    if not _MONTHS.search(query.question) or _BETWEEN.search(query.question):
        return None
    for reading in readings[:_LOOKED_AT]:
        if reading.score < readings[0].score - _BEHIND or typed_numbers(query, reading.passage):
            return None
        spans = [span for span in reading.passage.periods if _is_span(span)]
        if len(spans) == 1 and (months := whole_months(spans[0])):
            return Lasting(reading, spans[0], months)
    return None


def write_lasting(wording: Wording, lasting: Lasting) -> None:
    """ "7 månader: april–oktober 2016"; the span as formula."""
    language, passage = wording.query.language, lasting.reading.passage
    mark = wording.cite(passage)
    said = phrase(language, "months", count=lasting.months)
    source = attribution(passage.candidate.document, passage.candidate.paragraph, language)
    span = period_text(lasting.span, language)
    wording.sentences.append(f"{said}: {span}, {source}: {wording.quote(passage)}")
    formula = f"months({lasting.span.start}/{lasting.span.end} {mark})"
    wording.figures = (AnswerFigure(float(lasting.months), "månader", lasting.span.iso, formula=formula),)
    wording.status = Status.COMPUTED


def _is_span(period: Period) -> bool:
    ends = period.start, period.end
    return period.start != period.end and all(len(end) >= _TO_THE_MONTH and end[0].isdigit() for end in ends)
