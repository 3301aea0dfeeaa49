"""Running heads and feet, page numbers and stamps."""

from __future__ import annotations

import pytest

from indexer.readers.furniture import Standing, find_furniture, is_page_mark, is_stamp


def standing(text: str, page: int, base: float, fixed: bool = False) -> Standing:
    return Standing(text, page, base - 0.013, base, fixed)


def found(texts: list[Standing], pages: int) -> set[str]:
    return {f"{texts[index].text} p{texts[index].page}" for index in find_furniture(texts, pages)}


@pytest.mark.parametrize("text", ["Sida 3 (7)", "1 (12)", "3 [17]", "1 av 2", "Page 2 of 2", "- 4 -", "Sid 2(75)"])
def test_page_marks_come_in_many_forms(text: str) -> None:
    assert is_page_mark(text)


@pytest.mark.parametrize("text", ["79 (2024)", "§ 14", "3 procent", "2031-05-06", "7 (3)"])
def test_other_numbers_are_no_page_marks(text: str) -> None:
    assert not is_page_mark(text)


@pytest.mark.parametrize(
    "text", ["Justerandes sign", "Justerarsignaturer", "Utdragsbestyrkande", "Ordförandens signatur", "Signatur"]
)
def test_signature_fields_are_stamps(text: str) -> None:
    assert is_stamp(text)


def test_a_sentence_about_signatures_is_no_stamp() -> None:
    assert not is_stamp("Nämnden utser Björkgren att signera avtalet.")


def test_a_head_at_the_same_place_on_two_pages_is_furniture() -> None:
    texts = [
        standing("Teknik- och fritidsnämnden", 1, 0.06),
        standing("Nämnden beslutar om lokaler.", 1, 0.3),
        standing("Teknik- och fritidsnämnden", 2, 0.061),
        standing("Ärendet gäller två skolor.", 2, 0.3),
    ]
    assert found(texts, 2) == {"Teknik- och fritidsnämnden p1", "Teknik- och fritidsnämnden p2"}


def test_the_first_page_may_carry_its_head_lower() -> None:
    texts = [standing("Protokoll", 1, 0.10), standing("Protokoll", 2, 0.06), standing("Protokoll", 3, 0.06)]
    assert len(found(texts, 3)) == 3


def test_a_repeated_line_below_body_text_stays() -> None:
    texts = [
        standing("Avsnittet om skolan", 1, 0.05),
        standing("Utfall", 1, 0.12),
        standing("Avsnittet om vården", 2, 0.05),
        standing("Utfall", 2, 0.12),
    ]
    assert found(texts, 2) == set()


def test_a_section_line_is_never_furniture() -> None:
    texts = [standing("§ 35", 1, 0.1), standing("§ 35", 2, 0.1)]
    assert found(texts, 2) == set()


def test_the_head_of_a_table_that_goes_on_stays() -> None:
    texts = [standing("Nyckeltal", 1, 0.1, fixed=True), standing("Nyckeltal", 2, 0.1, fixed=True)]
    assert found(texts, 2) == set()


def test_numbers_that_count_with_the_pages_are_page_numbers() -> None:
    texts = [standing("14", 3, 0.95), standing("15", 4, 0.95), standing("400", 4, 0.88)]
    assert found(texts, 5) == {"14 p3", "15 p4"}


def test_headings_that_differ_in_a_number_are_no_furniture() -> None:
    texts = [standing("Bilaga 1", 1, 0.08), standing("Bilaga 2", 2, 0.08)]
    assert found(texts, 2) == set()


def test_a_single_page_loses_only_known_marks_at_its_edges() -> None:
    texts = [
        standing("Trafiknämndens arbetsutskott", 1, 0.05),
        standing("Utdragsbestyrkande", 1, 0.93),
        standing("Telefon: 0100-12 34 56", 1, 0.96),
        standing("Sida 1 av 1", 1, 0.97),
        standing("Telefon: 0100-12 34 56 till växeln", 1, 0.5),
    ]
    assert found(texts, 1) == {"Utdragsbestyrkande p1", "Telefon: 0100-12 34 56 p1", "Sida 1 av 1 p1"}


@pytest.mark.parametrize(
    "text",
    [
        "medborgaren når förvaltningen via telefon eller internet",
        "Telefon och e-post används allt mer i kontakten",
        "Protokollet justeras digitalt med BankID av två ledamöter",
        "betalas till föreningen, 123 45 Björkstad, senast i maj",
    ],
)
def test_the_last_line_of_the_body_stays(text: str) -> None:
    assert found([standing("Text", 1, 0.5), standing(text, 1, 0.92)], 1) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Besöksadress: Storgatan 1",
        "Växel 0100-12 34 56",
        "E-post: kommun@bjorkstad.se",
        "Org.nr 212000-0000",
        "Björkstads kommun, 123 45 BJÖRKSTAD",
        "www.bjorkstad.se",
    ],
)
def test_the_address_at_the_foot_of_a_letter_is_furniture(text: str) -> None:
    assert len(found([standing("Text", 1, 0.5), standing(text, 1, 0.95)], 1)) == 1


def test_page_numbers_with_the_chapter_before_them_count_too() -> None:
    assert len(found([standing("5-1", 2, 0.95), standing("5-2", 3, 0.95)], 4)) == 2


def test_the_stamp_of_a_digital_signature_is_furniture() -> None:
    texts = [standing("Transaktion 09222115557500000000 Signerat AB, CD", 1, 0.98), standing("Text", 1, 0.5)]
    assert found(texts, 1) == {"Transaktion 09222115557500000000 Signerat AB, CD p1"}
