"""What kind of document it is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from indexer.model import Document, Kind, Paragraph

Understood = tuple[Document, tuple[Paragraph, ...]]
Read = Callable[..., Understood]

TEXTS = [
    ("Motion\n\nEtt badhus\n\nVi föreslår att kommunfullmäktige bygger ett.\n\nGun Alm (V)", Kind.MOTION),
    ("Interpellation till nämndens ordförande\n\nKön växer.\n\nHur länge?\n\nGun Alm (V)", Kind.INTERPELLATION),
    ("Kallelse\n\nFritidsnämnden\n\n1. Upprop\n\n2. Taxa", Kind.KALLELSE),
    ("Tjänsteskrivelse\n\nTaxa för badet\n\nÄrendebeskrivning\n\nTaxan är låg.", Kind.TJANSTEUTLATANDE),
    (
        "Uppföljning av badet\n\nHandläggare: Bo Lind\n\nBakgrund\n\nBadet är stort.\n\n"
        "Förslag till beslut\n\nNämnden godkänner.",
        Kind.TJANSTEUTLATANDE,
    ),
    ("Årsrapport för badet 2022\n\nBadet hade 340 besök.", Kind.RAPPORT),
    ("Riktlinje för simskolan\n\nAlla barn ska kunna simma.", Kind.RIKTLINJE),
    ("Överenskommelse om badet\n\nMellan följande parter: Norrviks kommun och Simföreningen.", Kind.AVTAL),
    ("Hej\n\nDet här är bara en text.", Kind.OKAND),
    (
        "Fritidsnämnden\n\nProtokollsutdrag 2023-05-16\n\n§ 7 Svar på skrivelse om badet\n\nFritidsnämndens beslut\n\n"
        "1. Nämnden överlämnar förvaltningens tjänsteutlåtande som svar.\n\nJusterat 2023-05-20",
        Kind.PROTOKOLLSUTDRAG,
    ),
    (
        "Fullmäktige\n\nSammanträdesprotokoll\n\nKf § 7 Svar på interpellation om badet\n\nBeslut\n\n"
        "Interpellationen är besvarad.",
        Kind.PROTOKOLLSUTDRAG,
    ),
    (
        "Delårsrapport tertial 1\n\nSammanfattning\n\nEnligt tjänsteutlåtandet var det mer.\n\n"
        "Förslag till beslut\n\nNämnden godkänner rapporten.",
        Kind.RAPPORT,
    ),
    (
        "Skrivelse om badet\n\nBakgrund\n\nI förvaltningens tjänsteutlåtande sägs att badet räcker.\n\n"
        "Förslag till beslut\n\nNämnden bygger ett bad till.\n\nGun Alm (V)",
        Kind.SKRIVELSE,
    ),
]


@pytest.mark.parametrize(("text", "kind"), TEXTS)
def test_the_kind_shows_in_title_head_and_parts(understood: Read, text: str, kind: Kind) -> None:
    assert understood(text)[0].kind is kind


def test_minutes_of_several_sections_are_minutes_and_of_one_an_extract(minutes: Understood, understood: Read) -> None:
    assert minutes[0].kind is Kind.PROTOKOLL
    assert understood("§ 2 Taxa\n\nBeslut\n\nTaxan höjs.")[0].kind is Kind.PROTOKOLLSUTDRAG


def test_minutes_of_one_section_that_call_themselves_an_extract_are_one(understood: Read) -> None:
    text = "{}\n\nBeslutande: Anna Ek (S)\n\n§ 2 Taxa\n\nBeslut\n\nTaxan höjs."
    assert understood(text.format("Protokollsutdrag"))[0].kind is Kind.PROTOKOLLSUTDRAG
    assert understood(text.format("Protokoll"))[0].kind is Kind.PROTOKOLL


def test_a_letter_is_known_by_its_questions_and_an_answer_by_its_formula(
    letter: Understood, answer: Understood
) -> None:
    assert letter[0].kind is Kind.SKRIVELSE
    assert answer[0].kind is Kind.INTERPELLATIONSSVAR


def test_the_furniture_names_the_kind(understood: Read) -> None:
    found = understood("Taxa för badet\n\nTaxan är låg.", furniture=("Tjänsteutlåtande", "Sida 1 (2)"))
    assert found[0].kind is Kind.TJANSTEUTLATANDE


def test_the_name_of_the_file_helps_where_the_text_is_silent(understood: Read) -> None:
    assert understood("Badet\n\nAnna\n\nBo", name="2023/delegationslista.txt")[0].kind is Kind.LISTA


def test_a_mention_of_an_official_account_makes_none(understood: Read) -> None:
    text = "Statistik över badet\n\nBilaga 1 till tjänsteutlåtande\n\nBesöken ökar."
    assert understood(text)[0].kind is Kind.STATISTIK
