"""Text in columns without rules."""

from __future__ import annotations

from indexer.readers.pdf_columns import Columns, take_columns
from indexer.readers.pdf_layout import Line, Run


def run(text: str, left: float, base: float, bold: bool = False) -> Run:
    starts = tuple(left + 5.0 * index for index in range(len(text)))
    return Run(text, left, left + 5.0 * len(text), base, 10.0, bold, starts)


def line(base: float, *cells: tuple[float, str], bold: bool = False) -> Line:
    return Line(tuple(run(text, left, base, bold) for left, text in cells))


def only_group(lines: list[Line]) -> Columns:
    (group,) = take_columns(lines)
    assert isinstance(group, Columns)
    return group


def test_figures_in_columns_are_a_table_with_empty_cells_in_place() -> None:
    group = only_group(
        [
            line(100, (70, "Post"), (200, "Budget"), (300, "Utfall")),
            line(114, (70, "Hyror"), (210, "31"), (307, "402")),
            line(128, (70, "Löner"), (307, "-17")),
        ]
    )
    assert group.rows == (("Post", "Budget", "Utfall"), ("Hyror", "31", "402"), ("Löner", "", "-17"))


def test_a_label_takes_the_values_beside_and_below_it() -> None:
    group = only_group(
        [
            line(100, (70, "Beslutande"), (200, "Ebba Ek (X)")),
            line(112, (200, "Nils Ny (Y)")),
            line(134, (70, "Justerare"), (200, "Nils Ny")),
        ]
    )
    assert group.texts == ("Beslutande Ebba Ek (X)\nNils Ny (Y)", "Justerare Nils Ny")


def test_the_second_line_of_a_label_joins_the_label() -> None:
    group = only_group(
        [
            line(100, (70, "Ej tjänstgörande"), (200, "Ebba Ek (X)")),
            line(112, (70, "ersättare"), (200, "Nils Ny (Y)")),
            line(124, (200, "Olle Ö (Z)")),
        ]
    )
    assert group.texts == ("Ej tjänstgörande ersättare Ebba Ek (X)\nNils Ny (Y)\nOlle Ö (Z)",)


def test_a_label_at_half_height_of_its_text_takes_the_line_above_it() -> None:
    group = only_group(
        [
            line(100, (70, "§ 1"), (150, "Information")),
            line(112, (150, "Överenskommelse om samverkan")),
            line(118, (70, "§ 2")),
            line(124, (150, "med föreningar")),
            line(136, (70, "§ 3"), (150, "Anmälningar")),
        ]
    )
    assert group.texts == ("§ 1 Information", "§ 2 Överenskommelse om samverkan med föreningar", "§ 3 Anmälningar")


def test_signers_side_by_side_are_read_one_after_the_other() -> None:
    group = only_group([line(100, (70, "Ebba Ek"), (300, "Nils Ny")), line(112, (70, "Direktör"), (300, "Utredare"))])
    assert group.texts == ("Ebba Ek\nDirektör\nNils Ny\nUtredare",)


def test_prose_is_no_column() -> None:
    lines = [line(100, (70, "Nämnden beslutar")), line(112, (70, "att godkänna planen"))]
    assert take_columns(lines) == lines


def test_a_column_group_ends_where_text_runs_across_it() -> None:
    lines = [
        line(100, (70, "Datum"), (200, "2031-05-06")),
        line(112, (70, "Plats"), (200, "Rådhuset")),
        line(124, (70, "Nämnden beslutar att godkänna planen för året")),
    ]
    group, prose = take_columns(lines)
    assert isinstance(group, Columns)
    assert prose == lines[2]


def test_text_beside_the_group_does_not_end_it() -> None:
    group, beside = take_columns(
        [
            line(100, (300, "Budget"), (400, "20,3")),
            line(106, (70, "Rubrik")),
            line(114, (300, "Utfall"), (400, "24,3")),
        ]
    )
    assert isinstance(group, Columns)
    assert group.rows == (("Budget", "20,3"), ("Utfall", "24,3"))
    assert isinstance(beside, Line)
