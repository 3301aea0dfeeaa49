"""A visit of the chat page: what is asked and pressed there, and what must never happen meanwhile."""

from __future__ import annotations

import os
import shutil
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from indexer.build import build

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
         "--disable-sync", "--no-first-run"]  # fmt: skip
DESKTOP = {"width": 1280, "height": 800}
ZOOMED = {"width": 640, "height": 400}  # the same window at 200 %
PHONE = {"width": 390, "height": 844}
NARROW = {"width": 320, "height": 640}

EXAMPLES = Path(__file__).parents[3] / "examples" / "documents"
SHOWN = ("socialnamnden-protokoll-2019-03-27.pdf", "socialforvaltningen-personalrapport-2018.pdf",
         "skrivelse-personalomsattning-2024-02-01.txt")  # fmt: skip
TABLES = {
    "lekplatser.csv": "Område;2019;2020;2021;2022;2023\nNordby;12;14;15;17;21\nSörvik;8;9;9;11;12\n",
    "bibliotek.csv": "År;Bibliotek;Kön;Andel nöjda (%)\n2023;Norra filialen;Kvinnor;82,5\n"
    "2023;Norra filialen;Män;78,0\n2023;Södra filialen;Kvinnor;60,0\n2023;Södra filialen;Män;70,5\n",
}
NOTICE = "Anslag\n\nBiblioteket i Lerhamn har öppet till klockan 21 på torsdagar.\n"  # uploaded by tests
DAMAGED = b"%PDF-1.7\nThis is no PDF at all.\n"

MOST_READING = 60_000  # ms for one file

CONFLICT = {"sv": "Hur många konsulter fanns 2018?", "en": "How many consultants were there in 2018?"}
LETTER = {"sv": "Vad frågar Aldén och Tornefall om?", "en": "What do Aldén and Tornefall ask about?"}
CELL = {"sv": "Hur många lekplatser fanns i Nordby 2021?", "en": "How many lekplatser were there in Nordby in 2021?"}
SERIES = {
    "sv": "Hur har antalet lekplatser i Nordby utvecklats?",
    "en": "How has the number of lekplatser in Nordby developed?",
}
CHOICE = {
    "sv": "Hur stor andel var nöjda med Norra filialen?",
    "en": "How large a share were satisfied with Norra filialen?",
}
ABSENT = {"sv": "Hur många hemlösa fanns i kommunen 2023?", "en": "How many homeless people were there in 2023?"}


def chromium() -> str | None:
    """The path of the browser, as tests/eval/report finds it too."""
    known = (os.environ.get("CHROMIUM"), "chromium", "chromium-browser", "google-chrome")
    return next((path for name in known if name and (path := shutil.which(name))), None)


def small_library(folder: Path) -> Path:
    """Two PDFs, a letter and two tables, indexed; gives the library's folder."""
    documents = folder / "documents"
    documents.mkdir()
    for name in SHOWN:
        shutil.copy(EXAMPLES / name, documents)
    for name, text in TABLES.items():
        (documents / name).write_text(text, encoding="utf-8")
    for file in documents.iterdir():
        os.utime(file, (time.time() - 60,) * 2)
    build([documents], folder / "library")
    return folder / "library"


@dataclass
class Visit:
    """An open page, and what it did that it must not do. expected: parts of console messages that a test causes."""

    page: Any
    address: str
    language: str
    troubles: list[str] = field(default_factory=list)
    strangers: list[str] = field(default_factory=list)
    expected: tuple[str, ...] = ()

    def watch(self) -> None:
        self.page.on("request", self._requested)
        self.page.on("console", self._told)
        self.page.on("pageerror", lambda error: self.troubles.append(f"page error: {error}"))
        self.page.on("dialog", self._dialog)

    def go(self) -> None:
        response = self.page.goto(self.address)
        policy = response.headers["content-security-policy"]
        assert policy.startswith("default-src 'none'; script-src 'self'; ")
        assert "unsafe" not in policy and "http" not in policy

    def ask(self, question: str) -> Any:
        """Type it, send it, wait; gives the answer's article."""
        box = self.page.locator("#question")
        box.fill(question)
        box.press("Enter")
        return self.answered()

    def answered(self) -> Any:
        """The last article, once it is complete."""
        last = self.page.locator("#turns article").last
        last.locator('.answer[aria-busy="false"]').wait_for()
        return last

    def source(self, opener: Any) -> Any:
        """Open a source by its button; gives the panel with its content."""
        opener.click()
        self.page.locator("#panel .view:visible").wait_for()
        return self.page.locator("#panel")

    def shelf(self) -> Any:
        """Open the list of documents; gives the panel."""
        self.page.locator("#documents").click()
        self.page.locator("#document-list > li").first.wait_for()
        return self.page.locator("#panel")

    def upload(self, *files: tuple[str, bytes]) -> None:
        """Hand files to the open list of documents and wait until each has an outcome."""
        given = [{"name": name, "mimeType": "application/octet-stream", "buffer": body} for name, body in files]
        before = self.page.locator("#uploads progress").count()
        self.page.locator("#upload").set_input_files(given)
        self.page.locator("#uploads > li.upload").nth(before + len(files) - 1).wait_for()
        for name, _ in files:
            line = self.page.locator("#uploads > li", has_text=name).first
            line.locator("progress").wait_for(state="detached", timeout=MOST_READING)

    def in_sight(self, inner: Any, outer: Any) -> bool:
        """Whether some of `inner` lies inside `outer`'s box, and has a size."""
        one, other = inner.bounding_box(), outer.bounding_box()
        return bool(
            one and other and one["width"] > 1 and one["height"] > 1
            and other["x"] - 1 <= one["x"] <= other["x"] + other["width"]
            and other["y"] - 1 <= one["y"] and one["y"] + one["height"] <= other["y"] + other["height"] + 1
        )  # fmt: skip

    def _requested(self, request: Any) -> None:
        if not request.url.startswith("blob:") and urlsplit(request.url).netloc != urlsplit(self.address).netloc:
            self.strangers.append(request.url)

    def _told(self, message: Any) -> None:
        if message.type in ("error", "warning") and not any(part in message.text for part in self.expected):
            self.troubles.append(f"{message.type}: {message.text}")

    def _dialog(self, dialog: Any) -> None:
        self.troubles.append(f"dialog: {dialog.message}")
        dialog.dismiss()
