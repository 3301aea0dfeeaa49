"""A disk that fills up while indexing: what was told is kept, the rest is told as an error."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from indexer.library import Library

_CHILD = """
import importlib.util, resource, sys
spec = importlib.util.spec_from_file_location("plain", sys.argv[1])
plain = importlib.util.module_from_spec(spec)
spec.loader.exec_module(plain)
from indexer.errors import LibraryError
limit = int(sys.argv[4])
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
try:
    plain.main(*sys.argv[2:4])
except LibraryError as error:
    sys.exit(str(error))
"""


@pytest.mark.parametrize("kilobytes", [20, 260, 900])
def test_nothing_reported_is_lost_when_files_cannot_grow(tmp_path: Path, plain: ModuleType, kilobytes: int) -> None:
    docs, library = tmp_path / "docs", tmp_path / "library"
    docs.mkdir()
    for number in range(60):
        text = "\n\n".join(f"Stycke {part} i fil {number} om unikt{number}." for part in range(6))
        (docs / f"{number:02d}.txt").write_text(text, encoding="utf-8")
    child = [sys.executable, "-c", _CHILD, str(Path(__file__).with_name("plain.py")), str(docs), str(library)]
    root = Path(__file__).parents[2]
    done = subprocess.run([*child, str(kilobytes * 1024)], capture_output=True, text=True, cwd=root)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    told = [json.loads(line)["document_id"] for line in done.stdout.splitlines()]
    assert len(told) < 60 or "index could not be" in done.stderr
    if told:
        with Library.open(library) as opened:
            assert set(told) <= {document.id for document in opened.documents()}
    plain.index(docs, library)
    with Library.open(library) as opened:
        assert opened.counts()["documents"] == 60
