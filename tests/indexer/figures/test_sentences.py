"""Where sentences end in Swedish, and where they do not."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.figures import sentences


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Det gäller t.ex. hyror, bl.a. lokaler m.fl. kostnader.",
        "Ordföranden Kim Ek m.fl. (V) yrkade bifall.",
        "Dnr. 12 och kap. 4 samt kl. 14.30 och nr. 5 gäller ca. 40 st. barn.",
        "Mötet hölls den 3. maj och kostade 1.500 kr, dvs. 12,5 % mer.",
        "Beslutet fattades av A. Berg och B. von Ek.",
        "Se 1 kap. 2 § lagen, jfr 3 §.",
    ],
)
def test_abbreviations_initials_and_decimals_end_no_sentence(text: str) -> None:
    assert split(text) == [text]


def test_sentences_end_at_their_marks() -> None:
    assert split("Det är 16. I mars var det 9! Varför? Ingen vet.") == [
        "Det är 16.",
        "I mars var det 9!",
        "Varför?",
        "Ingen vet.",
    ]


def test_a_closing_quote_belongs_to_its_sentence() -> None:
    assert split("”Vi har inte råd.” Så sade hon.") == ["”Vi har inte råd.”", "Så sade hon."]


def test_a_full_stop_after_pieces_ends_a_sentence() -> None:
    assert split("De är 32 st. Fler behövs.") == ["De är 32 st.", "Fler behövs."]


def test_list_items_and_empty_lines_end_sentences() -> None:
    assert split("Nämnden beslutar\n1. godkänna rapporten\n2. avslå kravet\n\nBakgrund") == [
        "Nämnden beslutar",
        "1. godkänna rapporten",
        "2. avslå kravet",
        "Bakgrund",
    ]


def test_a_line_break_inside_a_sentence_ends_nothing() -> None:
    assert split("Nämnden beslutar att\ngodkänna rapporten.") == ["Nämnden beslutar att\ngodkänna rapporten."]


def test_every_line_of_a_table_is_its_own() -> None:
    assert split("Hyror -31 176 -31 974\nPersonal -2 190 -5 000\nSumma 12 14") == [
        "Hyror -31 176 -31 974",
        "Personal -2 190 -5 000",
        "Summa 12 14",
    ]


@given(st.text("abÅ. 12\n!?”-:", max_size=60))
def test_sentences_are_in_order_and_hold_all_letters(text: str) -> None:
    spans = sentences(text)
    assert all(first[1] <= second[0] for first, second in itertools.pairwise(spans))
    assert "".join("".join(split(text)).split()) == "".join(text.split())
