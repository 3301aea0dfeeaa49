from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from odf.opendocument import OpenDocumentSpreadsheet, OpenDocumentText
from odf.text import P

from indexer.errors import Reason, Refusal
from indexer.readers.sniff import sniff

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def written(folder: Path, name: str, content: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return path


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.txt", b"\n\n%PDF-1.7\nrest", "pdf"),
        ("a.pdf", "<!DOCTYPE html>\n<html><body>Sidan saknas</body></html>", "html"),
        ("a.pdf", '<?xml version="1.0"?>\n<!-- a --><!-- b -->\n<html xmlns="x"><body/></html>', "html"),
        ("a.txt", "\ufeff  <HTML><p>Hej</p></HTML>", "html"),
        ("a.htm", "<p>Ett stycke utan sidhuvud</p>", "html"),
        ("a.docx", "Nämnden beslutar att avslå.", "text"),
        ("a.md", "# Beslut\n\nNämnden avslår.", "markdown"),
        ("a.md", "<p align=center>Beslut</p>\n\n# Beslut", "markdown"),
        ("a", "Nämnden avslår.".encode("cp1252"), "text"),
        ("a.txt", "Nämnden avslår.".encode("utf-16"), "text"),
        ("a.txt", "\n" * 20_000 + "Nämnden avslår.", "text"),
    ],
)
def test_the_content_tells_the_format(tmp_path: Path, name: str, content: bytes | str, expected: str) -> None:
    assert sniff(written(tmp_path, name, content)) == expected


def test_office_documents_are_told_by_their_parts_whatever_they_are_called(tmp_path: Path) -> None:
    word, writer = tmp_path / "a.pdf", tmp_path / "b.txt"
    docx.Document().save(str(word))
    text = OpenDocumentText()
    text.text.addElement(P(text="Hej"))
    text.write(str(writer))
    assert (sniff(word), sniff(writer)) == ("docx", "odt")


@pytest.mark.parametrize(
    ("name", "content", "reason", "told"),
    [
        ("a.txt", b" \n\n ", Reason.NO_TEXT, "empty"),
        ("a.pdf", b"\x89PNG\r\n\x1a\n", Reason.UNSUPPORTED, "OCR"),
        ("a.doc", OLE + "WordDocument".encode("utf-16-le"), Reason.UNSUPPORTED, ".docx"),
        ("a.docx", OLE + "EncryptedPackage".encode("utf-16-le"), Reason.ENCRYPTED, "pass"),
        ("a.rtf", b"{\\rtf1 Hej}", Reason.UNSUPPORTED, "RTF"),
        ("a.json", b'{"ar": 2022}', Reason.UNSUPPORTED, "JSON"),
        ("a.xml", b'<?xml version="1.0"?><data/>', Reason.UNSUPPORTED, "XML"),
        ("a.pdf", b"12 0 obj<</Type/Page>>endobj", Reason.DAMAGED, "beginning"),
        ("a.txt", bytes(range(256)) * 20, Reason.UNSUPPORTED, "neither text"),
        ("a.zip", b"PK\x03\x04 and then nothing", Reason.DAMAGED, "zip"),
    ],
)
def test_what_cannot_be_read_is_refused_with_advice(
    tmp_path: Path, name: str, content: bytes, reason: Reason, told: str
) -> None:
    with pytest.raises(Refusal) as caught:
        sniff(written(tmp_path, name, content))
    assert caught.value.reason is reason
    assert told in str(caught.value)
    assert caught.value.advice


def test_tables_and_archives_are_named_for_what_they_are(tmp_path: Path, packed: Callable[..., Path]) -> None:
    sheet, old, px = tmp_path / "a.ods", tmp_path / "a.doc", tmp_path / "a.txt"
    OpenDocumentSpreadsheet().write(str(sheet))
    old.write_bytes(OLE + "Workbook\0".encode("utf-16-le"))
    px.write_bytes(b'CHARSET="ANSI";\nAXIS-VERSION="2013";')
    book = packed("a.xlsx", {"[Content_Types].xml": "<Types>spreadsheetml.sheet.main</Types>"})
    assert [sniff(path) for path in (sheet, old, px, book)] == ["ods", "xls", "px", "xlsx"]
    with pytest.raises(Refusal, match="zip archive") as caught:
        sniff(packed("a.docx", {"läsmig.txt": "Hej"}))
    assert caught.value.reason is Reason.UNSUPPORTED


def test_a_zip_with_a_password_is_refused_as_encrypted(packed: Callable[..., Path]) -> None:
    path = packed("a.docx", {"[Content_Types].xml": "<Types/>"})
    content = bytearray(path.read_bytes())
    content[content.index(b"PK\x01\x02") + 8] |= 1  # the flag of encryption in the central directory
    path.write_bytes(content)
    assert zipfile.ZipFile(path).infolist()[0].flag_bits & 1
    with pytest.raises(Refusal) as caught:
        sniff(path)
    assert caught.value.reason is Reason.ENCRYPTED
