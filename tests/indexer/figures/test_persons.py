"""Persons with party and role; places and organisations stay out."""

import pytest

from indexer.figures import persons


def read(text: str) -> list[tuple[str, str, str]]:
    return [(person.name, person.party, person.role) for person in persons(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ordföranden Kim Ekdal (L) yrkar", [("Kim Ekdal", "L", "Ordföranden")]),
        ("Vice ordföranden Ann-Mari\nBerg Åhlund m.fl. (V) yrkar", [("Ann-Mari Berg Åhlund", "V", "Vice ordföranden")]),
        ("Ersättaren Lo af Rosen (Fi) instämde", [("Lo af Rosen", "Fi", "Ersättaren")]),
        ("Kim Bergstad m fl (M)", [("Kim Bergstad", "M", "")]),
        ("Eva Ekdal (m) och Bo Lundin (-)", [("Eva Ekdal", "m", ""), ("Bo Lundin", "-", "")]),
        ("Eva Ekdal och Bo Lundin (båda SD) reserverar sig", [("Eva Ekdal", "SD", ""), ("Bo Lundin", "SD", "")]),
        ("Kim Ekdal (Tf. förvaltningschef)", [("Kim Ekdal", "", "Tf. förvaltningschef")]),
        ("Kim Ekdal, socialdirektör", [("Kim Ekdal", "", "socialdirektör")]),
        ("Handläggare: Kim Ekdal", [("Kim Ekdal", "", "Handläggare")]),
        ("Controller Kim Ekdal redovisar", [("Kim Ekdal", "", "Controller")]),
        (
            "Kim Ekdal\nAvdelningschef\n\nEva Lundin\nStadsdelsdirektör",
            [("Kim Ekdal", "", "Avdelningschef"), ("Eva Lundin", "", "Stadsdelsdirektör")],
        ),
    ],
)
def test_a_person_is_read_with_party_and_role(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Småköpings kommun och Region Mellanbygd",
        "Svenska Förbundet för Vård",
        "Den Nya Skolan ligger på Stora Vägen",
        "Avdelningschef\nBeslut",
        "Socialnämnden beslutar",
    ],
)
def test_organisations_and_places_are_no_persons(text: str) -> None:
    assert read(text) == []


def test_a_line_that_is_all_name_ends_it() -> None:
    assert [person.name for person in persons("Kim Ekdal\nEva Lundin\n")] == ["Kim Ekdal", "Eva Lundin"]


def test_two_signatures_on_one_line_are_two_persons() -> None:
    assert read("Kim Ekdal Eva Lundin\nFörvaltningschef Utredare\n") == [
        ("Kim Ekdal", "", "Förvaltningschef"),
        ("Eva Lundin", "", "Utredare"),
    ]


def test_a_title_before_the_name_is_no_part_of_it() -> None:
    assert read("Verksamhetsutvecklare Kim Ekdal deltog") == [("Kim Ekdal", "", "Verksamhetsutvecklare")]


def test_offsets_are_those_of_the_name() -> None:
    text = "Utses Kim Ekdal (S) att justera"
    (person,) = persons(text)
    assert text[person.start : person.end] == "Kim Ekdal"


def test_a_long_row_of_capitals_takes_no_time() -> None:
    assert persons("Aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa-" * 2000) == []


def test_in_a_line_that_begins_with_a_name_each_title_is_of_the_name_before_it() -> None:
    assert read("Kim Ekdal Avdelningschef Eva Lundin Stadsdelsdirektör") == [
        ("Kim Ekdal", "", "Avdelningschef"),
        ("Eva Lundin", "", "Stadsdelsdirektör"),
    ]
    assert read("Kim Ekdal (S) ordförande Eva Lundin (M) ledamot") == [
        ("Kim Ekdal", "S", "ordförande"),
        ("Eva Lundin", "M", "ledamot"),
    ]
