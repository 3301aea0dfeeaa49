"""Numbers with unit and hedge; what is no quantity stays out."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.figures import format_number, masks, numbers


def read(text: str, **options: object) -> list[tuple[float, str]]:
    return [(number.value, number.unit) for number in numbers(text, **options)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("ett underskott om -12,5 mnkr.", -12.5, "mnkr"),
        ("ett underskott om –12,5 mnkr", -12.5, "mnkr"),
        ("ett underskott om −12,5 mnkr", -12.5, "mnkr"),
        ("varav - 4 120 tkr är hyror", -4120, "tkr"),
        ("överskridande, varav -\n4 120 tkr är hyror", -4120, "tkr"),
        ("(-8 100 tkr)", -8100, "tkr"),
        ("1 250 000 kronor", 1250000, "kronor"),
        ("1\u00a0250\u00a0000 kronor", 1250000, "kronor"),
        ("1\u202f250 kronor", 1250, "kronor"),
        ("En dos kostar 3.000:- i dag", 3000, "kr"),
        ("betalar 312000:-/år", 312000, "kr"),
        ("avgiften är 1045 230  kr", 1045230, "kr"),
        ("Övertiden är 31tkr", 31, "tkr"),
        ("17 % av tiden", 17, "%"),
        ("17% av tiden", 17, "%"),
        ("minskade 0,4 procentenheter", 0.4, "procentenheter"),
        ("1,4 miljoner kronor", 1.4, "miljoner kronor"),
        ("två miljoner invånare", 2, "miljoner invånare"),
        ("det saknas 10 stycken", 10, "stycken"),
        ("med 27 nya handläggare", 27, "handläggare"),
        ("12 tillfrågade anser att", 12, "tillfrågade"),
        ("med två ÅA.", 2, "ÅA"),
        ("2000 platser", 2000, "platser"),
        ("från 100 år 2016", 100, ""),
        ("34", 34, ""),
        ("Sängar 750\nEl-cyklar", 750, ""),
        ("bedömt att fem \npersonliga besök", 5, "besök"),
    ],
)
def test_a_number_is_read_with_its_sign_and_unit(text: str, value: float, unit: str) -> None:
    assert read(text)[0] == (value, unit)


@pytest.mark.parametrize(
    "text",
    [
        "Dnr 4.2.1-17/2019",
        "dnr KS 2015/0164",
        "2024.019 VON Plan",
        "§ 14 Plan",
        "§§ 63-73",
        "enligt 26 kap. 1 § och 5, 7 eller 9 §",
        "lagen (2025:431) om",
        "SOU 2011:90, prop. 2024/25:28",
        "org.nr 802500-1234",
        "telefon 08-501 25 000 eller 0301-61 60 00",
        "den 14 april 2016 och 2016-01-27, 160127",
        "under 2015, åren 2015 till 2018 och 2019-2022",
        "läsåret 2018/2019",
        "Sida 3 (7)",
        "3 (7)",
        "se bilaga 1 och kvartal 2",
        "ansvar 81600",
        "Storgatan 12",
        "441 90 Småstad",
        "ett f6rslag p4 tid, covid-19 och 20-timmarsregeln",
        "1. Nämnden beslutar\n2. Nämnden uppdrar",
        "att han 1. anmält, eller 2. medverkat",
        "KPI N00945, kod 0127",
        "en person och ett beslut",
        "[3]",
        "Inledning ........ 3",
        "Kapitlet fortsätter\n17",
        "den 24 januari 2017 § 6",
    ],
)
def test_what_names_a_thing_is_no_quantity(text: str) -> None:
    assert [number for number in numbers(text) if number.text != "3"] == []


def test_what_a_rate_is_counted_on_is_no_quantity() -> None:
    assert [number.value for number in numbers("Antalet placerade är 3,2 per 1 000 invånare.")] == [3.2]
    assert [number.value for number in numbers("Kommunen har 41 000 invånare.")] == [41000]


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("drygt 200 personer", "drygt"),
        ("ca 15% av tiden", "ca"),
        ("i närmare fyra år", "närmare"),
        ("mer än 40 platser", "mer än"),
        ("personer under 35 år", "under"),
        ("pågick under fem år", ""),
        ("ett trettiotal platser", "trettiotal"),
        ("nära en fördubbling", "nära"),
        ("about 200 people", "about"),
    ],
)
def test_a_hedge_is_kept(text: str, hedge: str) -> None:
    assert numbers(text)[0].hedge == hedge


def test_number_words_are_read_in_both_languages() -> None:
    assert read("Tolv av fjorton nämnder") == [(12, "nämnder"), (14, "nämnder")]
    assert read("tjugofem barn och tvåhundra vuxna") == [(25, "barn"), (200, "vuxna")]
    assert read("twenty-one consultants") == [(21, "consultants")]
    assert [number.value for number in numbers("en tredjedel, hälften, en tredubbling, fem hundra")] == [
        1 / 3,
        0.5,
        3,
        500,
    ]


def test_an_ordinal_counts_only_after_every() -> None:
    assert [(number.value, number.kind, number.unit) for number in numbers("var tolfte månad, den tredje gången")] == [
        (12, "ordinal", "månad")
    ]


def test_a_range_is_one_number_and_a_change_is_two() -> None:
    for text in (
        "5-10 personer",
        "5–10 personer",
        "5 till 10 personer",
        "mellan 5 och 10 personer",
        "fem till tio personer",
    ):
        (number,) = numbers(text)
        assert (number.value, number.upper, number.unit, number.kind) == (5, 10, "personer", "range")
    assert [number.value for number in numbers("ökade från 3 till 8")] == [3, 8]


def test_a_clock_time_is_a_clock_and_no_amount() -> None:
    assert [(number.value, number.kind) for number in numbers("från klockan 16 och kl. 14.30")] == [
        (16, "clock"),
        (14.5, "clock"),
    ]


def test_what_is_counted_per_is_kept_apart_from_the_unit() -> None:
    assert [(number.unit, number.per) for number in numbers("8 100 kr/dygn, 3 mnkr per år")] == [
        ("kr", "dygn"),
        ("mnkr", "år"),
    ]


def test_the_base_value_is_in_kronor() -> None:
    assert [number.base for number in numbers("1,4 mnkr, 22 tkr, 5 kr")] == [1400000, 22000, 5]


def test_a_lone_one_in_damaged_text_is_a_letter() -> None:
    assert read("svar 1 enlighet med", damaged=True) == []
    assert read("1 procent", damaged=True) == [(1, "procent")]


def test_a_footnote_mark_before_a_plural_is_no_number() -> None:
    assert read("platser för 1 tillfälliga gäster") == []


def test_english_digits_are_read_as_english_writes_them() -> None:
    assert read("1,500.5 kronor", language="en") == [(1500.5, "kronor")]
    (number,) = numbers("a SEK 12.5 million deficit", language="en")
    assert (number.unit, number.base) == ("million SEK", 12_500_000)


def test_cells_of_a_row_stay_apart() -> None:
    assert [number.value for number in numbers("Kostnad 8 763 5 041 -65 033 -69 533 -4 500")] == [
        8763,
        5041,
        -65033,
        -69533,
        -4500,
    ]


_FRAGMENTS = st.sampled_from(
    [
        "12",
        "§ 14",
        "2016",
        "1 200 kr",
        "-3,5 mnkr",
        "den 3 maj 2020",
        "fyra",
        "ca",
        "dnr 12/2018",
        " ",
        "\n",
        "-",
        "5–10",
        "(",
        ".",
        "kl. 14.30",
        "bilaga 1",
        "2019-04-24",
        "tusen",
        "en tredjedel",
        "%",
        "och",
        "till",
        "Q1 2024",
        "08-501 25 000",
        "2.1",
        "a",
        "=",
        "en",
        "1:a",
        "3)",
        "ett tiotal",
    ]
)


@given(
    st.lists(_FRAGMENTS, max_size=14).map(" ".join)
    | st.text(max_size=60)
    | st.text("0123456789 -–.,:/()§krtn%\n", max_size=50)
)
def test_offsets_are_true_and_numbers_touch_no_mask(text: str) -> None:
    found = numbers(text)
    spans = masks(text)
    for number in found:
        assert text[number.start : number.end] == number.text
        assert number.end <= number.unit_end <= len(text)
        assert all(mask.end <= number.start or number.end <= mask.start for mask in spans)
    assert all(one.end <= two.start for one, two in itertools.pairwise(found))
    assert all(one.end <= two.start for one, two in itertools.pairwise(spans))


@given(st.integers(-(10**9), 10**9) | st.decimals(-(10**7), 10**7, places=2).map(float), st.sampled_from(["sv", "en"]))
def test_a_formatted_number_is_read_back(value: float, language: str) -> None:
    (number,) = numbers(f"{format_number(value, language)} kr", language=language)
    assert number.value == value


def test_a_row_of_six_digit_cells_is_read_in_pairs() -> None:
    assert [number.value for number in numbers("Netto 169 188 207 210")] == [169188, 207210]
    assert [number.value for number in numbers("169 188 207 210 kr")] == [169188207210]


def test_a_counted_noun_may_carry_an_abbreviation() -> None:
    assert read("331 SoL-beslut fattades") == [(331, "SoL-beslut")]
