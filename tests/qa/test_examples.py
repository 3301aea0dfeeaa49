"""The page offers only questions that the library answers."""

from __future__ import annotations

import pytest

from qa.engine import Engine
from qa.examples import example_questions
from qa.model import Status


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_example_question_is_answered(engine: Engine, language: str) -> None:
    questions = example_questions(engine, language)
    assert questions
    assert all(engine.ask(question).status is not Status.NOT_FOUND for question in questions)


def test_no_more_are_offered_than_wanted(engine: Engine) -> None:
    assert len(example_questions(engine, "sv", wanted=1)) == 1
