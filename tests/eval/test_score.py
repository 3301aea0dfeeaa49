"""The scorer gives points for what is right and none for planted lies."""

from __future__ import annotations

from typing import Any

import pytest

from eval.golden import Case
from eval.score import judge


def case(**changes: Any) -> Case:
    fields: dict[str, Any] = {
        "id": "1", "group": "1", "language": "sv", "kind": "figure", "question": "Hur många bänkar fanns 2020?",
        "history": (), "answerable": True, "answer": "12", "documents": ("park.txt",),
        "locators": ("fanns 12 bänkar i parken",), "cells": (), "accept": (), "must": ("12|tolv",), "must_not": (),
        "must_alt": (),
    }  # fmt: skip
    return Case(**{**fields, **changes})


def answer(text: str, paragraph: str = "År 2020 fanns  12 bänkar\ni parken.", **changes: Any) -> dict[str, Any]:
    citation = {"document": "park.txt", "text": paragraph, "page": 3}
    return {"status": "answered", "text": text, "citations": [citation], "elapsed_ms": 5, **changes}


def test_a_right_answer_with_its_paragraph_is_strictly_right() -> None:
    assert judge(case(), answer("12 bänkar [1].")).strict


def test_a_wrong_number_gets_nothing() -> None:
    verdict = judge(case(), answer("14 bänkar [1]."))
    assert not verdict.text_right
    assert not verdict.strict


@pytest.mark.parametrize("text", ["312 bänkar", "12,5 bänkar", "12 000 bänkar", "2.12 bänkar"])
def test_a_number_is_matched_whole(text: str) -> None:
    assert not judge(case(), answer(text)).text_right


def test_a_number_with_a_no_break_space_is_the_same_number() -> None:
    assert judge(case(must=("1 200",)), answer("1\u00a0200 bänkar")).text_right


def test_the_last_group_of_a_longer_number_is_not_the_number() -> None:
    assert not judge(case(must=("200",)), answer("1 200 bänkar")).text_right


def test_a_right_number_with_the_wrong_paragraph_is_not_strictly_right() -> None:
    verdict = judge(case(), answer("12 bänkar [1].", paragraph="Parken har 12 träd."))
    assert verdict.text_right
    assert not verdict.citation_right
    assert not verdict.strict


def test_the_right_paragraph_of_another_document_does_not_count() -> None:
    assert not judge(case(documents=("torg.txt",)), answer("12 bänkar [1].")).strict


def test_an_accepted_page_counts_when_its_paragraph_holds_the_fact() -> None:
    accepting = case(documents=("torg.txt",), accept=(("park.txt", 3),))
    assert judge(accepting, answer("12 bänkar [1].")).strict
    assert not judge(accepting, answer("12 bänkar [1].", paragraph="Inget om bänkar.")).strict


def test_an_unanswerable_question_is_right_only_when_refused() -> None:
    asked = case(answerable=False, must=("inte",))
    assert judge(asked, answer("Det framgår inte.", status="not_found")).strict
    assert not judge(asked, answer("Det är inte 12.")).strict


def test_a_refusal_of_an_answerable_question_is_wrong() -> None:
    assert not judge(case(), answer("12", status="not_found")).strict


def test_an_ambiguous_question_is_asked_back_or_answered_both_ways() -> None:
    asked = case(kind="ambiguous", answerable=False, must=("vilken",), must_alt=("12", "14"))
    assert judge(asked, answer("Vilken park?", status="clarify")).strict
    assert judge(asked, answer("12 i norr, 14 i söder", status="answered")).strict
    assert not judge(asked, answer("12 i norr", status="answered")).strict


def test_what_must_not_be_said_spoils_the_answer() -> None:
    assert not judge(case(must_not=("14",)), answer("12, inte 14")).text_right


def test_a_cited_cell_counts_by_its_address() -> None:
    asked = case(locators=(), cells=("Blad1!B4",))
    cited = {"document": "park.txt", "text": "", "sheet": "Blad1", "cells": ["B4"]}
    assert judge(asked, answer("12", citations=[cited])).citation_right
