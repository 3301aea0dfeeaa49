"""Footnotes."""

from __future__ import annotations

from indexer.readers.pdf_layout import Run
from indexer.readers.pdf_notes import take_notes


def run(text: str, left: float, base: float, size: float) -> Run:
    starts = tuple(left + size / 2 * index for index in range(len(text)))
    return Run(text, left, left + size / 2 * len(text), base, size, False, starts)


BODY = run("Nämnden har lediga jobb.", 70, 100, 11)
NOTE = [run("1", 70, 697, 6), run("Uppgift från den", 74, 700, 9), run("31 maj.", 70, 711, 9)]


def test_the_small_print_after_a_raised_number_is_a_note() -> None:
    runs, notes = take_notes([BODY, *NOTE], body=11)
    assert runs == [BODY]
    assert notes == ["1 Uppgift från den 31 maj."]


def test_small_text_without_a_raised_number_stays() -> None:
    small = run("Källa: egen uppföljning", 70, 700, 9)
    assert take_notes([BODY, small], body=11) == ([BODY, small], [])


def test_a_raised_number_above_body_text_begins_no_note() -> None:
    below = run("Ärendet gäller skolor.", 70, 740, 11)
    assert take_notes([*NOTE, below], body=11)[1] == []
