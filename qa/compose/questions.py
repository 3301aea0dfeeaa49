"""What a letter or an interpellation asks: every question of the document that is asked about, counted and quoted."""

from __future__ import annotations

from qa.compose.phrases import kind_name, phrase
from qa.compose.wording import Wording, quoted
from qa.model import AnswerFigure, Status
from qa.query import Query
from qa.read.passages import Passage
from qa.read.readings import Reading


def write_questions(wording: Wording, readings: list[Reading]) -> None:
    """Every question of the document that is asked about, counted and quoted."""
    query = wording.query
    lead_in, found = _questions_asked_about(query, readings)
    marks = [
        f"{wording.cite(passage, passage.candidate.paragraph.text)} "
        f"{quoted(passage.candidate.paragraph.readable, query.language)}"
        for passage in found
    ]
    kind = kind_name(found[0].candidate.document.kind, query.language)
    asks = phrase(query.language, "asks_one" if len(marks) == 1 else "asks", kind=kind, count=len(marks))
    after = [wording.cite(passage) for passage in lead_in]
    wording.sentences.append(f"{asks[:1].upper()}{' '.join([asks[1:], *after])}: {' '.join(marks)}")
    if len(marks) > 1:
        formula = "count(" + ", ".join(mark.split(" ", 1)[0] for mark in marks) + ")"
        wording.figures = (AnswerFigure(value=float(len(marks)), unit="frågor", formula=formula),)
        wording.status = Status.COMPUTED


def _questions_asked_about(query: Query, readings: list[Reading]) -> tuple[list[Passage], list[Passage]]:
    """The lead-in ("… undrar vi följande:") and the questions, one passage each, of the document that is asked about.

    That is the best one of the kind that the question names; of those, one with as many questions as it says, if any.
    """
    by_document: dict[str, dict[int, Passage]] = {}
    for reading in sorted(readings, key=lambda r: r.passage.candidate.document.kind not in query.kinds):
        paragraph = reading.passage.candidate.paragraph
        by_document.setdefault(paragraph.document_id, {}).setdefault(paragraph.place.number, reading.passage)
    stated = {number.value for number in query.numbers}
    documents = [[found[number] for number in sorted(found)] for found in by_document.values()]
    split = [([p for p in found if _leads_in(p)], [p for p in found if not _leads_in(p)]) for found in documents]
    asking = [parts for parts in split if parts[1]] or [([], [readings[0].passage])]
    return next((parts for parts in asking if len(parts[1]) in stated), asking[0])


def _leads_in(passage: Passage) -> bool:
    return passage.candidate.paragraph.text.rstrip().endswith(":")
