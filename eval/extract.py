"""The plain text of an original file, read without the product's readers: only good enough to find a passage again.

PDF by pypdfium2; DOCX, ODT and other zipped XML by the text of every XML part; HTML by lxml; anything else as text.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile, ZipFile, is_zipfile

PARAGRAPH_ENDS = re.compile(rb"</(?:\w+:)?(?:p|h|tr|tc|tab|br)>|<(?:\w+:)?(?:tab|br|line-break|s|cr)\b[^>]*/>")
BLOCK_ENDS = re.compile(rb"(?i)(</(?:p|h\d|td|th|tr|li|dt|dd|div|section|article|caption)>|<br\b[^>]*>)")
TAGS = re.compile(rb"<[^>]*>")


def plain_text(path: Path) -> str | None:
    """All text of the file in reading order, or None when this simple reading cannot read it."""
    content = path.read_bytes()
    for begins, read in READERS.items():
        if content.startswith(begins):
            return read(content)
    if path.suffix.lower() in {".html", ".htm"} or b"<html" in content[:2000].lower():
        return _html(content)
    return decoded(content)


def pdf_pages(content: bytes) -> list[str]:
    """The text of each page, with U+FFFE for a hyphen at a line's end; nothing for a damaged or encrypted file."""
    import pypdfium2 as pdfium

    try:
        document = pdfium.PdfDocument(content)
    except pdfium.PdfiumError:
        return []
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()


def decoded(content: bytes) -> str:
    """A text in UTF-8, with or without its mark, else in the encoding of older Windows."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _pdf(content: bytes) -> str | None:
    return "\n".join(pdf_pages(content)) or None


def _zipped(content: bytes) -> str | None:
    import html

    if not is_zipfile(BytesIO(content)):
        return None
    try:
        with ZipFile(BytesIO(content)) as packed:
            parts = [packed.read(name) for name in sorted(packed.namelist()) if name.endswith(".xml")]
    except (BadZipFile, RuntimeError):  # zipfile raises RuntimeError for an encrypted part
        return None
    spaced = (TAGS.sub(b"", PARAGRAPH_ENDS.sub(b"\n", part)) for part in parts)
    return html.unescape(b"\n".join(spaced).decode("utf-8", errors="replace"))


def _html(content: bytes) -> str | None:
    from lxml import etree, html

    try:
        return str(html.document_fromstring(BLOCK_ENDS.sub(rb"\1\n", content)).text_content())
    except etree.ParserError:  # nothing in it
        return None


READERS: dict[bytes, Callable[[bytes], str | None]] = {
    b"%PDF": _pdf,
    b"PK": _zipped,
    b"\xd0\xcf\x11\xe0": lambda _: None,
}
