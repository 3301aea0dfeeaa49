"""Which format a file is in, told by its content. A suffix counts only among kinds of text, which look alike."""

from __future__ import annotations

import re
from pathlib import Path

from indexer.errors import Reason, Refusal
from indexer.readers.decode import decode
from indexer.readers.package import package_format

_HEAD_BYTES = 8192
_BEGINNING_BYTES = 1 << 20
_PDF_BYTES = 1024  # where readers in use look for the mark (ISO 32000-1, annex H.3)
_SAVE_AS = "Save it as .docx, .odt or PDF."
_OCR = "Run it through text recognition (OCR) to a PDF with text."
_UNPACK = "Unpack it and index the files in it."

# (offset, bytes that stand there, what it is, what to do)
_SIGNATURES = (
    (0, b"\x89PNG", "a PNG image", _OCR),
    (0, b"\xff\xd8\xff", "a JPEG image", _OCR),
    (0, b"GIF8", "a GIF image", _OCR),
    (0, b"II*\x00", "a TIFF image", _OCR),
    (0, b"MM\x00*", "a TIFF image", _OCR),
    (8, b"WEBP", "a WebP image", _OCR),
    (0, b"\x00\x00\x00\x0cjP", "a JPEG 2000 image", _OCR),
    (4, b"ftyp", "an image or film", _OCR),
    (0, b"{\\rtf", "an RTF document", _SAVE_AS),
    (0, b"MIME-Version:", "a web archive or an e-mail", "Save it as PDF."),
    (0, b"%!PS", "a PostScript file", "Convert it to PDF."),
    (0, b"\x1f\x8b", "a gzip archive", _UNPACK),
    (0, b"BZh", "a bzip2 archive", _UNPACK),
    (0, b"\xfd7zXZ", "an xz archive", _UNPACK),
    (0, b"7z\xbc\xaf", "a 7-Zip archive", _UNPACK),
    (0, b"Rar!", "a RAR archive", _UNPACK),
    (257, b"ustar", "a tar archive", _UNPACK),
    (0, b"\x7fELF", "a program", "Index documents only."),
    (0, b"MZ\x90", "a program", "Index documents only."),
    (0, b"SQLite format 3", "a database", "Index documents only."),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# Names of streams in an OLE container (MS-CFB 2.6.1: UTF-16), the telling ones first.
_OLE_KINDS = (
    ("EncryptedPackage", Reason.ENCRYPTED, "it is protected by a password", "Save it without the password."),
    ("WordDocument", Reason.UNSUPPORTED, "it is a .doc of Word 97-2003", _SAVE_AS),
    ("PowerPoint Document", Reason.UNSUPPORTED, "it is a .ppt presentation", "Save it as PDF."),
    ("__substg1.0_", Reason.UNSUPPORTED, "it is an Outlook message", "Save it as PDF."),
    ("", Reason.UNSUPPORTED, "it is an old Office file", _SAVE_AS),
)
_WORKBOOKS = ("Workbook", "Book")  # streams of Excel 97-2003 and 5
_DATA_SUFFIXES = {".csv", ".tsv", ".tab"}
_PX = re.compile(r"\s*(?:CHARSET|AXIS-VERSION|CODEPAGE|MATRIX)\s*=\s*\"", re.IGNORECASE)
_JSON = re.compile(r"\s*[\[{]\s*[\"{\[]")
_JSON_STAT = re.compile(r"\"(?:class\"\s*:\s*\"dataset\"|dataset\"\s*:\s*\{)")
_STEADY_LINES = 5  # fewer lines with as many separators each are no table
_COMMENTS = r"(?:\s*+<!--(?:(?!-->).)*+-->)*+\s*+"
_HTML = re.compile(rf"\s*+(?:<\?xml[^>]*>)?{_COMMENTS}<(?:!doctype\s+html|html|head|body|title|meta)\b", re.I | re.S)
_HTML_PIECE = re.compile(rf"{_COMMENTS}<(?:div|h[1-6]|p|table|ul|span|article|section|main)\b", re.I | re.S)
_PDF_OBJECT = re.compile(r"\s*\d+ \d+ obj\b")
_XML = re.compile(r"\s*<\?xml\s|\s*<!doctype\s(?!html)", re.IGNORECASE)
_MARKDOWN_SUFFIXES = {".md", ".markdown"}


def sniff(path: Path) -> str:
    """The format of the file, a name of `dispatch.READERS`. Raises Refusal for any other."""
    with path.open("rb") as file:
        head = file.read(_HEAD_BYTES)
    if not head.strip() and not path.read_bytes().strip():
        raise Refusal(Reason.NO_TEXT, "the file is empty", "Fetch or save it again.")
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return package_format(path)
    if b"%PDF-" in head[:_PDF_BYTES]:
        return "pdf"
    if head.startswith(_OLE):
        return _ole_kind(path)
    for offset, signature, name, advice in _SIGNATURES:
        if head.startswith(signature, offset):
            raise Refusal(Reason.UNSUPPORTED, f"it is {name}", advice)
    return _kind_of_text(path)


def _ole_kind(path: Path) -> str:
    content = path.read_bytes()
    for stream, reason, detail, advice in _OLE_KINDS:
        if stream == "PowerPoint Document" and any(f"{name}\0".encode("utf-16-le") in content for name in _WORKBOOKS):
            return "xls"
        if stream.encode("utf-16-le") in content:
            raise Refusal(reason, detail, advice)
    raise AssertionError("the last kind is in every container")


def _kind_of_text(path: Path) -> str:
    start = decode(_beginning(path))[: _HEAD_BYTES * 4]  # refuses what is no text
    if _PDF_OBJECT.match(start):
        raise Refusal(Reason.DAMAGED, "it is a PDF that lacks its beginning", "Fetch the file again.")
    if _HTML.match(start):
        return "html"
    if _PX.match(start):
        return "px"
    if _JSON.match(start):
        if _JSON_STAT.search(start):
            return "json-stat"
        if path.suffix.lower() in (".json", ".jsonl"):
            raise Refusal(Reason.UNSUPPORTED, "it is a JSON file, but no JSON-stat", "Save its tables as CSV.")
    if _XML.match(start):
        raise Refusal(Reason.UNSUPPORTED, "it is an XML file of an unknown kind", _SAVE_AS)
    if path.suffix.lower() in _MARKDOWN_SUFFIXES:
        return "markdown"
    if _HTML_PIECE.match(start):
        return "html"
    return "csv" if _is_table(start, path.suffix.lower() in _DATA_SUFFIXES) else "text"


def _beginning(path: Path) -> bytes:
    """The file, or of a large one its first lines: what tells kinds of text apart stands there."""
    with path.open("rb") as file:
        data = file.read(_BEGINNING_BYTES + 1)
    return data if len(data) <= _BEGINNING_BYTES else data[: data.rfind(b"\n") + 1] or data[:_BEGINNING_BYTES]


def _is_table(start: str, named: bool) -> bool:
    """Whether a separator parts the lines into columns; in a file that is not named so, all lines alike."""
    lines = [line for line in start.split("\n")[:200] if line.strip()]
    if named:
        return any(sum(sign in line for line in lines) * 3 >= len(lines) for sign in ";\t,|")
    counts = {sign: [line.count(sign) for line in lines[:-1]] for sign in ";\t"}
    return any(len(found) >= _STEADY_LINES and min(found) > 1 and min(found) == max(found) for found in counts.values())
