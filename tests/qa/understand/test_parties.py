"""Parties are known by name and mark, in both languages."""

from __future__ import annotations

import pytest

from qa.understand.parties import parties


@pytest.mark.parametrize(
    ("question", "marks"),
    [
        ("Vad tycker Vänsterpartiet?", ["V"]),
        ("Vad vill M och L?", ["M", "L"]),
        ("Vad ville centerpartisten?", ["C"]),
        ("Vad vill Centern?", ["C"]),
        ("What is the Green Party's view?", ["MP"]),
        ("What do the Social Democrats and (KD) want?", ["S", "KD"]),
        ("Ligger bryggan på vänster sida?", []),
        ("Vad kostar bryggan?", []),
    ],
)
def test_the_parties_of_a_question(question: str, marks: list[str]) -> None:
    assert [party.mark for party in parties(question)] == marks
