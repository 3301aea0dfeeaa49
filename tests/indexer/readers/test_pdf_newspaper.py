"""Newspaper columns."""

from __future__ import annotations

from indexer.readers.pdf_layout import Run
from indexer.readers.pdf_newspaper import reading_bands


def run(text: str, left: float, base: float) -> Run:
    starts = tuple(left + 5.0 * index for index in range(len(text)))
    return Run(text, left, left + 5.0 * len(text), base, 10.0, False, starts)


def side_by_side(rows: int, left: str, right: str) -> list[Run]:
    bases = [200 + 12.0 * row for row in range(rows)]
    return [part for base in bases for part in (run(left, 70, base), run(right, 320, base))]


def test_two_columns_of_prose_are_read_one_after_the_other() -> None:
    title = run("En rubrik som går tvärs över båda spalterna på hela sidan", 70, 150)
    prose = side_by_side(8, "vänster spalt med löpande text och mera", "höger spalt med löpande text och mera")
    above, left, right = reading_bands([title, *prose])
    assert above.runs == (title,)
    assert {part.text[:6] for part in left.runs} == {"vänste"}
    assert {part.text[:5] for part in right.runs} == {"höger"}


def test_labels_with_values_are_read_line_by_line() -> None:
    assert len(reading_bands(side_by_side(8, "Handläggare", "Ebba Ek, utredare på kontoret"))) == 1


def test_a_few_lines_side_by_side_are_no_newspaper() -> None:
    assert len(reading_bands(side_by_side(3, "vänster spalt med löpande text", "höger spalt med löpande text"))) == 1
