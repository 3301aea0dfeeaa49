"""Hostile zip packages and XML, made here, read the whole way through a child process."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from indexer.errors import Reason, Refusal
from indexer.readers import read
from indexer.readers.package import parse_xml

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TYPES = "<Types>wordprocessingml.document.main</Types>"
BOMB = (
    '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">'
    '<!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;">]>'
)
OUTSIDE = '<!DOCTYPE d [<!ENTITY d SYSTEM "{address}">]>'


def word(declaration: str, text: str = "&d;") -> str:
    body = f"<w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body>"
    return f'<?xml version="1.0"?>{declaration}<w:document {WORD}>{body}</w:document>'


def refusal_of(path: Path) -> Refusal:
    with pytest.raises(Refusal) as caught:
        read(path)
    return caught.value


@pytest.mark.parametrize(
    "declaration",
    [BOMB, OUTSIDE.format(address="file:///etc/hostname"), OUTSIDE.format(address="http://127.0.0.1:9/x")],
    ids=["bomb", "file", "http"],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused_before_they_are_followed(
    packed: Callable[..., Path], declaration: str, encoding: str
) -> None:
    document = word(declaration).encode(encoding)
    path = packed("a.docx", {"[Content_Types].xml": TYPES, "word/document.xml": document})
    assert refusal_of(path).reason is Reason.UNSAFE
    open_text = packed("a.odt", {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": document})
    assert refusal_of(open_text).reason is Reason.UNSAFE


def test_a_declaration_in_any_part_that_is_read_is_refused(docx_of: Callable[..., Path]) -> None:
    path = docx_of("<w:p/>", numbering=f"{BOMB}<w:numbering {WORD}/>")
    assert refusal_of(path).reason is Reason.UNSAFE


def test_a_zip_bomb_is_refused_before_it_is_unpacked(packed: Callable[..., Path]) -> None:
    path = packed("a.docx", {"[Content_Types].xml": TYPES, "word/document.xml": b" " * 60_000_000})
    assert path.stat().st_size < 100_000
    refusal = refusal_of(path)
    assert refusal.reason is Reason.UNSAFE
    assert "60,000" in refusal.detail


def test_a_package_of_countless_entries_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w") as package:
        for number in range(10_001):
            package.writestr(str(number), b"")
    assert refusal_of(path).reason is Reason.UNSAFE


def test_a_part_that_lies_about_its_size_is_not_unpacked_past_it(packed: Callable[..., Path]) -> None:
    path = packed("a.docx", {"[Content_Types].xml": TYPES, "word/document.xml": word("", "x" * 3_000_000)})
    content = bytearray(path.read_bytes())
    entry = content.rindex(b"PK\x01\x02")
    content[entry + 24 : entry + 28] = struct.pack("<I", 100)  # the size when unpacked, in the central directory
    path.write_bytes(content)
    assert refusal_of(path).reason is Reason.DAMAGED


def test_a_document_nested_beyond_reason_is_refused(docx_of: Callable[..., Path]) -> None:
    path = docx_of("<w:sdt>" * 5000 + "</w:sdt>" * 5000)
    assert refusal_of(path).reason in (Reason.DAMAGED, Reason.UNSAFE)


def test_broken_xml_and_missing_parts_are_damage(packed: Callable[..., Path]) -> None:
    for document in ("<w:document", f"<w:document {WORD}/>"):
        path = packed("a.docx", {"[Content_Types].xml": TYPES, "word/document.xml": document})
        assert refusal_of(path).reason is Reason.DAMAGED
    assert refusal_of(packed("a.docx", {"[Content_Types].xml": TYPES})).reason is Reason.DAMAGED


def test_a_name_after_the_first_element_is_no_declaration() -> None:
    assert parse_xml(b"<a><![CDATA[<!DOCTYPE b>]]></a>", "part").text == "<!DOCTYPE b>"
