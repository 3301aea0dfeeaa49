"""Takes the README's pictures of the chat page: `python docs/screenshots.py ADDRESS` with `make chat` running.

Answers real questions on the example documents in Chromium, at desktop and phone width, light and dark, and keeps the
pictures small by giving each a palette of 128 colours.
"""

from __future__ import annotations

import io
import shutil
import sys
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import sync_playwright

HERE = Path(__file__).parent
QUESTION = "Hur många konsulter fanns 2018?"
SECOND = "Hur mycket minskade konsultkostnaden mellan 2016 och 2018, i kronor?"
DESKTOP = {"width": 1280, "height": 800}
PHONE = {"width": 390, "height": 844}
COLOURS = 128
PICTURES = [
    ("chat-desktop-light", DESKTOP, "light", False),
    ("chat-desktop-dark", DESKTOP, "dark", False),
    ("chat-source", DESKTOP, "light", True),
    ("chat-phone-light", PHONE, "light", False),
    ("chat-phone-dark", PHONE, "dark", False),
]


def take(browser: Any, address: str, name: str, viewport: dict[str, int], scheme: str, opened: bool) -> None:
    context = browser.new_context(
        viewport=viewport, color_scheme=scheme, locale="sv-SE", reduced_motion="reduce", has_touch=viewport is PHONE
    )
    page = context.new_page()
    page.goto(address)
    for question in [QUESTION] if opened or viewport is PHONE else [SECOND, QUESTION]:
        page.fill("#question", question)
        page.press("#question", "Enter")
        page.wait_for_selector('#turns article:last-child .answer[aria-busy="false"]')
    if opened:
        page.click("#turns article:last-child button.mark >> nth=1")
        page.wait_for_selector(".leaf:not(.loading) img")
        page.wait_for_selector(".page-highlight")
        page.wait_for_load_state("networkidle")
    picture = Image.open(io.BytesIO(page.screenshot()))
    small = picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    small.save(HERE / f"{name}.png", optimize=True)
    context.close()


def main(address: str) -> None:
    with sync_playwright() as started:
        browser = started.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for picture in PICTURES:
            take(browser, address, *picture)
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1])
