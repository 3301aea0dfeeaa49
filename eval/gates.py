"""Minimum scores on the example set: read from gates.toml, and held against a run."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from eval.asking import evaluated
from eval.errors import GateError
from eval.golden import cases
from eval.indexing import index
from eval.summary import MEANS, SHARES

FILE = Path(__file__).with_name("gates.toml")


@dataclass(frozen=True)
class Gate:
    """A bound on one measure: least or most; once: the best bound that has stood here; reason: why it is weaker now."""

    language: str
    group: str
    measure: str
    least: float | None
    most: float | None
    once: float
    reason: str


@dataclass(frozen=True)
class Passed:
    """A gate with what was measured (None when nothing was counted, which never passes)."""

    gate: Gate
    value: float | None

    @property
    def open(self) -> bool:
        """Does the run pass?"""
        least, most = self.gate.least, self.gate.most
        if self.value is None:
            return False
        return (least is None or self.value >= least) and (most is None or self.value <= most)


@dataclass(frozen=True)
class Gates:
    """All gates, with the golden set and the folder of documents that they are measured on."""

    golden: Path
    documents: Path
    gates: tuple[Gate, ...]


def read(path: Path = FILE) -> Gates:
    """Read the gates; paths in the file are relative to it. Raises GateError."""
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
        gates = tuple(_gate(entry) for entry in found["gate"])
        return Gates((path.parent / found["golden"]).resolve(), (path.parent / found["documents"]).resolve(), gates)
    except OSError as error:
        raise GateError(f"Cannot read the gates {path}: {error.strerror}.") from error
    except (tomllib.TOMLDecodeError, KeyError, TypeError) as error:
        raise GateError(f"{path} is no file of gates ({error!r}).") from error


def measured(gates: Gates, library: Path | None, product: str = "") -> dict[str, Any]:
    """A run on the gates' golden set; without a library the documents are indexed into one that is thrown away."""
    chosen = list(cases(gates.golden))
    with TemporaryDirectory() as folder:
        if library is None:
            library = Path(folder) / "library"
            index(gates.documents, library)
        return evaluated(gates.golden.name, chosen, library, product, gates.documents, searching=True)


def held(gates: Sequence[Gate], summary: Mapping[str, Any]) -> list[Passed]:
    """Each gate against the summary of a run."""
    return [Passed(gate, _value(gate, summary)) for gate in gates]


def _value(gate: Gate, summary: Mapping[str, Any]) -> float | None:
    figure = summary.get(gate.language, {}).get(gate.group, {}).get(gate.measure)
    return None if figure is None else float(figure["value"])


def _gate(entry: Mapping[str, Any]) -> Gate:
    gate = Gate(
        language=entry["language"],
        group=entry.get("group", "all"),
        measure=entry["measure"],
        least=entry.get("least"),
        most=entry.get("most"),
        once=entry["once"],
        reason=str(entry.get("reason", "")).strip(),
    )
    name = f"The gate {gate.measure} ({gate.language}, {gate.group})"
    if gate.measure not in {*SHARES, *MEANS}:
        raise GateError(f"{name}: there is no such measure; known are {', '.join([*SHARES, *MEANS])}.")
    if (gate.least is None) == (gate.most is None):
        raise GateError(f"{name} needs either `least` or `most`.")
    lowered = gate.least < gate.once if gate.least is not None else (gate.most or 0) > gate.once
    if lowered and not gate.reason:
        raise GateError(f"{name} is weaker than the {gate.once} that once stood here: write the `reason` beside it.")
    return gate
