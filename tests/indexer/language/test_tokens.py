from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.language.tokens import content_words, fold, fold_letters, stem, tokens


def test_a_long_word_gives_its_stem_its_beginning_and_the_end_of_its_stem() -> None:
    assert tokens("Konsultkostnaderna") == ["konsultkostnad", "<konsu", ">ostnad"]


def test_a_short_word_gives_its_stem_only() -> None:
    assert tokens("Nämnden") == ["nämnd", "<nämnd"]
    assert tokens("åren på Ön") == ["åren", "på", "ön"]


def test_inflected_forms_share_a_token() -> None:
    assert set(tokens("konsulter")) & set(tokens("konsulten"))


@pytest.mark.parametrize(
    "written", ["1 039 230", "1\u00a0039\u00a0230", "1\u202f039\u202f230", "1.039.230", "1,039,230", "1039 230"]
)
def test_every_way_to_write_a_whole_number_holds_the_same_token(written: str) -> None:
    assert "1039230" in tokens(f"totalt {written} kronor")


@pytest.mark.parametrize("written", ["11,6", "11.6", "11,60", "-11,6", "11,6%"])
def test_every_way_to_write_a_decimal_is_the_same_token(written: str) -> None:
    assert tokens(written)[0] == "11.6"


def test_thousands_with_decimals_are_one_number() -> None:
    assert "1057.8" in tokens("1 057,8 mnkr")


def test_a_year_before_a_number_is_not_joined_to_it() -> None:
    assert tokens("år 2016 100 platser")[1:3] == ["2016", "100"]


def test_columns_of_a_table_keep_their_own_numbers() -> None:
    assert {"34", "100", "56"} <= set(tokens("34 100 56"))


def test_a_section_of_minutes_differs_from_a_section_of_a_law() -> None:
    assert tokens("§ 14") == tokens("§14") == ["§14", "14"]
    assert "§11" not in tokens("11 § MBL")
    assert "11§" in tokens("11 § MBL")


@pytest.mark.parametrize("code", ["2.1.4-17/2021", "ks/2019:83", "2023.041", "sn-2020/311"])
def test_a_registry_number_is_kept_whole_and_in_parts(code: str) -> None:
    found = tokens(f"Dnr {code.upper()}.")
    assert code in found
    assert len(found) > 3


def test_the_end_of_a_sentence_is_no_part_of_a_number() -> None:
    assert tokens("år 2018. Sedan") == ["år", "2018", "sedan"]


def test_hyphened_words_are_found_by_their_parts_and_joined_when_the_first_is_short() -> None:
    assert {"e", "post", "epost"} == set(tokens("e-post"))
    assert {"covid", "19", "covid-19"} == set(tokens("covid-19"))


def test_soft_hyphens_and_endings_after_a_colon_vanish() -> None:
    assert tokens("upp\u00adhandling") == tokens("upphandling")
    assert tokens("EU:s") == ["eu"]


def test_percent_signs_are_words() -> None:
    assert tokens("12 %")[-1] == tokens("procent")[0]


def test_fold_makes_one_form_of_blanks_quotes_and_case() -> None:
    assert fold("  Ett\u00a0”Svar”\n– nu ") == 'ett "svar" - nu'


def test_fold_letters_keeps_the_length() -> None:
    assert fold_letters("Återkräver é") == "Aterkraver e"


def test_content_words_leaves_the_closed_classes_out() -> None:
    assert content_words("Hur många konsulter fanns i § 14?", "sv") == ["många", "konsulter", "§", "14"]
    assert content_words("How many consultants weren't there?", "en") == ["consultants"]


@given(st.text(max_size=80))
def test_any_text_gives_tokens_without_blanks(text: str) -> None:
    assert all(token and not token.isspace() for token in tokens(text))


@given(st.integers(min_value=0, max_value=10**9))
def test_a_number_with_spaces_is_found_by_the_bare_number(number: int) -> None:
    assert str(number) in tokens(f"{number:,}".replace(",", "\u00a0"))


def test_threads_stem_alike() -> None:
    words = [f"förvaltning{n}ens".replace(str(n), "ar" * (n % 5)) for n in range(400)]
    stem.cache_clear()
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(stem, words * 3))
    stem.cache_clear()
    assert found == [stem(word) for word in words] * 3


def test_a_megabyte_of_text_takes_less_than_two_seconds() -> None:
    text = "Nämnden beslutade den 14 april 2016 att godkänna förvaltningens förslag om 1 039 230 kr. " * 11_500
    start = time.process_time()
    tokens(text)
    assert time.process_time() - start < 2
