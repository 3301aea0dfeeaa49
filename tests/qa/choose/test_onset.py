"""From when something applies is the date of its beginning; who holds an office now stands in the newest document."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from indexer.model import Role
from qa.choose.onset import end_first, newest_holder_first, onset_first, without_end, without_onset
from qa.find.retrieve import Candidate
from qa.read.readings import Reading
from qa.understand.question import understand

Make = Callable[..., Candidate]
Read = Callable[..., list[Reading]]


@pytest.mark.parametrize(
    ("text", "lacks"),
    [
        ("Föreningen bedriver sedan 2014 verksamhet i parken.", True),
        ("Från och med 1 mars 2017 gäller lagen (2016:12) om parker.", True),
        ("Avtalet gäller från och med den 1 juni 2017.", False),
    ],
)
def test_the_date_is_that_of_the_beginning(candidate: Make, reading: Read, text: str, lacks: bool) -> None:
    query = understand("När börjar avtalet om parken gälla?")
    assert without_onset(query, reading(query, candidate(text))[0]) is lacks


def test_the_passage_that_dates_the_beginning_comes_first(candidate: Make, reading: Read) -> None:
    query = understand("När börjar avtalet gälla?")
    background = candidate("Avtalet om parken har sedan 2014 varit uppskattat.")
    start = candidate("Det gäller från och med den 1 juni 2017.", number=2)
    assert "1 juni" in onset_first(query, reading(query, background, start))[0].passage.text


@pytest.mark.parametrize(
    ("question", "who"), [("Vem är ordförande?", "Bo Lund"), ("Vem var ordförande 2015?", "Eva Ek")]
)
def test_who_is_stands_in_the_newest_document(candidate: Make, reading: Read, question: str, who: str) -> None:
    query = understand(question)
    old = candidate("Eva Ek\nOrdförande", Role.SIGNATURE, document="a", date="2015-03-01")
    new = candidate("Bo Lund\nOrdförande", Role.SIGNATURE, document="b", date="2019-03-01")
    assert newest_holder_first(query, reading(query, old, new))[0].passage.text.startswith(who)


@pytest.mark.parametrize(
    ("text", "lacks"),
    [
        ("Föreningen bedriver sedan 2014 verksamhet i parken.", True),
        ("Avtalet tecknades den 3 maj 2016.", True),
        ("Avtalet gäller till och med den 30 juni 2019.", False),
        ("Avtalet avser tiden 2017-06-01 – 2019-06-30.", False),
    ],
)
@pytest.mark.parametrize(
    "question", ["När löper avtalet om parken ut?", "When does the agreement on the park run out?"]
)
def test_the_date_is_that_of_the_end(candidate: Make, reading: Read, question: str, text: str, lacks: bool) -> None:
    query = understand(question)
    assert without_end(query, reading(query, candidate(text))[0]) is lacks


def test_the_passage_that_dates_the_end_comes_first(candidate: Make, reading: Read) -> None:
    query = understand("När löper avtalet ut?")
    background = candidate("Avtalet om parken har sedan 2014 varit uppskattat.")
    end = candidate("Det gäller till och med den 30 juni 2019.", number=2)
    assert "30 juni" in end_first(query, reading(query, background, end))[0].passage.text
