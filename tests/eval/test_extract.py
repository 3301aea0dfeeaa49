"""The plain text of originals: PDF page by page, and damaged files that hold none."""

from __future__ import annotations

from pathlib import Path

import pytest
from fpdf import FPDF

from eval.extract import decoded, pdf_pages, plain_text


@pytest.fixture
def two_pages(tmp_path: Path) -> Path:
    pdf = FPDF()
    pdf.set_font("helvetica")
    for text in ("Sida ett", "Sida två"):
        pdf.add_page()
        pdf.cell(text=text)
    pdf.output(str(tmp_path / "two.pdf"))
    return tmp_path / "two.pdf"


def test_a_pdf_comes_page_by_page(two_pages: Path) -> None:
    assert [page.strip() for page in pdf_pages(two_pages.read_bytes())] == ["Sida ett", "Sida två"]
    assert (plain_text(two_pages) or "").split() == ["Sida", "ett", "Sida", "två"]


def test_older_windows_files_keep_their_letters() -> None:
    assert decoded("åtgärd".encode("cp1252")) == decoded("åtgärd".encode("utf-8-sig")) == "åtgärd"


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.pdf", b"%PDF-1.7 no"), ("a.docx", b"PK\x03\x04"), ("a.html", b""), ("b.html", b"<!-- -->")],
)
def test_a_file_without_text_gives_none(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    assert not (plain_text(tmp_path / name) or "").strip()
