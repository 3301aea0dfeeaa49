"""The plain text of originals, page by page."""

from __future__ import annotations

from pathlib import Path

from fpdf import FPDF

from eval.baselines.pages import pages


def test_a_pdf_comes_page_by_page(tmp_path: Path) -> None:
    pdf = FPDF()
    pdf.set_font("helvetica")
    for text in ("Sida ett", "Sida två"):
        pdf.add_page()
        pdf.cell(text=text)
    pdf.output(str(tmp_path / "two.pdf"))
    assert [page.strip() for page in pages(tmp_path / "two.pdf")] == ["Sida ett", "Sida två"]


def test_other_texts_are_one_page(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Hela texten\fhär", encoding="utf-8")
    assert pages(tmp_path / "a.txt") == ["Hela texten\fhär"]


def test_a_damaged_pdf_has_no_pages(tmp_path: Path) -> None:
    (tmp_path / "bad.pdf").write_bytes(b"%PDF-1.7 nothing")
    assert pages(tmp_path / "bad.pdf") == []
