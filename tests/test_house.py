"""The house keeps its measure: files under 300 lines, functions under 50, each file says what lives there."""

from __future__ import annotations

import ast
from pathlib import Path

ROOT = Path(__file__).parents[1]
FILES = [file for package in ("indexer", "qa", "api", "eval") for file in (ROOT / package).rglob("*.py")]


def test_no_file_is_over_300_lines() -> None:
    long = {str(file.relative_to(ROOT)): n for file in FILES if (n := len(file.read_text().splitlines())) > 300}
    assert not long


def test_no_function_is_over_50_lines() -> None:
    long = [
        f"{file.relative_to(ROOT)}:{node.name}"
        for file in FILES
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and (node.end_lineno or 0) - node.lineno > 50
    ]
    assert not long


def test_every_file_says_what_lives_there() -> None:
    silent = [
        str(file.relative_to(ROOT))
        for file in FILES
        if not ast.get_docstring(ast.parse(file.read_text(encoding="utf-8")))
    ]
    assert not silent
