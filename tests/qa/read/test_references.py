"""Registry numbers and the names of matters."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from qa.find.retrieve import Candidate
from qa.read.passages import passages
from qa.read.references import matter_of, registry_numbers

Make = Callable[..., Candidate]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Frågan behandlas i PN 2017/0119.", ["PN 2017/0119"]),
        ("Förstudien har nummer 2017.047 PN i diariet.", ["2017.047 PN"]),
        ("Enligt lagen (2009:400) är det sekretess.", []),
        ("Åren 2016-2018 byttes 40 lyktor.", []),
    ],
)
def test_registry_numbers_are_told_from_laws_and_years(candidate: Make, text: str, found: list[str]) -> None:
    assert registry_numbers(next(passages([candidate(text)]))) == found


@pytest.mark.parametrize(
    ("headings", "matter"),
    [
        (("§ 12 2017.047 PN Lyktor i stadsparken", "Beslut"), "Lyktor i stadsparken"),
        (("§ 12 Lyktor i stadsparken",), "Lyktor i stadsparken"),
        (("Lyktor 2017",), ""),
        ((), ""),
    ],
)
def test_a_matter_is_its_heading_without_references(headings: tuple[str, ...], matter: str) -> None:
    assert matter_of(headings) == matter
