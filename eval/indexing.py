"""The doors through which a product takes in documents: `index` and `status`."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

from eval import door
from eval.errors import DoorError

SOME_REFUSED = 1  # exit code of `index` when some file was refused, see the contract of the doors


def index(folder: Path, library: Path, product: str = "") -> dict[str, Any]:
    """Have the folder indexed: the product's report. Raises DoorError when nothing could be indexed."""
    return _told(product, ["index", str(folder), "--library", str(library), "--json"], SOME_REFUSED)


def status(library: Path, product: str = "") -> dict[str, Any]:
    """What the product says of the library. Raises DoorError."""
    return _told(product, ["status", "--library", str(library), "--json"])


def version(library: Path, product: str = "") -> str | None:
    """What the product says of itself, or None where it says nothing."""
    said = _perhaps(library, product).get("product")
    return str(said) if said else None


def sources(library: Path, product: str = "") -> list[Path]:
    """The folders that a library was indexed from, as the product tells, else `namndsvar`; none where neither does."""
    told = _perhaps(library, product).get("sources") or _perhaps(library, "").get("sources")
    return [Path(source) for source in told or ()]


def _perhaps(library: Path, product: str) -> dict[str, Any]:
    try:
        return status(library, product)
    except DoorError:
        return {}  # a product need not have this door


def _told(product: str, arguments: list[str], fine: int = 0) -> dict[str, Any]:
    asked = [*door.command(product), *arguments]
    try:
        ended = subprocess.run(asked, capture_output=True, text=True, encoding="utf-8", check=False)
    except OSError as error:
        raise DoorError(f"Cannot start the product {asked[0]}: {error.strerror}.") from error
    if ended.returncode not in (0, fine):
        raise DoorError(f"`{arguments[0]}` ended with exit code {ended.returncode}: {ended.stderr.strip()[-500:]}")
    try:
        told = json.loads(ended.stdout)
    except json.JSONDecodeError as error:
        raise DoorError(f"`{arguments[0]} --json` did not answer with JSON ({error}).") from error
    if not isinstance(told, dict):
        raise DoorError(f"`{arguments[0]} --json` did not answer with an object.")
    return told
