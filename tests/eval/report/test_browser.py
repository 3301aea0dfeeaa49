"""The page in a browser: it fetches nothing, reports no error, and shows what went wrong."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from eval import report

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
         "--disable-sync", "--no-first-run"]  # fmt: skip


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    known = (os.environ.get("CHROMIUM"), "chromium", "chromium-browser", "google-chrome")
    found = next((path for name in known if name and (path := shutil.which(name))), None)
    with playwright.sync_playwright() as started:
        if not found and not Path(started.chromium.executable_path).exists():
            pytest.skip("no Chromium on this machine (set CHROMIUM to its path)")
        opened = started.chromium.launch(executable_path=found, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture
def page(browser: Any, run: dict[str, Any], tmp_path: Path) -> Iterator[Any]:
    """The report of `run`, opened; `page.seen` holds requests and troubles, which have to be none at the end."""
    report.write(run, tmp_path / "run.html")
    opened = browser.new_page(viewport={"width": 1300, "height": 900})
    requests: list[str] = []
    troubles: list[str] = []
    opened.on("request", lambda request: requests.append(request.url))
    opened.on("console", lambda message: troubles.append(message.text))
    opened.on("pageerror", lambda error: troubles.append(str(error)))
    opened.goto((tmp_path / "run.html").as_uri())
    yield opened
    assert set(requests) == {(tmp_path / "run.html").as_uri()}
    assert troubles == []
    assert opened.title().startswith("Evaluation of egna")
    opened.close()


def test_failures_are_listed_with_their_faults_and_their_twin_beside_them(page: Any) -> None:
    assert page.locator(".group").count() == 2
    assert page.locator("[id='q-LR-1-en'] .fault").all_inner_texts() == ["text", "fidelity"]
    assert page.locator("[id='q-LR-2-sv'] .fault").all_inner_texts() == ["refusal"]
    left, right = (page.locator(f"[id='q-LR-1-{language}']").bounding_box() for language in ("sv", "en"))
    assert left["y"] == right["y"] and left["x"] < right["x"]


def test_j_goes_to_a_failure_and_enter_opens_it_with_quote_place_and_number_marked(page: Any) -> None:
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    opened = page.locator("[id='q-LR-1-en'] .details")
    assert opened.locator(".paragraph mark.quote").all_inner_texts() == [
        "Nämnden ",
        "hyrde in 17 lärare",
        " under hösten.",
    ]
    assert opened.locator(".paragraph mark.quote.locator").inner_text() == "hyrde in 17 lärare"
    assert opened.locator(".answer mark.unsupported").inner_text() == "19"
    assert "missing: 17" in opened.locator(".entry.bad").first.inner_text()
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.parentElement.id") == "q-LR-2-sv"
    page.keyboard.press("k")
    page.keyboard.press("Enter")
    assert page.locator(".details").count() == 0


def test_text_from_documents_stays_text(page: Any) -> None:
    page.keyboard.press("o")
    assert page.locator("b:text('fet'), img, main script").count() == 0
    assert "<b>fet</b>" in page.locator(".paragraph").first.inner_text()


def test_filters_and_words_narrow_the_list(page: Any) -> None:
    page.select_option("select[name=result]", "all")
    page.select_option("select[name=language]", "en")
    assert page.locator(".case").count() == 1
    page.select_option("select[name=language]", "")
    page.get_by_role("button", name="refusal 1").click()
    assert page.locator(".case:not(.beside)").get_attribute("id") == "q-LR-2-sv"
    page.get_by_role("button", name="refusal 1").click()
    page.fill("#search", "19 teachers")
    assert page.locator(".case:not(.beside)").get_attribute("id") == "q-LR-1-en"
    page.fill("#search", "no such words")
    assert page.locator(".told").inner_text() == "No question fits these choices."


def test_a_made_up_citation_is_called_that(page: Any, run: dict[str, Any], tmp_path: Path) -> None:
    lying = deepcopy(run)
    lying["cases"][0]["given"]["citations"][0]["quote"] = "Nämnden hyrde in 99 lärare."
    lying["cases"][0]["verdict"] |= {"strict": False, "citation_right": False, "made_up": ["[1] the quote is nowhere"]}
    report.write(lying, tmp_path / "run.html")
    page.reload()
    page.keyboard.press("o")
    told = page.locator("[id='q-LR-1-sv'] .citation .alarm").all_inner_texts()
    assert told[0] == "Made up: the quote is nowhere" and "99 lärare" in told[1]


def test_a_thousand_questions_are_drawn_as_the_reader_comes_to_them(
    page: Any, run: dict[str, Any], tmp_path: Path
) -> None:
    twins = run["cases"][:2]
    many = [one | {"id": f"{number}-{one['lang']}", "group": str(number)} for number in range(500) for one in twins]
    report.write(run | {"cases": many}, tmp_path / "run.html")
    page.reload()
    assert 0 < page.locator(".group").count() < 200
    for _ in range(120):
        page.keyboard.press("j")
    assert page.evaluate("document.activeElement.parentElement.id") == "q-119-en"
