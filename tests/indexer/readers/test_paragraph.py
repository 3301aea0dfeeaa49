from __future__ import annotations

from indexer.model import Block, Form
from indexer.readers.paragraph import blocks_of


def test_a_level_makes_a_heading_and_a_marker_an_item() -> None:
    assert list(blocks_of("Ekonomi", 2, "1.1", True)) == [
        Block("Ekonomi", Form.HEADING, level=2, marker="1.1", emphasis=True)
    ]
    assert list(blocks_of("- ett", None, "a)", False)) == [Block("- ett", Form.ITEM, marker="a)")]


def test_typed_items_are_cut_at_their_line_breaks() -> None:
    found = list(blocks_of("Vi undrar:\n- Hur många?\n- Till vilken kostnad?", None, "", False))
    assert [(block.marker, block.text) for block in found] == [
        ("", "Vi undrar:"),
        ("-", "Hur många?"),
        ("-", "Till vilken kostnad?"),
    ]


def test_other_line_breaks_stay_in_the_text() -> None:
    assert list(blocks_of("Anna Ek\nSekreterare", None, "", True)) == [Block("Anna Ek\nSekreterare", emphasis=True)]
