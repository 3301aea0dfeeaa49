"""Asking in the browser: every kind of answer, follow-ups, limits, and what happens when no answer comes."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from .conftest import Open, playwright
from .visiting import ABSENT, CELL, CHOICE, CONFLICT, SERIES

expect = playwright.expect
STATUS = {
    "sv": {
        "conflicting": "Källorna går isär",
        "answered": "Besvarad ur källorna",
        "computed": "Uträknad ur källorna",
        "clarify": "Frågan kan betyda flera saker",
        "not_found": "Finns inte i dokumenten",
    },
    "en": {
        "conflicting": "The sources disagree",
        "answered": "Answered from the sources",
        "computed": "Worked out from the sources",
        "clarify": "The question can mean several things",
        "not_found": "Not in the documents",
    },
}
LANGUAGES = pytest.mark.parametrize("language", ["sv", "en"])
STREAM = "**/api/ask/stream"
OBSERVED = """() => {
  window.pieces = []; window.order = [];
  new MutationObserver((changes) => changes.forEach(({ target, addedNodes }) => {
    if (target.matches?.(".answer-text.arriving")) addedNodes.forEach((node) => window.pieces.push(node.textContent));
    addedNodes.forEach((node) => node.className && window.order.push(node.className));
  })).observe(document.getElementById("turns"), { subtree: true, childList: true });
}"""

HEARD = """() => {
  window.said = [];
  const region = document.getElementById("spoken");
  const every = { subtree: true, childList: true, characterData: true };
  new MutationObserver(() => window.said.push(region.textContent)).observe(region, every);
}"""


def says(answer: Any, language: str, status: str) -> None:
    expect(answer.locator(f".status.{status}")).to_have_text(STATUS[language][status])


@LANGUAGES
def test_an_answer_names_its_status_speakers_and_periods_and_cites_each_claim(visit: Open, language: str) -> None:
    page = visit(language)
    answer = page.ask(CONFLICT[language])
    state = answer.locator(".status")
    expect(state).to_have_text(re.compile("|".join(STATUS[language][one] for one in ("conflicting", "answered"))))
    text = answer.locator(".answer-text")
    expect(text).to_have_attribute("lang", language)
    expect(text).to_contain_text("31 december 2018" if language == "sv" else "31 December 2018")
    cards = answer.locator(".source-card")
    assert set(text.locator("button.mark").all_inner_texts()) == {f"[{at + 1}]" for at in range(cards.count())}
    expect(cards.first.locator(".role")).to_be_visible()
    expect(cards.first.locator("blockquote")).to_contain_text("37 konsulter")
    expect(answer.get_by_role("group", name="Källor" if language == "sv" else "Sources", exact=True)).to_be_visible()


def test_sources_are_told_before_the_text_which_arrives_piece_by_piece(visit: Open) -> None:
    page = visit()
    page.page.evaluate(OBSERVED)
    answer = page.ask(CONFLICT["sv"])
    pieces, order = page.page.evaluate("[window.pieces, window.order]")
    assert len(pieces) > 5
    assert re.sub(r"\s+", "", "".join(pieces)) == re.sub(r"\s+", "", answer.locator(".answer-text").text_content())
    assert order.index("answer-text arriving") < order.index("status conflicting")


def test_the_live_region_hears_the_search_and_then_the_whole_answer_once(visit: Open) -> None:
    page = visit()
    page.page.evaluate(HEARD)
    page.ask(CONFLICT["sv"])
    expect(page.page.locator("#spoken")).to_contain_text("2 källor.")
    said = page.page.evaluate("window.said")
    assert len(said) <= 3
    assert "Källorna går isär. 37 konsulter" in said[-1] and "[1]" not in said[-1]


def test_a_follow_up_is_asked_with_what_went_before(visit: Open) -> None:
    page = visit()
    page.ask(CELL["sv"])
    with page.page.expect_request(STREAM) as sent:
        second = page.ask("Och i Sörvik?")
    assert sent.value.post_data_json["history"] == [CELL["sv"]]
    expect(second.locator(".answer-text")).to_contain_text("Sörvik, 2021: 9")
    expect(page.page.locator("#turns article")).to_have_count(2)


@LANGUAGES
def test_what_is_not_in_the_documents_is_said_with_what_is_nearest(visit: Open, language: str) -> None:
    page = visit(language)
    answer = page.ask(ABSENT[language])
    says(answer, language, "not_found")
    expect(answer.locator(".searched dl")).to_contain_text("5 dokument" if language == "sv" else "5 documents")
    name = "Närmast i dokumenten" if language == "sv" else "Nearest in the documents"
    nearest = answer.get_by_role("group", name=name)
    expect(nearest.locator(".source-card").first).to_be_visible()
    page.source(nearest.locator(".source-title").first)


@LANGUAGES
def test_a_question_that_can_mean_two_things_offers_both_and_asks_the_chosen(visit: Open, language: str) -> None:
    page = visit(language)
    answer = page.ask(CHOICE[language])
    says(answer, language, "clarify")
    choices = answer.locator(".meanings button")
    assert [text.strip() for text in choices.all_inner_texts()] == ["Kvinnor, 2023", "Män, 2023"]
    choices.first.click()
    expect(page.page.locator("#turns article")).to_have_count(2)
    chosen = page.answered()
    says(chosen, language, "answered")
    expect(chosen.locator(".answer-text")).to_contain_text("82,5" if language == "sv" else "82.5")


@LANGUAGES
def test_values_over_time_are_drawn_with_their_formula_and_can_be_read_as_a_table(visit: Open, language: str) -> None:
    page = visit(language)
    answer = page.ask(SERIES[language])
    says(answer, language, "computed")
    chart = answer.locator("figure.series").get_by_role("img")
    expect(chart).to_be_visible()
    assert "12 (2019)" in (name := chart.get_attribute("aria-label")) or "2019" in name
    assert answer.locator("figure.series circle").count() == 5
    expect(answer.locator("figure.series table")).to_be_hidden()
    answer.locator("figure.series summary").click()
    rows = answer.locator("figure.series tbody tr")
    assert [re.sub(r"\s+", " ", row).strip() for row in rows.all_inner_texts()] == [
        "2019 12 [1]", "2020 14 [1]", "2021 15 [1]", "2022 17 [1]", "2023 21 [1]",
    ]  # fmt: skip
    formula = answer.locator(".figure.worked .formula")
    assert re.sub(r"\s+", " ", formula.inner_text()).endswith("21 [1] − 12 [1] = 9")
    page.source(formula.locator("button.mark").first)


def test_a_question_is_kept_to_a_kind_of_document_until_the_limit_is_taken_away(visit: Open) -> None:
    page = visit()
    page.page.get_by_role("button", name="Begränsa").click()
    page.page.get_by_label("Typ av dokument").select_option("statistik")
    chip = page.page.get_by_role("button", name="Ta bort begränsningen: Statistik")
    expect(chip).to_be_visible()
    limited = page.ask(CONFLICT["sv"])
    expect(limited.locator(".filtered")).to_have_text("Bara: Statistik")
    expect(limited.locator(".source-card", has_text="37 konsulter")).to_have_count(0)
    chip.click()
    expect(chip).to_have_count(0)
    free = page.ask(CONFLICT["sv"])
    expect(free.locator(".filtered")).to_be_hidden()
    expect(free.locator(".source-card", has_text="37 konsulter")).to_have_count(1)


def test_a_new_chat_forgets_what_was_asked(visit: Open) -> None:
    page = visit()
    anew = page.page.get_by_role("button", name="Ny chatt")
    expect(anew).to_be_hidden()
    page.page.locator("#examples button").first.click()
    page.answered()
    expect(page.page.locator("#welcome")).to_be_hidden()
    anew.click()
    expect(page.page.locator("#welcome")).to_be_visible()
    expect(page.page.locator("#turns article")).to_have_count(0)
    expect(page.page.locator("#question")).to_be_focused()
    with page.page.expect_request(STREAM) as sent:
        page.ask(CELL["sv"])
    assert sent.value.post_data_json["history"] == []


def test_a_question_can_be_cancelled_and_asked_again(visit: Open) -> None:
    page = visit()
    page.page.route(STREAM, lambda route: None)  # never answered
    page.page.locator("#question").fill(CELL["sv"])
    page.page.keyboard.press("Enter")
    page.page.get_by_role("button", name="Avbryt").click()
    turn = page.answered()
    expect(turn.locator(".trouble.calm")).to_contain_text("Frågan avbröts.")
    page.page.unroute(STREAM)
    turn.get_by_role("button", name="Försök igen").click()
    expect(turn.locator(".answer-text")).to_contain_text("15")


EVENTS = {"status": 200, "content_type": "text/event-stream"}
UNEXPECTED = {"status": 500, "json": {"error": {"code": "unexpected", "message": "no"}}}
BUSY = {"status": 503, "json": {"error": {"code": "busy", "message": "no"}}}
LATE = {"error": {"code": "timeout", "message": "no"}}
FAILURES = {
    "an error of the server": (UNEXPECTED, "Något oväntat gick fel."),
    "a busy server": (BUSY, "Många frågar just nu."),
    "a proxy's own words": ({"status": 502, "body": "<h1>Bad gateway</h1>"}, "Något oväntat gick fel."),
    "a server that is away": (None, "Servern svarar inte."),
    "a broken connection": ({**EVENTS, "body": 'event: text\ndata: {"text": "37"}\n\n'}, "Förbindelsen bröts"),
    "an error amid the stream": (
        {**EVENTS, "body": f"event: error\ndata: {json.dumps(LATE)}\n\n"},
        "Det tog för lång tid",
    ),
}


def test_every_failure_is_told_in_words_and_the_question_can_be_asked_again(visit: Open) -> None:
    page = visit()
    page.expected = ("Failed to load resource",)
    waiting = [given for given, _ in FAILURES.values()]
    page.page.route(STREAM, lambda route: route.fulfill(**given) if (given := waiting.pop(0)) else route.abort())
    for _ in FAILURES:
        page.ask(CELL["sv"])
    page.page.unroute(STREAM)
    told = page.page.locator("#turns article .trouble > p").all_inner_texts()
    assert [text.strip()[: len(words)] for text, (_, words) in zip(told, FAILURES.values(), strict=True)] == [
        words for _, words in FAILURES.values()
    ]
    last = page.page.locator("#turns article").last
    last.get_by_role("button", name="Försök igen").click()
    expect(last.locator(".answer-text")).to_contain_text("15")
