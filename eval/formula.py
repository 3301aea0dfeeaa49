"""Working out again what an answer's `formula` comes to, with its operands: "(16 [2] − 5 [1]) / 5 [1] × 100"."""

from __future__ import annotations

import ast
import operator
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import mean, median
from typing import Final

_NUMBER = re.compile(r"\d{1,3}(?:[\s\u00a0\u202f]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)*")
_MARK = re.compile(r"\[(\d+)\]")
_CALL = re.compile(r"\b([a-z]+)\(((?:\[\d+\](?:,\s*)?)+)\)", re.IGNORECASE)
_COUNTS: Final = frozenset({"count", "antal"})
_NOTHING: Final[Mapping[int, Sequence[float]]] = {}
_FREE: Final = frozenset({100.0, 1000.0, 1e6})  # percent and scale: no source has to state them, after × or ÷
_SIGNS: Final = str.maketrans({"−": "-", "–": "-", "×": "*", "·": "*", "÷": "/", ":": "/", "^": " "})
_OPERATIONS: Final[dict[type, Callable[[float, float], float]]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}
_FUNCTIONS: Final[dict[str, Callable[[Sequence[float]], float]]] = {
    **dict.fromkeys(("sum", "summa"), lambda values: float(sum(values))),
    **dict.fromkeys(("mean", "average", "medel", "medelvärde"), lambda values: float(mean(values))),
    **dict.fromkeys(("count", "antal"), lambda values: float(len(values))),
    "median": lambda values: float(median(values)),
    "max": max,
    "min": min,
    "abs": lambda values: abs(values[0]),
}


@dataclass(frozen=True)
class Operand:
    """A number of a formula, with the citation it is said to stand in (None when no mark follows it).

    divides: it stands unmarked after × or ÷.
    """

    raw: str
    citation: int | None
    divides: bool = False


def operands(formula: str) -> list[Operand]:
    """The numbers that a source must state."""
    found = []
    for match in _NUMBER.finditer(re.sub(_MARK, lambda mark: f"\0{'x' * len(mark[1])}\0", formula)):
        mark = re.match(r"\s*\[(\d+)\]", formula[match.end() :])
        factor = formula[: match.start()].rstrip()[-1:] in {"×", "*", "/", "÷", "·"}
        if not (factor and mark is None and _value(match[0], "sv") in _FREE):
            found.append(Operand(match[0], int(mark[1]) if mark else None, divides=factor and mark is None))
    counted = str(sum(not operand.divides for operand in found))  # a mean divides by how many numbers it adds
    return [operand for operand in found if not (operand.divides and operand.raw == counted)]


def evaluate(formula: str, language: str, held: Mapping[int, Sequence[float]] = _NOTHING) -> float | None:
    """What the formula comes to; None when it is no arithmetic. count([1], [2]) counts its marks.

    held: the numbers of the cells that a citation names, so that sum([1]) and count([1]) are of those.
    """
    left = _CALL.sub(lambda call: _of_cells(call, held), formula.split("=")[0])
    counted = re.sub(r"(?<=[(,])\s*\[\d+\]", " 1", left)
    plain = _NUMBER.sub(lambda match: repr(_value(match[0], language)), _MARK.sub("", counted))
    try:
        return _worth(ast.parse(plain.translate(_SIGNS).strip(), mode="eval").body)
    except (SyntaxError, ValueError, ZeroDivisionError, RecursionError):
        return None


def _of_cells(call: re.Match[str], held: Mapping[int, Sequence[float]]) -> str:
    """A function of whole citations, worked out; as it stands where their cells are not known."""
    marks = [int(mark) for mark in _MARK.findall(call[2])]
    values = [value for mark in marks for value in held.get(mark, ())]
    if call[1].lower() not in _FUNCTIONS or not all(held.get(mark) for mark in marks):
        return call[0]
    if call[1].lower() in _COUNTS and len(marks) > 1:
        return call[0]
    return repr(_FUNCTIONS[call[1].lower()](values))


def _value(digits: str, language: str) -> float:
    joined = re.sub(r"\s", "", digits)
    if language == "en" or joined.count(",") > 1:
        joined = re.sub(r",(?=\d{3}(?!\d))", "", joined)
    return float(joined.replace(",", ".")) if joined.replace(",", ".").count(".") < 2 else float("nan")


def _worth(node: ast.expr) -> float:
    if isinstance(node, ast.Constant) and isinstance(node.value, int | float):
        return float(node.value)
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub | ast.UAdd):
        return (-1 if isinstance(node.op, ast.USub) else 1) * _worth(node.operand)
    if isinstance(node, ast.BinOp) and type(node.op) in _OPERATIONS:
        return _OPERATIONS[type(node.op)](_worth(node.left), _worth(node.right))
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args and node.func.id in _FUNCTIONS:
        return _FUNCTIONS[node.func.id]([_worth(argument) for argument in node.args])
    raise ValueError("not arithmetic")
