"""Tables of web pages: spanned cells in their places, and none lost or left among the words."""

from __future__ import annotations

from pathlib import Path

from indexer.model import Form
from indexer.readers.html import read_html

ROWS = "<tr><td>Viken</td><td>11</td><td>12</td></tr><tr><td>Näset</td><td>13</td><td>14</td></tr>"


def tables(folder: Path, body: str) -> list[tuple[tuple[str, ...], ...]]:
    path = folder / "a.html"
    path.write_text(f"<html lang='sv'><body>{body}</body></html>", encoding="utf-8")
    raw = read_html(path)
    assert not any("Viken" in block.text for block in raw.blocks if block.form is not Form.TABLE)
    return [block.rows for block in raw.blocks if block.form is Form.TABLE]


def test_a_table_on_a_page_of_hardly_any_text_is_a_table(tmp_path: Path) -> None:
    found = tables(
        tmp_path, f"<h1>Mätning</h1><p>Vecka 40.</p><table><tr><th>Ort</th><th>A</th><th>B</th></tr>{ROWS}</table>"
    )
    assert found == [(("Ort", "A", "B"), ("Viken", "11", "12"), ("Näset", "13", "14"))]


def test_a_header_over_two_columns_stands_over_the_first(tmp_path: Path) -> None:
    head = "<tr><th rowspan=2>Ort</th><th colspan=2>2023</th></tr><tr><th>A</th><th>B</th></tr>"
    found = tables(tmp_path, f"<h1>Mätning</h1><table>{head}{ROWS}</table>")
    assert found[0][:2] == (("Ort", "2023", ""), ("", "A", "B"))
