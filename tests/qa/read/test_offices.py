"""A person is named for an office only when that office is theirs."""

from __future__ import annotations

import re

import pytest

from indexer.figures import persons
from qa.read.offices import asked_office, asks_role, asks_signature, holders, labelled, span_of

BLOCK = "Ordföranden Rut Backlund (C) och vice ordföranden Sten Ekvall (S)"


def held(question: str, text: str) -> list[str]:
    office = asked_office(question)
    assert isinstance(office, re.Pattern)
    return [person.name for person in holders(office, text, tuple(persons(text)))]


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Vem är ordförande?", "Rut Backlund"),
        ("Who chaired the board?", "Rut Backlund"),
        ("Vem är vice ordförande?", "Sten Ekvall"),
        ("Who is the vice chair?", "Sten Ekvall"),
    ],
)
def test_the_chair_is_not_the_vice_chair(question: str, name: str) -> None:
    assert held(question, BLOCK) == [name]


def test_who_stands_beside_the_office_holds_it() -> None:
    assert held("Vem är ordförande?", "Rut Backlund är ordförande.") == ["Rut Backlund"]


def test_nobody_holds_an_office_that_is_not_named() -> None:
    assert held("Vem är sekreterare?", BLOCK) == []


def test_a_question_that_names_no_office_asks_for_none() -> None:
    assert asked_office("Vem lämnade motionen?") is None


@pytest.mark.parametrize(
    ("question", "text", "name"),
    [
        ("Vem justerade?", "Sekreterare Rut Backlund Ordförande Eva Ekberg (M) Justerande Bo Lundin (S)", "Bo Lundin"),
        ("Who checked the minutes?", "Utses att justera Bo Lundin", "Bo Lundin"),
        ("Vem är ordförande?", "Justerat den 3 maj 2017\nEva Ekberg (L), ordförande\nBo Lundin (S)", "Eva Ekberg"),
        ("Vem är ordförande?", "Justerat den 3 maj 2017 Eva Ekberg (L), ordförande Bo Lundin (S)", "Eva Ekberg"),
        ("Vem är sekreterare?", "Sekreterare\nRut Backlund\nOrdförande\nEva Ekberg", "Rut Backlund"),
        ("Vem är ordförande?", "Sekreterare\nRut Backlund\nOrdförande\nEva Ekberg", "Eva Ekberg"),
        ("Who kept the minutes?", "Vid protokollet\nRut Backlund\nnämndsekreterare", "Rut Backlund"),
    ],
)
def test_an_office_beside_two_names_belongs_to_one(question: str, text: str, name: str) -> None:
    assert held(question, text) == [name]


def test_everybody_below_the_approval_has_approved() -> None:
    assert held("Vem justerade?", "Justerat den 3 maj 2017 Eva Ekberg (L), ordförande Bo Lundin (S)") == [
        "Eva Ekberg",
        "Bo Lundin",
    ]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        (
            "Sekreterare Rut Backlund Ordförande Eva Ekberg (M)",
            ["Sekreterare Rut Backlund", "Ordförande Eva Ekberg (M)"],
        ),
        ("Rut Backlund (L), ordförande\nBo Lundin (S)", ["Rut Backlund (L), ordförande", "Bo Lundin (S)"]),
    ],
)
def test_of_a_list_each_person_has_a_part(text: str, spans: list[str]) -> None:
    found = tuple(persons(text))
    assert [text[slice(*span_of(person, text, found))] for person in found] == spans


@pytest.mark.parametrize(
    ("question", "text", "value"),
    [
        ("Vem har beställt översynen?", "Diarienummer: 2021.084 SN Beställare: Kommunstyrelsen", "Kommunstyrelsen"),
        ("Vem är ansvarig för handlingsplanen?", "Dokumentansvarig: Enhetschef", "Enhetschef"),
        ("Vem är ansvarig för handlingsplanen?", "Dokumentansvarig: XX", ""),
        ("Who handled the matter?", "Handläggare: Rut Backlund        2021-03-04", "Rut Backlund"),
    ],
)
def test_a_label_gives_a_body_or_a_title_too(question: str, text: str, value: str) -> None:
    office = asked_office(question)
    assert isinstance(office, re.Pattern)
    assert labelled(office, text) == value


@pytest.mark.parametrize("question", ["Vilka har undertecknat skrivelsen?", "Who put their names to the letter?"])
def test_who_signed_is_asked(question: str) -> None:
    assert asks_signature(question)


def test_what_somebody_is_is_asked() -> None:
    assert asks_role("Vilken roll har Rut Backlund?")
    assert not asks_role("Vilka roller gör bedömningen? Vem är chef?".split("?", maxsplit=1)[1])


def test_where_titles_follow_names_each_is_that_of_the_name_before() -> None:
    text = "Siv Norrby Nämndens ordförande Ove Strand Hamnchef"
    office = asked_office("Vem är hamnchef?")
    assert office is not None
    assert [person.name for person in holders(office, text, tuple(persons(text)))] == ["Ove Strand"]


def test_who_replies_to_an_interpellation_signs_the_reply() -> None:
    assert asked_office("Vem har skrivit svaret på interpellationen om bryggorna?") is None
    assert asked_office("Vem skrev svaret till revisorerna?") is not None
