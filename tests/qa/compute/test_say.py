"""What was worked out, in words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from indexer.model import Role
from qa.compose.formula import comes_to
from qa.compose.wording import Wording
from qa.compute import work, write_worked
from qa.find.retrieve import Candidate
from qa.model import Answer, Status
from qa.read.readings import Reading
from qa.understand.question import understand

Make = Callable[..., Candidate]
Read = Callable[..., list[Reading]]
Write = Callable[..., Answer]

SWEDISH = "Hur mycket minskade antalet inhyrda parkvakter?"
GUARDS = "Antalet inhyrda parkvakter har minskat från 80 stycken 2015 till 21 stycken i oktober 2017."
GROWTH = "Antalet inhyrda parkvakter har ökat från 7 stycken 2015 till 60 stycken 2017."
DEFICIT = "För 2018 var underskottet -6,1 mnkr. För 2019 var underskottet -52,4 mnkr."


@pytest.fixture
def written(candidate: Make, reading: Read) -> Write:
    """The answer that what is worked out from a text gives."""

    def write(question: str, text: str) -> Answer:
        query = understand(question)
        found = work(query, reading(query, candidate(text, Role.ACCOUNT)))
        assert found is not None
        wording = Wording(query)
        write_worked(wording, found)
        return wording.answer()

    return write


def test_the_result_stands_first_then_both_ends_and_the_quote(written: Write) -> None:
    answer = written(SWEDISH, GUARDS)
    assert answer.text.startswith("−59")
    assert "från 80 stycken (2015) till 21 stycken (oktober 2017)" in answer.text
    assert GUARDS in answer.text
    assert answer.status is Status.COMPUTED


def test_the_first_figure_has_the_formula_and_the_operands_follow(written: Write) -> None:
    result, share, after, before = written(SWEDISH, GUARDS).figures
    assert (share.value, share.unit) == (-73.8, "procent")
    assert result.formula == "21 [1] − 80 [1]"
    assert comes_to(result.formula, result.value, "sv")
    assert (after.value, after.period) == (21.0, "2017-10")
    assert (before.value, before.period) == (80.0, "2015")
    assert after.formula == before.formula == ""


def test_operands_in_two_sentences_are_both_cited(written: Write) -> None:
    answer = written("Hur mycket försämrades underskottet mellan 2018 och 2019?", DEFICIT)
    assert [citation.number for citation in answer.citations] == [1, 2]
    assert answer.figures[0].formula == "−52,4 [2] − −6,1 [1]"


def test_a_change_to_many_times_as_much_is_also_given_as_a_ratio(written: Write) -> None:
    answer = written("Hur mycket ökade antalet inhyrda parkvakter?", GROWTH)
    assert "8,6 gånger" in answer.text
    times = next(figure for figure in answer.figures if figure.unit == "gånger")
    assert comes_to(times.formula, times.value, "sv")


def test_a_deficit_is_not_said_to_be_so_many_times_another(written: Write) -> None:
    assert "gånger" not in written("Hur mycket försämrades underskottet mellan 2018 och 2019?", DEFICIT).text


def test_a_small_change_has_no_ratio(written: Write) -> None:
    answer = written(SWEDISH, "Antalet inhyrda parkvakter har minskat från 80 stycken 2015 till 75 stycken 2017.")
    assert "gånger" not in answer.text


def test_english_figures_have_an_english_point(written: Write) -> None:
    answer = written("How much did the deficit worsen between 2018 and 2019?", DEFICIT)
    assert answer.text.startswith("−46.3")
    assert "(2018) to" in answer.text
    assert comes_to(answer.figures[0].formula, answer.figures[0].value, "en")


def test_a_question_whether_it_is_more_than_half_is_answered_too(written: Write) -> None:
    answer = written("Hur många procent minskade antalet inhyrda parkvakter, och var det mer än hälften?", GUARDS)
    assert answer.text.startswith("Ja: −73,8 procent")


def test_what_is_worked_out_from_a_rough_figure_is_rough(written: Write) -> None:
    answer = written(SWEDISH, GUARDS.replace("80 stycken", "cirka 80 stycken"))
    assert answer.text.startswith("Cirka −59 stycken")
    assert answer.figures[0].hedge == "cirka"
