"""The only way in which the evaluation sees a product: its command line."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any

from eval.golden import Case


class DoorError(Exception):
    """The product did not answer as its contract says."""


def command() -> list[str]:
    """The `namndsvar` command beside this interpreter."""
    return [str(Path(sys.executable).with_name("namndsvar"))]


def ask(cases: Sequence[Case], library: Path, progress: Callable[[], None]) -> Iterator[dict[str, Any]]:
    """One answer for each case, in order, through `ask --batch`."""
    requests = [{"id": case.id, "question": case.question, "history": list(case.history)} for case in cases]
    return _batch([*command(), "ask", "--batch", "--library", str(library)], requests, progress)


def search(cases: Sequence[Case], library: Path, k: int, progress: Callable[[], None]) -> Iterator[dict[str, Any]]:
    """The k nearest paragraphs for each case, in order, through `search --batch`."""
    requests = [{"id": case.id, "question": case.question, "k": k} for case in cases]
    return _batch([*command(), "search", "--batch", "--library", str(library)], requests, progress)


def _batch(
    arguments: list[str], requests: Sequence[dict[str, Any]], progress: Callable[[], None]
) -> Iterator[dict[str, Any]]:
    answered = 0
    with TemporaryFile("w+", encoding="utf-8") as lines:  # a file, since two pipes at once can block each other
        lines.writelines(json.dumps(request, ensure_ascii=False) + "\n" for request in requests)
        lines.seek(0)
        with subprocess.Popen(arguments, stdin=lines, stdout=subprocess.PIPE, text=True, encoding="utf-8") as child:
            for request, line in zip(requests, child.stdout or (), strict=False):
                answer = json.loads(line)
                if answer.get("id") != request["id"]:
                    raise DoorError(f"Answer {answer.get('id')!r} came where {request['id']!r} was asked.")
                answered += 1
                progress()
                yield answer
    if answered < len(requests):
        raise DoorError(f"{answered} of {len(requests)} questions were answered; the command ended early.")
