"""Which of a table's periods a question means."""

from __future__ import annotations

from indexer.figures.period import Period
from indexer.tables.periods import period_of_iso
from qa.statistics.periods import choose
from qa.statistics.plan import Operation
from qa.statistics.times import Times


def held(*isos: str) -> list:  # type: ignore[type-arg]
    return [period_of_iso(iso) for iso in isos]


def test_the_newest_is_taken_when_none_is_named() -> None:
    chosen = choose(Times(), held("2021", "2022"), Operation.LOOKUP, over_time=False)
    assert ([one.iso for one in chosen.periods], chosen.default) == (["2022"], True)


def test_twelve_months_make_a_year_and_eleven_do_not() -> None:
    months = [f"2022-{month:02d}" for month in range(1, 13)]
    year = Times(tuple(held("2022")))
    assert choose(year, held(*months), Operation.LOOKUP, over_time=False).whole
    assert not choose(year, held(*months[:-1]), Operation.LOOKUP, over_time=False).whole


def test_a_year_that_is_not_there_is_wrong() -> None:
    assert choose(Times(tuple(held("2019"))), held("2021"), Operation.LOOKUP, over_time=False).wrong


def test_a_school_year_is_named_by_its_first_year() -> None:
    chosen = choose(Times(tuple(held("2021"))), held("2020/2021", "2021/2022"), Operation.LOOKUP, over_time=False)
    assert [one.iso for one in chosen.periods] == ["2021/2022"]


def test_a_change_without_years_runs_from_the_first_to_the_last() -> None:
    chosen = choose(Times(), held("2019", "2020", "2021"), Operation.DIFFERENCE, over_time=False)
    assert [one.iso for one in chosen.periods] == ["2019", "2021"]


def test_what_has_come_up_to_a_month_is_the_column_of_that_month() -> None:
    low, high = held("2022-01", "2022-08")
    chosen = choose(Times((low, high), True, until=True), held("2021-08", "2022-08"), Operation.LOOKUP, over_time=False)
    assert [one.iso for one in chosen.periods] == ["2022-08"]


def test_the_sum_of_all_years_stands_for_no_year() -> None:
    periods = held("2021", "2022", "2023", "2021/2023")
    chosen = choose(Times(), periods, Operation.RANK, over_time=False)
    assert [one.iso for one in chosen.periods] == ["2021/2023"]


def test_a_term_is_the_school_year_that_it_begins_or_ends() -> None:
    years = held("2021/2022", "2022/2023")
    for term, meant in (("2022-07/2022-12", "2022/2023"), ("2022-01/2022-06", "2021/2022")):
        chosen = choose(Times(tuple(held(term))), years, Operation.LOOKUP, over_time=False)
        assert [one.iso for one in chosen.periods] == [meant]


def test_the_end_of_a_year_is_its_last_quarter_or_the_year() -> None:
    end = Times(tuple(held("2022-12-31")))
    for periods, meant in (
        (held("2022-07/2022-09", "2022-10/2022-12"), "2022-10/2022-12"),
        (held("2021", "2022"), "2022"),
        ([Period("", "2022", "", 0, 0, "range")], "../2022"),
    ):
        assert [one.iso for one in choose(end, periods, Operation.LOOKUP, over_time=False).periods] == [meant]


def test_what_has_come_up_by_the_end_of_a_month_is_what_began_at_new_year() -> None:
    by = Times(tuple(held("2022-08")), until=True)
    chosen = choose(by, held("2021-01/2021-08", "2022-01/2022-08", "2022"), Operation.LOOKUP, over_time=False)
    assert [one.iso for one in chosen.periods] == ["2022-01/2022-08"]


def test_a_range_of_several_years_is_no_school_year() -> None:
    assert choose(Times(tuple(held("2021"))), held("2021/2024"), Operation.LOOKUP, over_time=False).wrong


def test_the_latest_year_of_a_change_is_between_the_last_two() -> None:
    chosen = choose(Times(newest=True), held("2020", "2021", "2022"), Operation.DIFFERENCE, over_time=False)
    assert [one.iso for one in chosen.periods] == ["2021", "2022"]


def test_the_whole_year_stands_for_its_months_when_no_time_is_named() -> None:
    chosen = choose(Times(), held("2022-01", "2022", "2022-02", "2022-03"), Operation.LOOKUP, over_time=False)
    assert [one.iso for one in chosen.periods] == ["2022"]
