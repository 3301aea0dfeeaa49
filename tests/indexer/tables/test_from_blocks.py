"""Tables inside documents."""

from __future__ import annotations

from indexer.model import Block, Form
from indexer.tables.from_blocks import tables_in
from indexer.tables.model import Addressing, Role


def block(*rows: tuple[str, ...], page: int | None = None) -> Block:
    return Block("\n".join(" ".join(filter(None, row)) for row in rows), Form.TABLE, page, rows=rows)


def test_a_table_of_figures_is_read_with_its_caption() -> None:
    table = block(
        ("Belopp i tkr", "Budget 2026", "Prognos 2026"),
        ("Intäkter", "1 200", "1 150,5"),
        ("Summa", "1 200", "−3"),
        page=3,
    )
    (read,) = tables_in([Block("Drift", Form.HEADING), Block("Prognos för året"), table])
    assert (read.table.title, read.table.unit, read.table.page) == ("Drift. Prognos för året", "tkr", 3)
    assert read.table.addressing is Addressing.PAGE
    assert [column.unit for column in read.table.having(Role.VALUE)] == ["tkr", "tkr"]
    assert read.table.columns[0].totals == ("Summa",)


def test_tables_of_words_and_tables_without_a_header_are_left_alone() -> None:
    words = block(("Namn", "Roll"), ("A. Ask", "ordförande"), ("B. Björk", "ledamot"))
    bare = block(("A", "1"), ("B", "2"), ("C", "3"))
    assert tables_in([words, bare]) == ()


def test_a_text_that_tells_of_the_table_is_no_part_of_its_title() -> None:
    table = block(("Enhet", "2022", "2023"), ("Norra", "8", "9"), ("Södra", "7", "6"))
    text = "Väntetiden var i genomsnitt 14 dagar under 2023, mot 11 dagar under 2022, räknat från samtal till besök."
    (read,) = tables_in([Block("Väntetid", Form.HEADING), Block(text), table])
    assert read.table.title == "Väntetid"


def test_a_table_with_new_heads_further_down_is_not_typed_by_its_first() -> None:
    table = block(
        ("Nyckeltal", "Almvik 2025", "Riket 2024"),
        ("Besök", "23", "62"),
        ("Nyckeltal, Almvik", "2023", "2024"),
        ("Avslut", "110", "161"),
    )
    assert tables_in([table]) == ()
