"""PX files: languages, values over lines, quoted marks."""

from __future__ import annotations

from pathlib import Path

import pytest

from indexer.errors import Refusal
from indexer.readers.px import read_px
from indexer.readers.sniff import sniff
from indexer.tables.model import Role

PX = """CHARSET="ANSI";
AXIS-VERSION="2000";
LANGUAGE="en";
LANGUAGES="en","sv";
TITLE="Moves; by region";
TITLE[sv]="Flyttningar efter region, "
"tid och kön";
CONTENTS="Moves";
CONTENTS[sv]="Flyttningar";
UNITS="number";
UNITS[sv]="antal";
STUB="region";
STUB[sv]="region";
HEADING="year","sex";
HEADING[sv]="tid","kön";
VALUES("region")="Norrby","Söder;by";
VALUES[sv]("region")="Norrby","Söder;by";
VALUES("year")="2003";
VALUES[sv]("tid")="2003";
VALUES("sex")="men","women";
VALUES[sv]("kön")="män","kvinnor";
TIMEVAL("year")=TLIST(A1),"2003";
TIMEVAL[sv]("tid")=TLIST(A1),"2003";
DATASYMBOL2[sv]="uppgift saknas";
NOTE[sv]="Gäller den 31 december.";
SOURCE[sv]="Byrån";
DATA=
456 ".."
613 0.5;
"""


def test_a_px_file_is_read_in_swedish(tmp_path: Path) -> None:
    file = tmp_path / "f.px"
    file.write_bytes(PX.encode("cp1252"))
    assert sniff(file) == "px"
    table = read_px(file).tables[0].table
    assert table.title == "Flyttningar efter region, tid och kön"
    assert [(column.name, column.role) for column in table.columns] == [
        ("region", Role.DIMENSION), ("tid", Role.PERIOD), ("kön", Role.DIMENSION), ("Flyttningar", Role.VALUE)
    ]  # fmt: skip
    assert table.marks == (("..", "uppgift saknas"),)
    assert table.notes == ("Källa: Byrån", "Gäller den 31 december.")
    assert table.columns[0].labels[1].text == "Söder;by"
    assert table.order == ("region", "kön")


def test_a_px_file_without_its_data_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "f.px"
    file.write_text(PX.partition("DATA=")[0], encoding="cp1252")
    with pytest.raises(Refusal, match="no data"):
        read_px(file)
