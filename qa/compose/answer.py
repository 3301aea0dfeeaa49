"""Readings -> an answer's words: the direct answer, who says it, the quote. Every word is ours, a name or cited."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from indexer.model import Form, Paragraph, Role
from qa.choose.acts import actors
from qa.choose.doers import appointed, told_in, what_follows
from qa.choose.doings import asked_doing
from qa.choose.prefer import asked_act, cause_first, same_place, tells_of_act
from qa.choose.proposed import asks_proposal
from qa.choose.reasons import gives_reason, with_its_reason
from qa.choose.voices import asked_voice
from qa.compose.attribution import source
from qa.compose.ballot import ballot, votes
from qa.compose.beside import alternatives, note_rival, note_silence, whole_first
from qa.compose.phrases import listed, phrase
from qa.compose.questions import write_questions
from qa.compose.wording import Wording
from qa.compute import Worked, write_worked
from qa.model import Answer
from qa.query import Query, Wants
from qa.read.lead import Lead, lead, person_text
from qa.read.matching import coverage, token_set, weigh
from qa.read.neighbours import opens_a_list, whole_paragraph, with_what_it_leans_on
from qa.read.offices import asked_office, span_of
from qa.read.outcomes import outcome
from qa.read.passages import Passage
from qa.read.readings import Reading
from qa.read.references import matter_of
from qa.refuse.premise import Bearing, bearing, denial

_FURTHER: Final = 3  # passages quoted beside the best one, at most
_ITEMS: Final = 6  # of a list that a passage opens, at most
_READ_WHOLE: Final = frozenset({Wants.TEXT, Wants.REASON, Wants.YES_NO})
_TOLD: Final = 20  # readings among which others who acted are looked for
_MANY: Final = 2  # persons in a block of names from which only the one who is meant is quoted
_NAMED: Final = 0.4  # share of the question that a decision meets when it names its matter itself
_SEVERAL: Final = re.compile(r"\b(vilka|which|who|whom)\b", re.IGNORECASE)
_CLOSE: Final = 1.5  # how far below the best reading's score a further passage of the same paragraph may lie


def compose(query: Query, readings: list[Reading], worked: Worked | None) -> Answer:
    """The answer that the readings (best first, at least one), or what was worked out from them, give to the query."""
    wording = Wording(query)
    if worked is not None and not query.attributes:
        write_worked(wording, worked)
        return wording.answer()
    writer = _write_speaker if query.attributes else _WRITERS.get(query.wants, _write_passage)
    writer(wording, readings)
    return wording.answer()


def _write_passage(wording: Wording, readings: list[Reading]) -> None:
    query, weighed = wording.query, weigh(wording.query)
    if asks_proposal(query) and readings[0].passage.candidate.paragraph.role is Role.PROPOSAL:
        _write_decision(wording, readings)
        return
    sides = alternatives(query, readings)
    if sides:
        for side in sides:
            wording.state([side], lead(query, weighed, side.passage))
        return
    readings = whole_first(query, readings)
    best = readings[0]
    direct = lead(query, weighed, best.passage)
    wording.state(_whole(query, best, readings), direct, _verdict(query, best))
    if direct is not None and direct.figures:
        wording.figures = direct.figures
        note_rival(wording, direct, readings)
        note_silence(wording, best, readings)


def _write_reason(wording: Wording, readings: list[Reading]) -> None:
    """The sentence with the cause, with the one that it leans on; a premise that does not hold is corrected."""
    query = wording.query
    if bearing(query, readings[0]) is Bearing.CONTRADICTS:
        _write_passage(wording, readings)
        return
    best = cause_first(query, readings)[0]
    causes = [replace(best, passage=passage) for passage in with_its_reason(best.passage)]
    further = [r for r in _further(query, best, readings) if gives_reason(r.passage)]
    wording.state(_in_order([*causes, *further]))


def _write_person(wording: Wording, readings: list[Reading]) -> None:
    """Who: the person or body. Where several acted (reserved, voted …), every passage of the § that tells so."""
    query = wording.query
    voted = ballot(query, readings)
    if voted:
        names = [person_text(one.passage.persons[0]) for one in voted]
        wording.state(voted, Lead(listed(names, query.language)))
        return
    if side := votes(query, readings):
        wording.state([side])
        return
    done = asked_act(query)
    together = [r for r in readings[:_TOLD] if done is not None and tells_of_act(query, r, done)]
    here = [r for r in together if same_place(r, readings[0])]
    if len(here) > 1 and _SEVERAL.search(query.question):
        wording.state(_in_order(here[: _FURTHER + 2]))
        return
    best = told_in(query, readings[0])
    if chosen := appointed(query, best.passage):
        wording.state([best], Lead(listed([person_text(person) for person in chosen], query.language)))
        return
    doing = asked_doing(query) is not None
    alone = not doing or len(best.passage.persons) < _MANY  # of several it is not said who did what
    direct = _who(query, best, of_act=done is not None) if alone else None
    opened = what_follows(best, readings) if doing else None
    further = _further(query, best, readings) if opened is None else [opened]
    wording.state([_to_the_point(query, best), *further], direct)


def _who(query: Query, best: Reading, *, of_act: bool) -> Lead | None:
    """The person or body that is meant; all who signed; none where several are named and only some may have acted."""
    passage = best.passage
    if of_act and not actors(passage):
        return None  # whoever is named there moved it, or holds the floor
    if asked_office(query.question) is not None or len(passage.persons) < _MANY:
        return lead(query, weigh(query), passage)
    if of_act or query.wants is not Wants.PERSON:
        return None if of_act else lead(query, weigh(query), passage)
    if passage.candidate.paragraph.role is Role.SIGNATURE and query.signs:
        return Lead(listed([person_text(person) for person in passage.persons], query.language))
    return lead(query, weigh(query), passage)


def _to_the_point(query: Query, best: Reading) -> Reading:
    """Of a list of names or signatures, only the line of the person who is meant, and its office."""
    passage = best.passage
    direct = lead(query, weigh(query), passage)
    block = passage.candidate.paragraph.role in {Role.SIGNATURE, Role.PROCEDURE}
    if direct is None or not block or asked_office(query.question) is None:
        return best
    named = [person for person in passage.persons if direct.text.startswith(person.name)]
    if len(passage.persons) < _MANY or len(named) != 1:
        return best
    start, end = span_of(named[0], passage.raw, passage.persons)
    return replace(best, passage=replace(passage, start=passage.start + start, end=passage.start + end))


def _whole(query: Query, best: Reading, readings: list[Reading]) -> list[Reading]:
    """The best passage with what makes it whole: the denial or sentence it leans on, the list it opens, its like."""
    if query.wants not in _READ_WHOLE:
        return [best, *_further(query, best, readings)]
    if asked_voice(query, readings[:1]) is not None and (statement := whole_paragraph(best.passage)):
        return [replace(best, passage=passage) for passage in statement]
    said_no = denial(query, best)
    leaning = with_what_it_leans_on(best.passage) if said_no is None else [said_no, best.passage]
    parts = [replace(best, passage=passage) for passage in leaning]
    if opens_a_list(best.passage):
        return [*parts, *_listed(best.passage, readings)]
    return _in_order([*parts, *_further(query, best, readings)])


def _listed(opening: Passage, readings: list[Reading]) -> list[Reading]:
    """The items that follow a passage that ends in a colon, in reading order."""
    paragraph = opening.candidate.paragraph
    items = {
        reading.passage.candidate.paragraph.place.number: reading
        for reading in reversed(readings)
        if reading.passage.first
        and reading.passage.candidate.paragraph.document_id == paragraph.document_id
        and reading.passage.candidate.paragraph.form is Form.ITEM
    }
    numbers = range(paragraph.place.number + 1, paragraph.place.number + _ITEMS + 1)
    return [items[number] for number in numbers if number in items]


def _in_order(chosen: list[Reading]) -> list[Reading]:
    """Each passage once; those of the first one's document in reading order."""
    unique = {(r.passage.candidate.paragraph.id, r.passage.start): r for r in reversed(chosen)}
    return sorted(unique.values(), key=lambda r: (r.passage.candidate.paragraph.place.number, r.passage.start))


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
    """All items of the decision or proposal that the best reading belongs to, in reading order."""
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
    chosen = (close if best.passage.candidate.paragraph.place.section else _run(best, close))[: _FURTHER + 1]
    opening = _verdict(wording.query, best) or _came_to(wording.query, chosen)
    wording.state([_in_full(one) for one in chosen], opening=opening, matter=_matter(wording.query, chosen))


def _run(best: Reading, items: list[Reading]) -> list[Reading]:
    """Those of the items, in reading order, between which and the best one nothing else stands: one decision's."""
    numbers = {one.passage.candidate.paragraph.place.number for one in items}
    first = last = best.passage.candidate.paragraph.place.number
    while first - 1 in numbers:
        first -= 1
    while last + 1 in numbers:
        last += 1
    return [one for one in items if first <= one.passage.candidate.paragraph.place.number <= last]


def _in_full(decided: Reading) -> Reading:
    """The decision with all its sentences, where its paragraph is no longer than can be quoted."""
    told = whole_paragraph(decided.passage)
    if not told:
        return decided
    return replace(decided, passage=replace(decided.passage, start=told[0].start, end=told[-1].end))


def _came_to(query: Query, decided: list[Reading]) -> str:
    """In English, what a decision came to, where its items say one thing: its words are quoted in Swedish."""
    role = decided[0].passage.candidate.paragraph.role
    outcomes = {outcome(reading.passage.text) for reading in decided}
    if query.language != "en" or role is not Role.DECISION or len(outcomes) != 1:
        return ""
    only = outcomes.pop()
    return "" if only is None else phrase("en", only.name.lower())


def _matter(query: Query, decided: list[Reading]) -> str:
    """The heading of the matter, where the decision itself does not name it and the heading holds no figure."""
    weighed, passage = weigh(query), decided[0].passage
    heading = matter_of(passage.candidate.paragraph.place.headings)
    met = coverage(weighed, passage.tokens)
    return heading if heading and met < _NAMED and coverage(weighed, token_set(heading)) > met else ""


def _same_decision(one: Paragraph, two: Paragraph) -> bool:
    return (
        one.document_id == two.document_id
        and one.role is two.role
        and one.place.section == two.place.section
        and one.place.headings == two.place.headings
        and abs(one.place.number - two.place.number) <= 2 * _FURTHER
    )


def _write_speaker(wording: Wording, readings: list[Reading]) -> None:
    query, best = wording.query, readings[0].passage
    document, paragraph = best.candidate.document, best.candidate.paragraph
    speaker = source(document, paragraph, query.language)
    wording.sentences.append(f"{phrase(query.language, 'states', speaker=speaker)}: {wording.quote(best)}")
    note_silence(wording, readings[0], readings)


_WRITERS: Final = {
    Wants.DECISION: _write_decision,
    Wants.REASON: _write_reason,
    **dict.fromkeys((Wants.PERSON, Wants.PARTY), _write_person),
    Wants.QUESTIONS: write_questions,
    Wants.SPEAKER: _write_speaker,
}
