"""Ranked candidates for a query."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from indexer.model import Kind
from indexer.search import Search
from qa.evidence import understood
from qa.find.retrieve import fits, in_swedish, index_terms, named_committees, retrieve
from qa.understand.question import understand

LIGHTS = "Hur många lyktor finns i Björkparken?"


def paths(search: Search, question: str, filters: dict[str, str] | None = None) -> set[str]:
    return {c.document.path for c in retrieve(search, understand(question), 50, filters)}


@pytest.mark.parametrize(
    ("question", "words"),
    [
        (LIGHTS, "310 lyktor"),
        ("Hur många inhyrda parkvakter fanns 2015?", "parkvakter har minskat från 80"),
        ("How many hired park guards were there in 2015?", "parkvakter har minskat från 80"),
        ("How large was the deficit in 2019?", "underskott om -52,4"),
    ],
)
def test_the_paragraph_that_answers_is_among_the_first_in_either_language(
    search: Search, question: str, words: str
) -> None:
    first = retrieve(search, understand(question), 5)
    assert any(words in " ".join(c.paragraph.text.split()) for c in first)


def test_an_english_question_can_be_asked_in_swedish_too_which_changes_what_is_near(search: Search) -> None:
    asked = understand("How many lights are there?")
    assert in_swedish(asked)
    alone, both = retrieve(search, asked, 50), retrieve(search, asked, 50, also="belysning och lyktor i parken")
    assert {c.paragraph.id: c.cosine for c in alone} != {c.paragraph.id: c.cosine for c in both}
    assert retrieve(search, asked, 50, also="") == alone


def test_a_swedish_question_is_not_said_otherwise() -> None:
    assert in_swedish(understand(LIGHTS)) == ""


def test_candidates_come_best_first_and_no_more_than_asked_for(search: Search) -> None:
    scores = [c.score for c in retrieve(search, understand(LIGHTS), 7)]
    assert len(scores) == 7
    assert scores == sorted(scores, reverse=True)


def test_the_same_question_gives_the_same_candidates(search: Search) -> None:
    assert retrieve(search, understand(LIGHTS), 20) == retrieve(search, understand(LIGHTS), 20)


@pytest.mark.parametrize(
    ("filters", "kept"),
    [
        ({"kind": "rapport"}, {"rapport.txt"}),
        ({"kind": "Rapport"}, {"rapport.txt"}),
        ({"committee": "Parknämnden"}, {"belysning.txt"}),
        ({"year": "2018"}, {"protokoll.txt"}),
        ({"document": "skrivelse.txt"}, {"skrivelse.txt"}),
        ({"kind": "protokoll", "year": "2021"}, set()),
        ({"kind": "finns inte"}, set()),
    ],
)
def test_a_filter_leaves_out_documents_that_do_not_fit(search: Search, filters: dict[str, str], kept: set[str]) -> None:
    assert paths(search, "Hur många parkvakter, lyktor och simlärare finns?", filters) == kept


def test_an_empty_filter_leaves_nothing_out(search: Search) -> None:
    assert paths(search, LIGHTS, {"kind": "", "year": ""}) == paths(search, LIGHTS)


def test_a_filter_that_nothing_is_called_fits_no_document(search: Search) -> None:
    assert not any(fits(document, {"colour": "blue"}) for document in search.library.documents())


def test_a_committee_is_named_by_its_name_and_not_by_a_part_of_it(search: Search) -> None:
    documents = search.library.documents()
    assert named_committees(understand("Vad anser parknämnden?"), documents) == {"Parknämnden"}
    assert named_committees(understand("Vad anser nämnden?"), documents) == frozenset()


def test_the_named_committee_is_marked_and_the_others_too(search: Search) -> None:
    found = retrieve(search, understand("Vad anser parknämnden om parken?"), 100)
    assert {c.committee for c in found if c.document.committee == "Parknämnden"} == {1}
    assert {c.committee for c in found if c.document.committee == "Fritidsnämnden"} == {-1}
    assert {c.committee for c in found if c.document.committee is None} == {0}


def test_a_named_section_lifts_its_paragraphs(search: Search) -> None:
    assert retrieve(search, understand("Vad står det i § 28?"), 5)[0].paragraph.place.section == "§ 28"


def test_a_named_kind_of_document_lifts_its_paragraphs(search: Search) -> None:
    asked = understand("Vad står det om simskolan?")
    plain = {c.paragraph.id: c.score for c in retrieve(search, asked, 100)}
    lifted = {c.paragraph.id: c for c in retrieve(search, replace(asked, kinds=(Kind.SKRIVELSE,)), 100)}
    gained = {c.document.kind for i, c in lifted.items() if c.score > plain[i]}
    assert gained == {Kind.SKRIVELSE}


def test_the_best_document_and_section_are_behind_none(search: Search) -> None:
    found = retrieve(search, understand(LIGHTS), 100)
    assert min(c.document_behind for c in found) == 0
    assert min(c.section_behind for c in found) == 0
    assert all(c.document_behind >= 0 and c.section_behind >= 0 for c in found)


def test_years_and_sections_are_searched_as_words() -> None:
    terms = dict(index_terms(understand("Vad beslutades i § 27 under 2018?")))
    assert terms["§27"] == 1.0
    assert "2018" in terms


def test_a_question_without_words_of_its_own_still_gives_candidates(search: Search) -> None:
    assert retrieve(search, understand("Hur är det med den?"), 5)


def test_the_name_of_a_file_tells_where_a_document_belongs(indexed: Callable[..., Search]) -> None:
    search = indexed(**{"norrvattna-namnd-2020": "Bryggan vid badet byggs om i år. Den nya blir längre."})
    found = retrieve(search, understand("När byggs bryggan i Norrvattna om?"), 5)
    assert found
    assert all("norrvattna" in one.around for one in found)


def test_where_a_municipality_is_named_only_its_documents_are_found(indexed: Callable[..., Search]) -> None:
    """The other municipality has as much to say on the matter."""
    ours = "Almviks kommun\n\nRapport om badet\n\nBadet stängdes 2018 och kostade 3 miljoner kronor att riva."
    theirs = "Björkfors kommun\n\nRapport om badet\n\nBadet stängdes 2018 och kostade 9 miljoner kronor att riva."
    search = indexed(ours=ours, theirs=theirs)
    query = understood("Vad kostade det att riva badet i Almvik?", (), search.library)
    assert {one.document.path for one in retrieve(search, query, 50)} == {"ours.txt"}
