from __future__ import annotations

from pathlib import Path

import pytest

from indexer.errors import Reason, Refusal
from indexer.model import Form, RawDocument
from indexer.readers.html import read_html

PAGE = """<!DOCTYPE html><html lang="sv"><head><meta charset="{charset}"><title>Protokoll | Exempelby</title>
<meta name="author" content="Kansliet"><meta property="article:published_time" content="2024-03-14T08:00">
<script>var meny = "Start";</script></head><body>
<header><nav><a href="/">Start</a><a href="/p">Kommun och politik</a></nav></header>
<main><h1>Protokoll från omsorgsnämnden</h1>
<p>Nämnden sammanträdde den 12 mars 2024 i Exempelby. Elva ledamöter var närvarande.</p>
<h2>Beslut</h2><ol><li>Nämnden godkänner rapporten.</li>
<li>Förvaltningen återkommer i september.<ul><li>med kostnad</li></ul></li></ol>
<table><tr><th>År</th><th>Antal</th></tr><tr><td>2022</td><td>41</td></tr></table>
<p><strong>Särskilt uttalande</strong></p>
<p>Underskottet var 4,2 mnkr,<br>en ökning med 0,3 mnkr sedan året innan.</p></main>
<footer><p>Exempelby kommun, växel</p></footer></body></html>"""


def page(folder: Path, source: str, encoding: str = "utf-8") -> RawDocument:
    path = folder / "a.html"
    path.write_bytes(source.encode(encoding))
    return read_html(path)


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1"])
def test_the_main_content_comes_in_blocks_without_the_menus(tmp_path: Path, charset: str) -> None:
    raw = page(tmp_path, PAGE.format(charset=charset), charset)
    assert [(block.form, block.level, block.marker, block.text) for block in raw.blocks] == [
        (Form.HEADING, 1, "", "Protokoll från omsorgsnämnden"),
        (Form.TEXT, None, "", "Nämnden sammanträdde den 12 mars 2024 i Exempelby. Elva ledamöter var närvarande."),
        (Form.HEADING, 2, "", "Beslut"),
        (Form.ITEM, None, "1.", "Nämnden godkänner rapporten."),
        (Form.ITEM, None, "2.", "Förvaltningen återkommer i september."),
        (Form.ITEM, None, "•", "med kostnad"),
        (Form.TABLE, None, "", "År Antal\n2022 41"),
        (Form.TEXT, None, "", "Särskilt uttalande"),
        (Form.TEXT, None, "", "Underskottet var 4,2 mnkr,\nen ökning med 0,3 mnkr sedan året innan."),
    ]
    assert [block.text for block in raw.blocks if block.emphasis] == ["Särskilt uttalande"]
    assert raw.properties == {
        "title": "Protokoll från omsorgsnämnden",
        "author": "Kansliet",
        "created": "2024-03-14",
    }


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Sidan saknas", "Sidan du efterfrågade kunde inte hittas."),
        ("Exempelby kommun", "<h1>Sidan hittades inte</h1><p>Pröva att söka.</p>"),
        ("404 Not Found", "<h1>Not Found</h1>nginx"),
        ("Fel", "The requested document could not be found."),
        ("Exempelby", "<h1>500</h1><p>Internal Server Error</p>"),
        ("Exempelby", "<p>Dokumentet är borttaget?</p><p>Vi hittar inte dokumentet.</p>"),
    ],
)
def test_an_error_notice_is_no_document(tmp_path: Path, title: str, text: str) -> None:
    with pytest.raises(Refusal, match="error notice") as caught:
        page(tmp_path, f"<html><head><title>{title}</title></head><body><nav>Meny</nav><div>{text}</div></body></html>")
    assert caught.value.reason is Reason.NO_TEXT


def test_a_document_about_missing_pages_is_a_document(tmp_path: Path) -> None:
    talk = "<p>Sidan saknas i handlingen, påpekar nämnden, och ärendet återremitteras därför till kontoret.</p>"
    raw = page(
        tmp_path, f"<html><head><title>Protokoll</title></head><body><h1>Protokoll</h1>{talk * 12}</body></html>"
    )
    assert raw.blocks


@pytest.mark.parametrize(
    "source", ["<html></html>", "<!DOCTYPE html><html><body><script>x()</script></body></html>", "<!-- -->"]
)
def test_an_empty_page_is_refused(tmp_path: Path, source: str) -> None:
    with pytest.raises(Refusal) as caught:
        page(tmp_path, source)
    assert caught.value.reason is Reason.NO_TEXT


def test_a_page_that_the_parser_cuts_short_is_refused_not_half_read(tmp_path: Path) -> None:
    with pytest.raises(Refusal) as caught:
        page(tmp_path, f"<html><body><p>Början</p>{'<div>' * 3000}<p>Slutet</p></body></html>")
    assert caught.value.reason is Reason.TOO_LARGE


def test_text_that_the_extraction_misses_is_read_plainly(tmp_path: Path) -> None:
    rows = "".join(f"<div><span>Fråga {n}</span>: hur många platser finns det på boende {n}?</div>" for n in range(40))
    raw = page(tmp_path, f"<html><body><form>{rows}</form></body></html>")
    assert "hur många platser finns det på boende 39?" in raw.blocks[-1].text


def test_a_page_that_lies_about_its_encoding_is_read_all_the_same(tmp_path: Path) -> None:
    text = "<p>Nämnden avslår motionen om gång- och cykelvägar.</p>"
    source = f'<html><head><meta charset="utf-8"></head><body>{text}</body></html>'
    assert page(tmp_path, source, "cp1252").blocks[0].text == "Nämnden avslår motionen om gång- och cykelvägar."
