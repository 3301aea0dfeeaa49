"""Likeness of words: inflections, compounds and letters without dots."""

from __future__ import annotations

import pytest

from qa.statistics.words import Lexicon, alike, by_head, words_of


@pytest.mark.parametrize(
    ("asked", "held"),
    [("granbergs", "granberg"), ("påbörjades", "paborjade"), ("elever", "elev"), ("nämndens", "nämnd")],
)
def test_forms_of_a_word_are_the_same_word(asked: str, held: str) -> None:
    assert alike(asked, held) > 0.9


@pytest.mark.parametrize(("asked", "held"), [("månad", "män"), ("12", "13"), ("ort", "sport"), ("bad", "badrum")])
def test_other_words_are_not(asked: str, held: str) -> None:
    assert alike(asked, held) < 0.6


def test_the_end_of_a_compound_counts_more_than_its_beginning() -> None:
    assert alike("badhuskostnad", "kostnad") > alike("badhuskostnad", "badhus") > 0


def test_a_shortened_name_of_a_file_is_like_the_word() -> None:
    assert alike("arbetstagare", "arbtagare") > 0.5


def test_ranges_and_codes_stay_whole() -> None:
    assert words_of("B+C industri, 16–24 år") == ("b+c", "industri", "16-24", "år")


def test_the_lexicon_finds_what_is_alike() -> None:
    lexicon = Lexicon(["kostnader", "kostnadsställe", "badhus", "16-24"])
    assert set(lexicon.near("kostnad")) == {"kostnader", "kostnadsställe"}
    assert lexicon.near("16-24") == {"16-24": 1.0}


def test_a_noun_is_met_by_the_head_of_a_compound_only() -> None:
    assert by_head("elever", "grundskoleelever") > 0.5
    assert by_head("vikarier", "vikarietimmar") == 0.0
    assert by_head("elever", "elevantal") > 0.5


def test_letters_with_dots_tell_words_apart() -> None:
    assert alike("värde", "vård") == 0


def test_a_compound_whose_head_the_table_lacks_is_another_thing() -> None:
    assert alike("badhuskortet", "badhus") < 0.4
    assert alike("elevantalet", "elever") > 0.8


def test_heads_are_found_where_stems_are_cut_short() -> None:
    assert alike("badhuskostnad", "kostnader") > 0.7
    assert alike("husbränder", "brand") > 0.7
