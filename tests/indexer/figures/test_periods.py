"""Periods in all the forms that the documents use."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.figures import Period, is_bare_year, periods


def iso(text: str, **options: object) -> list[str]:
    return [period.iso for period in periods(text, **options)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("januari–november 2024", ["2024-01/2024-11"]),
        ("perioden januari- november 2024", ["2024-01/2024-11"]),
        ("januari till november 2024", ["2024-01/2024-11"]),
        ("november 2023 – mars 2024", ["2023-11/2024-03"]),
        ("november–mars 2024", ["2023-11/2024-03"]),
        ("åren 2015 till 2018", ["2015/2018"]),
        ("för 2019-2022", ["2019/2022"]),
        ("läsåret 2018/19 och 2019/2020", ["2018/2019", "2019/2020"]),
        ("under 2015", ["2015"]),
        ("helåret 2024, hela 2023", ["2024", "2023"]),
        ("T1 2024, tertial 2 2024, tertialrapport 2 2024", ["2024-01/2024-04", "2024-05/2024-08", "2024-01/2024-08"]),
        ("kvartal 1 2026, Q1 2026, första kvartalet 2026", ["2026-01/2026-03"] * 3),
        ("andra halvåret 2024", ["2024-07/2024-12"]),
        ("hösten 2024", ["2024-08/2024-12"]),
        ("per den 31 mars", ["--03-31"]),
        ("i november 2018", ["2018-11"]),
        ("till och med maj 2026", ["2026-01/2026-05"]),
        ("t.o.m. 30 april 2025", ["../2025-04-30"]),
        ("fr.o.m. 2026-07-01", ["2026-07-01/.."]),
        ("sedan 2016", ["2016/.."]),
        ("2026-04-01 – 2026-04-30", ["2026-04-01/2026-04-30"]),
        ("den 2 april 2021 till och den 1 april 2022", ["2021-04-02/2022-04-01"]),
        ("14 april 2016, 160127, 20160127, 24/11", ["2016-04-14", "2016-01-27", "2016-01-27", "--11-24"]),
        ("12–14 maj 2020", ["2020-05-12/2020-05-14"]),
        ("mars och april 2026", ["2026-03", "2026-04"]),
        ("mellan 2014 och 2015", ["2014/2015"]),
        ("prognosen 2017 och novemberprognosen 2017", ["2017", "2017-11"]),
        ("1990-talet", ["1990/1999"]),
        ("månaderna 202505 202506", ["2025-05", "2025-06"]),
        ("klockan 16, kl. 09.00–12.00", ["16:00", "09:00/12:00"]),
        ("efter sommaren, de senaste åren, vintern 2024", []),
        ("dnr 4.2.1-17/2019, lagen (2025:431), 2015 kr, över 2000 platser, covid-19", []),
        ("Maj-Britt och Jan Mars sade", ["--03"]),
        ("den 31 februari 2020", ["2020-02"]),
    ],
)
def test_a_period_is_read(text: str, expected: list[str]) -> None:
    assert iso(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("January–May 2025", ["2025-01/2025-05"]),
        ("in November 2018", ["2018-11"]),
        ("on 24 March 2019 and March 3, 2020", ["2019-03-24", "2020-03-03"]),
        ("since 2016, all of 2024", ["2016/..", "2024"]),
        ("the first quarter of 2026", ["2026-01/2026-03"]),
        ("may we march?", []),
        ("more in May than in April 2026", ["2026-05", "2026-04"]),
    ],
)
def test_english_questions_are_read(text: str, expected: list[str]) -> None:
    assert iso(text, language="en") == expected


def test_the_context_gives_the_year_that_the_text_leaves_out() -> None:
    assert iso("i maj och den 9 juni", year=2024) == ["2024-05", "2024-06-09"]
    assert iso("jämfört med föregående år", year=2024) == ["2023"]
    assert all(period.partial for period in periods("i maj"))


def test_offsets_and_precision_are_true() -> None:
    text = "Det gällde januari–mars 2024."
    (period,) = periods(text)
    assert text[period.begin : period.finish] == period.text == "januari–mars 2024"
    assert (period.start, period.end, period.precision) == ("2024-01", "2024-03", "range")


def one(text: str) -> Period:
    return periods(text)[0]


def test_the_same_days_are_the_same_period() -> None:
    assert one("kvartal 1 2024").same(one("januari–mars 2024"))
    assert one("under 2024").same(one("januari–december 2024"))
    assert not one("under 2024").same(one("januari–november 2024"))


def test_a_part_is_covered_and_a_neighbour_is_not() -> None:
    assert one("under 2024").covers(one("mars 2024"))
    assert one("under 2024").covers(one("i mars"))
    assert not one("mars 2024").covers(one("under 2024"))
    assert one("sedan 2016").covers(one("den 3 maj 2020"))
    assert one("2023–2024").overlaps(one("november 2024 – mars 2025"))
    assert not one("mars 2024").overlaps(one("april 2024"))


def test_a_year_before_a_unit_is_an_amount() -> None:
    assert is_bare_year("år 2015", 3, 7)
    assert not is_bare_year("2015 kr", 0, 4)


@given(st.text("0123456789 -–/.:aprilmjunvdetkQT", max_size=40))
def test_any_text_gives_periods_in_order_without_overlap(text: str) -> None:
    found = periods(text)
    assert all(text[period.begin : period.finish] == period.text for period in found)
    assert all(first.finish <= second.begin for first, second in itertools.pairwise(found))


def test_a_month_that_is_a_word_of_its_own_is_one_after_a_preposition() -> None:
    assert [period.iso for period in periods("How many left in May?", language="en")] == ["--05"]
    assert periods("May we see who may leave?", language="en") == []
