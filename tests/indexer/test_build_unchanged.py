"""Indexing a folder again in which nothing has changed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from types import ModuleType

from indexer import versions

_INDEX = """
import sys
from pathlib import Path
from indexer.build import build
heavy = ("torch", "chromadb", "indexer.readers", "indexer.structure")
print(build([Path(sys.argv[1])], Path(sys.argv[2])).outcomes, [name for name in heavy if name in sys.modules])
"""


def test_an_unchanged_folder_loads_neither_torch_nor_readers_nor_chroma(tmp_path: Path, plain: ModuleType) -> None:
    versions.reading_fingerprint.cache_clear()  # the code may have been edited since this process began
    (tmp_path / "docs").mkdir()
    for number in range(5):
        (tmp_path / "docs" / f"{number}.txt").write_text(f"Text {number}.")
    plain.index(tmp_path / "docs", tmp_path / "library")
    command = [sys.executable, "-c", _INDEX, str(tmp_path / "docs"), str(tmp_path / "library")]
    done = subprocess.run(command, capture_output=True, text=True, cwd=Path(__file__).parents[2])
    assert done.stdout.strip() == "{'unchanged': 5} []", done.stderr
