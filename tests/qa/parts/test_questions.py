"""How a comparison, a sum and a share are taken apart into questions."""

from __future__ import annotations

import pytest

from qa.compute.slots import ends
from qa.parts.questions import at_times, compared, listed, same_measure
from qa.query import Wants
from qa.understand.question import understand


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        (
            "Hur många färre lån hade biblioteket i maj 2021 än i april?",
            ("Hur många lån hade biblioteket april 2021?", "Hur många lån hade biblioteket maj 2021?"),
        ),
        (
            "Hur många fler bad kom det juni–augusti 2020 än samma månader 2019?",
            ("Hur många bad kom det juni–augusti 2019?", "Hur många bad kom det juni–augusti 2020?"),
        ),
        (
            "How much did the fee rise from 2018 to 2019?",
            ("How much did the fee 2018?", "How much did the fee 2019?"),
        ),
    ],
)
def test_a_change_becomes_the_same_question_at_each_time(question: str, parts: tuple[str, ...]) -> None:
    query = understand(question)
    times = ends(query)
    assert times is not None
    assert tuple(part.query.question for part in at_times(query, times)) == parts


def test_a_change_in_percentage_points_is_asked_for_in_percent() -> None:
    query = understand("Hur många procentenheter har andelen behöriga tappat från 2021 till 2025?")
    times = ends(query)
    assert times is not None
    assert {part.query.wants for part in at_times(query, times)} == {Wants.PERCENT}


@pytest.mark.parametrize(
    ("question", "things"),
    [
        ("Hur mycket kostade stolar, bord och lampor tillsammans?", ("stolar", "bord", "lampor")),
        ("Hur många (kockar, diskare, vakter) anställdes sammanlagt?", ("kockar", "diskare", "vakter")),
    ],
)
def test_a_list_becomes_a_question_for_each_thing(question: str, things: tuple[str, ...]) -> None:
    first = next(listed(understand(question)))
    assert tuple(part.thing for part in first) == things


def test_parts_of_one_name_are_not_taken_apart() -> None:
    query = understand("Hur mycket fick vård- och omsorgsnämnden sammanlagt?")
    assert not list(listed(query))


def test_what_stands_behind_than_is_the_other_part() -> None:
    mine, other = next(compared(understand("Hur mycket lägre är hyran än enligt taxan?")))
    assert (mine.query.question, mine.other) == ("Hur mycket är hyran?", "taxan")
    assert other.thing == "taxan"


def test_a_missing_part_is_asked_for_in_the_words_of_the_document() -> None:
    query = understand("Hur mycket bättre var resultatet i maj 2021 än i april?")
    times = ends(query)
    assert times is not None
    part = same_measure(query, "driftsresultat för perioden", times[0])
    assert part.query.question == "Driftsresultat för perioden april 2021?"
