"""The chat page: complete in both languages, whole, and asking no other host for anything."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.error_json import CODES as ERROR_CLASSES
from api.http import PAGE
from api.http_errors import CODES
from indexer.model import Kind, Role
from qa.compose.speakers import role_label
from qa.model import Status

FILES = sorted(file for file in PAGE.rglob("*") if file.is_file())
SCRIPTS = [file for file in FILES if file.suffix == ".js"]
SHEETS = [file for file in FILES if file.suffix == ".css"]
HTML = (PAGE / "index.html").read_text(encoding="utf-8")
NAMESPACES = {"http://www.w3.org/2000/svg"}
LANGUAGES = ("sv", "en")
TYPES = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".html": "text/html"}
MARKUP = ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function", "DOMParser")


def name(file: Path) -> str:
    return file.relative_to(PAGE).as_posix()


@pytest.mark.parametrize("file", FILES, ids=name)
def test_no_file_names_another_host(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert set(re.findall(r"(?:https?:)?//[\w.-]+\.\w+[^\s\"')]*", text)) <= NAMESPACES
    assert "@import" not in text


@pytest.mark.parametrize("file", SCRIPTS, ids=name)
def test_text_never_becomes_markup(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert [way for way in MARKUP if way in text] == []


@pytest.mark.parametrize("file", SCRIPTS, ids=name)
def test_every_import_is_a_file_of_the_page_that_gives_what_is_asked(file: Path) -> None:
    for names, place in re.findall(r'import (.+?) from "([^"]+)"', file.read_text(encoding="utf-8")):
        imported = (file.parent / place).resolve()
        assert imported.is_relative_to(PAGE) and imported.is_file()
        given = imported.read_text(encoding="utf-8")
        for one in re.findall(r"\w+", names) if names.startswith("{") else []:
            assert re.search(rf"^export (?:async )?(?:function\*?|class|const) {one}\b", given, re.MULTILINE), one


def test_every_script_is_reached_from_the_first() -> None:
    reached, waiting = set(), [PAGE / "start.js"]
    while waiting:
        file = waiting.pop()
        reached.add(file)
        found = re.findall(r'from "([^"]+)"', file.read_text(encoding="utf-8"))
        waiting += [place for one in found if (place := (file.parent / one).resolve()) not in reached]
    assert reached == set(SCRIPTS)


def test_the_page_has_no_script_or_style_of_its_own() -> None:
    assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=|javascript:", HTML)
    addresses = re.findall(r'(?:src|href)="/page/([^"]+)"', HTML)
    assert set(addresses) == {"icon.svg", *map(name, SCRIPTS), *map(name, SHEETS)}  # all are asked for at once


def test_the_page_and_its_parts_are_served(client: TestClient) -> None:
    assert client.get("/").headers["content-type"] == "text/html; charset=utf-8"
    for file in FILES:
        served = client.get(f"/page/{name(file)}")
        assert (served.status_code, served.headers["content-type"].split(";")[0]) == (200, TYPES[file.suffix])


def test_every_file_of_the_page_is_in_the_package() -> None:
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8"))
    globs = project["tool"]["setuptools"]["package-data"]["api"]
    packed = {file for glob in globs for file in PAGE.parent.glob(glob)}
    assert set(FILES) <= packed


def words(language: str) -> str:
    return (PAGE / "tools" / f"words-{language}.js").read_text(encoding="utf-8")


def keys(language: str) -> list[str]:
    return re.findall(r'^ +"?([\wåäöÅÄÖ ]+)"?:', words(language), re.MULTILINE)


def test_both_languages_have_the_same_words_in_the_same_order() -> None:
    assert keys("sv") == keys("en")
    assert len(keys("sv")) > 150


def test_no_word_is_left_untranslated() -> None:
    swedish, english = (set(re.findall(r'^ +"?([\w ]+)"?: "(.{15,})",', words(one), re.MULTILINE)) for one in LANGUAGES)
    assert swedish & english == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_role_status_and_error_has_a_word(language: str) -> None:
    part = words(language)
    for kind in Kind:
        assert f'"{kind.value}": "' in part
    for role in Role:
        label = role_label(role, language).replace("'", "’")
        assert f'{role.value}: "{label}"' in part
    for status in Status:
        assert f'{status.value}: "' in part
    for code in {*CODES.values(), *ERROR_CLASSES.values(), "host", "key", "unexpected"} - {"method", "request"}:
        assert f'{code}: "' in part or f'{code.partition("_")[0]}: "' in part  # as heard.js looks them up


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_that_the_page_names_exists(language: str) -> None:
    for word in re.findall(r'data-(?:word|name|hint)="(\w+)"', HTML):
        assert re.search(rf'^  {word}: "', words(language), re.MULTILINE), word


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_says_at_first_sight_that_it_is_an_ai_system_that_can_be_wrong(language: str) -> None:
    """Regulation (EU) 2024/1689, article 50(1)."""
    notice = re.search(r'^  notice: "(.+)",$', words(language), re.MULTILINE)
    assert notice and 'data-word="notice"' in HTML
    assert all(word in notice[1] for word in {"sv": ("AI-system", "fel"), "en": ("AI system", "wrong")}[language])


@pytest.mark.parametrize("file", [*SCRIPTS, *SHEETS], ids=name)
def test_files_stay_readable(file: Path) -> None:
    assert len(file.read_text(encoding="utf-8").splitlines()) <= 300


def colours() -> list[dict[str, str]]:
    """The named colours of the light theme and of the dark one."""
    text = (PAGE / "look" / "colours.css").read_text(encoding="utf-8")
    blocks = re.findall(r"^:root(?:\[data-theme=\"dark\"\])? \{(.*?)^\}", text, re.DOTALL | re.MULTILINE)
    return [dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block)) for block in blocks]


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours (WCAG 2.2, "contrast ratio" and "relative luminance")."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
def test_text_stands_out_from_its_ground_as_wcag_aa_asks(theme: int) -> None:
    named = colours()[theme]
    inks = ("ink", "soft", "accent", "alarm", "decision", "proposal", "account", "reply", "claim", "plain")
    pairs = [(ink, ground) for ink in inks for ground in ("ground", "sheet", "tint", "cited")]
    for ink, ground in [*pairs, ("ink", "mark"), ("on-accent", "accent"), ("sheet", "alarm")]:
        assert contrast(named[ink], named[ground]) >= 4.5, f"{ink} on {ground}"


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
def test_the_edges_of_what_one_can_use_stand_out_as_wcag_aa_asks(theme: int) -> None:
    named = colours()[theme]
    for edge, ground in [("edge", "ground"), ("edge", "sheet"), ("accent", "sheet"), ("accent", "ground")]:
        assert contrast(named[edge], named[ground]) >= 3, f"{edge} on {ground}"
