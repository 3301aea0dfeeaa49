"""The steps of each set, in the order in which they run."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from eval.baselines.measure import ENGINES
from eval.results.sets import GoldenSet, PublicSet
from eval.results.steps import ROOT, Step

PRODUCT: Final = ("api", "indexer", "qa", "requirements.lock")
ANSWERING: Final = (*PRODUCT, "eval/*.py", "eval/build/grids.py")
FINDING: Final = ("eval/baselines", "eval/retrieval", "eval/extract.py")
PLACES: Final = ("eval/golden.py", "eval/matching.py", "eval/places.py", "eval/ranking.py")
"""The code that figures depend on, as patterns; reports and commands change no figure."""


def code(patterns: Sequence[str]) -> tuple[Path, ...]:
    """The files and folders of the patterns, relative to the repository."""
    return tuple(path.relative_to(ROOT) for pattern in patterns for path in sorted(ROOT.glob(pattern)))


def answering(which: GoldenSet) -> Step:
    """`eval run` on a golden set."""
    arguments = ("run", str(which.golden), "--documents", str(which.documents))
    sources = (which.golden, which.documents, *code(ANSWERING))
    shown = f"`namndsvar index {which.documents} --library LIB`, {_command(*arguments, '--library', 'LIB')}"
    return Step(f"{which.name}-run", arguments, sources, shown, which.documents)


def finding(which: GoldenSet) -> list[Step]:
    """`eval baselines` on a golden set, each engine a step of its own: most do not depend on the product."""
    arguments = ("baselines", str(which.golden), "--documents", str(which.documents))
    sources = (which.golden, which.documents, *code(PLACES))
    return _engines(which.name, arguments, sources, _command(*arguments))


def ranking(which: PublicSet, folder: Path) -> list[Step]:
    """`eval baselines` on a public set, converted into `folder`."""
    made = _command("convert", which.form, str(which.source), "DIR")
    asked = _command("baselines", f"DIR/{which.part}" if which.part else "DIR")
    return _engines(which.name, ("baselines", str(folder)), (folder,), f"{made}, {asked}")


def _command(*arguments: str) -> str:
    return f"`python -m eval {' '.join(arguments)}`"


def _engines(name: str, arguments: tuple[str, ...], sources: tuple[Path, ...], shown: str) -> list[Step]:
    return [
        Step(
            f"{name}-{engine}",
            (*arguments, "--engine", engine),
            (*sources, *code((*FINDING, *PRODUCT) if engine == "product" else FINDING)),
            shown,
        )
        for engine in ENGINES
    ]
