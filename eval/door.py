"""The only way in which the evaluation sees a product: its command line."""

from __future__ import annotations

import json
import shlex
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any, Protocol

from eval.errors import DoorError
from eval.golden import Case


class Asked(Protocol):
    """What can be searched for."""

    @property
    def id(self) -> str: ...

    @property
    def question(self) -> str: ...


def command(product: str = "") -> list[str]:
    """The command as words: `product` as a shell would read it, else the `namndsvar` beside this interpreter.

    Raises DoorError for a command that no shell could read.
    """
    try:
        words = shlex.split(product)
    except ValueError as error:
        raise DoorError(f"Cannot read the command of the product, {product!r}: {error}.") from error
    return words or [str(Path(sys.executable).with_name("namndsvar"))]


def ask(
    cases: Sequence[Case], library: Path, progress: Callable[[], None], product: str = ""
) -> Iterator[dict[str, Any]]:
    """One answer for each case, in order, through `ask --batch`. Raises DoorError."""
    requests = [{"id": case.id, "question": case.question, "history": list(case.history)} for case in cases]
    return _batch([*command(product), "ask", "--batch", "--library", str(library)], requests, progress)


def search(
    cases: Sequence[Asked], library: Path, k: int, progress: Callable[[], None], product: str = ""
) -> Iterator[dict[str, Any]]:
    """The k nearest paragraphs for each case, in order, through `search --batch`. Raises DoorError."""
    requests = [{"id": case.id, "question": case.question, "k": k} for case in cases]
    return _batch([*command(product), "search", "--batch", "--library", str(library)], requests, progress)


def _batch(
    arguments: list[str], requests: Sequence[dict[str, Any]], progress: Callable[[], None]
) -> Iterator[dict[str, Any]]:
    answered = 0
    # files, since two pipes at once can block each other
    with TemporaryFile("w+", encoding="utf-8") as lines, TemporaryFile("w+", encoding="utf-8") as said:
        lines.writelines(json.dumps(request, ensure_ascii=False) + "\n" for request in requests)
        lines.seek(0)
        with _started(arguments, lines.fileno(), said.fileno()) as child:
            for request, line in zip(requests, child.stdout or (), strict=False):
                yield _answer(line, request["id"])
                answered += 1
                progress()
        if answered < len(requests):
            said.seek(0)
            last = (said.read().strip().splitlines() or [f"exit code {child.returncode}"])[-1]
            raise DoorError(f"The product ended early, with {answered} of {len(requests)} questions answered: {last}")


def _started(arguments: list[str], stdin: int, stderr: int) -> subprocess.Popen[str]:
    try:
        return subprocess.Popen(
            arguments, stdin=stdin, stdout=subprocess.PIPE, stderr=stderr, text=True, encoding="utf-8"
        )
    except OSError as error:
        raise DoorError(f"Cannot start the product {arguments[0]}: {error.strerror}.") from error


def _answer(line: str, identifier: str) -> dict[str, Any]:
    try:
        answer = json.loads(line)
    except json.JSONDecodeError as error:
        raise DoorError(f"The answer to {identifier!r} is no JSON: {line[:80]!r}.") from error
    if not isinstance(answer, dict) or answer.get("id") != identifier:
        came = answer.get("id") if isinstance(answer, dict) else answer
        raise DoorError(f"Answer {came!r} came where {identifier!r} was asked.")
    return answer
