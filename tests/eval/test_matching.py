"""An entry of a golden case is found in an answer as the golden-set form says."""

from __future__ import annotations

import pytest

from eval.matching import either, fold


@pytest.mark.parametrize("text", ["312 bänkar", "12,5 bänkar", "12 000 bänkar", "2.12 bänkar", "1,012 benches", "12.5"])
def test_a_number_is_matched_whole(text: str) -> None:
    assert not either("12", fold(text))


@pytest.mark.parametrize("text", ["12", "12.", "12, och", "(12)", "-12", "12 %", "år 2020: 12 bänkar", "12:an"])
def test_punctuation_beside_a_number_is_no_part_of_it(text: str) -> None:
    assert either("12", fold(text))


@pytest.mark.parametrize("space", [" ", "\u00a0", "\u2009", "\u202f"])
def test_no_break_and_thin_spaces_are_spaces(space: str) -> None:
    assert either("1 200", fold(f"1{space}200 bänkar"))
    assert either(f"1{space}200", fold("1 200 bänkar"))


def test_the_last_group_of_a_longer_number_is_not_the_number() -> None:
    assert not either("200", fold("1 200 bänkar"))


def test_either_of_two_forms_is_enough() -> None:
    assert either("8,6|8.6", fold("8.6 percent"))
    assert not either("8,6|8.6", fold("18.6 percent"))


def test_letters_may_be_of_either_case_and_composed_in_either_way() -> None:
    assert either("Sjövik", fold("SJO\u0308VIK"))


def test_an_empty_form_matches_nothing() -> None:
    assert not either("12|", fold("tretton"))
