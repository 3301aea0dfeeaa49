"""What the name of a municipality tells in a library of its documents."""

from __future__ import annotations

from dataclasses import replace

import pytest

from indexer.model import Document
from indexer.search import Search
from qa.find.home import HARDLY, as_named, at_home, homes, is_elsewhere, named_home, speaks_of_it, surely_named
from qa.query import Query
from qa.understand.question import understand

KNOWN = frozenset({"björkfor", "almvik"})


@pytest.fixture
def document(search: Search) -> Document:
    return next(iter(search.library.documents()))


def test_the_municipalities_are_known_by_their_names_without_a_last_s(document: Document) -> None:
    named = [replace(document, municipality=name) for name in ("Björkfors kommun", "Almviks stad", None)]
    assert homes(named) == KNOWN


@pytest.mark.parametrize("word", ["björkfors", "Björkfors's", "björkforsarna", "Almviks"])
def test_a_name_is_known_with_its_endings(word: str) -> None:
    assert named_home(word, KNOWN)


@pytest.mark.parametrize("word", ["björk", "almar", "nämnden"])
def test_other_words_name_no_municipality(word: str) -> None:
    assert not named_home(word, KNOWN)


def test_the_name_weighs_little_and_the_rest_as_before() -> None:
    query = understand("Varför stängdes simhallen i Björkfors?")
    weights = {concept.word: concept.weight for concept in at_home(query, KNOWN).concepts}
    assert weights["björkfors"] == HARDLY
    assert weights["simhallen"] == 1.0


def test_a_question_without_the_name_stays_as_it_is() -> None:
    query = understand("Varför stängdes simhallen?")
    assert at_home(query, KNOWN) is query


def test_for_the_heads_of_a_table_the_name_weighs_as_it_is_named() -> None:
    query = understand("Vad kostade skolan i Björkfors?")
    assert tuple(as_named(concept) for concept in at_home(query, KNOWN).concepts) == query.concepts


@pytest.mark.parametrize(
    ("municipality", "other"), [("Björkfors kommun", False), ("Almviks kommun", True), (None, False)]
)
def test_a_document_of_another_municipality_is_known_as_such(
    document: Document, municipality: str | None, other: bool
) -> None:
    query = at_home(understand("Varför stängdes simhallen i Björkfors?"), KNOWN)
    assert is_elsewhere(query, replace(document, municipality=municipality)) is other


def test_a_place_is_surely_named_with_a_capital_or_by_no_other_word() -> None:
    assert surely_named(at_home(understood_of("simhallen i björkfors"), KNOWN))
    assert surely_named(at_home(understood_of("simhallen i Skogen"), frozenset({"skogen"})))
    assert not surely_named(at_home(understood_of("simhallen vid skogen"), frozenset({"skogen"})))


def understood_of(matter: str) -> Query:
    return understand(f"Varför stängdes {matter}?")


def test_a_name_in_english_is_that_of_the_documents() -> None:
    assert named_home("Gothenburg's", frozenset({"göteborg"}))


def test_a_paragraph_elsewhere_may_speak_of_the_place() -> None:
    query = at_home(understood_of("simhallen i Björkfors"), KNOWN)
    assert speaks_of_it(query, "Avtalet med Björkfors kommun sades upp.")
    assert not speaks_of_it(query, "Simhallen stängdes.")


@pytest.mark.parametrize("word", ["Almviksvägen", "almviksskolan", "Almvikhus"])
def test_what_is_called_after_a_place_is_not_the_place(word: str) -> None:
    assert not named_home(word, KNOWN)


def test_a_short_name_is_found_as_a_word_only() -> None:
    query = at_home(understood_of("badet i Ale"), frozenset({"ale"}))
    assert speaks_of_it(query, "Alebornas bad och Ales skolor")
    assert not speaks_of_it(query, "Personalen fick gå till lokalen")
