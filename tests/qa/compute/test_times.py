"""The times of a comparison, each made whole by the others."""

from __future__ import annotations

import pytest

from qa.compute.times import named_times
from qa.understand.question import understand


@pytest.mark.parametrize(
    ("question", "times"),
    [
        ("Hur många fler lån gjordes i maj 2021 än i april?", {"2021-05", "2021-04"}),
        ("Hur många fler bad kom det juni–augusti 2020 än samma månader 2019?", {"2020-06/2020-08", "2019-06/2019-08"}),
        ("Hur mycket ökade antalet lån i januari 2021 jämfört med månaden innan?", {"2021-01", "2020-12"}),
        ("How many more loans were there in 2019 than the year before?", {"2019", "2018"}),
        ("How did it change from the March 2020 report to the April one?", {"2020-03", "2020-04"}),
    ],
)
def test_a_time_takes_what_it_leaves_out_from_the_other(question: str, times: set[str]) -> None:
    assert {period.iso for period in named_times(understand(question))} == times


def test_a_month_without_any_year_keeps_none() -> None:
    assert [period.iso for period in named_times(understand("Hur många lån gjordes i maj?"))] == ["--05"]
