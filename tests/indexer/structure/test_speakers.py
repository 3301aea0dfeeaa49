"""Parties, persons, offices and bodies."""

from __future__ import annotations

import pytest

from indexer.structure.speakers import (
    accounting_body,
    administration,
    office,
    parties,
    persons,
    politicians,
    retells_administration,
)


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("Anna Ek m.fl. (V), Bo Lind m.fl. (S)", ("V", "S")),
        ("Anna Ek och Bo Lind (båda SD)", ("SD",)),
        ("uttalandet från (V),(S)", ("V", "S")),
        ("Anna Ek (m) och Bo Lind (kd)", ("M", "KD")),
        ("Anna Ek (SPI)", ("SPI",)),
        ("Anna Ek (NB) röstar", ("NB",)),
        ("Anna Ek (-)", ("-",)),
        ("för Miljöpartiet och moderaterna", ("MP", "M")),
    ],
)
def test_party_marks_are_read_in_order(text: str, marks: tuple[str, ...]) -> None:
    assert parties(text) == marks


@pytest.mark.parametrize(
    "text", ["Tillsynen (IVO) och (LSS)", "3 meter (m) och 4 sekunder (s)", "Lag (2021:43)", "ett (1)"]
)
def test_other_brackets_hold_no_party(text: str) -> None:
    assert parties(text) == ()


def test_persons_stand_before_their_party() -> None:
    assert persons("Vice ordföranden Anna von Ek\nm.fl. (V), ledamoten Bo Lind-Åberg (S)") == (
        "Anna von Ek",
        "Bo Lind-Åberg",
    )


def test_the_first_of_two_with_one_mark_is_named_too() -> None:
    assert persons("Anna Ek och Bo Lind (båda M) samt Cia By (KD)") == ("Anna Ek", "Bo Lind", "Cia By")


@pytest.mark.parametrize(
    ("text", "base"),
    [
        ("Vice ordföranden Anna", "vice ordförande"),
        ("ledamoten Bo", "ledamot"),
        ("Ersattaren Cia", "ersättare"),
        ("Anna", ""),
    ],
)
def test_an_office_is_given_in_its_base_form(text: str, base: str) -> None:
    assert office(text) == base


def test_politicians_are_never_guessed() -> None:
    found = politicians("Kön växer varje år")
    assert (found.body, found.role, found.parties, found.persons) == ("", "", (), ())


def test_the_administration_is_called_as_the_document_calls_it() -> None:
    assert (
        administration(["Fritidsförvaltningen svarar.", "Förvaltningen anser", "fritidsförvaltningens svar"])
        == "Fritidsförvaltningen"
    )
    assert administration(["Förvaltningens svar på frågan"]) == "Förvaltningen"
    assert administration(["Kommunledningskontoret får del av kultur- och fritidsförvaltningens svar"]) == (
        "kultur- och fritidsförvaltningen"
    )
    assert administration(["Kön växer"]) == ""


def test_a_lead_in_names_the_administration() -> None:
    text = "Kultur- och fritidsförvaltningen har i skrivelse den 6 maj 2021 lämnat följande yttrande:"
    assert accounting_body(text) == "Kultur- och fritidsförvaltningen"
    assert accounting_body("Fritidsnämnden har i skrivelse lämnat följande yttrande:") == ""


def test_retelling_is_told_by_its_opening() -> None:
    assert retells_administration("I svaret framgår, att kön växer.")
    assert not retells_administration("Vi tackar för svaret.")
