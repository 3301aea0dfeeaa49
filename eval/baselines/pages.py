"""The text of an original file by pages, read without the product's readers."""

from __future__ import annotations

from pathlib import Path

from eval.extract import plain_text

LINE_END_HYPHEN = "\ufffe"  # what PDFium gives for the hyphen of a word that goes on in the next line


def pages(path: Path) -> list[str]:
    """The pages of a PDF, else the whole text as one page; nothing when the file cannot be read."""
    content = path.read_bytes()
    if not content.startswith(b"%PDF"):
        whole = plain_text(path)
        return [whole] if whole else []

    import pypdfium2 as pdfium

    try:
        document = pdfium.PdfDocument(content)
    except pdfium.PdfiumError:
        return []
    try:
        return [page.get_textpage().get_text_bounded().replace(LINE_END_HYPHEN, "") for page in document]
    finally:
        document.close()
