"""The rules of design section 1 that every answer must hold, over many questions in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import product

import pytest

from indexer.language.tokens import fold
from indexer.model import Role
from indexer.search import Search
from qa.engine import Engine
from qa.model import Answer, Citation, Status
from qa.query import Wants
from qa.understand.question import understand

THINGS = {
    "sv": ("inhyrda parkvakter", "lediga tjänster för simlärare", "fritidsledare", "lyktor i Björkparken", "besök",
           "timvikarier", "elbussar"),
    "en": ("hired park guards", "vacant positions for swimming teachers", "youth leaders", "visits", "electric buses"),
}  # fmt: skip
ASKING = {
    "sv": ("Hur många {} fanns 2017?", "Hur många {} har slutat?", "Hur mycket kostar {}?",
           "Stämmer det att 40 {} finns?",
           "Med hur många procent har antalet {} minskat mellan 2015 och 2017?", "Vad beslutade nämnden om {}?",
           "Vem säger något om {}?", "Vilka frågor ställs om {} i skrivelsen?", "När {}?", "Vad gäller för {} 2019?"),
    "en": ("How many {} were there in 2019?", "How much do {} cost?", "Is it true that 95 {} have left?",
           "By how many percent did the number of {} change between 2018 and 2019?", "Who mentions {}?",
           "What did the committee decide about {}?", "Why are there {}?",
           "What questions does the letter ask about {}?"),
}  # fmt: skip
PLAIN = (
    "Hur stort var underskottet 2019?",
    "How large was the deficit in 2018?",
    "Hur mycket försämrades underskottet mellan 2018 och 2019?",
    "How much did the deficit increase between 2018 and 2019?",
    "Hur mycket ökade andelen behöriga ledare mellan 2016 och 2019?",
    "What share of the leaders were qualified in 2019?",
    "När är handlingsplanen för simskolan daterad?",
    "Vem är sekreterare i fritidsnämnden?",
    "Hur stort bidrag ansökte Granviks ridklubb om?",
    "Stämmer det att 95 simlärare har slutat sedan sommaren?",
    "Vad kostar det att byta belysningen i Björkparken?",
    "Varför har fritidsledarna slutat?",
)
MANY = (
    *PLAIN,
    *(asking.format(thing) for tongue in ASKING for asking, thing in product(ASKING[tongue], THINGS[tongue])),
)
_QUOTED = re.compile(r"[“”]([^“”]*)”")
_DIGITS = re.compile(r"\d+(?:[ \u00a0\u202f.,]\d+)*")


@pytest.fixture(scope="module")
def answers(engine: Engine) -> list[Answer]:
    """The answer to each of MANY."""
    return [engine.ask(question) for question in MANY]


def written_numbers(text: str) -> Iterator[str]:
    """Digits as written, without the marks between them, and each run of them alone."""
    for found in _DIGITS.finditer(text):
        yield re.sub(r"\D", "", found.group()).lstrip("0")
        yield from (run.lstrip("0") for run in re.findall(r"\d+", found.group()))


def vouched(citation: Citation) -> str:
    paragraph, document = citation.paragraph, citation.document
    return " ".join((paragraph.text, paragraph.place.section or "", document.date or "", *document.dnr))


def test_the_questions_are_many_and_both_answered_and_refused(answers: list[Answer]) -> None:
    assert len(answers) > 100
    kinds = {answer.status for answer in answers}
    assert {Status.ANSWERED, Status.COMPUTED, Status.NOT_FOUND} <= kinds
    assert {answer.language for answer in answers} == {"sv", "en"}


def test_every_number_of_every_answer_stands_in_a_cited_paragraph_or_is_worked_out(answers: list[Answer]) -> None:
    for answer in (a for a in answers if a.status is not Status.NOT_FOUND):
        own = re.sub(r"\[\d+\]", "", _QUOTED.sub("", answer.text))
        known = set(written_numbers(" ".join(vouched(citation) for citation in answer.citations)))
        known |= {number for f in answer.figures if f.formula for number in written_numbers(f"{abs(f.value):g}")}
        for found in _DIGITS.finditer(own):
            assert re.sub(r"\D", "", found.group()).lstrip("0") in known, answer


def test_every_figure_that_is_not_worked_out_stands_in_a_cited_paragraph(answers: list[Answer]) -> None:
    spelled = {5.0: "fem", 9.0: "nio", 7.0: "sju"}
    for answer in answers:
        text = " ".join(citation.paragraph.text.lower() for citation in answer.citations)
        known = set(written_numbers(text))
        for figure in (f for f in answer.figures if not f.formula):
            written = re.sub(r"\D", "", f"{abs(figure.value):g}" if figure.value % 1 else f"{abs(figure.value):.0f}")
            assert written in known or spelled.get(figure.value, "?") in text, answer


def test_every_quote_is_verbatim_in_the_library(search: Search, answers: list[Answer]) -> None:
    for answer in answers:
        for citation in (*answer.citations, *answer.related):
            (held,) = search.library.paragraphs_by_id([citation.paragraph.id]).values()
            assert fold(citation.quote) in fold(held.text)
            assert held.document_id == citation.document.id
        shown = re.sub(
            r"\W", "", " ".join(f"{c.paragraph.readable} {c.paragraph.place.headings}" for c in answer.citations)
        )
        for quote in _QUOTED.findall(answer.text):
            assert re.sub(r"\W", "", quote) in shown, answer


def test_every_mark_has_its_citation_and_every_citation_its_mark(answers: list[Answer]) -> None:
    for answer in answers:
        marks = {int(mark) for mark in re.findall(r"\[(\d+)\]", answer.text)}
        assert marks == {citation.number for citation in answer.citations}, answer


def test_a_question_is_never_evidence_but_of_what_was_asked(answers: list[Answer]) -> None:
    for answer in answers:
        roles = {citation.paragraph.role for citation in answer.citations}
        if understand(answer.question).wants is Wants.QUESTIONS:
            assert roles <= {Role.QUESTION}
        else:
            assert Role.QUESTION not in roles, answer


def test_what_is_not_found_has_related_paragraphs_and_no_figures(answers: list[Answer]) -> None:
    for answer in (a for a in answers if a.status is Status.NOT_FOUND):
        assert answer.related
        assert answer.figures == answer.citations == ()
        assert answer.text.startswith(("Det framgår inte", "Not found"))


def test_every_answer_is_in_the_language_of_its_question(answers: list[Answer]) -> None:
    for answer in answers:
        assert answer.language == understand(answer.question).language
        assert ("“" in answer.text) <= (answer.language == "en")


def test_answers_from_several_threads_are_the_same_as_one_at_a_time(engine: Engine, answers: list[Answer]) -> None:
    with ThreadPoolExecutor(6) as pool:
        together = list(pool.map(engine.ask, MANY[:60]))
    assert [replace(a, elapsed_ms=0) for a in together] == [replace(a, elapsed_ms=0) for a in answers[:60]]
