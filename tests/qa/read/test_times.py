"""Times that are named by other times are counted from those."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from indexer.figures import figures
from qa.find.retrieve import Candidate
from qa.read.passages import passages
from qa.read.times import relative, time_of

Make = Callable[..., Candidate]


@pytest.mark.parametrize(
    ("text", "value", "iso"),
    [
        ("Under 2013 sådde vi 80 rabatter, mot 65 året innan.", 65.0, "2012"),
        ("Under 2013 sådde vi 80 rabatter, mot 65 året innan.", 80.0, "2013"),
        ("Andelen var 12 procent under 2013, samma nivå som föregående år.", 12.0, "2013"),
    ],
)
def test_a_figure_has_the_time_that_its_words_give_it(candidate: Make, text: str, value: float, iso: str) -> None:
    passage = next(passages([candidate(text)]))
    figure = next(one for one in figures(passage.text, year=2019) if one.number.value == value)
    found = time_of(figure, passage)
    assert found is not None
    assert found.iso == iso


def test_the_year_before_no_named_year_is_unknown(candidate: Make) -> None:
    passage = next(passages([candidate("Året innan sådde vi 65 rabatter.")]))
    (figure,) = figures(passage.text, year=2019)
    assert relative(figure, passage)
    assert time_of(figure, passage) is None
