"""Readings -> an answer's words: the direct answer, who says it, the quote. Every word is ours, a name or cited."""

from __future__ import annotations

from typing import Final

from indexer.model import Form, Paragraph, Role
from qa.attribution import source
from qa.beside import alternatives, note_rival, note_silence, whole_first
from qa.changes import write_change
from qa.compute import change
from qa.lead import lead
from qa.matching import weigh
from qa.model import Answer, AnswerFigure, Status
from qa.passages import Passage
from qa.phrases import kind_name, phrase
from qa.premise import Bearing, bearing
from qa.query import Query, Wants
from qa.read import Reading
from qa.wording import Wording, quoted

_FURTHER: Final = 3  # passages quoted beside the best one, at most
_CLOSE: Final = 1.5  # how far below the best reading's score a further passage of the same paragraph may lie


def compose(query: Query, readings: list[Reading]) -> Answer:
    """The answer that the readings (best first, at least one) give to the query."""
    wording = Wording(query)
    writer = _write_speaker if query.attributes else _WRITERS.get(query.wants, _write_passage)
    writer(wording, readings)
    return wording.answer()


def _write_passage(wording: Wording, readings: list[Reading]) -> None:
    query, weighed = wording.query, weigh(wording.query)
    sides = alternatives(query, readings)
    if sides:
        for side in sides:
            wording.state([side], lead(query, weighed, side.passage))
        return
    changed = change(query, weighed, readings)
    if changed is not None:
        write_change(wording, changed)
        return
    readings = whole_first(query, readings)
    best = readings[0]
    direct = lead(query, weighed, best.passage)
    wording.state([best, *_further(query, best, readings)], direct, _verdict(query, best))
    if direct is not None and direct.figures:
        wording.figures = direct.figures
        note_rival(wording, direct, readings)
        note_silence(wording, best, readings)


def _verdict(query: Query, best: Reading) -> str:
    found = bearing(query, best)
    if found is Bearing.CONTRADICTS:
        return phrase(query.language, "no" if query.yes_no else "not_so")
    if found is Bearing.CONFIRMS:
        return phrase(query.language, "yes")
    return ""


def _further(query: Query, best: Reading, readings: list[Reading]) -> list[Reading]:
    """Passages that belong to the same answer: of the same paragraph or list, nearly as good, in reading order."""
    if query.wants not in {Wants.TEXT, Wants.REASON, Wants.YES_NO, Wants.COUNT, Wants.PERSON}:
        return []
    return [
        reading
        for reading in readings[1:12]
        if reading.score >= best.score - _CLOSE and _belongs(best.passage, reading.passage)
    ][:_FURTHER]


def _belongs(best: Passage, other: Passage) -> bool:
    one, two = best.candidate.paragraph, other.candidate.paragraph
    if one.id == two.id:
        return True
    return (
        one.document_id == two.document_id
        and one.form is two.form is Form.ITEM
        and one.place.headings == two.place.headings
        and abs(one.place.number - two.place.number) <= _FURTHER
    )


def _write_decision(wording: Wording, readings: list[Reading]) -> None:
    """All items of the decision that the best reading belongs to, in reading order."""
    best = readings[0]
    if best.passage.candidate.paragraph.role not in {Role.DECISION, Role.PROPOSAL}:
        _write_passage(wording, readings)
        return
    items = {
        reading.passage.candidate.paragraph.id: reading
        for reading in reversed(readings)
        if _same_decision(best.passage.candidate.paragraph, reading.passage.candidate.paragraph)
    }
    chosen = sorted(items.values(), key=lambda reading: reading.passage.candidate.paragraph.place.number)
    close = [reading for reading in chosen if reading is best or reading.score >= best.score - 3 * _CLOSE]
    wording.state(close[: _FURTHER + 1], opening=_verdict(wording.query, best))


def _same_decision(one: Paragraph, two: Paragraph) -> bool:
    return (
        one.document_id == two.document_id
        and one.role is two.role
        and one.place.section == two.place.section
        and one.place.headings == two.place.headings
        and abs(one.place.number - two.place.number) <= 2 * _FURTHER
    )


def _write_questions(wording: Wording, readings: list[Reading]) -> None:
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


def _write_speaker(wording: Wording, readings: list[Reading]) -> None:
    query, best = wording.query, readings[0].passage
    document, paragraph = best.candidate.document, best.candidate.paragraph
    speaker = source(document, paragraph, query.language)
    wording.sentences.append(f"{phrase(query.language, 'states', speaker=speaker)}: {wording.quote(best)}")
    note_silence(wording, readings[0], readings)


_WRITERS: Final = {
    Wants.DECISION: _write_decision,
    Wants.QUESTIONS: _write_questions,
    Wants.SPEAKER: _write_speaker,
}
