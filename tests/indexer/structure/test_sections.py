"""How the items of minutes are numbered."""

from __future__ import annotations

import pytest

from indexer.structure.sections import goes_on, ordinal, section_head, section_number, section_of, titled, wordless


@pytest.mark.parametrize(
    ("line", "section", "title"),
    [
        ("§ 9**Plan för badhuset**", "§ 9", "Plan för badhuset"),
        ("**§ 9 Plan för badhuset**", "§ 9", "Plan för badhuset"),
        ("§12 Val", "§12", "Val"),
        ("§  12   Val", "§ 12", "Val"),
        ("§ 63/20 Bokslut", "§ 63/20", "Bokslut"),
        ("§ 2024:12 Bokslut", "§ 2024:12", "Bokslut"),
        ("§ 37 2021.089 FN Avtal om hallen", "§ 37", "2021.089 FN Avtal om hallen"),
        ("§ 4\nInformation", "§ 4", "Information"),
        ("§45.", "§45", ""),
        ("§ 45: Bokslut", "§ 45", "Bokslut"),
        ("§ 45 – Bokslut", "§ 45", "Bokslut"),
        ("§§ 63-73", "§§ 63-73", ""),
        ("$ 14 Bokslut", "§ 14", "Bokslut"),
        ("Ärende 7 § 45", "§ 45", ""),
        ("Punkt nr 7, § 45 Bokslut", "§ 45", "Bokslut"),
        ("7. § 45 BOKSLUT", "§ 45", "BOKSLUT"),
        ("Paragraf 12", "§ 12", ""),
        ("PARAGRAF 12 BOKSLUT", "§ 12", "BOKSLUT"),
    ],
)
def test_a_section_line_gives_its_section_and_title(line: str, section: str, title: str) -> None:
    assert section_of(line) == (section, title)


@pytest.mark.parametrize(
    ("line", "section", "mark"),
    [
        ("FN § 61", "§ 61", "fn"),
        ("Au § 77 Ansökan om hall", "§ 77", "au"),
        ("Ks § 12/2008", "§ 12/2008", "ks"),
        ("FN, § 61 Val", "§ 61", "fn"),
        ("KS/AU § 5 Dnr KS 2023/1", "§ 5", "ksau"),
        ("KS AU § 5", "§ 5", "ksau"),
        ("§ AU 12 Val", "§ 12", "au"),
        ("Kommunstyrelsens arbetsutskott § 7", "§ 7", "kommunstyrelsensarbetsutskott"),
        ("Bad- och fritidsnämnden § 9 Val", "§ 9", "badochfritidsnämnden"),
    ],
)
def test_the_mark_of_the_body_before_the_sign_is_parted_from_the_section(line: str, section: str, mark: str) -> None:
    head = section_head(line)
    assert head is not None and (head.section, head.mark) == (section, mark)


@pytest.mark.parametrize(
    "line",
    [
        "26 kap. 1 § OSL",
        "11 § MBL",
        "enligt § 4",
        "Enligt § 4 Lagen",
        "Se § 14",
        "§ 75, om avgifter",
        "Paragrafer §§34-44",
        "Paragraf 12 i skollagen gäller",
        "FN § 2004 minskar takten",
        "§ 45 forts.",
    ],
)
def test_a_statute_or_a_mention_is_no_section(line: str) -> None:
    assert section_of(line) is None


@pytest.mark.parametrize(("line", "result"), [("§ 45 (forts.)", True), ("Forts. § 45", True), ("§ 45 Val", False)])
def test_a_head_that_only_goes_on_is_known(line: str, result: bool) -> None:
    assert goes_on(line) is result


@pytest.mark.parametrize(
    ("title", "result"),
    [
        ("", True),
        ("Dnr FN 2023/118", True),
        ("Diarienr: 2023/118", True),
        ("FN/2023:118 2023-05-04", True),
        ("Au § 77", True),
        ("Val", False),
        ("Au § 77 Ansökan om hall", False),
        ("Dnr FN 2023/118 Ansökan om hall", False),
    ],
)
def test_a_registry_number_or_a_reference_is_no_title(title: str, result: bool) -> None:
    assert wordless(title) is result


def test_a_title_stands_without_the_reference_before_it() -> None:
    assert titled("Au § 77 Ansökan om hall") == "Ansökan om hall"
    assert titled("Ansökan om hall") == "Ansökan om hall"


def test_sections_are_compared_without_blanks_and_by_their_number_in_the_year() -> None:
    assert section_number("§ 44") == section_number("§44")
    assert [ordinal(section) for section in ("§ 12", "§ 12/2008", "§ 2008/12")] == [12, 12, 12]
