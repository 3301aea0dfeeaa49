"""Letters as they are compared, and their orders on a page."""

from __future__ import annotations

import numpy as np
import pytest

from api.drawing.letters import Letters, Stream, folded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("av-\r\ntal", "avtal"),
        ("av\u00adtal", "Avtal"),
        ("på\u00a0\u2009vägen", "pa\u030a va\u0308gen"),
        ("\ufb01nns", "finns"),
        ("a\u0002b\ufffe\u200bc", "abc"),
    ],
)
def test_what_readers_join_is_the_same(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@pytest.mark.parametrize(("one", "other"), [("1,5", "15"), ("år", "ar"), ("2018–2019", "20182019")])
def test_what_means_something_else_is_not(one: str, other: str) -> None:
    assert folded(one) != folded(other)


def test_each_place_of_a_text_is_found_and_none_of_nothing() -> None:
    stream = Stream.of("Ja. Ja, ja", range(10))
    assert stream.places("ja") == [0, 3, 6]
    assert [stream.at[place] for place in stream.places("ja")] == [0, 4, 8]
    assert stream.places("") == stream.places("nej") == []


def test_a_table_that_is_drawn_column_by_column_is_also_read_row_by_row() -> None:
    text, rows, columns = "acbd", (0, 1, 0, 1), (0, 0, 1, 1)
    boxes = [(0.1 + c / 2, 0.1 + r / 10, 0.2 + c / 2, 0.12 + r / 10) for r, c in zip(rows, columns, strict=True)]
    drawn, by_lines = Letters(text, np.array(boxes, dtype=np.float32), 1, 100, 100).orders
    assert (drawn.text, by_lines.text) == ("acbd", "abcd")
    assert by_lines.at == (0, 2, 1, 3)
