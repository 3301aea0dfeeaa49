"""Language, theme and the first words: what is shown before anything is asked, and how it is changed."""

from __future__ import annotations

import pytest

from .conftest import Open, playwright
from .visiting import CELL

expect = playwright.expect


@pytest.mark.parametrize(
    ("locale", "language", "notice"),
    [("sv-SE", "sv", "Du talar med ett AI-system"), ("en-US", "en", "You are talking to an AI system"),
     ("fi-FI", "sv", "Du talar med ett AI-system")],
)  # fmt: skip
def test_the_page_follows_the_browser_and_says_at_once_that_it_is_an_ai(
    visit: Open, locale: str, language: str, notice: str
) -> None:
    page = visit(locale=locale).page
    expect(page.locator("html")).to_have_attribute("lang", language)
    expect(page.locator(".notice p")).to_contain_text(notice)
    expect(page.locator(".notice")).to_be_in_viewport()
    expect(page.locator("#examples button").first).to_be_visible()


def test_the_language_is_switched_everywhere_at_once_and_remembered(visit: Open) -> None:
    visited = visit()
    page = visited.page
    answer = visited.ask(CELL["sv"])
    visited.source(answer.locator("button.mark").first)
    page.get_by_role("button", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator("#send")).to_have_text("Ask")
    expect(page.get_by_label("Your question")).to_be_visible()
    expect(page.locator("#turns .status")).to_have_text("Answered from the sources")
    expect(page.locator("#panel").get_by_role("tab", name="Table")).to_be_visible()
    expect(page.locator("#turns .answer-text")).to_have_attribute("lang", "sv")  # the answer itself stays as it was
    page.reload()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.get_by_role("button", name="Svenska").click()
    expect(page.locator("#send")).to_have_text("Fråga")


def test_an_english_question_on_the_swedish_page_is_answered_in_english(visit: Open) -> None:
    page = visit()
    answer = page.ask(CELL["en"])
    expect(answer.locator(".answer-text")).to_have_attribute("lang", "en")
    expect(answer.locator(".status")).to_have_text("Besvarad ur källorna")


@pytest.mark.parametrize("system", ["light", "dark"])
def test_the_theme_follows_the_system_until_it_is_switched(visit: Open, system: str) -> None:
    page = visit(color_scheme=system).page
    html = page.locator("html")
    expect(html).to_have_attribute("data-theme", system)
    before = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.get_by_role("button", name="Mörkt läge" if system == "light" else "Ljust läge").click()
    expect(html).to_have_attribute("data-theme", "dark" if system == "light" else "light")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != before
    page.reload()
    expect(html).to_have_attribute("data-theme", "dark" if system == "light" else "light")
