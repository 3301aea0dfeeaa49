"""The fingerprint of reading covers what shapes paragraphs, and nothing else."""

from __future__ import annotations

import ast
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

from indexer import versions

ROOT = Path(versions.__file__).parents[1]
LIMITS = {"indexer/__init__.py", "indexer/errors.py", "indexer/settings.py"}  # say what is refused, shape no paragraph


def module_file(name: str) -> Path | None:
    place = ROOT.joinpath(*name.split("."))
    return next((file for file in (place.with_suffix(".py"), place / "__init__.py") if file.is_file()), None)


def imported(file: Path) -> set[str]:
    """The modules that a file names in its imports, with the names taken from them, which may be modules."""
    found = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


def used() -> tuple[set[str], set[str]]:
    """Files of the indexer that readers and structure use, and the distributions that they use."""
    files = {file for name in ("readers", "structure") for file in (ROOT / "indexer" / name).rglob("*.py")}
    waiting, outside = list(files), set()
    while waiting:
        for name in imported(waiting.pop()):
            file = module_file(name) if name.startswith("indexer") else None
            if file and file not in files and file.relative_to(ROOT).as_posix() not in LIMITS:
                files.add(file)
                waiting.append(file)
            elif not name.startswith("indexer"):
                outside.add(name.partition(".")[0])
    distributions = packages_distributions()
    foreign = {distributions[name][0] for name in outside - sys.stdlib_module_names}
    return {file.relative_to(ROOT).as_posix() for file in files}, foreign


def covered() -> set[str]:
    return {
        file.relative_to(ROOT).as_posix()
        for name in versions._READING
        for file in versions._files(ROOT / "indexer" / name)
    }


def test_every_module_that_reading_uses_is_in_its_fingerprint_and_no_other() -> None:
    files, _ = used()
    assert {file for file in covered() if file.endswith(".py")} == files


def test_every_parser_that_reading_uses_is_in_its_fingerprint() -> None:
    _, distributions = used()
    named = {name.lower().replace("_", "-") for name in versions._PARSERS}
    # the stemmer comes in with tokens.py, of which reading uses the folding of letters alone; NumPy only holds columns
    assert {name.lower().replace("_", "-") for name in distributions} - {"snowballstemmer", "numpy"} <= named
    assert all(versions._version_of(name) != "-" for name in versions._PARSERS)


def test_the_learnt_data_that_repair_reads_is_in_the_fingerprint_and_translations_are_not() -> None:
    data = {Path(file).name for file in covered() if "/data/" in file}
    assert data == {"contexts.gz", "heads.gz", "words.gz"}
    assert all((ROOT / "indexer" / name).exists() for name in versions._READING)
