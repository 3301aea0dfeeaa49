"""The documents tell the truth: links, settings and commands are the real ones, and nothing is left to fill in."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from indexer.settings import Settings

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", ROOT / "eval" / "RESULTS.md", ROOT / "examples" / "README.md"]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name + " in " + page.parent.name)
def test_every_link_leads_to_a_file(page: Path) -> None:
    links = re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8"))
    assert not [link for link in links if not link.startswith("http") and not (page.parent / link).exists()]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name + " in " + page.parent.name)
def test_nothing_is_left_to_fill_in(page: Path) -> None:
    assert not re.search(r"@@|TODO|FIXME", page.read_text(encoding="utf-8"))


def test_the_settings_table_is_that_of_the_code() -> None:
    documented = dict(re.findall(r"^\| `NAMNDSVAR_(\w+)` \| `([^`]+)` \|", README, re.MULTILINE))
    real = {name.upper(): str(field.default).removesuffix(".0") for name, field in Settings.model_fields.items()}
    assert documented == real


def test_the_map_names_every_folder_of_the_product() -> None:
    for folder in ("indexer", "qa", "api", "eval", "examples", "tests"):
        assert f"`{folder}/`" in README
        assert (ROOT / folder).is_dir()


def test_the_two_commands_are_targets_of_the_makefile() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for command in ("make chat", "make test"):
        assert command in README
        assert re.search(rf"^{command.split()[1]}:", makefile, re.MULTILINE)


def test_every_dependency_is_locked_to_one_version() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["develop"]]
    names = {re.split(r"[\[<>=]", requirement)[0].lower().replace("_", "-") for requirement in wanted}
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    locked = {name.lower().replace("_", "-") for name in re.findall(r"^([\w.-]+)==\S+$", lock, re.MULTILINE)}
    assert names <= locked
    assert re.search(r"^torch==2\.13\.0$", lock, re.MULTILINE)
