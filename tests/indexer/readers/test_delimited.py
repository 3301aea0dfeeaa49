"""CSV in the encodings, separators and number styles that Swedish files have."""

from __future__ import annotations

from pathlib import Path

import pytest

from indexer.readers.delimited import grid_of, read_csv, separator_of
from indexer.readers.sniff import sniff
from indexer.tables.model import Role

BODY = "Väntetid per distrikt\n\nDistrikt;Ålder;Väntetid (dagar)\nÖstra;Unga;1\u00a0204,5\nÖstra;Äldre;..\n"


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8", "utf-8-sig", "utf-16"])
def test_encodings_with_and_without_marks(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "väntetid.csv"
    file.write_bytes(BODY.replace("\n", "\r\n").encode(encoding))
    assert sniff(file) == "csv"
    (read,) = read_csv(file).tables
    assert read.table.title == "Väntetid per distrikt"
    assert (read.table.first_row, read.table.rows) == (4, 2)
    assert read.table.columns[0].labels[0].text == "Östra"
    assert read.table.columns[2].unit == "dagar"


@pytest.mark.parametrize(
    ("text", "separator"),
    [
        ("a;b\n1,5;2,5\n", ";"),
        ("a\tb\n1\t2\n", "\t"),
        ("a,b\n1.5,2\n", ","),
        ("rubrik\n\na;b;c\n1;2;3\n", ";"),
        ("ett\ntvå\n", None),
    ],
)
def test_the_separator_is_the_one_that_parts_the_lines(text: str, separator: str | None) -> None:
    assert separator_of(text) == separator


def test_quoted_fields_may_hold_separators_and_lines_and_rows_stay_lines() -> None:
    grid = grid_of('Namn,Antal\n"Norra, yttre","1,204"\n"Lång\nrad",3\nEfter,0.5\n', ",")
    assert grid.cell(1, 0) == "Norra, yttre"
    assert grid.decimal == "."
    assert (grid.cell(2, 0), grid.cell(3, 0), grid.cell(4, 0)) == ("Lång rad", None, "Efter")


def test_codes_keep_their_zeros(tmp_path: Path) -> None:
    file = tmp_path / "k.csv"
    file.write_text("Kommunkod;Kommun;Antal\n0114;Norrby;5\n1440;Söderby;6\n", encoding="utf-8")
    code, _, count = read_csv(file).tables[0].table.columns
    assert code.role is Role.CODE
    assert [label.text for label in code.labels] == ["0114", "1440"]
    assert count.role is Role.VALUE


def test_a_table_is_known_by_its_lines_whatever_it_is_called(tmp_path: Path) -> None:
    file = tmp_path / "lista.txt"
    file.write_text("namn;ort;antal\n" + "".join(f"n{at};o{at};{at}\n" for at in range(9)), encoding="utf-8")
    assert sniff(file) == "csv"
    file.write_text("Hej; detta är\nvanlig text; med semikolon\noch mera text.\n" * 3, encoding="utf-8")
    assert sniff(file) == "text"
