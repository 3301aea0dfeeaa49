"""Indexing killed with -9 at named and at random moments. NAMNDSVAR_KILLS=60 makes it a soak."""

from __future__ import annotations

import json
import os
import random
import select
import signal
import subprocess
import sys
import time
from collections import defaultdict
from hashlib import sha256
from pathlib import Path
from types import ModuleType

from indexer.build import verify
from indexer.embedding import HashingEmbedder
from indexer.library import Library
from indexer.model import Paragraph
from indexer.search import Search

KILLS = int(os.environ.get("NAMNDSVAR_KILLS", "12"))
STEPS = ("healed", "placed", "embed", "put", "words", "meaning", "done")
FILES = 40
CHILD = Path(__file__).with_name("plain.py")


class Town:
    """A folder of small texts that changes from run to run.

    texts: what stands in it, by path. versions: the documents that each file has been.
    """

    def __init__(self, folder: Path, chance: random.Random) -> None:
        self.folder = folder
        self.chance = chance
        self.texts: dict[str, str] = {}
        self.versions: dict[str, list[str]] = defaultdict(list)
        self.made = 0
        folder.mkdir()
        for _ in range(FILES):
            self.write(f"fil{self.made:04d}.txt")

    def write(self, name: str) -> None:
        """A new content: each paragraph holds a word that stands nowhere else."""
        self.made += 1
        text = "\n\n".join(f"Stycke om unikt{self.made:05d}x{part} i nämnden." for part in range(8))
        (self.folder / name).write_text(text, encoding="utf-8")
        self.texts[name] = text
        self.versions[name].append(sha256(text.encode()).hexdigest()[:16])

    def later(self, name: str, document_id: str) -> list[str]:
        """The documents that the file has been, from the given one on."""
        versions = self.versions[name]
        return versions[versions.index(document_id) :]

    def change(self) -> None:
        """Some files change, some go, some come."""
        for name in self.chance.sample(sorted(self.texts), 8):
            self.write(name)
        for name in self.chance.sample(sorted(self.texts), 3):
            (self.folder / name).unlink()
            del self.texts[name]
        for _ in range(3):
            self.write(f"ny{self.made:04d}.txt")


def test_nothing_reported_is_lost_and_nothing_gone_is_found_when_indexing_is_killed(
    tmp_path: Path, plain: ModuleType
) -> None:
    chance = random.Random(int(os.environ.get("NAMNDSVAR_KILL_SEED", "7")))
    town = Town(tmp_path / "town", chance)
    library = tmp_path / "library"
    told: dict[str, str] = {}  # path -> id of the document last reported there
    killed = 0
    for attempt in range(KILLS):
        killed += _run_and_kill(town.folder, library, attempt, chance, told)
        _check(library, told, town)
        town.change()
    assert killed >= KILLS * 2 // 3, "too few children were killed for this to mean anything"
    plain.index(town.folder, library)
    with Library.open(library) as opened:
        assert {document.path for document in opened.documents()} == set(town.texts)
    assert verify(library).rebuilt == ()


def _run_and_kill(folder: Path, library: Path, attempt: int, chance: random.Random, told: dict[str, str]) -> bool:
    """One child, killed at a named step or after a random time; notes what it reported. Whether it was killed."""
    named = attempt % 2 == 0
    step = STEPS[attempt // 2 % len(STEPS)]
    steps = (step, str(chance.randint(1, 8) if step == "put" else 1)) if named else ()
    command = [sys.executable, str(CHILD), str(folder), str(library), *steps]
    child = subprocess.Popen(command, stdout=subprocess.PIPE, cwd=Path(__file__).parents[2])
    assert child.stdout
    if not named:
        select.select([child.stdout], [], [], 30)  # the first report: from here on there is something to lose
        time.sleep(chance.uniform(0, 0.3))
        child.kill()
    lines = child.stdout.read().splitlines()
    child.stdout.close()
    code = child.wait()
    assert code in (0, -signal.SIGKILL), f"the child failed with {code}"
    for line in lines:
        if line.endswith(b"}"):
            _note(json.loads(line), told)
    return code != 0


def _note(report: dict[str, str], told: dict[str, str]) -> None:
    if report["outcome"] == "removed":
        told.pop(report["path"], None)
    else:
        told[report["path"]] = report["document_id"]


def _check(library: Path, told: dict[str, str], town: Town) -> None:
    if not (library / "library.db").is_file():
        assert not told
        return
    with Search.open(library, HashingEmbedder()) as search:
        known = {Path(file).name: found.document_id for file, found in search.library.known_files().items()}
        for path, document_id in told.items():
            # killed between a commit and its report, a later version is there unreported
            assert known.get(path) in town.later(path, document_id), "a document reported as indexed is lost"
        for document in search.library.documents():
            for paragraph in search.library.paragraphs(document.id)[::4]:
                assert [hit for hit, _ in search.words([(_word(paragraph), 1.0)], 5)] == [paragraph.id]
                assert search.meaning(paragraph.text, 1)[0][0] == paragraph.id
        current = {_word(part) for found in search.library.documents() for part in search.library.paragraphs(found.id)}
        for number in range(1, town.made + 1):
            word = f"unikt{number:05d}x0"
            assert bool(search.words([(word, 1.0)], 5)) == (word in current), "a hit on what is not there"


def _word(paragraph: Paragraph) -> str:
    return paragraph.text.split()[2]
