"""Which operation a question asks for, and what its operands are to be."""

from __future__ import annotations

import pytest

from qa.compute.plan import Operation, plan
from qa.understand.question import understand


@pytest.mark.parametrize(
    ("question", "operation"),
    [
        ("Hur mycket ökade kostnaden för baden mellan 2018 och 2019?", Operation.CHANGE),
        ("By how many percent did the cost of the baths rise from 2018 to 2019?", Operation.CHANGE),
        ("Hur många fler besök hade Sjöbadet än Granbadet 2022?", Operation.DIFFERENCE),
        ("How many more visits did Sjöbadet have than Granbadet in 2022?", Operation.DIFFERENCE),
        ("Hur många besök hade Sjöbadet och Granbadet tillsammans?", Operation.SUM),
        ("How many visits did the baths have in April and May 2022 in total?", Operation.SUM),
        ("Vad var antalet besök i genomsnitt 2018–2022?", Operation.MEAN),
        ("Hur stor andel av besöken var barn?", Operation.SHARE),
        ("What share of the visitors were children?", Operation.SHARE),
        ("Hur stor är skillnaden mellan den längsta och den kortaste kön?", Operation.SPREAD),
        ("Hur mycket över budget ligger baden?", Operation.OVER),
        ("How far over budget are the baths?", Operation.OVER),
        ("Vad blir avgiften efter höjningen?", Operation.AFTER),
        ("Hur många tjänster är tillsatta?", Operation.REST),
    ],
)
def test_a_question_says_its_operation(question: str, operation: Operation) -> None:
    found = plan(understand(question))
    assert found is not None
    assert found.operation is operation


@pytest.mark.parametrize(
    "question",
    ["Hur många besök hade Sjöbadet 2022?", "Vem beslutade om höjningen?", "Vad kostar ett årskort totalt?"],
)
def test_a_figure_to_be_looked_up_has_no_plan(question: str) -> None:
    assert plan(understand(question)) is None


def test_what_the_slots_say_is_not_asked_of_every_operand() -> None:
    found = plan(understand("Hur många fler besök hade Sjöbadet än Granbadet 2022?"))
    assert found is not None
    assert [slot.text for slot in found.slots] == ["Sjöbadet", "Granbadet"]
    assert "besök" in {item.concept.word for item in found.about}
    assert "sjöbadet" not in {item.concept.word for item in found.about}
