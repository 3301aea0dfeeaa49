"""Without a mouse: everything is reached and pressed by keys, the focus is seen and never lost."""

from __future__ import annotations

from typing import Any

import pytest

from .conftest import Open, playwright
from .visiting import CONFLICT, DESKTOP, PHONE

expect = playwright.expect
MOST_STEPS = 60
SEEN = """() => {
  const one = document.activeElement, box = one.getBoundingClientRect();
  const places = [one, one.closest("form"), one.closest("li")].filter(Boolean).map((place) => getComputedStyle(place));
  const drawn = ({ outlineStyle, outlineWidth }) => outlineStyle !== "none" && parseFloat(outlineWidth) >= 1;
  const ring = places.some((style) => drawn(style) || style.boxShadow !== "none");
  const inside = box.width > 0 && box.bottom > 0 && box.top < innerHeight;
  return { name: one.id || one.className || one.tagName, ring, inside };
}"""


def step(page: Any, wanted: str, key: str = "Tab") -> list[dict[str, Any]]:
    """Press the key until `wanted` has the focus; every stop on the way is seen."""
    stops = []
    for _ in range(MOST_STEPS):
        page.keyboard.press(key)
        stops.append(page.evaluate(SEEN))
        if page.evaluate("(wanted) => document.activeElement.matches(wanted)", wanted):
            assert [stop for stop in stops if not (stop["ring"] and stop["inside"])] == []
            return stops
    raise AssertionError(f"{wanted} was not reached: {[stop['name'] for stop in stops]}")


@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_a_question_is_asked_and_a_source_opened_and_closed_by_keys_alone(visit: Open, viewport: Any) -> None:
    # has_touch: on a touch screen no focus is set at the start
    visited = visit(has_touch=True, viewport=viewport)
    page = visited.page
    expect(page.locator("#examples button").first).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.locator("a.skip")).to_be_focused()
    expect(page.locator("a.skip")).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("#question")).to_be_focused()
    page.keyboard.type(CONFLICT["sv"])
    page.keyboard.press("Shift+Enter")
    page.keyboard.press("Backspace")
    page.keyboard.press("Enter")
    answer = visited.answered()
    expect(page.locator("#question")).to_be_focused()
    step(page, ".source-title", "Shift+Tab")
    step(page, ".answer-text button.mark", "Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#panel-title")).to_be_focused()
    expect(page.locator("#panel .page-highlight").first).to_be_visible()
    step(page, "[role=tab]")
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("tab", name="Text")).to_be_focused()
    expect(page.locator("#cited")).to_be_in_viewport()
    step(page, "#panel .view:not([hidden]) .scroller")
    step(page, "#panel .close", "Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#panel")).to_be_hidden()
    expect(answer.locator(".answer-text button.mark").last).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#panel-title")).to_be_focused()
    page.keyboard.press("Escape")
    expect(answer.locator(".answer-text button.mark").last).to_be_focused()


def test_the_question_has_the_focus_at_once_and_an_arrow_brings_the_last_one_back(visit: Open) -> None:
    visited = visit()
    page = visited.page
    expect(page.locator("#question")).to_be_focused()
    page.keyboard.type(CONFLICT["sv"])
    page.keyboard.press("Enter")
    visited.answered()
    page.keyboard.press("ArrowUp")
    expect(page.locator("#question")).to_have_value(CONFLICT["sv"])


def test_limits_documents_and_the_dialog_are_worked_by_keys(visit: Open) -> None:
    page = visit().page
    expect(page.locator("#filter")).to_be_visible()
    step(page, "#filter")
    page.keyboard.press("Enter")
    expect(page.locator("#filters select").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#filter")).to_be_focused()
    step(page, "#documents", "Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#panel-title")).to_be_focused()
    expect(page.locator("#document-list > li").first).to_be_visible()
    step(page, ".remove")
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog").get_by_role("button", name="Behåll")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#document-list .remove").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#documents")).to_be_focused()
