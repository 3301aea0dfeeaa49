"""Questions to tables, from words to cited cells: one test for each operation and each kind of refusal."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from qa.engine import Engine
from qa.model import Answer, Status

Ask = Callable[[str], Answer]


def cells(answer: Answer) -> list[str]:
    """All cells that an answer cites, in order."""
    return [cell for citation in answer.citations for cell in citation.paragraph.place.cells]


def values(answer: Answer) -> list[tuple[float, str]]:
    """The figures with their units."""
    return [(figure.value, figure.unit) for figure in answer.figures]


@pytest.mark.parametrize(
    "question",
    ["Hur hög var personalomsättningen i Kulturnämnden 2022?", "What was staff turnover in Kulturnämnden in 2022?"],
)
def test_a_value_is_looked_up_and_its_cell_is_cited(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert answer.status is Status.ANSWERED
    assert values(answer) == [(12.0, "procent")]
    assert cells(answer) == ["C4"]


def test_a_value_is_shown_with_the_decimals_of_its_column(ask: Ask) -> None:
    assert "12,0 procent" in ask("Hur hög var personalomsättningen i Kulturnämnden 2022?").text


def test_percentages_differ_in_percentage_points(ask: Ask) -> None:
    answer = ask("Hur förändrades personalomsättningen i Tekniska nämnden från 2021 till 2022?")
    assert answer.status is Status.COMPUTED
    assert "minskade med 1,5 procentenheter, från 14,5 procent [1] (2021) till 13,0 procent" in answer.text
    assert answer.figures[-1].formula == "13 [1] − 14,5 [1]"


def test_a_change_in_percent_is_of_the_earlier_value(ask: Ask) -> None:
    answer = ask("Med hur många procent ökade antalet anställda i Kulturnämnden mellan 2021 och 2022?")
    assert (5.0, "procent") in values(answer)
    assert set(cells(answer)) == {"D4", "E4"}


def test_the_highest_leaves_the_total_out(ask: Ask) -> None:
    answer = ask("Vilken nämnd hade flest anställda 2022?")
    assert "Tekniska nämnden" in answer.text
    assert "Totalt" not in answer.text


def test_the_two_highest_are_a_series(ask: Ask) -> None:
    answer = ask("Vilka två nämnder hade flest anställda 2021?")
    assert answer.series is not None
    assert [(point.x, point.y) for point in answer.series.points] == [("Tekniska nämnden", 410), ("Kulturnämnden", 200)]


def test_the_range_is_between_the_highest_and_the_lowest(ask: Ask) -> None:
    answer = ask("Hur stor är skillnaden mellan nämnden med högst och lägst personalomsättning 2021?")
    assert (6.5, "procentenheter") in values(answer)
    assert set(cells(answer)) == {"B6", "B5"}


def test_the_largest_deficit_is_the_lowest_deviation(ask: Ask) -> None:
    answer = ask("Vilken nämnd hade störst underskott mot budget 2022?")
    assert "Tekniska nämnden" in answer.text
    assert "underskott" in answer.text


def test_a_sum_is_checked_against_the_total_row(ask: Ask) -> None:
    answer = ask("Hur många anställda hade nämnderna tillsammans 2022?")
    assert (705.0, "") in values(answer)
    assert cells(answer) == ["E4", "E5", "E6", "E7"]
    assert answer.figures[0].formula == "210 [1] + 95 [2] + 400 [3]"


def test_thousands_become_millions_by_a_stated_division(ask: Ask) -> None:
    answer = ask("Vad blev Kulturnämndens utfall 2022 i miljoner kronor?")
    assert "52,5 mnkr (52\u00a0500 tkr)" in answer.text
    assert answer.figures[0].formula == "52\u00a0500 [1] / 1000"


def test_two_measures_of_one_row_are_compared(ask: Ask) -> None:
    answer = ask("Hur mycket skiljer sig Tekniska nämndens utfall från budgeten?")
    assert (8000.0, "tkr") in values(answer)


def test_two_labels_are_compared(ask: Ask) -> None:
    answer = ask("Hur många fler kvinnor än män var låntagare i Norra filialen i januari 2023?")
    assert (40.0, "") in values(answer)


def test_rows_are_counted_by_what_they_have(ask: Ask) -> None:
    answer = ask("Hur många enheter i Granberg har simhall?")
    assert (2.0, "") in values(answer)
    assert {"C2", "C3"} <= set(cells(answer))


def test_labels_are_counted_by_a_threshold(ask: Ask) -> None:
    answer = ask("Hur många nämnder hade minst 200 anställda 2022?")
    assert (2.0, "") in values(answer)


def test_a_mean_says_that_it_is_unweighted(ask: Ask) -> None:
    answer = ask("Vad är personalomsättningen i Kulturnämnden i genomsnitt de två senaste åren?")
    assert "oviktat medel" in answer.text
    assert "I snitt 11,3 procent" in answer.text
    assert values(answer)[0] == (11.3, "procent")


def test_an_empty_cell_is_missing_and_never_nought(ask: Ask) -> None:
    answer = ask("Hur hög var personalomsättningen i Miljönämnden 2022?")
    assert answer.status is Status.NOT_FOUND
    assert "Uppgiften saknas" in answer.text
    assert "inte har rapporterat" in answer.text
    assert answer.related[0].paragraph.place.cells == ("C5",)


def test_a_year_that_is_not_there_is_refused_with_those_that_are(ask: Ask) -> None:
    answer = ask("Hur hög var personalomsättningen i Kulturnämnden 2015?")
    assert answer.status is Status.NOT_FOUND
    assert "bara 2021 och 2022" in answer.text


def test_a_unit_that_the_table_does_not_have_is_refused(ask: Ask) -> None:
    answer = ask("Hur många personer slutade i Kulturnämnden 2022?")
    assert answer.status is Status.NOT_FOUND


def test_a_name_that_is_in_no_table_is_not_found(ask: Ask) -> None:
    assert ask("Hur hög var personalomsättningen i Skogsnämnden Väst 2022?").status is Status.NOT_FOUND


def test_part_of_a_year_does_not_answer_for_the_year(ask: Ask) -> None:
    answer = ask("Hur många kvinnor var låntagare i Norra filialen under 2023?")
    assert answer.status is Status.NOT_FOUND
    assert "januari 2023" in answer.text


def test_the_newest_period_is_taken_and_said(ask: Ask) -> None:
    answer = ask("Hur många anställda har Kulturnämnden?")
    assert (210.0, "") in values(answer)
    assert "senaste" in answer.text


def test_a_follow_up_changes_only_what_it_names(tables: Engine) -> None:
    first = "Hur många anställda hade Kulturnämnden 2022?"
    assert (200.0, "") in values(tables.ask("Och 2021?", history=[first]))


def test_names_in_quotation_marks_are_taken_letter_for_letter(ask: Ask) -> None:
    answer = ask("Vad är ”Anställda 2021, antal” för ”Miljönämnden”?")
    assert cells(answer) == ["D5"]


def test_a_change_is_given_in_percent_too(ask: Ask) -> None:
    answer = ask("Hur förändrades antalet anställda i Tekniska nämnden mellan 2021 och 2022?")
    assert "minskade med 10 (2,4 procent), från 410 [1] (2021) till 400 [1] (2022)" in answer.text
    assert {(-10.0, ""), (-2.4, "procent")} <= set(values(answer))
    assert "(400 [1] − 410 [1]) / 410 [1] × 100" in [figure.formula for figure in answer.figures]
