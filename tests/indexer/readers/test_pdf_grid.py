"""Tables rebuilt from ruling lines."""

from __future__ import annotations

from indexer.readers.pdf_grid import cut, find_grids
from indexer.readers.pdf_layout import Rule, Run
from indexer.readers.pdf_tables import is_number, linear, take_tables


def run(text: str, left: float, base: float) -> Run:
    starts = tuple(left + 5.0 * index for index in range(len(text)))
    return Run(text, left, left + 5.0 * len(text), base, 10.0, False, starts)


def level(y: float, left: float = 100, right: float = 400) -> Rule:
    return Rule(left, y, right, y)


def upright(x: float, top: float = 100, bottom: float = 160) -> Rule:
    return Rule(x, top, x, bottom)


WALLS = [*map(level, (100, 120, 140, 160)), *map(upright, (100, 250, 400))]


def rows_of(rules: list[Rule], runs: list[Run]) -> tuple[tuple[str, ...], ...]:
    tables, _ = take_tables(runs, find_grids(rules))
    return tables[0].rows if tables else ()


def test_letters_fall_into_the_cells_that_the_rules_draw() -> None:
    runs = [run("Post", 105, 114), run("Utfall", 260, 114), run("Hyror", 105, 134), run("-31 176", 260, 134)]
    assert rows_of(WALLS, runs) == (("Post", "Utfall"), ("Hyror", "-31 176"))


def test_the_outer_borders_may_be_missing() -> None:
    runs = [run("Post", 105, 114), run("Utfall", 260, 114), run("Hyror", 105, 134), run("31", 260, 134)]
    rules = [*map(level, (100, 120, 140)), upright(250, 100, 140)]
    assert rows_of(rules, runs) == (("Post", "Utfall"), ("Hyror", "31"))


def test_the_lines_of_one_cell_are_joined() -> None:
    rules = [*map(level, (100, 130, 150)), *(upright(x, 100, 150) for x in (100, 250, 400))]
    runs = [run("Kostnad för", 105, 112), run("lokaler", 105, 124), run("31", 260, 112), run("Summa", 105, 144)]
    assert rows_of(rules, runs) == (("Kostnad för lokaler", "31"), ("Summa", ""))


def test_a_word_that_a_narrow_cell_breaks_is_whole() -> None:
    rules = [*map(level, (100, 130, 150)), *(upright(x, 100, 150) for x in (100, 250, 400))]
    runs = [run("Startdatu", 105, 112), run("m", 105, 124), run("Post", 260, 112), run("2031", 105, 144)]
    assert rows_of(rules, runs) == (("Startdatum", "Post"), ("2031", ""))


def test_figures_under_each_other_without_a_rule_between_are_rows() -> None:
    rules = [*map(level, (100, 120, 160)), *map(upright, (100, 250, 400))]
    runs = [run("Post", 105, 114), run("Utfall", 260, 114)]
    runs += [run("Hyror", 105, 134), run("Löner", 105, 150), run("31", 260, 134), run("402", 260, 150)]
    assert rows_of(rules, runs) == (("Post", "Utfall"), ("Hyror", "31"), ("Löner", "402"))


def test_a_head_without_inner_walls_is_spread_over_the_columns_below() -> None:
    rules = [*map(level, (100, 120, 140)), *(upright(x, 100, 140) for x in (100, 400)), upright(250, 120, 140)]
    runs = [run("Post", 105, 114), run("Utfall", 260, 114), run("Hyror", 105, 134), run("31", 260, 134)]
    assert rows_of(rules, runs) == (("Post", "Utfall"), ("Hyror", "31"))


def test_a_head_drawn_apart_from_its_table_belongs_to_it() -> None:
    rules = [level(100), level(118), *(upright(x, 100, 118) for x in (100, 250, 400))]
    rules += [level(124), level(140), level(156), *(upright(x, 124, 156) for x in (100, 250, 400))]
    runs = [run("Post", 105, 112), run("Utfall", 260, 112), run("Hyror", 105, 136), run("31", 260, 136)]
    assert rows_of(rules, runs) == (("Post", "Utfall"), ("Hyror", "31"))


def test_shading_of_the_text_inside_a_cell_draws_no_walls() -> None:
    inset = [level(124, 254, 396), level(136, 254, 396), upright(254, 124, 136), upright(396, 124, 136)]
    runs = [run("Post", 105, 114), run("Utfall", 260, 114), run("Hyror", 105, 134), run("31", 260, 134)]
    assert len(find_grids([*WALLS, *inset])[0].rows) == 4
    assert rows_of([*WALLS, *inset], runs) == (("Post", "Utfall"), ("Hyror", "31"))


def test_a_frame_around_text_is_no_table() -> None:
    rules = [level(100), level(160), upright(100), upright(400)]
    assert rows_of(rules, [run("Text i ram", 105, 114)]) == ()


def test_a_run_over_a_wall_is_cut_at_the_space() -> None:
    parts = cut(run("Hyror och lokaler i 31 176 kr", 150, 114), find_grids(WALLS)[0])
    assert [part.text.strip() for part in parts] == ["Hyror och lokaler i", "31 176 kr"]


def test_empty_cells_are_left_out_of_the_text() -> None:
    assert linear((("Post", "", "2031"), ("Hyror", "31", ""))) == "Post 2031\nHyror 31"


def test_numbers_may_carry_sign_and_unit() -> None:
    assert all(map(is_number, ("-31 176", "4,5 %", "200 tkr", "(12)", "1 057,8")))
    assert not any(map(is_number, ("§ 14", "2031-05-06 kl", "Hyror")))
