"""Readings -> an answer's words: the direct answer, who says it, the quote. Every word is ours, a name or cited."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from indexer.figures import Period, format_number
from indexer.language.tokens import fold
from indexer.model import Form, Paragraph, Role
from qa.attribution import attribution, claimant
from qa.compute import Change, change, result_text
from qa.lead import Lead, as_data, figure_text, lead
from qa.matching import weigh
from qa.model import Answer, AnswerFigure, Citation, Status
from qa.passages import Passage
from qa.phrases import kind_name, phrase
from qa.premise import Bearing, bearing
from qa.query import Query, Wants
from qa.read import Reading

_FURTHER: Final = 3  # passages quoted beside the best one, at most
_EITHER: Final = re.compile(r"\b(eller|or)\b", re.IGNORECASE)
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
    weighed = weigh(query)
    alternatives = _alternatives(query, readings)
    changed = change(query, weighed, readings)
    if alternatives:
        _write_statement(draft, "", None, alternatives)
        return
    if changed is not None:
        _write_change(draft, changed)
        return
    direct = lead(query, weighed, best.passage)
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


def _alternatives(query: Query, readings: list[Reading]) -> list[Reading]:
    """For "is it 25 or 21?": the best passage for each of the figures or periods that are set against each other."""
    if not _EITHER.search(query.question):
        return []
    sides = [_stating(number.value, readings) for number in query.numbers]
    sides += [_covering(period, readings) for period in query.periods]
    if len(sides) < 2 or None in sides:
        return []
    return list({id(reading): reading for reading in sides if reading is not None}.values())


def _stating(value: float, readings: list[Reading]) -> Reading | None:
    return next((r for r in readings if any(n.value == value for n in r.passage.numbers)), None)


def _covering(period: Period, readings: list[Reading]) -> Reading | None:
    return next((r for r in readings if any(period.same(other) for other in r.passage.periods)), None)


def _write_change(draft: Draft, found: Change) -> None:
    """"−66 procent: från 100 (2016) till 34 (november 2018)" with the formula and both operands cited."""
    query = draft.query
    marks = {"before": draft.cite(found.before.passage), "after": draft.cite(found.after.passage)}
    text, value, unit, formula = result_text(query, found)
    before, after = (figure_text(query, operand.figure) for operand in (found.before, found.after))
    span = phrase(query.language, "from_to", before=before, after=after)
    ratio = found.ratio
    times = phrase(query.language, "times", ratio=format_number(ratio, query.language)) if ratio and ratio >= 2 else ""
    passage = found.after.passage
    source = attribution(passage.candidate.document, passage.candidate.paragraph, query.language)
    quotes = dict.fromkeys(
        f"{quoted(operand.passage.text, query.language)} {draft.cite(operand.passage)}"
        for operand in (found.before, found.after)
    )
    draft.sentences.append(f"{text}: {span}{times}, {source}: {' '.join(quotes)}")
    worked = [AnswerFigure(value, unit, formula=formula.format(**marks))]
    if ratio:
        worked.append(AnswerFigure(ratio, "gånger", formula=_ratio_formula(query, found, marks)))
    draft.figures = (*worked, *(as_data(operand.figure) for operand in (found.after, found.before)))
    draft.status = Status.COMPUTED


def _ratio_formula(query: Query, found: Change, marks: dict[str, str]) -> str:
    after, before = (format_number(o.figure.number.value, query.language) for o in (found.after, found.before))
    return f"{after} {marks['after']} / {before} {marks['before']}"


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
    """Every question of the document that is asked about, counted and quoted."""
    query = draft.query
    found = _questions_asked_about(query, readings)
    marks = [
        f"{draft.cite(passage, passage.candidate.paragraph.text)} "
        f"{quoted(passage.candidate.paragraph.readable, query.language)}"
        for passage in found
    ]
    kind = kind_name(found[0].candidate.document.kind, query.language)
    asks = phrase(query.language, "asks_one" if len(marks) == 1 else "asks", kind=kind, count=len(marks))
    draft.sentences.append(f"{asks[:1].upper()}{asks[1:]}: {' '.join(marks)}")
    formula = "count(" + ", ".join(f"[{number + 1}]" for number in range(len(marks))) + ")"
    draft.figures = (AnswerFigure(value=float(len(marks)), unit="frågor", formula=formula),)
    draft.status = Status.COMPUTED if len(marks) > 1 else Status.ANSWERED


def _questions_asked_about(query: Query, readings: list[Reading]) -> list[Passage]:
    """The questions, one passage each, of the best document; of one with as many as the question says, if any."""
    by_document: dict[str, dict[int, Passage]] = {}
    for reading in readings:
        paragraph = reading.passage.candidate.paragraph
        if not paragraph.text.rstrip().endswith(":"):  # "… undrar vi följande:" asks nothing itself
            by_document.setdefault(paragraph.document_id, {}).setdefault(paragraph.place.number, reading.passage)
    stated = {number.value for number in query.numbers}
    documents = list(by_document.values()) or [{0: readings[0].passage}]
    chosen = next((found for found in documents if len(found) in stated), documents[0])
    return [chosen[number] for number in sorted(chosen)]


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
