"""Some hundred damaged, locked, hostile and odd real files, with good ones between: each is read or refused by name."""

from __future__ import annotations

import subprocess
import sys
import time
from itertools import chain, zip_longest
from pathlib import Path

import pytest

from indexer.errors import Reason, Refusal
from indexer.readers import read_all
from indexer.settings import settings

ROOT = Path(__file__).parents[3]
DATA = ROOT.parent / "shared" / "data" / "dev"

PEAK = """
import resource, sys
from pathlib import Path
from indexer.readers import read_all
list(read_all([Path(name) for name in sys.argv[1:]], workers=2))
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)
"""

pytestmark = pytest.mark.skipif(not (DATA / "badfiles").is_dir(), reason="needs the folder ../shared/data/dev/badfiles")


def test_every_bad_file_is_read_or_refused_by_name_and_spoils_no_good_one() -> None:
    bad = sorted(path for path in (DATA / "badfiles").iterdir() if path.suffix != ".tsv")
    good = sorted((DATA / "alingsas").rglob("*.pdf"))[:30] + sorted((DATA / "../../seeds").resolve().glob("*.txt"))
    mixed = [path for path in chain.from_iterable(zip_longest(bad, good)) if path is not None]
    begun = time.monotonic()

    results = dict(read_all(mixed, workers=2))

    assert time.monotonic() - begun < 90
    assert list(results) == mixed
    refusals = {path: result for path, result in results.items() if isinstance(result, Refusal)}
    assert all(refusal.detail and refusal.advice for refusal in refusals.values())
    assert not [path for path, refusal in refusals.items() if refusal.reason is Reason.TIMED_OUT]
    assert {refusals[path].reason for path in good if path in refusals} <= {Reason.NO_TEXT}  # "Sidan saknas"


def test_no_bad_file_takes_more_memory_than_is_allowed() -> None:
    bad = sorted(str(path) for path in (DATA / "badfiles").iterdir() if path.suffix != ".tsv")
    done = subprocess.run(  # a process of its own: the peak is that of all its children, whatever other tests ran
        [sys.executable, "-c", PEAK, *bad], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert int(done.stdout) < settings().read_memory_mb


@pytest.mark.parametrize(
    ("word", "reasons"),
    [
        ("ncrypted.odt", {Reason.ENCRYPTED}),
        ("protected", {Reason.ENCRYPTED}),
        ("truncated.docx", {Reason.DAMAGED}),
        ("xmlbomb", {Reason.UNSAFE, Reason.UNSUPPORTED}),
        (".zip", {Reason.DAMAGED, Reason.UNSAFE, Reason.UNSUPPORTED}),
        (".xlsx", {Reason.DAMAGED, Reason.ENCRYPTED, Reason.UNSAFE}),
    ],
)
def test_known_kinds_of_trouble_are_called_by_their_names(word: str, reasons: set[Reason]) -> None:
    paths = [path for path in (DATA / "badfiles").iterdir() if word in path.name]
    found = {result.reason if isinstance(result, Refusal) else None for _, result in read_all(paths)}
    assert paths
    assert found <= reasons
