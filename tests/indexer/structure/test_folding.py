"""Words are recognised in damaged text."""

from __future__ import annotations

import pytest

from indexer.structure.folding import bare, ends_sentence, folded, starts_low, tolerant


@pytest.mark.parametrize("read", ["Förvaltningens åtgärder", "Forvaltningens atgarder", "F6rvaltningens 4tgdrder"])
def test_a_pattern_finds_its_words_whatever_ocr_made_of_them(read: str) -> None:
    assert tolerant("förvaltningens åtgärder").fullmatch(read)


def test_a_character_class_of_the_pattern_stays_as_it_is() -> None:
    assert tolerant("[åäö]x").fullmatch("åx")
    assert not tolerant("[åäö]x").fullmatch("4x")


@pytest.mark.parametrize(
    ("heading", "words"),
    [("**Beslut**", "Beslut"), ("Beslut:", "Beslut"), ("2.1 Bakgrund", "Bakgrund"), ("## Ärendet ", "Ärendet")],
)
def test_a_heading_is_bared_of_residue_and_number(heading: str, words: str) -> None:
    assert bare(heading) == words


def test_white_space_of_every_kind_is_one_blank() -> None:
    assert folded(" a\n b\t\u00a0c ") == "a b c"


@pytest.mark.parametrize("text", ["Klart.", "Klart?", "Klart.”", "som följer:", "(klart.)"])
def test_terminal_punctuation_may_stand_before_closing_marks(text: str) -> None:
    assert ends_sentence(text)


def test_a_lower_case_word_goes_on_with_a_sentence() -> None:
    assert starts_low("och")
    assert starts_low("(bilaga 2)")
    assert not starts_low("Och")
    assert not starts_low("12 stycken")
