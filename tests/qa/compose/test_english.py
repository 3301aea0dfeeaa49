"""An English answer's own words are English where there is a word."""

from __future__ import annotations

from qa.compose.english import in_english


def test_hedges_and_units_have_their_english_words() -> None:
    assert [in_english(word) for word in ("cirka", "procentenheter", "stycken")] == ["about", "percentage points", ""]


def test_what_has_no_english_here_stays_as_written() -> None:
    assert in_english("lekplatser") == "lekplatser"


def test_money_is_in_kronor_of_english_writing() -> None:
    assert [in_english(unit) for unit in ("kr", "tkr", "mnkr")] == ["SEK", "TSEK", "million SEK"]
