"""The chat page: complete in both languages, whole, and asking no other host for anything."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.http import PAGE
from indexer.model import Kind, Role
from qa.model import Status
from qa.speakers import role_label

FILES = sorted(PAGE.iterdir())
SCRIPTS = [file for file in FILES if file.suffix == ".js"]
NAMESPACES = {"http://www.w3.org/2000/svg"}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_no_file_names_another_host(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert set(re.findall(r"(?:https?:)?//[\w.-]+\.\w+[^\s\"')]*", text)) <= NAMESPACES
    assert "@import" not in text


@pytest.mark.parametrize("file", SCRIPTS, ids=lambda file: file.name)
def test_text_never_becomes_markup(file: Path) -> None:
    for way in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function", "DOMParser"):
        assert way not in file.read_text(encoding="utf-8")


@pytest.mark.parametrize("file", SCRIPTS, ids=lambda file: file.name)
def test_every_import_is_a_file_beside_it(file: Path) -> None:
    for name in re.findall(r'from "([^"]+)"', file.read_text(encoding="utf-8")):
        assert (PAGE / name).is_file()


def test_the_page_has_no_script_or_style_of_its_own() -> None:
    html = (PAGE / "index.html").read_text(encoding="utf-8")
    assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=|javascript:", html)
    for address in re.findall(r'(?:src|href)="/page/([^"]+)"', html):
        assert (PAGE / address).is_file()


def test_the_page_and_its_parts_are_served(client: TestClient) -> None:
    assert client.get("/").headers["content-type"] == "text/html; charset=utf-8"
    types = {file.name: client.get(f"/page/{file.name}").headers["content-type"].split(";")[0] for file in FILES}
    assert {types[script.name] for script in SCRIPTS} == {"text/javascript"}
    assert (types["chat.css"], types["icon.svg"]) == ("text/css", "image/svg+xml")


def languages() -> dict[str, str]:
    """The part of words.js for each language."""
    text = (PAGE / "words.js").read_text(encoding="utf-8")
    swedish, english = re.split(r"\n  en: \{\n", text.split("\n  sv: {\n")[1].split("\n};\n")[0])
    return {"sv": swedish, "en": english}


def test_both_languages_have_the_same_words() -> None:
    keys = {name: re.findall(r'^ +"?([\wåäöÅÄÖ]+)"?:', part, re.MULTILINE) for name, part in languages().items()}
    assert keys["sv"] == keys["en"]
    assert len(keys["sv"]) > 50


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_kind_role_and_special_status_has_a_word(language: str) -> None:
    part = languages()[language]
    for kind in Kind:
        assert f'"{kind.value}": "' in part
    for role in Role:
        label = role_label(role, language).replace("'", "’")
        assert f'{role.value}: "{label}"' in part
    for status in set(Status) - {Status.ANSWERED}:
        assert f'{status.value}: "' in part


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_word_that_the_page_names_exists(language: str) -> None:
    html = (PAGE / "index.html").read_text(encoding="utf-8")
    for word in re.findall(r'data-word="(\w+)"', html):
        assert re.search(rf'^    {word}: "', languages()[language], re.MULTILINE)


def colours() -> list[dict[str, str]]:
    """The named colours of the light scheme and of the dark one."""
    blocks = re.findall(r":root \{(.*?)\}", (PAGE / "chat.css").read_text(encoding="utf-8"), re.DOTALL)
    return [dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block)) for block in blocks]


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours (WCAG 2.2, "contrast ratio" and "relative luminance")."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_text_stands_out_from_its_ground_as_wcag_aa_asks(scheme: int) -> None:
    named = colours()[scheme]
    inks = ("ink", "soft", "accent", "alarm", "decision", "proposal", "account", "reply", "claim", "plain")
    pairs = [(ink, ground) for ink in inks for ground in ("ground", "sheet", "tint", "cited")]
    for ink, ground in [*pairs, ("ink", "mark"), ("on-accent", "accent")]:
        assert contrast(named[ink], named[ground]) >= 4.5, f"{ink} on {ground}"
