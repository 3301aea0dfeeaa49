"""Opening a source: its page, its text or its table, with the passage marked and in sight."""

from __future__ import annotations

import re
from typing import Any

import pytest

from .conftest import Open, playwright
from .visiting import CELL, CONFLICT, DESKTOP, LETTER, PHONE, ZOOMED

expect = playwright.expect
LANGUAGES = pytest.mark.parametrize("language", ["sv", "en"])


def settled(panel: Any) -> Any:
    """The marks of a page whose picture is there."""
    panel.locator(".leaf:not(.loading) img").wait_for()
    marks = panel.locator(".page-highlight")
    marks.first.wait_for()
    return marks


@LANGUAGES
@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_a_pdf_opens_on_the_cited_page_with_the_passage_marked(visit: Open, language: str, viewport: Any) -> None:
    page = visit(language, viewport=viewport)
    answer = page.ask(CONFLICT[language])
    opener = answer.locator(".answer-text button.mark").last
    place = answer.locator(".source-place").last.inner_text()
    number = re.search(r"(?:sida|page) (\d+)", place)
    assert number, place
    panel = page.source(opener)
    marks = settled(panel)
    where = panel.locator(".page-bar .where").first
    expect(where).to_contain_text(f"Sida {number[1]} av" if language == "sv" else f"Page {number[1]} of")
    expect(marks.first).to_be_in_viewport(ratio=0.9)
    assert panel.locator(".leaf img").evaluate("image => image.naturalWidth") >= 400
    assert page.in_sight(marks.first, panel.locator(".leaf img"))
    assert page.in_sight(marks.first, panel.locator(".scroller.pages"))
    if viewport is DESKTOP:
        expect(opener).to_have_attribute("aria-current", "true")


def test_pages_are_turned_and_enlarged(visit: Open) -> None:
    page = visit()
    panel = page.source(page.ask(CONFLICT["sv"]).locator("button.mark").nth(1))
    settled(panel)
    width = panel.locator(".leaf").bounding_box()["width"]
    panel.get_by_role("button", name="Större").click()
    assert panel.locator(".leaf").bounding_box()["width"] > width * 1.2
    panel.get_by_role("button", name="Hela bredden").click()
    for _ in range(2):
        panel.get_by_role("button", name="Nästa sida").click()
    expect(panel.locator(".page-bar .where").first).to_have_text("Sida 5 av 5")
    expect(panel.get_by_role("button", name="Nästa sida")).to_have_attribute("aria-disabled", "true")
    expect(panel.locator(".leaf:not(.loading) img")).to_be_visible()
    expect(panel.locator(".page-highlight")).to_have_count(0)


def test_the_same_source_as_text_has_the_quote_marked_between_its_neighbours(visit: Open) -> None:
    page = visit()
    answer = page.ask(CONFLICT["sv"])
    panel = page.source(answer.locator("button.mark").nth(1))
    panel.get_by_role("tab", name="Text").click()
    cited = panel.get_by_role("group", name="Citerat ställe")
    expect(cited.locator("mark").first).to_be_in_viewport()
    expect(cited.locator("mark").first).to_contain_text("från 100 år 2016 till 34 i november 2018.")
    at = panel.locator(".paragraph").evaluate_all("all => all.findIndex((one) => one.id === 'cited')")
    assert 0 < at < panel.locator(".paragraph").count() - 1


def test_a_text_document_opens_as_text_with_its_paragraph_marked(visit: Open) -> None:
    page = visit()
    panel = page.source(page.ask(LETTER["sv"]).locator(".source-title").first)
    expect(panel.get_by_role("tablist")).to_be_hidden()
    expect(panel.locator("#cited mark").first).to_be_in_viewport()
    with page.page.context.expect_page() as opened:
        panel.get_by_role("link", name="Öppna originalet").click()
    opened.value.wait_for_load_state()
    assert "Vart tar socialsekreterarna vägen?" in opened.value.locator("body").inner_text()


@LANGUAGES
def test_a_cell_is_marked_in_its_table(visit: Open, language: str) -> None:
    page = visit(language)
    panel = page.source(page.ask(CELL[language]).locator("button.mark").first)
    tab = panel.get_by_role("tab", name="Tabell" if language == "sv" else "Table")
    expect(tab).to_have_attribute("aria-selected", "true")
    marked = panel.locator(".sheet td.marked")
    expect(marked).to_have_count(1)
    expect(marked.locator("mark")).to_have_text("15")
    expect(marked).to_be_in_viewport()
    assert panel.locator("tr.hit th").inner_text() == "Nordby"
    assert panel.locator(".sheet thead th").nth(4).inner_text() == "2021"


def test_on_a_phone_the_source_lies_over_the_page_and_gives_it_back(visit: Open) -> None:
    page = visit(viewport=PHONE, has_touch=True, is_mobile=True)
    opener = page.ask(CELL["sv"]).locator("button.mark").first
    page.source(opener)
    sheet = page.page.get_by_role("dialog")
    expect(sheet).to_be_visible()
    assert page.page.locator("#talk").evaluate("talk => talk.inert")
    box = sheet.bounding_box()
    assert (box["x"], box["width"]) == (0, PHONE["width"])
    sheet.get_by_role("button", name="Stäng").click()
    expect(sheet).to_have_count(0)
    expect(opener).to_be_focused()


def test_the_passage_is_in_sight_at_200_percent_too(visit: Open) -> None:
    page = visit(viewport=ZOOMED)
    panel = page.source(page.ask(CONFLICT["sv"]).locator("button.mark").nth(1))
    expect(settled(panel).first).to_be_in_viewport()
    panel.get_by_role("tab", name="Text").click()
    expect(panel.locator("#cited mark").first).to_be_in_viewport()
    panel.get_by_role("button", name="Stäng").click()
    panel = page.source(page.ask(CELL["sv"]).locator("button.mark").first)
    panel.get_by_role("tab", name="Tabell").click()
    expect(panel.locator(".sheet td.marked")).to_be_in_viewport()


def test_a_source_whose_document_is_gone_is_told_so(visit: Open) -> None:
    page = visit()
    page.expected = ("Failed to load resource",)
    answer = page.ask(CELL["sv"])
    told = {"error": {"code": "not_found", "message": "no"}}
    page.page.route("**/api/documents/*?*", lambda route: route.fulfill(status=404, json=told))
    answer.locator("button.mark").first.click()
    expect(page.page.locator("#panel .complaint")).to_have_text("Det finns inte längre i biblioteket.")
