"""Who signed or chaired: told by the document that is on the matter, of the day and kind asked for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from indexer.model import Kind, Role
from qa.choose.posts import post_first, tells_post
from qa.find.home import at_home
from qa.find.retrieve import Candidate
from qa.read.readings import Reading
from qa.understand.question import understand

Make = Callable[..., Candidate]
Read = Callable[..., list[Reading]]


@pytest.fixture
def papers(candidate: Make) -> list[Candidate]:
    """Two letters, signed, and minutes of two days."""
    letter = {"kind": Kind.SKRIVELSE}
    return [
        candidate("Bryggorna vid Tallnäs är slitna.", Role.CLAIM, "a", 1, **letter),
        candidate("Siv Norrby (S)", Role.SIGNATURE, "a", 2, **letter),
        candidate("Ridhuset läcker och hästarna fryser.", Role.CLAIM, "b", 1, **letter),
        candidate("Ove Strand (M)", Role.SIGNATURE, "b", 2, **letter),
        candidate("Ordförande Åke Lundin (C)", Role.SIGNATURE, "c", 1, kind=Kind.PROTOKOLL, date="2021-03-04"),
        candidate("Ordförande Pia Rönn (L)", Role.SIGNATURE, "d", 1, kind=Kind.PROTOKOLL, date="2021-06-10"),
    ]


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Vem har undertecknat skrivelsen om bryggorna?", "Siv Norrby"),
        ("Vem skrev under brevet om ridhuset?", "Ove Strand"),
        ("Vem ledde mötet den 10 juni 2021?", "Pia Rönn"),
        ("Who chaired the meeting on 4 March 2021?", "Åke Lundin"),
    ],
)
def test_the_line_of_the_document_asked_about_comes_first(
    papers: list[Candidate], reading: Read, question: str, name: str
) -> None:
    query = understand(question)
    readings = post_first(query, reading(query, *papers))
    assert name in readings[0].passage.text
    assert tells_post(query, readings)


def test_a_letter_that_nobody_signed_is_not_signed_by_others(candidate: Make, reading: Read) -> None:
    query = understand("Vem har undertecknat skrivelsen om de slitna bryggorna vid Tallnäs?")
    found = reading(
        query,
        candidate("De slitna bryggorna vid Tallnäs måste lagas.", Role.CLAIM, "a", 1, kind=Kind.SKRIVELSE),
        candidate("Tallnäs behöver ett ridhus.", Role.CLAIM, "b", 1, kind=Kind.SKRIVELSE),
        candidate("Ove Strand (M)", Role.SIGNATURE, "b", 2, kind=Kind.SKRIVELSE),
    )
    assert not tells_post(query, post_first(query, found))


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Vem är hamnchef i Almvik?", "Ove Strand"),
        ("Who is the head of finance in Almvik?", "Siv Norrby"),
        ("Vem kan man kontakta om bryggorna i Almvik?", "Pia Rönn"),
        ("Vem på kontoret skrev svaret om bryggorna i Almvik?", "Åke Lundin"),
    ],
)
def test_a_title_is_asked_as_documents_give_it_or_in_english(
    candidate: Make, reading: Read, question: str, name: str
) -> None:
    query = understand(question)
    found = reading(
        query,
        candidate("Bryggorna i Almvik är slitna.", Role.ACCOUNT, "a", 1),
        candidate("Ove Strand, Hamnchef", Role.SIGNATURE, "a", 2),
        candidate("Siv Norrby, Ekonomichef", Role.SIGNATURE, "a", 3),
        candidate("Kontaktperson: Pia Rönn", Role.PROCEDURE, "a", 4),
        candidate("Handläggare: Åke Lundin", Role.PROCEDURE, "a", 5),
    )
    assert name in post_first(query, found)[0].passage.text


def test_the_chair_of_another_municipality_is_nobody_here(candidate: Make, reading: Read) -> None:
    query = at_home(understand("Vem var ordförande i hamnnämnden i Almvik?"), frozenset({"almvik"}))
    found = reading(
        query,
        candidate("Hamnnämnden i Björkfors rustar bryggorna.", Role.ACCOUNT, "a", 1),
        candidate("Ordförande Åke Lundin (C)", Role.SIGNATURE, "a", 2),
    )
    assert not tells_post(query, post_first(query, found))
