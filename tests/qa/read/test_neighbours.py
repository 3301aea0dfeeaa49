"""A sentence that leans on the one before is read with it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from qa.find.retrieve import Candidate
from qa.read.neighbours import beside, leans_back, opens_a_list, whole_paragraph, with_what_it_leans_on
from qa.read.passages import Passage, passages

Make = Callable[..., Candidate]


def sentences(candidate: Candidate) -> list[Passage]:
    return list(passages([candidate]))


def test_the_sentences_beside_are_those_of_the_paragraph(candidate: Make) -> None:
    first, second = sentences(candidate("Lyktorna byts. Det kostar pengar."))
    after = beside(first, 1)
    assert after is not None
    assert after.text == second.text
    assert beside(second, 1) is None
    assert beside(first, -1) is None


@pytest.mark.parametrize(
    ("text", "leans"),
    [
        ("Budgeten halverades. Detta har påverkat parken.", True),
        ("Lyktorna är gamla. Av den anledningen byts de.", True),
        ("Budgeten halverades. Lyktorna byts.", False),
        ("Budgeten halverades. Det finns tio lyktor.", False),
    ],
)
def test_a_sentence_that_points_back_is_given_with_the_one_before(candidate: Make, text: str, leans: bool) -> None:
    last = sentences(candidate(text))[1]
    assert leans_back(last) is leans
    assert len(with_what_it_leans_on(last)) == 1 + leans


def test_a_colon_opens_a_list(candidate: Make) -> None:
    assert opens_a_list(sentences(candidate("Planen har fyra delar:"))[0])
    assert not opens_a_list(sentences(candidate("Planen har fyra delar."))[0])


def test_a_short_paragraph_is_quoted_whole(candidate: Make) -> None:
    assert len(whole_paragraph(sentences(candidate("Vi vill ha lyktor. Parken är mörk."))[0])) == 2
    assert whole_paragraph(sentences(candidate("Vi vill ha lyktor. " * 40))[0]) == []
