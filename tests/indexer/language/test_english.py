from __future__ import annotations

import pytest

from indexer.language.english import bases, singular


@pytest.mark.parametrize(
    ("word", "one"),
    [
        ("boards", "board"),
        ("vacancies", "vacancy"),
        ("taxes", "tax"),
        ("bus", "bus"),
        ("child's", "child"),
        ("less", "less"),
    ],
)
def test_plurals_and_possessives_fold_to_the_singular(word: str, one: str) -> None:
    assert singular(word) == one


@pytest.mark.parametrize(
    ("word", "base"), [("planned", "plan"), ("hired", "hire"), ("carried", "carry"), ("moving", "move")]
)
def test_inflected_verbs_lead_to_their_base(word: str, base: str) -> None:
    assert base in bases(word)
    assert bases(word)[0] == word


@pytest.mark.parametrize(
    ("word", "base"), [("drove", "drive"), ("taught", "teach"), ("women", "woman"), ("organization", "organisation")]
)
def test_irregular_forms_and_spellings_lead_to_the_form_of_the_tables(word: str, base: str) -> None:
    assert base in bases(word)
