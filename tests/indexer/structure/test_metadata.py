"""What a document says of itself."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from indexer.model import Document, Paragraph, Speaker

Understood = tuple[Document, tuple[Paragraph, ...]]
Read = Callable[..., Understood]

OFFICIAL = "Datum: 2023-05-29\n\nHandläggare: Bo Lind\n\nDiarienr: 2023.047 FN\n\nTaxa för badet\n\n"


def test_minutes_say_board_place_day_and_matters(minutes: Understood) -> None:
    document = minutes[0]
    assert document.title == "Protokoll Fritidsnämnden 2023-05-16"
    assert (document.committee, document.municipality) == ("Fritidsnämnden", "Norrviks kommun")
    assert (document.date, document.adjusted, document.status) == ("2023-05-16", "2023-05-23", "adjusted")
    assert document.dnr == ("FN 2023/118",)
    assert document.speaker.body == "Fritidsnämnden"


def test_what_is_not_stated_is_not_guessed(letter: Understood, answer: Understood) -> None:
    for document in (letter[0], answer[0]):
        assert (document.date, document.municipality, document.adjusted, document.dnr) == (None, None, None, ())
    assert letter[0].committee is None
    assert answer[0].committee == "Fritidsnämnden"


def test_an_officials_account_says_date_matter_and_title(understood: Read) -> None:
    document = understood(
        OFFICIAL
        + "Ärendebeskrivning\n\nTaxan antogs den 3 maj 2021 (2013.162 KS). Dnr 4.1.7-318/2014 gäller badet i Lerby.\n\n"
        "Förslag till beslut\n\nFritidsnämnden höjer taxan."
    )[0]
    assert (document.title, document.date) == ("Taxa för badet", "2023-05-29")
    assert document.dnr == ("2023.047 FN",)
    assert (document.committee, document.status) == ("Fritidsnämnden", "proposal")


def test_furniture_holds_date_dnr_and_board(understood: Read) -> None:
    furniture = (
        "Kultur- och",
        "fritidsnämndens",
        "arbetsutskott",
        "Protokoll",
        "2023-05-05",
        "Dnr KFN 2023/12",
        "Sida 1 av 2",
    )
    document = understood("§ 2 Taxa\n\nBeslut\n\nTaxan höjs.", furniture=furniture)[0]
    assert document.committee == "Kultur- och fritidsnämndens arbetsutskott"
    assert (document.date, document.dnr) == ("2023-05-05", ("KFN 2023/12",))


def test_the_day_of_the_meeting_to_come_is_not_the_documents(understood: Read) -> None:
    document = understood("Taxa för badet\n\nTill fritidsnämnden den 27 mars 2023\n\nBakgrund\n\nTaxan är låg.")[0]
    assert document.date is None
    assert document.committee == "Fritidsnämnden"


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Datum för beslut: 2023-04-13 Revideras senast: 2025-01-01", "2023-04-13"),
        ("Ersätter: 2021-04-27", None),
        ("Datum: 2023-04-01 - 2023-04-30", None),
    ],
)
def test_only_the_documents_own_date_counts(understood: Read, line: str, date: str | None) -> None:
    assert understood(f"Riktlinje för badet\n\n{line}\n\nInledning\n\nAlla ska kunna simma.")[0].date == date


def test_a_neighbour_named_once_is_not_the_municipality(understood: Read) -> None:
    once = "Bakgrund\n\nSamma taxa finns i Lerby kommun."
    twice = "Bakgrund\n\nNorrviks kommun har ett bad. I Norrviks kommuns bad simmar 40 barn, i Lerby kommun 20."
    assert understood(f"Taxa för badet\n\n{once}")[0].municipality is None
    assert understood(f"Taxa för badet\n\n{twice}")[0].municipality == "Norrviks kommun"


def test_the_title_of_an_extract_is_that_of_its_section(understood: Read) -> None:
    assert understood("§ 9 2023.050 FN Taxa för badet\n\nBeslut\n\nTaxan höjs.")[0].title == "Taxa för badet"


def test_a_title_of_one_word_takes_the_next_heading_with_it(understood: Read) -> None:
    long = "Badhuset har under året haft fler besökare än något tidigare år, och kön till simskolan har vuxit."
    assert understood(f"**Handlingsplan**\n\n**Norra badet**\n\n{long}")[0].title == "Handlingsplan Norra badet"


def test_without_a_title_the_file_lends_its_name(understood: Read) -> None:
    assert understood("- ett\n\n- två", name="mapp/plan-for_badet.txt")[0].title == "plan for badet"


def test_a_proposed_text_has_the_status_of_a_proposal(understood: Read) -> None:
    assert understood("Riktlinje för badet\n\nAlla ska simma.", name="a/förslag riktlinje.txt")[0].status == "proposal"


@pytest.mark.parametrize(
    ("line", "committee"),
    [
        ("Tekniska nämnden", "Tekniska nämnden"),
        ("Norrvik-Sundets stadsdelsnämnd", "Norrvik-Sundets stadsdelsnämnd"),
        ("Nämnden för bad och fritid", "Nämnden för bad och fritid"),
        ("BAD- OCH FRITIDSNÄMNDEN", "Bad- och fritidsnämnden"),
    ],
)
def test_a_board_is_named_in_full(understood: Read, line: str, committee: str) -> None:
    found = understood(f"NORRVIKS KOMMUN\n\n{line}\n\n§ 9 Taxa för badet\n\nBeslut\n\nTaxan höjs.")[0]
    assert (found.committee, found.municipality) == (committee, "Norrviks kommun")


def test_the_title_of_an_extract_leaves_out_where_the_item_was_before(understood: Read) -> None:
    text = "FN § 9\n\nAu § 4 Taxa för badet\n\nDnr FN 2023/50\n\nBeslut\n\nTaxan höjs."
    document, paragraphs = understood(text)
    assert document.title == "Taxa för badet"
    assert paragraphs[0].place.section == "§ 9"


def test_an_unsigned_answer_is_that_of_the_chair_who_was_asked(understood: Read) -> None:
    text = "Svar på interpellation till fritidsnämndens ordförande från Gun Alm:\n\nBadet i Norrvik\n\nKön är kort."
    assert understood(text)[0].speaker == Speaker("fritidsnämnden", "fritidsnämndens ordförande")


def test_the_chair_in_a_board_speaks_for_it(understood: Read) -> None:
    text = "Svar på interpellation om badet\n\nKön är kort.\n\nGun Alm (V)\nOrdförande i bad- och fritidsnämnden"
    assert understood(text)[0].speaker == Speaker(
        "bad- och fritidsnämnden", "Ordförande i bad- och fritidsnämnden", ("V",), ("Gun Alm",)
    )


@pytest.mark.parametrize("name", ["Region Norrviks län", "Kommunalförbundet Sundet", "Norrviks läns landsting"])
def test_regions_and_associations_send_documents_too(understood: Read, name: str) -> None:
    assert understood(f"{name}\n\nFritidsnämnden\n\n§ 9 Taxa\n\nBeslut\n\nTaxan höjs.")[0].municipality == name
