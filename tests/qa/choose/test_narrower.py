"""A sentence that counts just what is asked comes before one that counts more, a final figure before a preliminary."""

from __future__ import annotations

from collections.abc import Callable

from qa.choose.narrower import final_first, narrower_first, stated_time_first
from qa.find.retrieve import Candidate
from qa.read.readings import Reading
from qa.understand.question import understand

Make = Callable[..., Candidate]
Read = Callable[..., list[Reading]]

BOTH = "Det är 21 parkvakter som slutat eller bytt tjänst."
EACH = "12 parkvakter har bytt tjänst och 9 har lämnat."


def test_the_narrower_count_comes_first(candidate: Make, reading: Read) -> None:
    query = understand("Hur många parkvakter har bytt tjänst?")
    found = narrower_first(query, reading(query, candidate(BOTH), candidate(EACH, number=2)))
    assert found[0].passage.text == EACH


def test_who_asks_for_both_gets_both(candidate: Make, reading: Read) -> None:
    query = understand("Hur många parkvakter har slutat eller bytt tjänst?")
    found = narrower_first(query, reading(query, candidate(BOTH), candidate(EACH, number=2)))
    assert found[0].passage.text == BOTH


def test_a_final_result_comes_before_a_preliminary_one(candidate: Make, reading: Read) -> None:
    query = understand("Vad blev resultatet 2016?")
    early = candidate("Det preliminära resultatet för 2016 är ett underskott på 11 mnkr.")
    final = candidate("Nämnden redovisar ett underskott på 12 mnkr för 2016.", number=2)
    assert "12 mnkr" in final_first(query, reading(query, early, final))[0].passage.text
    asked = understand("Vad var det preliminära resultatet 2016?")
    assert "11 mnkr" in final_first(asked, reading(asked, early, final))[0].passage.text


def test_a_year_that_is_named_comes_before_the_year_before_another(candidate: Make, reading: Read) -> None:
    query = understand("Hur stort var underskottet 2016?")
    before = candidate("Året innan var underskottet 5 mnkr.")
    named = candidate("Nämnden redovisar ett underskott på 12 mnkr för 2016.", number=2)
    assert "12 mnkr" in stated_time_first(query, reading(query, before, named))[0].passage.text
