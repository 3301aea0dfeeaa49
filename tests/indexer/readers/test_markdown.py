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
