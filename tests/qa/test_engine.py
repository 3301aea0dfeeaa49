"""The whole way of a question, over the small library."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from indexer.build import remove
from indexer.errors import LibraryMissing, QuestionError
from indexer.search import Search
from qa.engine import Engine, checked
from qa.model import Status

Open = Callable[..., Search]

DEFICIT = "Hur stort var underskottet 2019?"
OVERTIME = "Hur mycket har förvaltningen betalat i övertid?"
_QUOTED = re.compile(r"[“”]([^“”]*)”")


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("Hur många inhyrda parkvakter fanns 2015?", 80),
        ("How many hired park guards were there in 2015?", 80),
        ("Hur många besök hade simhallarna 2019?", 515000),
        ("How many visits did the swimming halls have in 2019?", 515000),
        ("Hur stort bidrag ansökte Granviks ridklubb om?", 240000),
        ("How large a grant did Granviks ridklubb apply for?", 240000),
        ("Hur stor andel av ledarna var behöriga 2019?", 74),
        ("What share of the leaders were qualified in 2019?", 74),
    ],
)
def test_a_stated_figure_is_found_in_either_language(engine: Engine, question: str, value: float) -> None:
    answer = engine.ask(question)
    assert answer.status is Status.ANSWERED
    assert answer.figures[0].value == value


@pytest.mark.parametrize(
    ("before", "question", "value"),
    [
        ("Hur många inhyrda parkvakter fanns i oktober 2017?", "Och 2015?", 80),
        ("How many hired park guards were there in October 2017?", "And in 2015?", 80),
        ("Hur många besök hade simhallarna 2019?", "Och året innan?", 412000),
        ("How many visits did the swimming halls have in 2019?", "And the year before?", 412000),
    ],
)
def test_a_follow_up_is_answered_from_what_was_asked_before(
    engine: Engine, before: str, question: str, value: float
) -> None:
    answer = engine.ask(question, [before])
    assert answer.figures[0].value == value
    assert answer.question == question


@pytest.mark.parametrize(
    ("before", "question", "said"),
    [
        ("Hur många inhyrda parkvakter fanns 2015?", "Vem säger det?", "(V) och (S)"),
        ("How many hired park guards were there in 2015?", "Who says that?", "(V) and (S)"),
    ],
)
def test_who_says_that_names_the_parties(engine: Engine, before: str, question: str, said: str) -> None:
    assert said in engine.ask(question, [before]).text


def test_two_documents_that_disagree_are_both_cited(engine: Engine) -> None:
    answer = engine.ask("Hur många inhyrda parkvakter fanns i oktober 2017?")
    assert answer.status is Status.CONFLICTING
    assert {21.0, 29.0} <= {figure.value for figure in answer.figures}
    assert {citation.document.path for citation in answer.citations} == {"protokoll.txt", "rapport.txt"}


@pytest.mark.parametrize(
    ("question", "result"),
    [
        ("Med hur många procent minskade antalet inhyrda parkvakter mellan 2015 och oktober 2017?", "−73,8 procent"),
        ("Hur mycket ökade andelen behöriga ledare mellan 2016 och 2019?", "+13 procentenheter"),
        ("Hur mycket försämrades underskottet mellan 2018 och 2019?", "−46,3 mnkr"),
        ("How much did the deficit increase between 2018 and 2019?", "−46.3 million SEK"),
    ],
)
def test_a_change_is_worked_out_with_its_formula(engine: Engine, question: str, result: str) -> None:
    answer = engine.ask(question)
    assert answer.status is Status.COMPUTED
    assert answer.text.startswith(result)
    assert answer.figures[0].formula


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("Vad beslutade fritidsnämnden om bidraget till Granviks ridklubb?", "enligt beslutet", "förslag"),
        ("What did fritidsnämnden decide about the grant to Granviks ridklubb?", "the decision in", "propos"),
        ("Vad beslutade parknämnden om belysningen i Björkparken?", "förslag", "enligt beslutet"),
    ],
)
def test_a_decision_is_told_from_a_proposal(engine: Engine, question: str, said: str, unsaid: str) -> None:
    text = engine.ask(question).text.lower()
    own = _QUOTED.sub("", text)
    assert said in own
    assert unsaid not in own


def test_a_question_that_a_letter_asks_and_nobody_answers_is_said_to_be_asked(engine: Engine) -> None:
    answer = engine.ask(OVERTIME)
    assert answer.status is Status.NOT_FOUND
    assert answer.text.endswith("Frågan ställs i skrivelsen men besvaras inte där.")


@pytest.mark.parametrize(
    ("filters", "paths"),
    [
        ({"kind": "rapport"}, {"rapport.txt"}),
        ({"committee": "Parknämnden"}, {"belysning.txt"}),
        ({"year": "2018"}, {"protokoll.txt"}),
    ],
)
def test_filters_hold_for_answers_and_for_search(engine: Engine, filters: dict[str, str], paths: set[str]) -> None:
    question = "Hur många inhyrda parkvakter fanns i oktober 2017?"
    answer = engine.ask(question, filters=filters)
    assert {c.document.path for c in (*answer.citations, *answer.related)} <= paths
    assert {hit.document.path for hit in engine.search(question, 50, filters)} == paths


def test_a_filter_that_nothing_fits_leaves_nothing_to_find(engine: Engine) -> None:
    answer = engine.ask("Hur många inhyrda parkvakter fanns 2015?", filters={"year": "1999"})
    assert (answer.status, answer.related) == (Status.NOT_FOUND, ())
    assert engine.search("parkvakter", filters={"year": "1999"}) == []


def test_search_gives_the_paragraphs_best_first(engine: Engine) -> None:
    hits = engine.search("lyktor i Björkparken", 3)
    assert len(hits) == 3
    assert hits[0].document.path == "belysning.txt"
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


@pytest.mark.parametrize("question", ["", "   \n\t ", "å" * 4001])
def test_an_empty_or_too_long_question_cannot_be_asked(engine: Engine, question: str) -> None:
    with pytest.raises(QuestionError):
        engine.ask(question)
    with pytest.raises(QuestionError):
        engine.search(question)


def test_white_space_is_folded_and_the_longest_question_still_asked() -> None:
    assert checked("  Hur \n många? ") == "Hur många?"
    assert len(checked("å" * 4000)) == 4000


@pytest.mark.parametrize(
    "question", ["?", "...", "§", "[1]", "'; DROP TABLE paragraphs; --", "\x00", "🦆", "1", "2015?"]
)
def test_odd_questions_get_an_answer_that_holds(engine: Engine, question: str) -> None:
    assert engine.ask(question).text


def test_a_removed_document_is_out_of_the_very_next_answer(indexed: Open) -> None:
    own = indexed("protokoll.txt", "rapport.txt", "skrivelse.txt")
    question = "Hur många inhyrda parkvakter fanns 2015?"
    engine = Engine(own)
    assert engine.ask(question).citations[0].document.path == "protokoll.txt"
    remove(own.library.path, "protokoll.txt")
    answer = engine.ask(question)
    assert "protokoll.txt" not in {c.document.path for c in (*answer.citations, *answer.related)}
    assert all(hit.document.path != "protokoll.txt" for hit in engine.search(question, 100))


@pytest.mark.parametrize(("question", "word"), [("Hur många lyktor finns?", "tomt"), ("How many lamps?", "empty")])
def test_an_empty_library_says_that_it_is_empty(indexed: Open, question: str, word: str) -> None:
    answer = Engine(indexed()).ask(question)
    assert answer.status is Status.NOT_FOUND
    assert word in answer.text


def test_asking_twice_gives_the_same_answer(engine: Engine) -> None:
    first, second = (replace(engine.ask(DEFICIT), elapsed_ms=0) for _ in range(2))
    assert first == second


def test_an_answer_says_how_long_it_took(engine: Engine) -> None:
    assert engine.ask(DEFICIT).elapsed_ms > 0


def test_a_library_that_is_not_there_cannot_be_opened(tmp_path: Path) -> None:
    with pytest.raises(LibraryMissing):
        Engine.open(tmp_path / "nowhere")


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Hur många inhyrda parkvakter fanns 2015?", "uppfyller villkoren (year: 1999)"),
        ("How many hired park guards were there in 2015?", "fits the filters (year: 1999)"),
    ],
)
def test_filters_that_fit_no_document_are_named(engine: Engine, question: str, said: str) -> None:
    answer = engine.ask(question, filters={"year": "1999"})
    assert answer.status is Status.NOT_FOUND
    assert said in answer.text


def test_an_unknown_filter_is_refused_by_name(engine: Engine) -> None:
    with pytest.raises(QuestionError, match="comittee"):
        engine.ask("Hur många inhyrda parkvakter fanns 2015?", filters={"comittee": "fritidsnämnden"})
