"""Which words of a question the words of a measure meet."""

from __future__ import annotations

import pytest

from qa.statistics.catalogue import Family, Measure
from qa.statistics.meeting import other_average, says_average
from qa.statistics.question import ask


def measure(*words: str) -> Measure:
    return Measure(" ".join(words), words, "tkr", ())


@pytest.mark.parametrize("text", ["genomsnittliga", "average", "on average"])
def test_a_word_for_a_mean_is_told_from_what_it_is_of(text: str) -> None:
    assert says_average(text)
    assert not says_average("inkomst")


def test_a_median_is_no_mean_and_a_mean_no_median() -> None:
    mean, median = measure("medelinkomst"), measure("medianinkomst")
    family = Family((), (), (mean, median), (), ())
    asked = ask("Vad var medianinkomsten i Viken?", "sv")
    assert other_average(asked, mean, family) == ("medianinkomsten",)
    assert other_average(asked, median, family) == ()
    assert other_average(ask("Vad var medelinkomsten i Viken?", "sv"), median, family) == ("medelinkomsten",)
