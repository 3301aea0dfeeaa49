"""Line-end hyphens."""

from __future__ import annotations

import pytest

from indexer.readers.hyphens import SOFT, join, join_lines


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("ett utveckl" + SOFT, "ingsområde", "ett utvecklingsområde"),
        ("inom stadsdelsför-", "valtningarna ökar", "inom stadsdelsförvaltningarna ökar"),
        ("i Norra-", "Stranda", "i Norra-Stranda"),
        ("på HR-", "avdelningen", "på HR-avdelningen"),
        ("handel med e-", "cigaretter", "handel med e-cigaretter"),
        ("stadsdels-", "och kommunnivå", "stadsdels- och kommunnivå"),
        ("åldern 0-", "20 år", "åldern 0-20 år"),
        ("möten 2031-", "2033", "möten 2031-2033"),
        ("varav -", "5 925 tkr", "varav - 5 925 tkr"),
        ("utfallet (-", "8 800 tkr)", "utfallet (-8 800 tkr)"),
        ("SOCIAL-", "TJÄNSTEN", "SOCIALTJÄNSTEN"),
        ("åren 2031 –", "2033", "åren 2031 – 2033"),
        ("nämnden har", "beslutat", "nämnden har beslutat"),
        ("", "beslutat", "beslutat"),
    ],
)
def test_a_line_end_is_joined_as_the_word_is_spelt(first: str, second: str, whole: str) -> None:
    assert join(first, second) == whole


def test_a_known_hyphenated_word_keeps_its_hyphen() -> None:
    assert join("en för-", "och", None) == "en för- och"
    assert join("ett ja-", "röst", {"ja-röst"}.__contains__) == "ett ja-röst"


def test_a_known_joined_word_loses_the_hyphen() -> None:
    assert join("kom-", "munen", {"kommunen", "kom-munen"}.__contains__) == "kommunen"


def test_many_lines_become_one_text_without_hyphens_left_over() -> None:
    assert join_lines(["Kommun" + SOFT, "genomsnitt", "år 2031" + SOFT]) == "Kommungenomsnitt år 2031"
