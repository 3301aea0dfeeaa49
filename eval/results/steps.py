"""One step of measuring: a command of the evaluation, run when what it depends on has changed since the last time."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from hashlib import file_digest, sha256
from pathlib import Path
from typing import Any, Final

from eval import indexing
from eval.errors import DoorError

ROOT: Final = Path(__file__).parents[2]
MODEL: Final = "NAMNDSVAR_EMBEDDING_MODEL"
Told = Callable[[str], None]


@dataclass(frozen=True)
class Step:
    """arguments: of `python -m eval`, to which `--json OUT` is added. sources: what the figures depend on.

    shown: the command for people. documents: indexed into a fresh library first, which the command gets as --library.
    """

    name: str
    arguments: tuple[str, ...]
    sources: tuple[Path, ...]
    shown: str
    documents: Path | None = None


@dataclass(frozen=True)
class Outcome:
    """result: the JSON of the command, or None and the reason why there is none."""

    result: dict[str, Any] | None
    reason: str = ""


def run(step: Step, work: Path, product: str, told: Told) -> Outcome:
    """The result of a step, from the work folder when nothing that it depends on has changed."""
    out, key_file = work / f"{step.name}.json", work / f"{step.name}.key"
    key = _key(step, product)
    if out.is_file() and key_file.is_file() and key_file.read_text() == key:
        told(f"{step.name}: as before")
        return Outcome(json.loads(out.read_text(encoding="utf-8")))
    told(f"{step.name}: measuring ...")
    start = time.monotonic()
    work.mkdir(parents=True, exist_ok=True)
    key_file.unlink(missing_ok=True)
    reason = _measure(step, work, product, out)
    if reason:
        told(f"{step.name}: failed: {reason}")
        return Outcome(None, reason)
    key_file.write_text(key)
    told(f"{step.name}: done in {time.monotonic() - start:.0f} s")
    return Outcome(json.loads(out.read_text(encoding="utf-8")))


def _measure(step: Step, work: Path, product: str, out: Path) -> str:
    """Run the command; why it failed, or nothing."""
    arguments = [*step.arguments, "--json", str(out.resolve()), *(["--product", product] if product else [])]
    if step.documents is not None:
        library = (work / f"{step.name}-library").resolve()
        shutil.rmtree(library, ignore_errors=True)
        try:
            indexing.index(ROOT / step.documents, library, product)
        except DoorError as error:
            return str(error)
        arguments += ["--library", str(library)]
    ended = subprocess.run(
        [sys.executable, "-m", "eval", *arguments],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    return "" if ended.returncode == 0 and out.is_file() else _last_line(ended.stderr) or f"exit {ended.returncode}"


def _key(step: Step, product: str) -> str:
    """Changes with the command, with what it reads, with the code, and with the product's settings."""
    settings = {name: value for name, value in os.environ.items() if name.startswith("NAMNDSVAR_")}
    digest = sha256(repr((step.arguments, product, sorted(settings.items()))).encode())
    model = Path(settings.get(MODEL) or os.devnull)  # a folder, where one is set: it may be trained anew
    for source in (*step.sources, *([model.resolve()] if model.is_dir() else [])):
        for file in _files(ROOT / source):
            digest.update(file.relative_to(ROOT / source).as_posix().encode() + b"\0")
            with file.open("rb") as stream:
                digest.update(file_digest(stream, "sha256").digest())
    return digest.hexdigest()


def _files(source: Path) -> Iterable[Path]:
    if source.is_file():
        return [source]
    return sorted(file for file in source.rglob("*") if file.is_file() and "__pycache__" not in file.parts)


def _last_line(text: str) -> str:
    return next((line.strip() for line in reversed(text.splitlines()) if line.strip()), "")
