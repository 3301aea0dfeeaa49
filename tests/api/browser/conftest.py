"""One server over a small library and one browser for all the tests here; each test gets a page of its own."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from .visiting import DESKTOP, FLAGS, Visit, chromium, small_library

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
SPEC = importlib.util.spec_from_file_location("live", Path(__file__).parents[1] / "live.py")
assert SPEC and SPEC.loader
live = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(live)
MOST_WAIT = 15_000  # ms; a machine that does other things too is slow

Open = Callable[..., Visit]


@pytest.fixture(scope="package")
def browser() -> Iterator[Any]:
    """Chromium. Skips every test here where there is none."""
    found = chromium()
    with playwright.sync_playwright() as started:
        if not found and not Path(started.chromium.executable_path).exists():
            pytest.skip("no Chromium on this machine (set CHROMIUM to its path)")
        opened = started.chromium.launch(executable_path=found, args=FLAGS)
        playwright.expect.set_options(timeout=MOST_WAIT)
        yield opened
        opened.close()


@pytest.fixture(scope="package")
def library(browser: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NAMNDSVAR_CACHE", "off")
        return small_library(tmp_path_factory.mktemp("browser"))


@pytest.fixture(scope="package")
def address(library: Path) -> Iterator[str]:
    """Where the server of all these tests is."""
    with live.serving(library) as found:
        yield found


@pytest.fixture
def visit(browser: Any, address: str) -> Iterator[Open]:
    """Opens the page: visit("en", viewport=PHONE, color_scheme="dark", ...). At the end nothing may have gone wrong."""
    visits: list[Visit] = []

    def opened(language: str = "sv", **options: Any) -> Visit:
        locale = "sv-SE" if language == "sv" else "en-GB"
        usual = {"locale": locale, "viewport": DESKTOP, "reduced_motion": "reduce"}
        context = browser.new_context(**(usual | options))
        context.set_default_timeout(MOST_WAIT)
        made = Visit(context.new_page(), address, language)
        visits.append(made)
        made.watch()
        made.go()
        return made

    yield opened
    for one in visits:
        one.page.context.close()
        assert one.strangers == []
        assert one.troubles == []
