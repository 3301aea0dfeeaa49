"""The things and times that a question sets beside each other."""

from __future__ import annotations

import pytest

from qa.compute.slots import ends, entities, listed_periods
from qa.understand.question import understand


@pytest.mark.parametrize(
    ("question", "joined", "things"),
    [
        ("Hur mycket skiljer priset mellan Granby och Sjöby?", False, ["Granby", "Sjöby"]),
        ("Är kön längre i Granby än i liknande kommuner?", False, ["Granby", "liknande kommuner"]),
        ("Hur många badvakter, ridlärare och tränare finns tillsammans?", True, ["badvakter", "ridlärare", "tränare"]),
        (
            "Vad kostar badnämnden och kultur- och musiknämnden ihop?",
            True,
            ["badnämnden", "kultur-och-musiknämnden"],
        ),
        ("Hur många fler besök i maj än i april 2022?", False, []),
        ("Hur många besök i april och maj 2022 tillsammans?", True, []),
        ("Hur många besök hade baden?", False, []),
    ],
)
def test_things_are_found_beside_the_word_that_joins_them(question: str, joined: bool, things: list[str]) -> None:
    assert [slot.text for slot in entities(understand(question), joined=joined)] == things


@pytest.mark.parametrize(
    ("question", "times"),
    [
        ("Hur ändrades kön från april till maj 2022?", ("2022-04", "2022-05")),
        ("Hur ändrades kön mellan 2018 och 2022?", ("2018", "2022")),
        ("Var kön längre 2022 än 2018?", ("2018", "2022")),
    ],
)
def test_two_times_are_compared_earlier_first(question: str, times: tuple[str, str]) -> None:
    found = ends(understand(question))
    assert found is not None
    assert (found[0].iso, found[1].iso) == times


def test_a_stretch_within_a_year_is_one_time() -> None:
    assert ends(understand("Hur många slutade januari–november 2022?")) is None


def test_a_time_within_another_is_the_one_that_counts() -> None:
    query = understand("Hur många besök i maj 2022, alltså under 2022?")
    assert [period.iso for period in listed_periods(query)] == ["2022-05"]
