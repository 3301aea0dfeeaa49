"""The list of documents: finding, adding, what was refused and why, taking away."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from .conftest import Open, playwright
from .visiting import CONFLICT, DAMAGED, NOTICE, SHOWN

expect = playwright.expect


def test_a_document_is_found_by_its_name_and_read_from_its_beginning(visit: Open) -> None:
    page = visit()
    panel = page.shelf()
    expect(panel.locator("#document-list > li")).to_have_count(5)
    panel.get_by_label("Sök bland dokumenten").last.fill("personalrapport")
    expect(panel.locator("#document-list > li")).to_have_count(1)
    panel.locator(".shelf-title").click()
    expect(panel.get_by_role("tab", name="Sida")).to_have_attribute("aria-selected", "true")
    expect(panel.locator(".leaf:not(.loading) img")).to_be_visible()
    panel.get_by_role("button", name="Till dokumenten").click()
    expect(panel.locator(".shelf-title")).to_be_focused()


def test_a_file_is_taken_in_is_answered_from_and_taken_out_again(visit: Open) -> None:
    page = visit()
    panel = page.shelf()
    page.upload(("anslag.txt", NOTICE.encode()))
    expect(panel.locator("#uploads > li.indexed")).to_contain_text("Inläst")
    expect(panel.locator("#document-list")).to_contain_text("anslag.txt")
    expect(page.page.locator("#documents-count")).to_have_text("6")
    page.upload(("anslag.txt", NOTICE.encode()))
    expect(panel.locator("#uploads > li.unchanged")).to_contain_text("Fanns redan")
    answer = page.ask("Hur länge har biblioteket i Lerhamn öppet på torsdagar?")
    expect(answer.locator(".source-card blockquote").first).to_contain_text("klockan 21")
    entry = panel.locator("#document-list > li", has_text="anslag.txt")
    _remove(page.page, entry, "Behåll")
    expect(entry).to_have_count(1)
    expect(entry.locator(".remove")).to_be_focused()
    _remove(page.page, entry, "Ta bort")
    expect(entry).to_have_count(0)
    expect(page.page.locator("#documents-count")).to_have_text("5")
    expect(page.page.locator(":focus")).to_have_count(1)
    again = page.ask("Hur länge har biblioteket i Lerhamn öppet på torsdagar?")
    expect(again.locator("blockquote", has_text="klockan 21")).to_have_count(0)


def _remove(page: Any, entry: Any, choice: str) -> None:
    entry.locator(".remove").click()
    dialog = page.get_by_role("dialog", name="Ta bort dokumentet?")
    expect(dialog.get_by_role("button", name="Behåll")).to_be_focused()
    dialog.get_by_role("button", name=choice).click()
    expect(dialog).to_have_count(0)


def test_a_damaged_file_is_refused_with_the_reason_and_stays_in_the_ledger(visit: Open) -> None:
    page = visit()
    panel = page.shelf()
    page.upload(("trasig.pdf", DAMAGED), ("program.exe", b"MZ\x90\x00"))
    lines = panel.locator("#uploads > li.refused")
    expect(lines).to_have_count(2)
    expect(lines.filter(has_text="trasig.pdf")).to_contain_text("Inte inläst: Skadad")
    expect(lines.filter(has_text="program.exe")).to_contain_text(
        "Inte inläst: Filtypen stöds inte. Spara den som till exempel PDF"
    )
    expect(page.page.locator("#documents-count")).to_have_text("5")
    panel.locator("#ledger summary").click()
    expect(panel.locator("#ledger li", has_text="trasig.pdf")).to_contain_text("Skadad")


def test_a_list_longer_than_a_page_is_turned(visit: Open) -> None:
    page = visit()
    one = page.page.request.get(f"{page.address}/api/documents?limit=1").json()
    many = [one["documents"][0] | {"id": f"{number:016d}", "title": f"Handling {number}"} for number in range(45)]

    def part(route: Any) -> None:
        offset = int(route.request.url.partition("offset=")[2].partition("&")[0] or 0)
        shown = many[offset : offset + 20]
        after = offset + 20 if offset + 20 < len(many) else None
        route.fulfill(body=json.dumps(one | {"documents": shown, "total": len(many), "offset": offset, "next": after}))

    page.page.route("**/api/documents?*", part)
    panel = page.shelf()
    expect(panel.locator(".pager")).to_contain_text("1–20 av 45")
    panel.get_by_role("button", name="Nästa dokument").click()
    panel.get_by_role("button", name="Nästa dokument").click()
    expect(panel.locator(".pager")).to_contain_text("41–45 av 45")
    expect(panel.get_by_role("button", name="Nästa dokument")).to_have_attribute("aria-disabled", "true")
    expect(panel.locator(".shelf-title").last).to_have_text("Handling 44")


def test_an_answer_whose_document_was_taken_away_meanwhile_says_so_when_it_is_opened(
    visit: Open, library: Path
) -> None:
    page = visit()
    page.expected = ("Failed to load resource",)
    answer = page.ask(CONFLICT["sv"])
    original = library.parent / "documents" / SHOWN[1]
    away = original.rename(original.with_suffix(".away"))
    try:
        answer.locator("button.mark").first.click()
        expect(page.page.locator("#panel .view-page .complaint")).to_contain_text("flyttad eller ändrad")
        page.page.get_by_role("tab", name="Text").click()
        expect(page.page.locator("#cited mark").first).to_be_in_viewport()
    finally:
        away.rename(original)
