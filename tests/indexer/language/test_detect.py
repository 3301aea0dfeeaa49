from __future__ import annotations

import json
from pathlib import Path

import pytest

from indexer.language.detect import language

_DEV = Path(__file__).parents[4] / "shared" / "data" / "dev"


@pytest.mark.parametrize(
    "question",
    [
        "Personalbudget 2026?",
        "Vad beslutades?",
        "hur manga konsulter fanns 2018",
        "och 2019?",
        "2018?",
        "",
        "§ 14",
        "Avvikelse",
        "budget?",
    ],
)
def test_swedish_questions_and_those_that_do_not_tell_are_swedish(question: str) -> None:
    assert language(question) == "sv"


@pytest.mark.parametrize(
    "question",
    [
        "Lillköping, what was decided?",
        "deficit 2019",
        "and in 2023?",
        "Who chairs stadsdelsnämnden?",
        "How many (antal anställda) left?",
        "list all decisions",
    ],
)
def test_english_questions_with_swedish_names_and_terms_are_english(question: str) -> None:
    assert language(question) == "en"


@pytest.mark.parametrize("name", ["seed_questions", "alingsas_questions", "statistics_questions"])
def test_the_questions_of_the_golden_sets_are_told_apart(name: str) -> None:
    path = _DEV / f"{name}.jsonl"
    if not path.is_file():
        pytest.skip("the shared data are not beside the repository")
    cases = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    wrong = [case["question"] for case in cases if language(case["question"]) != case["lang"]]
    assert len(wrong) <= 0.005 * len(cases), wrong
