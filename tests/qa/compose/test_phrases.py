"""The fixed phrases, in both languages."""

from __future__ import annotations

import re
from string import Formatter

import pytest

from indexer.model import Kind
from qa.compose.phrases import PHRASES, kind_name, listed, phrase


def test_both_languages_have_the_same_phrases_with_the_same_places() -> None:
    assert PHRASES["sv"].keys() == PHRASES["en"].keys()
    for name, swedish in PHRASES["sv"].items():
        places = [{field for _, field, _, _ in Formatter().parse(text)} for text in (swedish, PHRASES["en"][name])]
        assert places[0] == places[1], name


def test_no_phrase_states_a_number_of_its_own() -> None:
    assert not [text for phrases in PHRASES.values() for text in phrases.values() if re.search(r"\d", text)]


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_of_document_has_a_name_in_both_languages(kind: Kind) -> None:
    assert kind_name(kind, "sv") != kind_name(kind, "en")


def test_places_are_filled_and_lists_joined() -> None:
    assert phrase("sv", "from_to", before=1, after=2) == "från 1 till 2"
    assert [listed(parts, "en") for parts in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]
