"""PDF files read whole, from the bytes to the blocks."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from fpdf import FPDF
from PIL import Image

from indexer.errors import Reason, Refusal
from indexer.model import Form, RawDocument
from indexer.readers.pdf import read_pdf

Draw = Callable[[FPDF], None]


@pytest.fixture
def read(tmp_path: Path) -> Callable[..., RawDocument]:
    """Draw one page by each function, then read the file."""

    def make(*pages: Draw, turn: int = 0) -> RawDocument:
        drawing = FPDF(format="A4", unit="pt")
        for draw in pages:
            drawing.add_page()
            drawing.set_font("Helvetica", size=11)
            draw(drawing)
        path = tmp_path / "document.pdf"
        drawing.output(str(path))
        if turn:
            _turn(path, turn)
        return read_pdf(path)

    return make


def _turn(path: Path, degrees: int) -> None:
    document = pypdfium2.PdfDocument(path.read_bytes())
    for page in document:
        page.set_rotation(degrees)
    document.save(path)


def write(page: FPDF, y: float, text: str, bold: bool = False, x: float = 70, size: float = 11) -> None:
    page.set_font("Helvetica", "B" if bold else "", size)
    page.text(x, y, text)


def minutes(number: int) -> Draw:
    def draw(page: FPDF) -> None:
        write(page, 40, "Parknämnden", bold=True, x=400)
        write(page, 54, "2031-05-06", x=400)
        write(page, 120, f"§ {number} 2031.00{number} PN")
        write(page, 144, f"Plan nummer {number}", bold=True, size=13)
        write(page, 170, "Beslut", bold=True)
        write(page, 184, "Parknämnden beslutar att godkänna den plan för lekplatser och bad som kontoret")
        write(page, 197, f"har lagt fram, med {number} tillägg.")
        write(page, 800, "Utdragsbestyrkande", x=430, size=7)
        write(page, 820, f"Sida {number} av 2", x=280)

    return draw


def test_minutes_are_read_without_their_heads_and_feet(read: Callable[..., RawDocument]) -> None:
    document = read(minutes(1), minutes(2))
    assert [block.text for block in document.blocks if block.page == 2] == [
        "§ 2 2031.002 PN\nPlan nummer 2",
        "Beslut",
        "Parknämnden beslutar att godkänna den plan för lekplatser och bad som kontoret har lagt fram, med 2 tillägg.",
    ]
    assert document.furniture == (
        "Parknämnden",
        "2031-05-06",
        "Utdragsbestyrkande",
        "Sida 1 av 2",
        "Sida 2 av 2",
    )


def test_headings_have_levels_and_emphasis(read: Callable[..., RawDocument]) -> None:
    headings = [block for block in read(minutes(1), minutes(2)).blocks if block.form is Form.HEADING]
    assert [(block.level, block.emphasis) for block in headings] == [(1, True), (2, True)] * 2


def test_the_same_file_gives_the_same_document(read: Callable[..., RawDocument]) -> None:
    assert read(minutes(1)) == read(minutes(1))


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_turned_page_is_read_as_the_upright_one(read: Callable[..., RawDocument], turn: int) -> None:
    assert read(minutes(1), minutes(2), turn=turn).blocks == read(minutes(1), minutes(2)).blocks


def test_a_page_whose_text_is_drawn_sideways_is_read(read: Callable[..., RawDocument]) -> None:
    def sideways(page: FPDF) -> None:
        with page.rotation(90, 300, 400):
            write(page, 400, "Parknämnden beslutar att")
            write(page, 413, "godkänna planen.")

    assert [block.text for block in read(sideways).blocks] == ["Parknämnden beslutar att godkänna planen."]


def test_text_along_the_margin_is_kept_apart(read: Callable[..., RawDocument]) -> None:
    def stamped(page: FPDF) -> None:
        minutes(1)(page)
        with page.rotation(90, 20, 400):
            write(page, 400, "Dokument 4711", x=20)

    document = read(stamped)
    assert "Dokument 4711" in document.furniture
    assert not any("4711" in block.text for block in document.blocks)


def test_a_ruled_table_keeps_its_cells(read: Callable[..., RawDocument]) -> None:
    def table(page: FPDF) -> None:
        for row, cells in enumerate([("Belopp i tkr", "Budget", "Utfall"), ("Lokalhyror", "-31 176", "-33 566")]):
            for column, cell in enumerate(cells):
                page.rect(70 + 120 * column, 100 + 20 * row, 120, 20)
                write(page, 114 + 20 * row, cell, x=76 + 120 * column)

    (block,) = read(table).blocks
    assert block.form is Form.TABLE
    assert block.rows == (("Belopp i tkr", "Budget", "Utfall"), ("Lokalhyror", "-31 176", "-33 566"))
    assert block.text == "Belopp i tkr Budget Utfall\nLokalhyror -31 176 -33 566"


def test_footnotes_leave_the_running_text(read: Callable[..., RawDocument]) -> None:
    def noted(page: FPDF) -> None:
        write(page, 100, "Kontoret har fyra platser med")
        write(page, 96, "1", x=70 + page.get_string_width("Kontoret har fyra platser med") * 11 / 11, size=6.5)
        write(page, 100, "lediga tider.", x=230)
        write(page, 700, "1", x=70, size=5)
        write(page, 703, "Uppgift från kontoret.", x=74, size=8)

    document = read(noted)
    assert document.blocks[0].text == "Kontoret har fyra platser med lediga tider."
    assert document.footnotes == ("1 Uppgift från kontoret.",)


def test_a_file_that_is_no_pdf_is_refused_as_damaged(tmp_path: Path) -> None:
    path = tmp_path / "sidan-saknas.pdf"
    path.write_text("<html>Sidan saknas</html>", encoding="utf-8")
    with pytest.raises(Refusal) as refused:
        read_pdf(path)
    assert refused.value.reason is Reason.DAMAGED


def test_a_locked_file_is_refused_as_encrypted(tmp_path: Path) -> None:
    drawing = FPDF()
    drawing.add_page()
    drawing.set_encryption(owner_password="a", user_password="b")
    path = tmp_path / "locked.pdf"
    drawing.output(str(path))
    with pytest.raises(Refusal) as refused:
        read_pdf(path)
    assert refused.value.reason is Reason.ENCRYPTED


@pytest.fixture
def scan(tmp_path: Path) -> Draw:
    """A page that is one picture."""
    picture = tmp_path / "scan.png"
    Image.new("RGB", (60, 80), "grey").save(picture)
    return lambda page: page.image(str(picture), 0, 0, 595, 842) and None


def test_a_scan_is_refused_and_the_advice_names_text_recognition(read: Callable[..., RawDocument], scan: Draw) -> None:
    with pytest.raises(Refusal) as refused:
        read(scan)
    assert refused.value.reason is Reason.NO_TEXT
    assert "OCR" in refused.value.advice


def test_a_scan_with_a_stamp_is_still_a_scan(read: Callable[..., RawDocument], scan: Draw) -> None:
    def stamped(page: FPDF) -> None:
        scan(page)
        write(page, 40, "Dnr 2031-17")

    with pytest.raises(Refusal) as refused:
        read(stamped)
    assert refused.value.reason is Reason.NO_TEXT


def test_a_scanned_page_among_others_is_named(read: Callable[..., RawDocument], scan: Draw) -> None:
    assert read(minutes(1), scan).properties["unread_pages"] == "2"


@pytest.mark.parametrize("share", [step / 12 for step in range(12)])
def test_a_cut_or_changed_file_is_read_or_refused_and_nothing_else(tmp_path: Path, share: float) -> None:
    drawing = FPDF(format="A4", unit="pt")
    drawing.add_page()
    drawing.set_font("Helvetica", size=11)
    minutes(1)(drawing)
    whole = bytes(drawing.output())
    at = int(share * len(whole))
    path = tmp_path / "damaged.pdf"
    for damaged in (whole[:at], whole[:at] + bytes(40) + whole[at + 40 :]):
        path.write_bytes(damaged)
        with contextlib.suppress(Refusal):
            assert read_pdf(path).format == "pdf"


def test_a_file_with_too_many_pages_is_refused(
    read: Callable[..., RawDocument], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("indexer.readers.pdf._MOST_PAGES", 1)
    with pytest.raises(Refusal) as refused:
        read(minutes(1), minutes(2))
    assert refused.value.reason is Reason.TOO_LARGE


def test_a_table_beside_the_title_of_a_slide_is_read_after_it(read: Callable[..., RawDocument]) -> None:
    def slide(page: FPDF) -> None:
        write(page, 75, "Kostnad för lekplatser", bold=True, size=20)
        for row, (label, value) in enumerate((("April", "mnkr"), ("Budget", "9,7"), ("Utfall", "10,5"))):
            write(page, 58 + 12 * row, label, x=430)
            write(page, 58 + 12 * row, value, x=500)
        for line in range(8):
            write(page, 140 + 14 * line, "Parknämnden följer kostnaden för lekplatser varje månad under året.")

    forms = [(block.form, block.text.splitlines()[0]) for block in read(slide).blocks[:2]]
    assert forms == [(Form.HEADING, "Kostnad för lekplatser"), (Form.TABLE, "April mnkr")]
