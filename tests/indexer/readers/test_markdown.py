from __future__ import annotations

from pathlib import Path

from indexer.model import Block, Form
from indexer.readers.markdown import read_markdown

SOURCE = """---
title: "Protokoll i mars"
date: 2024-03-12
---
# Protokoll *mars*

Nämnden **beslutar** att
[fortsätta](http://example.test).\x20\x20
Ny rad.

**Särskilt uttalande**

3. Tredje
   - under

   mer text
4. Fjärde

| År | Antal |
|----|------:|
| 2022 | **41** |

> ett citat

<div>inbäddat <b>stycke</b></div>
"""


def blocks(folder: Path) -> list[Block]:
    path = folder / "a.md"
    path.write_text(SOURCE, encoding="utf-8")
    return list(read_markdown(path).blocks)


def test_marks_become_forms(tmp_path: Path) -> None:
    assert [(block.form, block.marker, block.text) for block in blocks(tmp_path)] == [
        (Form.HEADING, "", "Protokoll mars"),
        (Form.TEXT, "", "Nämnden beslutar att fortsätta.\nNy rad."),
        (Form.TEXT, "", "Särskilt uttalande"),
        (Form.ITEM, "3.", "Tredje"),
        (Form.ITEM, "-", "under"),
        (Form.TEXT, "", "mer text"),
        (Form.ITEM, "4.", "Fjärde"),
        (Form.TABLE, "", "År Antal\n2022 41"),
        (Form.TEXT, "", "ett citat"),
        (Form.TEXT, "", "inbäddat stycke"),
    ]


def test_levels_emphasis_and_cells_are_kept(tmp_path: Path) -> None:
    found = blocks(tmp_path)
    assert found[0].level == 1
    assert [block.text for block in found if block.emphasis] == ["Särskilt uttalande"]
    assert found[7].rows == (("År", "Antal"), ("2022", "41"))


def test_front_matter_is_what_the_file_says_of_itself(tmp_path: Path) -> None:
    blocks(tmp_path)
    raw = read_markdown(tmp_path / "a.md")
    assert raw.properties == {"title": "Protokoll i mars", "created": "2024-03-12"}
    assert raw.format == "markdown"


def read(folder: Path, source: str) -> list[tuple[str, bool]]:
    """The blocks of the source: text and emphasis."""
    path = folder / "b.md"
    path.write_text(source, encoding="utf-8")
    return [(block.text, block.emphasis) for block in read_markdown(path).blocks]


def test_a_line_in_bold_alone_is_parted_from_the_text_under_it(tmp_path: Path) -> None:
    source = "**Nämndens beslut**\nRapporten godkänns.\n**Reservation**:\nBo Lind (M) reserverar sig."
    assert read(tmp_path, source) == [
        ("Nämndens beslut", True),
        ("Rapporten godkänns.", False),
        ("Reservation:", True),
        ("Bo Lind (M) reserverar sig.", False),
    ]


def test_a_heading_in_bold_before_its_text_has_a_line_of_its_own(tmp_path: Path) -> None:
    assert read(tmp_path, "**Bakgrund** Badet är stort.") == [("Bakgrund\nBadet är stort.", False)]
    assert read(tmp_path, "**Bo Lind** yrkar avslag.") == [("Bo Lind yrkar avslag.", False)]


def test_lines_are_kept_where_the_file_is_written_a_line_at_a_time(tmp_path: Path) -> None:
    source = "Norrviks kommun\nPROTOKOLL\n\nUtses att justera: Bo Lind\nParagrafer: §§ 4–9"
    assert read(tmp_path, source) == [
        ("Norrviks kommun\nPROTOKOLL", False),
        ("Utses att justera: Bo Lind\nParagrafer: §§ 4–9", False),
    ]


def test_lines_are_joined_where_the_file_is_wrapped_at_a_width(tmp_path: Path) -> None:
    source = "Badet i Norrvik har haft fler\nbesökare än förra året.\nKön har vuxit och är nu lång\nsom en vinter."
    assert read(tmp_path, source) == [(source.replace("\n", " "), False)]
