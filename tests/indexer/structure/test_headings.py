"""The heading dictionary."""

from __future__ import annotations

import pytest

from indexer.structure.headings import Part, part_of

KNOWN = [
    ("Beslut", Part.DECISION),
    ("Fritidsnämndens beslut", Part.DECISION),
    ("Kultur- och fritidsnämnden beslutar att", Part.DECISION),
    ("Förslag till beslut", Part.PROPOSAL),
    ("Förvaltningens förslag till beslut:", Part.PROPOSAL),
    ("Arbetsutskottets förslag till beslut i kultur- och fritidsnämnden", Part.PROPOSAL),
    ("Förslag till beslut på sammanträdet", Part.PROCEDURE),
    ("BESLUTSGÅNG", Part.PROCEDURE),
    ("Yrkanden", Part.PROCEDURE),
    ("Bilagor", Part.PROCEDURE),
    ("Beslutet ska skickas till", Part.PROCEDURE),
    ("Beslutande", Part.ATTENDANCE),
    ("Utses att justera", Part.ATTENDANCE),
    ("Särskilt uttalande", Part.STATEMENT),
    ("Reservation (S)", Part.STATEMENT),
    ("Protokollsanteckning från (MP)", Part.STATEMENT),
    ("Ersättaryttrande", Part.STATEMENT),
    ("Ärendet", Part.MATTER),
    ("2. Bakgrund", Part.MATTER),
    ("Förvaltningens synpunkter och förslag", Part.MATTER),
    ("Ekonomiska konsekvenser", Part.MATTER),
    ("Underskrifter", Part.SIGNATURES),
    ("Våra frågor", Part.QUESTIONS),
]


@pytest.mark.parametrize(("heading", "part"), KNOWN)
def test_a_heading_opens_its_part(heading: str, part: Part) -> None:
    assert part_of(heading) is part


@pytest.mark.parametrize(
    ("heading", "part"),
    [
        ("Arendets beredning", Part.MATTER),
        ("Forvaltningens forslag till beslut", Part.PROPOSAL),
        ("**Sarskilt uttalande**", Part.STATEMENT),
        ("Fritidsndmndens beslut", Part.DECISION),
    ],
)
def test_lost_letters_do_not_hide_a_heading(heading: str, part: Part) -> None:
    assert part_of(heading) is part


@pytest.mark.parametrize(
    "text",
    [
        "Nämnden ställde sig bakom förvaltningens förslag till beslut",
        "Beslut om insats i form av simskola",
        "beslut",
        "Badhuset",
        "Bakgrunden är att fler simmar i dag än för tio år sedan.",
        "",
    ],
)
def test_other_lines_open_nothing(text: str) -> None:
    assert part_of(text) is None
