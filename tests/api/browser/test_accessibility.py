"""Every view against WCAG 2.2 A and AA (axe-core), in both languages and themes, from a desktop down to 320 px.

Themes and widths are changed on the same page, which is what makes this quick: the theme changes nothing but colours,
so the dark one is held against the rule of contrast alone.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from .conftest import Open
from .visiting import (
    ABSENT,
    CELL,
    CHOICE,
    CONFLICT,
    DAMAGED,
    DESKTOP,
    LETTER,
    NARROW,
    NOTICE,
    PHONE,
    SERIES,
    ZOOMED,
    Visit,
)

axe = pytest.importorskip("axe_playwright_python.base", reason="axe-playwright-python is not installed")
LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
CHECK = """async (options) => {
  const { violations } = await axe.run(document, options);
  const told = (node) => `${node.target} ${node.any.map((any) => any.message).join(" ")}`;
  return violations.map((one) => `${one.id}: ${one.nodes.map(told).join(" | ")}`);
}"""
WIDE = """() => {
  const parts = "html, body, .scrolled, .foot, .top, #panel, .panel-body, .paper, .paper-head, .dialog";
  return [...document.querySelectorAll(parts)]
    .filter((one) => one.clientWidth && one.scrollWidth > one.clientWidth + 1)
    .map((one) => `${one.tagName}.${one.className} ${one.scrollWidth} > ${one.clientWidth}`);
}"""


def welcome(page: Visit) -> None:
    page.page.locator("#examples button").first.wait_for()


def filters(page: Visit) -> None:
    page.page.locator("#filter").click()
    page.page.locator("#filter-kind").select_option("statistik")
    page.page.locator("#chips button").wait_for()


def answers(page: Visit) -> None:
    page.ask(CONFLICT[page.language]).locator(".thumb.down").click()
    page.page.locator(".comment textarea").wait_for()


def series(page: Visit) -> None:
    page.ask(SERIES[page.language]).locator("figure.series summary").click()


def choices(page: Visit) -> None:
    page.ask(CHOICE[page.language])


def nothing(page: Visit) -> None:
    page.ask(ABSENT[page.language])


def trouble(page: Visit) -> None:
    page.expected = ("Failed to load resource",)
    told = {"error": {"code": "unexpected", "message": "no"}}
    page.page.route("**/api/ask/stream", lambda route: route.fulfill(status=500, json=told))
    page.ask(CELL[page.language])
    page.page.unroute("**/api/ask/stream")


def leaf(page: Visit) -> None:
    page.source(page.ask(CONFLICT[page.language]).locator("button.mark").last)
    page.page.locator(".leaf:not(.loading) img").wait_for()
    page.page.locator(".page-highlight").first.wait_for()


def text(page: Visit) -> None:
    page.source(page.ask(LETTER[page.language]).locator(".source-title").first)
    page.page.locator("#cited mark").first.wait_for()


def table(page: Visit) -> None:
    page.source(page.ask(CELL[page.language]).locator("button.mark").first)
    page.page.locator(".sheet td.marked").wait_for()


def shelf(page: Visit) -> None:
    page.shelf()


def uploads(page: Visit) -> None:
    page.shelf()
    taken = {"path": "anslag.txt", "outcome": "indexed", "reason": None, "document_id": "0" * 16, "paragraphs": 2}
    refused = {"path": "trasig.pdf", "outcome": "refused", "reason": "damaged: it is no PDF. Save it again."}
    reports = [taken, refused]
    page.page.route("**/api/documents?name=*", lambda route: route.fulfill(json=reports.pop(0)))
    page.upload(("anslag.txt", NOTICE.encode()), ("trasig.pdf", DAMAGED))
    page.page.unroute("**/api/documents?name=*")


def dialog(page: Visit) -> None:
    page.shelf().locator(".remove").first.click()
    page.page.locator("dialog[open]").wait_for()


def waiting(page: Visit) -> None:
    page.page.route("**/api/ask/stream", lambda route: None)
    page.page.locator("#question").fill(CELL[page.language])
    page.page.keyboard.press("Enter")
    page.page.locator("#cancel").wait_for()


VIEWS: list[Callable[[Visit], None]] = [
    welcome, filters, answers, series, choices, nothing, trouble, leaf, text, table, shelf, uploads, dialog, waiting,
]  # fmt: skip


def checked(page: Any, **options: Any) -> list[str]:
    if not page.evaluate("'axe' in window"):
        page.evaluate(axe.AXE_SCRIPT)
    return page.evaluate(CHECK, {"resultTypes": ["violations"], **options})  # type: ignore[no-any-return]


@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.__name__)
def test_a_view_breaks_no_rule_of_levels_a_and_aa(
    visit: Open, view: Callable[[Visit], None], language: str, viewport: dict[str, int]
) -> None:
    visited = visit(language, viewport=viewport)
    view(visited)
    page = visited.page
    found = {"rules": checked(page, runOnly=LEVELS)}
    page.evaluate("document.documentElement.dataset.theme = 'dark'")
    found["dark"] = checked(page, runOnly={"type": "rule", "values": ["color-contrast"]})
    for size in (viewport, NARROW if viewport is PHONE else ZOOMED):
        page.set_viewport_size(size)
        found[f"{size['width']} px"] = page.evaluate(WIDE)
    if viewport is PHONE:
        found["rules at 320 px"] = checked(page, runOnly={"type": "rule", "values": ["target-size", "color-contrast"]})
    assert {name: faults for name, faults in found.items() if faults} == {}


def test_the_check_finds_what_is_wrong(visit: Open) -> None:
    page = visit().page
    page.evaluate("""() => {
      const bad = document.createElement("button");
      bad.style.cssText = "width: 900px; color: #eee; background: #fff";
      document.getElementById("scrolled").prepend(bad, "");
    }""")
    assert any(found.startswith("button-name") for found in checked(page, runOnly=LEVELS))
    page.set_viewport_size(NARROW)
    assert page.evaluate(WIDE)
