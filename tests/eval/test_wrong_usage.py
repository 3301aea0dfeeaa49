"""Wrong inputs: one sentence, exit code 1 or 2, never a traceback, and nothing measured in vain."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from eval.__main__ import main

CASE = {"id": "a", "lang": "sv", "kind": "k", "question": "?", "answerable": True, "locator": "x", "doc": "a.txt"}
WRONG = {
    "no file": (["run", "none.jsonl"], 2, "does not exist"),
    "an empty set": (["run", "empty.jsonl"], 1, "empty.jsonl holds no question"),
    "an empty set to search": (["search", "empty.jsonl"], 1, "holds no question"),
    "an empty set to convert": (["convert", "swefaq", "empty.jsonl", "out"], 1, "holds no question"),
    "the same id twice": (["run", "twice.jsonl"], 1, "line 2: the id 'a' stands in an earlier line too"),
    "a file that is no text": (["review", "binary.jsonl"], 1, "no text in UTF-8"),
    "a folder to write in that is not there": (["run", "one.jsonl", "--json", "none/out.json"], 2, "does not exist"),
    "a page in a folder that is not there": (["report", "one.jsonl", "none/out.html"], 2, "does not exist"),
    "a set built where no folder is": (["build", "none/out.jsonl", "--documents", "bare"], 2, "does not exist"),
    "no originals": (["build", "out.jsonl", "--documents", "bare"], 1, "Nothing could be built from 0 files"),
    "a command that no shell reads": (["run", "one.jsonl", "--product", "'"], 1, "Cannot read the command"),
    "a product that says why it ends": (
        ["run", "one.jsonl", "--product", f"{sys.executable} product.py"], 1, "0 of 1 questions answered: No library.",
    ),
    "a run without cases": (["report", "hollow.json", "out.html"], 1, "not a run of form 1"),
    "no documents": (["baselines", "one.jsonl"], 2, "needs --documents"),
    "documents without text": (
        ["baselines", "one.jsonl", "--documents", "bare", "--engine", "stemmed"], 1, "no text in the documents",
    ),
    "questions without a place": (["baselines", "placeless.jsonl", "--documents", "bare"], 1, "names a place"),
    "no page": (["results", "--out", "none.md"], 1, "Cannot read none.md"),
}  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "bare").mkdir()
    (tmp_path / "empty.jsonl").touch()
    (tmp_path / "one.jsonl").write_text(json.dumps(CASE), encoding="utf-8")
    (tmp_path / "placeless.jsonl").write_text(json.dumps({**CASE, "locator": ""}), encoding="utf-8")
    (tmp_path / "twice.jsonl").write_text(f"{json.dumps(CASE)}\n{json.dumps(CASE)}", encoding="utf-8")
    (tmp_path / "binary.jsonl").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "hollow.json").write_text('{"form": 1, "cases": [{}]}', encoding="utf-8")
    (tmp_path / "product.py").write_text("import sys; sys.exit('No library.')", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("wrong", WRONG)
def test_wrong_usage_is_told_in_a_sentence(
    folder: Path, wrong: str, monkeypatch: pytest.MonkeyPatch, capfd: Any
) -> None:
    arguments, code, said = WRONG[wrong]
    monkeypatch.setattr(sys, "argv", ["eval", *arguments])
    with pytest.raises(SystemExit) as ended:
        main()
    told = capfd.readouterr()
    assert (ended.value.code, told.out) == (code, "")
    assert said in " ".join(told.err.split()) and "Traceback" not in told.err
    assert code == 2 or len(told.err.splitlines()) == 1
    assert not list(folder.glob("out*"))
