"""Readings -> an answer's words: the direct answer, who says it, the quote. Every word is ours, a name or cited."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from indexer.language.tokens import fold
from indexer.model import Form, Paragraph, Role
from qa.attribution import attribution, claimant
from qa.lead import Lead, lead
from qa.matching import weigh
from qa.model import Answer, AnswerFigure, Citation, Status
from qa.passages import Passage
from qa.phrases import kind_name, phrase
from qa.premise import Bearing, bearing
from qa.query import Query, Wants
from qa.read import Reading

_FURTHER: Final = 3  # passages quoted beside the best one, at most
_CLOSE: Final = 1.5  # how far below the best reading's score a further passage of the same paragraph may lie


@dataclass
class Draft:
    """An answer under way: its sentences, and the citations that they lean on."""

    query: Query
    sentences: list[str] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)
    figures: tuple[AnswerFigure, ...] = ()
    status: Status = Status.ANSWERED

    def cite(self, passage: Passage, quote: str | None = None) -> str:
        """The [n] mark of a passage, a new citation when it is not cited yet."""
        paragraph = passage.candidate.paragraph
        text = passage.raw if quote is None else quote
        for known in self.citations:
            if known.paragraph.id == paragraph.id and fold(known.quote) == fold(text):
                return f"[{known.number}]"
        number = len(self.citations) + 1
        page = paragraph.place.page_at(passage.start)
        self.citations.append(Citation(number, passage.candidate.document, paragraph, text, page))
        return f"[{number}]"

    def answer(self) -> Answer:
        """The answer as it stands."""
        return Answer(
            question=self.query.question,
            language=self.query.language,
            status=self.status,
            text=" ".join(self.sentences),
            figures=self.figures,
            citations=tuple(self.citations),
        )


def compose(query: Query, readings: list[Reading]) -> Answer:
    """The answer that the readings (best first, at least one) give to the query."""
    draft = Draft(query)
    writer = _WRITERS.get(query.wants, _write_passage)
    writer(draft, readings)
    return draft.answer()


def quoted(text: str, language: str) -> str:
    """White space folded, in the language's quotation marks."""
    opening, closing = ("”", "”") if language == "sv" else ("“", "”")
    return f"{opening}{' '.join(text.split())}{closing}"


def _write_passage(draft: Draft, readings: list[Reading]) -> None:
    query, best = draft.query, readings[0]
    direct = lead(query, weigh(query), best.passage)
    opening = _verdict(query, best)
    chosen = [best, *_further(query, best, readings)]
    _write_statement(draft, opening, direct, chosen)
    if direct is not None and direct.figures:
        draft.figures = direct.figures
        _note_silence(draft, best, readings)


def _write_statement(draft: Draft, opening: str, direct: Lead | None, chosen: list[Reading]) -> None:
    """ "{Ja: }{34 konsulter, }{uppger …} [1]: ”…”" """
    query, passage = draft.query, chosen[0].passage
    source = attribution(passage.candidate.document, passage.candidate.paragraph, query.language)
    quotes = [f"{quoted(reading.passage.text, query.language)} {draft.cite(reading.passage)}" for reading in chosen]
    head = f"{direct.text}, {source}" if direct is not None else source
    head = f"{opening}: {head}" if opening else head[:1].upper() + head[1:]
    draft.sentences.append(f"{head}: {' '.join(quotes)}")


def _verdict(query: Query, best: Reading) -> str:
    found = bearing(query, best)
    if found is Bearing.CONTRADICTS:
        return phrase(query.language, "no" if query.yes_no else "not_so")
    if found is Bearing.CONFIRMS:
        return phrase(query.language, "yes")
    return ""


def _further(query: Query, best: Reading, readings: list[Reading]) -> list[Reading]:
    """Passages that belong to the same answer: of the same paragraph or list, nearly as good, in reading order."""
    if query.wants not in {Wants.TEXT, Wants.REASON, Wants.YES_NO, Wants.COUNT, Wants.PERSON, Wants.DECISION}:
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


def _note_silence(draft: Draft, best: Reading, readings: list[Reading]) -> None:
    """Beside a party's figure: the administration's own words on the matter, when it gives none."""
    paragraph = best.passage.candidate.paragraph
    if paragraph.role is not Role.CLAIM:
        return
    for reading in readings[1:]:
        other = reading.passage.candidate.paragraph
        if other.role is Role.ACCOUNT and other.document_id == paragraph.document_id and not reading.passage.numbers:
            if reading.score < best.score - 4:
                return
            speaker = other.speaker.body or kind_name(reading.passage.candidate.document.kind, draft.query.language)
            noted = phrase(draft.query.language, "no_figure", speaker=speaker[:1].upper() + speaker[1:])
            mark = draft.cite(reading.passage)
            draft.sentences.append(f"{noted}: {quoted(reading.passage.text, draft.query.language)} {mark}")
            return


def _write_decision(draft: Draft, readings: list[Reading]) -> None:
    """All items of the decision that the best reading belongs to, in reading order."""
    best = readings[0]
    items = {reading.passage.candidate.paragraph.id: reading for reading in reversed(readings)
             if _same_decision(best.passage.candidate.paragraph, reading.passage.candidate.paragraph)}  # fmt: skip
    chosen = sorted(items.values(), key=lambda reading: reading.passage.candidate.paragraph.place.number)
    close = [reading for reading in chosen if reading is best or reading.score >= best.score - 3 * _CLOSE]
    _write_statement(draft, _verdict(draft.query, best), None, close[: _FURTHER + 1])


def _same_decision(one: Paragraph, two: Paragraph) -> bool:
    return (
        one.document_id == two.document_id
        and one.role is two.role
        and one.place.section == two.place.section
        and one.place.headings == two.place.headings
        and abs(one.place.number - two.place.number) <= 2 * _FURTHER
    )


def _write_questions(draft: Draft, readings: list[Reading]) -> None:
    """Every question of the document that the best reading stands in, counted and quoted."""
    query, first = draft.query, readings[0].passage
    found: dict[int, Passage] = {}
    for reading in readings:
        passage = reading.passage
        if passage.candidate.document.id == first.candidate.document.id:
            found.setdefault(passage.candidate.paragraph.place.number, passage)
    marks = [
        f"{draft.cite(found[number], found[number].candidate.paragraph.text)} "
        f"{quoted(found[number].candidate.paragraph.readable, query.language)}"
        for number in sorted(found)
    ]
    kind = kind_name(first.candidate.document.kind, query.language)
    asks = phrase(query.language, "asks_one" if len(marks) == 1 else "asks", kind=kind, count=len(marks))
    draft.sentences.append(f"{asks[:1].upper()}{asks[1:]}: {' '.join(marks)}")
    formula = "count(" + ", ".join(f"[{number + 1}]" for number in range(len(marks))) + ")"
    draft.figures = (AnswerFigure(value=float(len(marks)), unit="frågor", formula=formula),)
    draft.status = Status.COMPUTED if query.wants is Wants.QUESTIONS and len(marks) > 1 else Status.ANSWERED


def _write_speaker(draft: Draft, readings: list[Reading]) -> None:
    query, best = draft.query, readings[0].passage
    document, paragraph = best.candidate.document, best.candidate.paragraph
    who = claimant(document, paragraph, query.language) if paragraph.role is Role.CLAIM else None
    source = who or attribution(document, paragraph, query.language).split(" ", 1)[1]
    stated = phrase(query.language, "states", speaker=source)
    draft.sentences.append(f"{stated}: {quoted(best.text, query.language)} {draft.cite(best)}")
    _note_silence(draft, readings[0], readings)


_WRITERS: Final = {
    Wants.DECISION: _write_decision,
    Wants.QUESTIONS: _write_questions,
    Wants.SPEAKER: _write_speaker,
}
