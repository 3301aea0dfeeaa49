"""The command as a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
COMMAND = [sys.executable, "-c", "from api.command import main; main()"]
HEAVY = ("torch", "chromadb", "sentence_transformers", "langchain_core", "fastapi", "tantivy", "numpy")


def run(*arguments: str, stdin: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COMMAND, *arguments],
        input=stdin,
        cwd=ROOT,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=30,
        check=False,
    )


def test_help_comes_at_once_and_names_every_command() -> None:
    started = time.monotonic()
    result = run("--help")
    assert time.monotonic() - started < 2  # about 0.1 s where nothing else runs
    assert result.returncode == 0
    for command in ("index", "ask", "search", "serve", "status", "remove", "verify", "eval"):
        assert f"\n  {command}" in result.stdout


def test_the_command_line_is_read_without_loading_anything_heavy() -> None:
    script = f"import sys, api.command; print([name for name in {HEAVY} if name in sys.modules])"
    result = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"


def test_a_library_that_is_not_there_is_one_sentence_that_says_how_to_make_one(tmp_path: Path) -> None:
    pytest.importorskip("qa.engine", reason="the engine is not there yet", exc_type=ImportError)
    result = run("ask", "Hur många?", "--library", str(tmp_path / "none"))
    assert (result.returncode, result.stdout) == (1, "")
    assert len(result.stderr.splitlines()) == 1
    assert "namndsvar index" in result.stderr


def test_wrong_usage_is_told_without_traceback() -> None:
    result = run("ask", "--nonsense")
    assert (result.returncode, result.stdout) == (2, "")
    assert "Traceback" not in result.stderr


def test_a_setting_that_cannot_be_read_is_one_sentence() -> None:
    result = run("ask", "Hur många?", NAMNDSVAR_QUESTION_CHARACTERS="many")
    assert (result.returncode, result.stdout) == (1, "")
    assert len(result.stderr.splitlines()) == 1


def test_the_evaluation_runs_as_a_program_of_its_own(tmp_path: Path) -> None:
    golden = tmp_path / "golden.jsonl"
    golden.write_text("this is no question\n", encoding="utf-8")
    (tmp_path / "eval").mkdir()  # a folder of that name where the user stands is not the package
    result = subprocess.run(
        [*COMMAND, "eval", "run", str(golden)],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert result.returncode == 1
    assert "No module named" not in result.stderr
    assert "golden.jsonl" in result.stderr and len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize("words", ["--help", "run --help", "compare --help", "gates --help"])
def test_what_follows_eval_is_handed_on_as_it_stands(words: str) -> None:
    result = run("eval", *words.split())
    assert result.returncode == 0
    assert f"Usage: namndsvar eval {words.removesuffix('--help')}".rstrip() in result.stdout


@pytest.mark.parametrize("words", ["nonsense", "run", "run none.jsonl", "run README.md --nonsense", "compare a b"])
def test_wrong_usage_of_the_evaluation_is_told_without_traceback(words: str) -> None:
    result = run("eval", *words.split())
    assert (result.returncode, result.stdout) == (2, "")
    assert "Traceback" not in result.stderr
