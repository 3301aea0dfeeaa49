from __future__ import annotations

from pathlib import Path

import pytest

from indexer.errors import Refusal
from indexer.model import Block, Form
from indexer.readers.decode import clean, decode
from indexer.readers.text import raw_text, read_text


def told(blocks: tuple[Block, ...]) -> list[tuple[str, str]]:
    return [(block.marker, block.text) for block in blocks]


def test_blank_lines_part_blocks_and_single_breaks_stay() -> None:
    raw = raw_text("\n\nRubrik\n\nEn rad\nen rad till\n \t\nNästa stycke\n")
    assert told(raw.blocks) == [("", "Rubrik"), ("", "En rad\nen rad till"), ("", "Nästa stycke")]
    assert raw.pages is None
    assert {block.page for block in raw.blocks} == {None}


def test_marked_lines_are_items_with_their_wrapped_lines() -> None:
    raw = raw_text("Frågor:\n- Hur många är\nanställda?\n- Vad kostar det?\n\n1. Första\n2. Andra\na) Tredje")
    assert told(raw.blocks) == [
        ("", "Frågor:"),
        ("-", "Hur många är\nanställda?"),
        ("-", "Vad kostar det?"),
        ("1.", "Första"),
        ("2.", "Andra"),
        ("a)", "Tredje"),
    ]
    assert [block.form for block in raw.blocks] == [Form.TEXT] + [Form.ITEM] * 5


def test_a_number_that_begins_a_wrapped_line_is_no_item() -> None:
    text = (
        "Nämnden har tidigare behandlat samma inbjudan i ärendet, bilaga\n1. Förvaltningen avser att delta även i år."
    )
    assert told(raw_text(text).blocks) == [("", text)]
    text = "Mötet ägde rum i den stora salen på andra våningen den\n12. mars var det dags för nästa möte i salen."
    assert told(raw_text(text).blocks) == [("", text)]


def test_an_amount_with_a_minus_is_no_item() -> None:
    assert told(raw_text("-124,9 mnkr").blocks) == [("", "-124,9 mnkr")]


def test_a_new_sentence_after_an_item_of_one_line_is_a_block_of_its_own() -> None:
    raw = raw_text("- Hur många slutade?\nSvar lämnas nedan.")
    assert told(raw.blocks) == [("-", "Hur många slutade?"), ("", "Svar lämnas nedan.")]


def test_form_feeds_give_pages_and_a_block_may_run_over_them() -> None:
    raw = raw_text("Ett stycke som\n\ffortsätter här.\n\nNytt.\n\fSida tre.\n\f")
    assert raw.pages == 3
    assert [(block.text, block.page, block.page_breaks) for block in raw.blocks] == [
        ("Ett stycke som\nfortsätter här.", 1, (15,)),
        ("Nytt.", 2, ()),
        ("Sida tre.", 3, ()),
    ]
    assert raw.blocks[0].text[15:].startswith("fortsätter")


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1252", "cp850", "mac_roman"]
)
def test_swedish_text_is_read_in_every_usual_encoding(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Nämnden beslutar att bevilja ansökan på 5 § för åren framöver. Översyn görs.".encode(encoding))
    assert read_text(path).blocks[0].text.startswith("Nämnden beslutar att bevilja ansökan på 5 § för åren")


def test_one_bad_byte_does_not_spoil_the_rest() -> None:
    assert decode("Nämnden på ön är äldst, såväl före som efter ".encode() + b"\xff") == (
        "Nämnden på ön är äldst, såväl före som efter \ufffd"
    )


def test_random_bytes_are_no_text() -> None:
    with pytest.raises(Refusal, match="neither text"):
        decode(bytes((i * 7919 + i // 256) % 256 for i in range(4096)))


def test_invisible_characters_go_and_letters_are_composed() -> None:
    assert clean("a\u030a\u00ad\u200br\r\nno\u0308d\x00\x02") == "år\nnöd"
