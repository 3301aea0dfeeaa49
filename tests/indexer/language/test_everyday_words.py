"""The everyday words and the forms in which questions use them."""

from __future__ import annotations

from pathlib import Path

import pytest

import indexer.language
from indexer.language.translation import translate, translate_query, translated_groups

WORDS = Path(indexer.language.__file__).parent / "data" / "everyday_words.txt"


def test_every_line_is_a_heading_or_english_terms_with_swedish_words() -> None:
    for line in WORDS.read_text(encoding="utf-8").splitlines():
        english, equals, swedish = line.partition(" = ")
        assert line.startswith("# ") or (equals and all(english.split(", ")) and all(swedish.split("; "))), line


@pytest.mark.parametrize(
    ("asked", "swedish"),
    [
        ("The playground was torn down", "riva"),
        ("What has the club applied for?", "ansöka"),
        ("The matter was put off", "skjuta upp"),
        ("the swimming baths", "simhall"),
        ("the reorganization of the schools", "organisation"),
        ("e-scooters on the pavement", "elsparkcykel"),
    ],
)
def test_phrasal_verbs_spellings_and_inflections_find_their_entry(asked: str, swedish: str) -> None:
    assert dict(translate_query(asked)).get(swedish) == 1.0


def test_a_hyphened_prefix_belongs_to_its_word() -> None:
    assert translate("co-ordinator") == translate("coordinator") != ()


def test_the_glossary_goes_before_the_everyday_words() -> None:
    assert translate("matter")[0] == ("ärende", 1.0)


def test_a_letter_stands_for_itself() -> None:
    assert dict(translated_groups("What did M say of the bridge?"))["m"] == (("m", 1.0),)


def test_function_words_make_no_phrase() -> None:
    assert "has been" not in dict(translated_groups("What has been built?"))


def test_swedish_function_words_of_a_swedish_name_are_dropped() -> None:
    assert "och" not in dict(translate_query("What did the kultur- och fritidsnämnden decide?"))
