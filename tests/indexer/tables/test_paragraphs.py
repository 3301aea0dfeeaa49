"""What search finds of a statistics file."""

from __future__ import annotations

from collections.abc import Callable

from indexer.model import Block, Form, Kind, RawDocument
from indexer.tables.model import ReadTable
from indexer.tables.paragraphs import MOST_ROWS, placed, structured

Read = Callable[..., list[ReadTable]]


def test_a_table_has_a_description_and_its_rows_are_paragraphs(read: Read) -> None:
    tables = tuple(read([["Väntetid per distrikt"], ["Distrikt", "Dagar 2022", "Dagar 2023"], ["Norra", 12.5, "..",],
                         ["Södra", 10.0, 11.0]], sheet="Blad"))  # fmt: skip
    raw = RawDocument("xlsx", (Block("Dagar: kalenderdagar"),), tables=tables)
    document, paragraphs = structured(raw, content_hash="0" * 16, name="mapp/vantetid.xlsx")
    assert (document.kind, document.title) == (Kind.STATISTIK, "Väntetid per distrikt")
    assert [one.place.cells for one in paragraphs] == [("A2:C4",), ("A3:C3",), ("A4:C4",), ()]
    assert "Distrikt: Norra, Södra" in paragraphs[0].text
    assert paragraphs[1].text == "Norra: Dagar 2022 12,5; Dagar 2023 .."
    assert paragraphs[1].form is Form.TABLE
    assert paragraphs[1].place.sheet == "Blad"
    assert len({one.id for one in paragraphs}) == 4
    (table,) = placed(tables, paragraphs)
    assert (table.paragraph, table.row_paragraphs) == (1, True)


def test_long_tables_have_no_paragraph_for_each_row(read: Read) -> None:
    rows = [["Enhet", "Antal"], *([f"Enhet {at}", float(at)] for at in range(MOST_ROWS + 1))]
    raw = RawDocument("csv", (), tables=tuple(read(rows)))
    assert len(structured(raw, content_hash="0" * 16, name="lang.csv")[1]) == 1
