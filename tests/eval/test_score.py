"""The verdict: points for what is right, none for planted lies; each rule of the golden-set form is held."""

from __future__ import annotations

import itertools
import re
from pathlib import Path
from typing import Any

import pytest

from eval.golden import Case
from eval.originals import Originals
from eval.score import judge


def case(**changes: Any) -> Case:
    fields: dict[str, Any] = {
        "id": "1", "group": "1", "language": "sv", "kind": "figure", "question": "Hur många bänkar fanns 2020?",
        "history": (), "answerable": True, "answer": "12", "documents": ("park.txt",),
        "locators": ("fanns 12 bänkar i parken",), "cells": (), "accept": (), "must": ("12|tolv",), "must_not": (),
        "must_alt": (),
    }  # fmt: skip
    return Case(**{**fields, **changes})


def cited(paragraph: str = "År 2020 fanns  12 bänkar\ni parken.", **changes: Any) -> dict[str, Any]:
    return {"number": 1, "document": "park.txt", "text": paragraph, "quote": paragraph, "page": 3, **changes}


def answer(text: str, *citations: dict[str, Any], **changes: Any) -> dict[str, Any]:
    listed = list(citations or [cited()])
    return {"status": "answered", "language": "sv", "text": text, "citations": listed, "figures": [], **changes}


def test_a_right_answer_with_its_paragraph_is_right_in_every_measure() -> None:
    verdict = judge(case(), answer("12 bänkar [1]."))
    assert verdict.strict and verdict.answer_right and verdict.citation_right and verdict.fidelity
    assert (verdict.citation_precision, verdict.citation_recall) == (1.0, 1.0)


def test_a_wrong_number_gets_nothing_for_its_text_and_is_named() -> None:
    verdict = judge(case(), answer("14 bänkar [1]."))
    assert not verdict.answer_right and not verdict.strict and verdict.fidelity is False
    assert verdict.missing == ("12|tolv",)
    assert verdict.unsupported_numbers == ("14",)


def test_a_right_number_with_the_wrong_paragraph_is_not_strictly_right() -> None:
    verdict = judge(case(), answer("12 bänkar [1].", cited("Parken har 12 träd.")))
    assert verdict.answer_right and not verdict.citation_right and not verdict.strict
    assert (verdict.citation_precision, verdict.citation_recall) == (0.0, 0.0)


def test_the_right_paragraph_without_the_right_answer_is_not_strictly_right() -> None:
    verdict = judge(case(), answer("Det fanns bänkar [1]."))
    assert verdict.citation_right and not verdict.strict


def test_what_must_not_be_said_spoils_the_answer() -> None:
    verdict = judge(case(must_not=("träd",)), answer("12 träd"))
    assert not verdict.answer_right and not verdict.strict and verdict.forbidden == ("träd",)


def test_an_unanswerable_question_is_right_only_when_refused() -> None:
    asked = case(answerable=False, locators=(), must=("inte",))
    assert judge(asked, answer("Det framgår inte.", status="not_found", citations=[])).strict
    assert not judge(asked, answer("Det är inte 12.")).strict
    assert not judge(asked, answer("Vilken park, inte?", status="clarify")).strict


def test_a_refusal_of_an_answerable_question_is_wrong_and_shows_no_evidence() -> None:
    verdict = judge(case(), answer("12", status="not_found", citations=[]))
    assert not verdict.strict and not verdict.answer_right and verdict.refused
    assert verdict.citation_recall == 0.0
    assert verdict.citation_precision is verdict.fidelity is None


def test_an_ambiguous_question_is_asked_back_or_answered_both_ways() -> None:
    asked = case(kind="ambiguous", answerable=False, must=("vilken",), must_alt=("12", "14"))
    assert judge(asked, answer("Vilken park?", status="clarify")).strict
    assert not judge(asked, answer("Kan du säga mer?", status="clarify")).strict
    assert judge(asked, answer("12 i norr, 14 i söder")).strict
    assert not judge(asked, answer("12 i norr")).strict
    assert not judge(asked, answer("Vilken park? 12.")).strict


def test_citation_precision_is_the_share_of_citations_at_a_place() -> None:
    verdict = judge(case(), answer("12 [1]", cited(), cited("Parken har 12 träd."), cited("Mer.")))
    assert verdict.citation_precision == pytest.approx(1 / 3)


def test_citation_recall_is_the_share_of_locators_shown() -> None:
    verdict = judge(case(locators=("fanns 12 bänkar i parken", "två var trasiga")), answer("12 [1]"))
    assert verdict.strict and verdict.citation_recall == 0.5


def test_a_quote_that_is_not_in_its_paragraph_is_no_citation() -> None:
    verdict = judge(case(), answer("12 bänkar [1].", cited(quote="År 2020 fanns 12 granna bänkar i parken.")))
    assert not verdict.citation_right and not verdict.strict and verdict.citation_precision == 0.0
    assert verdict.made_up == ("[1] the quote is not in the cited paragraph",)
    assert verdict.fidelity is False, "what a made-up citation states supports no number"


def test_a_paragraph_that_is_in_no_document_is_no_citation(tmp_path: Path) -> None:
    (tmp_path / "park.txt").write_text("Parken anlades 1950. År 2020 fanns där bänkar av trä.", encoding="utf-8")
    verdict = judge(case(), answer("12 bänkar [1]."), Originals(tmp_path))
    assert not verdict.citation_right and not verdict.strict and verdict.made_up
    (tmp_path / "park.txt").write_text("Parken. År 2020 fanns 12 bän-\nkar i parken.", encoding="utf-8")
    assert judge(case(), answer("12 bänkar [1]."), Originals(tmp_path)).strict


def test_an_error_in_the_place_of_an_answer_is_wrong_and_nothing_breaks() -> None:
    for asked in (case(), case(answerable=False)):
        verdict = judge(asked, {"id": "1", "error": {"code": "unexpected"}})
        assert verdict.status == "error" and not verdict.strict and not verdict.refused


# A second judge, written from the golden-set form alone and as plainly as it can be, to hold the first one against.


def second_judge(asked: Case, given: dict[str, Any]) -> bool:
    text = " ".join(given["text"].split()).lower()
    citations = [{**each, "text": " ".join(each["text"].split()).lower()} for each in given["citations"]]

    def whole(form: str, where: str) -> bool:
        words = re.findall(r"\d{1,3}(?: \d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)*|[^\W\d]+", where)
        return form in words if form[0].isdigit() else form in where

    def holds(entries: tuple[str, ...], where: str) -> bool:
        return all(any(whole(form.lower(), where) for form in entry.split("|")) for entry in entries)

    if asked.kind == "ambiguous":
        asks_back = given["status"] == "clarify" and holds(asked.must, text)
        return asks_back or (bool(asked.must_alt) and holds(asked.must_alt, text))
    if not asked.answerable:
        return bool(given["status"] == "not_found")
    at_place = any(
        (each["document"] in asked.documents and any(locator.lower() in each["text"] for locator in asked.locators))
        or ((each["document"], each["page"]) in asked.accept and holds(asked.must, each["text"]))
        for each in citations
    )
    said = any(whole(form.lower(), text) for entry in asked.must_not for form in entry.split("|"))
    return given["status"] != "not_found" and holds(asked.must, text) and not said and at_place


TEXTS = ["12 bänkar", "tolv bänkar", "112 bänkar", "12,5 bänkar", "12 000 bänkar", "14 bänkar", "12, 14", "Vilken?"]
PARAGRAPHS = ["År 2020 fanns  12\u00a0bänkar i parken.", "Parken har 12 träd.", "Parken har träd."]
CASES = [
    case(),
    case(must_not=("14",)),
    case(accept=(("torg.txt", 3),)),
    case(answerable=False),
    case(kind="ambiguous", answerable=False, must=("vilken",), must_alt=("12", "14")),
]


def test_a_second_plain_judge_gives_the_same_verdicts() -> None:
    strict = 0
    statuses, documents = ("answered", "clarify", "not_found"), ("park.txt", "torg.txt")
    for asked, text, paragraph, status, document in itertools.product(CASES, TEXTS, PARAGRAPHS, statuses, documents):
        given = answer(text, cited(paragraph, document=document), status=status)
        assert judge(asked, given).strict == second_judge(asked, given), (asked, given)
        strict += judge(asked, given).strict
    assert strict > 50
