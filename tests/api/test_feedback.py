"""Verdicts on answers become cases that the evaluation reads."""

from __future__ import annotations

import json
from typing import Any

import pytest
from fastapi.testclient import TestClient

from eval.golden import Case, cases
from eval.review import Reviewed
from eval.score import judge

QUESTION = "Hur många lekplatser?"


def told(client: TestClient, engine: Any, question: str = QUESTION, **more: Any) -> tuple[Case, dict[str, Any]]:
    """Ask, send a verdict on the answer, and read the case that was kept, with the answer."""
    answer = client.post("/api/ask", json={"question": question}).json()
    sent = {"question": question, "answer_id": answer["id"], **more}
    response = client.post("/api/feedback", json=sent)
    assert response.status_code == 201
    case = list(cases(engine.library.path / "feedback.jsonl"))[-1]
    assert case.id == response.json()["id"]
    return case, answer


def test_what_a_good_answer_cited_is_expected_again(client: TestClient, engine: Any) -> None:
    case, answer = told(client, engine, verdict="up")
    assert case.documents == ("2018/protokoll.txt",)
    assert case.locators == tuple(citation["quote"] for citation in answer["citations"])
    assert judge(case, answer).strict
    assert not judge(case, {**answer, "citations": []}).strict


def test_a_refusal_found_right_is_expected_again(client: TestClient, engine: Any) -> None:
    case, answer = told(client, engine, "Finns badhus?", verdict="up")
    assert not case.answerable
    assert judge(case, answer).strict


def test_a_bad_answer_waits_for_a_person_and_counts_as_wrong_until_then(client: TestClient, engine: Any) -> None:
    case, answer = told(client, engine, verdict="down", comment=" Fel år. ", history=["Förut?"])
    assert (case.history, case.answerable, case.places) == (("Förut?",), True, 0)
    assert not judge(case, answer).strict
    (row,) = Reviewed.open(engine.library.path / "feedback.jsonl").pending()
    assert (row["comment"], row["verdict"], row["answer"], row["answer_id"]) == (
        "Fel år.",
        "down",
        answer["text"],
        answer["id"],
    )


def test_without_its_answer_the_question_is_kept_alone(client: TestClient, engine: Any) -> None:
    sent = {"question": "How many?", "verdict": "up", "answer_id": "long-gone"}
    assert client.post("/api/feedback", json=sent).status_code == 201
    (case,) = cases(engine.library.path / "feedback.jsonl")
    assert (case.language, case.locators, case.answer) == ("en", (), "")


def test_a_second_verdict_on_an_answer_takes_the_place_of_the_first(client: TestClient, engine: Any) -> None:
    file = engine.library.path / "feedback.jsonl"
    case, answer = told(client, engine, verdict="up")
    other = {"question": QUESTION, "verdict": "up"}
    assert client.post("/api/feedback", json=other).status_code == 201
    more = {"question": QUESTION, "answer_id": answer["id"], "verdict": "down", "comment": "Fel år."}
    assert client.post("/api/feedback", json=more).json()["id"] == case.id
    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    assert [(row["verdict"], row["comment"]) for row in rows] == [("down", "Fel år."), ("up", "")]
    assert [path.name for path in file.parent.glob("feedback*")] == ["feedback.jsonl"]


def test_a_verdict_that_a_person_has_reviewed_is_kept_beside_a_later_one(client: TestClient, engine: Any) -> None:
    file = engine.library.path / "feedback.jsonl"
    case, answer = told(client, engine, verdict="up")
    reviewed = Reviewed.open(file)
    reviewed.decide(reviewed.rows[0], "accepted")
    sent = {"question": QUESTION, "answer_id": answer["id"], "verdict": "down"}
    assert client.post("/api/feedback", json=sent).json()["id"] != case.id
    assert len(list(cases(file))) == 2


def test_lines_hold_one_case_each_whatever_is_written(client: TestClient, engine: Any) -> None:
    for comment in ("rad ett\nrad två", "\u2028 \x85", '"}', ""):
        sent = json.dumps({"question": "Hur?", "verdict": "down", "comment": comment})
        headers = {"content-type": "application/json"}
        assert client.post("/api/feedback", content=sent, headers=headers).status_code == 201
    assert len(list(cases(engine.library.path / "feedback.jsonl"))) == 4


@pytest.mark.parametrize(
    "wrong", [{"verdict": "so-so"}, {"question": ""}, {"comment": "x" * 4001}, {"answer_id": "x" * 65}, {"question": 5}]
)
def test_what_is_no_verdict_is_refused(client: TestClient, engine: Any, wrong: dict[str, Any]) -> None:
    assert client.post("/api/feedback", json={"question": "Hur?", "verdict": "up", **wrong}).status_code == 422
    assert not (engine.library.path / "feedback.jsonl").exists()
