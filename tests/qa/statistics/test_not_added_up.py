"""What is never added up, and totals that their parts do not come to."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from qa.engine import Engine

Over = Callable[[Mapping[str, str]], Engine]

PRICES = """Simskola
Ort;Deltagare 2023;Deltagare 2024;Avgift 2023 (kr);Avgift 2024 (kr)
Linby;150;160;450;500
Vik;120;130;450;500
"""
POSTS = """Tjänster på skolorna 2023
Skola;Heltidstjänster
Almskolan;100,5
Ekskolan;238,4
Samtliga;{total}
"""


def test_prices_of_several_places_are_no_sum(over: Over) -> None:
    engine = over({"simskola": PRICES})
    answer = engine.ask("Hur mycket höjdes avgiften från 2023 till 2024?")
    assert {figure.value for figure in answer.figures}.isdisjoint({100, 900, 1000})
    assert "290" in engine.ask("Hur många deltagare var det totalt 2024?").text


def test_a_total_that_the_parts_do_not_come_to_is_not_said_to_be_the_same(over: Over) -> None:
    question = "Hur många heltidstjänster finns det totalt?"
    text = over({"tjanster": POSTS.format(total="339,0")}).ask(question).text
    assert "339" in text
    assert "samma" not in text
    assert "samma" in over({"tjanster": POSTS.format(total="338,9")}).ask(question).text
