"""The product reaches its minimum scores on the example set; a gate is not lowered without a reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from eval.errors import GateError
from eval.gates import Gate, held, measured, read

HEAD = 'golden = "g.jsonl"\ndocuments = "documents"\n'


def gates(folder: Path, entry: str) -> tuple[Gate, ...]:
    file = folder / "gates.toml"
    file.write_text(f'{HEAD}[[gate]]\nlanguage = "sv"\nmeasure = "strict"\n{entry}\n', encoding="utf-8")
    return read(file).gates


def test_a_gate_is_open_from_its_bound_on(tmp_path: Path) -> None:
    (least,) = gates(tmp_path, "least = 0.5\nonce = 0.5")
    (most,) = gates(tmp_path, "most = 0.2\nonce = 0.2")
    for gate, value, expected in ((least, 0.5, True), (least, 0.49, False), (most, 0.2, True), (most, 0.21, False)):
        (passed,) = held([gate], {"sv": {"all": {"strict": {"value": value}}}})
        assert passed.open == expected


def test_what_was_not_counted_does_not_pass(tmp_path: Path) -> None:
    (passed,) = held(gates(tmp_path, "most = 1.0\nonce = 1.0"), {"sv": {"all": {}}})
    assert not passed.open


@pytest.mark.parametrize("bound", ["least = 0.4\nonce = 0.5", "most = 0.3\nonce = 0.2"])
def test_a_lowered_gate_needs_a_reason_beside_it(tmp_path: Path, bound: str) -> None:
    with pytest.raises(GateError, match="reason"):
        gates(tmp_path, bound)
    assert gates(tmp_path, f'{bound}\nreason = "Harder questions were added."')


@pytest.mark.parametrize(
    "wrong", ["once = 0.5", "least = 0.5", "least = 0.5\nmost = 0.6\nonce = 0.5", "least =", 'measure = "strict"']
)
def test_a_gate_that_makes_no_sense_is_told(tmp_path: Path, wrong: str) -> None:
    with pytest.raises(GateError):
        gates(tmp_path, wrong)


def test_an_unknown_measure_is_told(tmp_path: Path) -> None:
    file = tmp_path / "gates.toml"
    file.write_text(f'{HEAD}[[gate]]\nlanguage = "sv"\nmeasure = "luck"\nleast = 1\nonce = 1\n', encoding="utf-8")
    with pytest.raises(GateError, match="luck"):
        read(file)


def test_the_product_passes_its_gates(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OMP_NUM_THREADS", "1")  # more threads than cores make the models many times slower
    known = read()
    found = measured(known, library=None)
    closed = [each for each in held(known.gates, found["summary"]) if not each.open]
    assert not closed
