"""A source text becomes blocks."""

from __future__ import annotations

import importlib
from pathlib import Path
from types import ModuleType

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"
HEAD = "file: a.pdf\nkind: Protokoll\nunit: Nämnden\ndate: 2020-01-02\ntitle: Prov\n===\n"


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(EXAMPLES))
    return importlib.import_module("read_source")


def test_blocks_are_told_apart(reader: ModuleType) -> None:
    blocks = [
        "## § 1 Val",
        "Ord\nfler ord",
        "1. ett\n2. två\n   mer",
        "| a | b |\n| c |  |",
        "@ Namn\nEva\nBo",
        "[ny sida]",
    ]
    found = [reader.part(block) for block in blocks]
    assert [part.sort.value for part in found] == ["heading", "text", "items", "table", "pair", "break"]
    assert (found[0].level, found[0].text) == (2, "§ 1 Val")
    assert found[1].text == "Ord fler ord"
    assert found[2].rows == (("1.", "ett"), ("2.", "två mer"))
    assert found[3].rows == (("a", "b"), ("c", ""))
    assert found[4].rows == (("Namn",), ("Eva", "Bo"))


def test_a_backslash_keeps_a_line_break(reader: ModuleType) -> None:
    assert reader.fold("Vid protokollet\\\nEva") == "Vid protokollet\nEva"


def test_footnotes_are_kept_apart(reader: ModuleType, tmp_path: Path) -> None:
    path = tmp_path / "a.source.txt"
    path.write_text(f"{HEAD}Andelen var 4 procent.[^1]\n\n[^1]: Utan sommarjobb.\n", encoding="utf-8")
    source = reader.read_source(path)
    assert (len(source.parts), source.notes) == (1, {"1": "Utan sommarjobb."})


@pytest.mark.parametrize(
    ("text", "said"), [("kind: Protokoll\n", "no line '==='"), ("kind: A\n===\nOrd\n", "lacks date")]
)
def test_a_source_that_is_not_of_the_form_is_refused(reader: ModuleType, tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "a.source.txt"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=said):
        reader.read_source(path)
