"""What one takes along from an answer: a verdict that is stored, a copy, a print, a receipt."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

import pypdfium2

from .conftest import Open, playwright
from .visiting import CELL, CONFLICT

expect = playwright.expect


def test_a_verdict_and_its_comment_are_stored_as_a_case(visit: Open, library: Path) -> None:
    page = visit()
    answer = page.ask(CONFLICT["sv"])
    down = answer.get_by_role("button", name="Dåligt svar")
    down.click()
    expect(down).to_have_attribute("aria-pressed", "true")
    answer.get_by_label("Vad är fel eller saknas?").fill("Det gäller <b>bara</b> heltid.")
    answer.get_by_role("button", name="Skicka").click()
    expect(answer.locator(".comment-place")).to_contain_text("Tack, din bedömning är sparad.")
    cases = [json.loads(line) for line in (library / "feedback.jsonl").read_text(encoding="utf-8").splitlines()]
    last = cases[-1]
    assert (last["question"], last["verdict"]) == (CONFLICT["sv"], "down")
    assert last["comment"] == "Det gäller <b>bara</b> heltid."
    assert last["status"] == "conflicting" and "37" in last["answer"]


def test_the_copy_holds_question_answer_and_sources(visit: Open) -> None:
    page = visit(permissions=["clipboard-read", "clipboard-write"])
    answer = page.ask(CONFLICT["sv"])
    answer.get_by_role("button", name="Kopiera").click()
    expect(page.page.locator("#spoken")).to_contain_text("Svaret med källor är kopierat.")
    copied = page.page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(CONFLICT["sv"])
    assert "Källor:" in copied and "[2]" in copied and "socialnamnden-protokoll-2019-03-27.pdf" in copied
    assert "”Den 31 december 2018 var 37 konsulter i tjänst.”" in copied
    assert "AI-system" in copied


def test_on_paper_sources_stand_in_full_and_nothing_can_be_pressed(visit: Open, library: Path, tmp_path: Path) -> None:
    page = visit(color_scheme="dark")
    answer = page.ask(CONFLICT["sv"])
    page.source(answer.locator("button.mark").first)
    page.page.emulate_media(media="print")
    for control in ("#question", "#send", "#documents", "#theme", "#panel", ".actions", "#anew", "a.skip"):
        expect(page.page.locator(control).first).to_be_hidden()
    quote = answer.locator("blockquote").first
    assert quote.evaluate("quote => quote.scrollHeight <= quote.clientHeight + 1")
    expect(answer.locator(".only-print").first).to_be_visible()
    page.page.pdf(path=tmp_path / "print.pdf")
    with pypdfium2.PdfDocument(tmp_path / "print.pdf") as printed:
        text = " ".join("".join(sheet.get_textpage().get_text_range() for sheet in printed).split())
    squeezed = text.replace(" ", "").replace("\ufffe", "").replace("\x02", "")
    assert "Antalet inhyrda konsulter har gått ned från 100 år 2016 till 34 i november 2018." in text
    hashes = [sha256(file.read_bytes()).hexdigest() for file in (library.parent / "documents").glob("*.pdf")]
    assert all(one in squeezed for one in hashes)


def test_one_answer_is_printed_without_the_others(visit: Open) -> None:
    page = visit()
    page.page.evaluate(
        "() => { window.print = () => { window.printed = document.querySelector('.turn.printed').id; }; }"
    )
    page.ask(CONFLICT["sv"])
    answer = page.ask(CELL["sv"])
    answer.get_by_role("button", name="Skriv ut").click()
    assert page.page.evaluate("window.printed") == answer.get_attribute("id")
    page.page.emulate_media(media="print")
    expect(page.page.locator("#turns article").first).to_be_hidden()
    expect(answer).to_be_visible()


def test_the_receipt_is_the_answer_with_the_documents_own_hashes(visit: Open, library: Path, tmp_path: Path) -> None:
    page = visit()
    page.ask(CONFLICT["sv"])
    answer = page.ask(CELL["sv"])
    with page.page.expect_download() as started:
        answer.get_by_role("button", name="Kvitto").click()
    assert started.value.suggested_filename.startswith("namndsvar-kvitto-20")
    started.value.save_as(tmp_path / "receipt.json")
    receipt = json.loads((tmp_path / "receipt.json").read_text(encoding="utf-8"))
    assert receipt["receipt"] == "namndsvar/1"
    assert (receipt["question"], receipt["history"], receipt["filters"]) == (CELL["sv"], [CONFLICT["sv"]], {})
    given = receipt["answer"]
    assert set(given["made"]) == {"time", "product", "embedding", "library", "change_number"}
    assert "15 [1]" in given["text"]
    assert given["citations"]
    for citation in given["citations"]:
        file = library.parent / "documents" / citation["document"]
        assert citation["sha256"] == sha256(file.read_bytes()).hexdigest()
        assert citation["quote"] in citation["text"]
