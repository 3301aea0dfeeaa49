"""Imports run one way: api -> qa -> indexer; eval sees none of them."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ALLOWED = {"indexer": {"indexer"}, "qa": {"qa", "indexer"}, "api": {"api", "qa", "indexer"}, "eval": {"eval"}}


def imported(file: Path) -> set[str]:
    """Top-level names of the modules that a file imports anywhere in it."""
    names = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.split(".")[0])
    return names


@pytest.mark.parametrize("package", ALLOWED)
def test_a_package_imports_only_what_lies_below_it(package: str) -> None:
    files = list((ROOT / package).rglob("*.py"))
    assert files
    for file in files:
        strangers = imported(file) & set(ALLOWED) - ALLOWED[package]
        assert not strangers, f"{file.relative_to(ROOT)} imports {strangers}"


def test_langchain_is_imported_only_at_the_edge() -> None:
    users = [file for package in ALLOWED for file in (ROOT / package).rglob("*.py")
             if any(name.startswith("langchain") for name in imported(file))]  # fmt: skip
    assert {file.parent.name for file in users} <= {"api", "baselines"}, users
