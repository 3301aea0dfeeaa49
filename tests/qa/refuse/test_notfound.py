"""Not found is an answer."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from indexer.search import Search
from qa.find.retrieve import retrieve
from qa.model import Answer, Status
from qa.refuse.notfound import not_found
from qa.understand.question import understand

Open = Callable[..., Search]

OVERTIME = "Hur mycket har förvaltningen betalat i övertid till badvärdarna?"


def refused(search: Search, question: str) -> Answer:
    """What is said when nothing was read."""
    query = understand(question)
    return not_found(query, [], retrieve(search, query, 50), search.library)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Hur många elbussar köpte kommunen?", "Det framgår inte av de 6 dokumenten."),
        ("How many electric buses did the municipality buy?", "Not found in these 6 documents."),
    ],
)
def test_it_says_what_was_searched(search: Search, question: str, text: str) -> None:
    answer = refused(search, question)
    assert (answer.status, answer.text) == (Status.NOT_FOUND, text)


def test_the_nearest_paragraphs_are_related_verbatim_each_once(search: Search) -> None:
    related = refused(search, "Hur många elbussar finns i parken?").related
    assert len(related) == 3
    assert [citation.number for citation in related] == [1, 2, 3]
    assert len({citation.paragraph.id for citation in related}) == 3
    assert all(citation.quote in citation.paragraph.text for citation in related)


def test_a_question_that_is_asked_and_not_answered_is_said_to_be_asked(search: Search) -> None:
    assert refused(search, OVERTIME).text.endswith("Frågan ställs i skrivelsen men besvaras inte där.")


def test_a_question_that_the_document_replies_to_is_not_said_to_be_unanswered(search: Search) -> None:
    asked = "Hur många fritidsledare har slutat totalt och vad beror det på?"
    assert "besvaras inte" not in refused(search, asked).text


def test_a_question_that_nobody_asks_is_not_said_to_be_asked(search: Search) -> None:
    assert "ställs" not in refused(search, "Hur många lyktor är blå?").text


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Hur många lyktor finns?", "Biblioteket är tomt; inga dokument har lästs in."),
        ("How many lamps are there?", "The library is empty; no documents have been indexed."),
    ],
)
def test_of_an_empty_library_it_says_that_it_is_empty(indexed: Open, question: str, text: str) -> None:
    answer = refused(indexed(), question)
    assert answer.text == text
    assert answer.related == ()


def test_one_document_is_called_the_document(indexed: Open) -> None:
    assert refused(indexed("rapport.txt"), "Hur många elbussar finns?").text == "Det framgår inte av dokumentet."
