"""Runs set together as lines."""

from __future__ import annotations

from indexer.readers.pdf_layout import Line, Run
from indexer.readers.pdf_lines import segments, to_lines


def run(text: str, left: float, base: float, size: float = 11.0, bold: bool = False) -> Run:
    step = size / 2
    starts = tuple(left + step * index for index in range(len(text)))
    return Run(text, left, left + step * len(text), base, size, bold, starts)


def texts(lines: list[Line]) -> list[str]:
    return [line.text for line in lines]


def test_runs_on_nearly_one_baseline_are_one_line_from_left_to_right() -> None:
    runs = [run("ordförande", 200, 100.6, 10), run("Beslutande", 70, 100), run("Nästa rad", 70, 113)]
    assert texts(to_lines(runs)) == ["Beslutande ordförande", "Nästa rad"]


def test_a_word_cut_by_a_change_of_font_is_whole() -> None:
    assert texts(to_lines([run("oc", 70, 100), run("h", 81, 100)])) == ["och"]


def test_letters_drawn_as_one_word_stay_one_word() -> None:
    small_capital = Run("RENDE", 77, 102, 100, 9.0, False, (77.0, 82.0, 87.0, 92.0, 97.0), glued=True)
    assert texts(to_lines([run("Ä", 70, 100), small_capital])) == ["ÄRENDE"]


def test_a_footnote_mark_is_taken_out() -> None:
    assert texts(to_lines([run("med", 70, 100), run("1", 86.6, 96, 6.5), run("lediga", 94, 100)])) == ["med lediga"]


def test_an_exponent_of_a_unit_stays() -> None:
    assert texts(to_lines([run("40 m", 70, 100), run("2", 92.1, 96, 6.5)])) == ["40 m2"]


def test_a_power_of_ten_stays_readable() -> None:
    assert texts(to_lines([run("10", 70, 100), run("3", 81.1, 96, 6.5)])) == ["10³"]


def test_text_of_another_size_at_the_same_height_is_another_line() -> None:
    runs = [run("Rubrik", 70, 100, 24), run("mnkr", 400, 101, 11)]
    assert texts(to_lines(runs)) == ["Rubrik", "mnkr"]


def test_a_wide_gap_parts_columns() -> None:
    line = to_lines([run("Datum", 70, 100), run("2031-05-06", 200, 100)])[0]
    assert texts(segments(line)) == ["Datum", "2031-05-06"]


def test_a_bullet_stays_with_its_text() -> None:
    line = to_lines([run("•", 70, 100), run("Nämnden", 100, 100)])[0]
    assert texts(segments(line)) == ["• Nämnden"]


def test_a_justified_line_with_wide_even_gaps_is_whole() -> None:
    words = [run("ordet", 70 + 45 * index, 100) for index in range(5)]
    assert len(segments(to_lines(words)[0])) == 1
