"""Reading a formula of an answer again: its operands, and what it comes to."""

from __future__ import annotations

import ast
import math
import operator
import re
from calendar import monthrange
from collections.abc import Callable
from typing import Final

from indexer.figures import Period

_MARK: Final = re.compile(r"\s*\[\d+\]")
_COUNT: Final = re.compile(r"count\(((?:\[\d+\](?:, )?)+)\)")
_MONTHS: Final = re.compile(r"months\((\d{4}-\d\d(?:-\d\d)?)/(\d{4}-\d\d(?:-\d\d)?) \[\d+\]\)")
_MEAN: Final = re.compile(r"^\((.+)\) / (\d+)$")
_SPACES: Final = re.compile(r"(?<=\d)[\u00a0\u202f](?=\d)")
_THOUSANDS: Final = re.compile(r"(?<=\d),(?=\d{3})")
_OPERATIONS: Final[dict[type, Callable[[float, float], float]]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}


def operands(formula: str) -> str:
    """The formula's numbers alone, those that must stand in the sources."""
    without = _MEAN.sub(_added, _MARK.sub("", _COUNT.sub("", _MONTHS.sub("", formula))))
    return re.sub(r"× 100$", "", without).replace("/", " ").replace("×", " ").replace("−", " ")


def _added(mean: re.Match[str]) -> str:
    """The numbers that a mean adds, where it divides by as many."""
    return mean[1] if mean[1].count(" + ") + 1 == int(mean[2]) else mean[0]


def spans(formula: str) -> tuple[Period, ...]:
    """The spans whose months the formula counts, which must stand in the sources."""
    return tuple(Period(start, end, "", 0, 0, "range") for start, end in _MONTHS.findall(formula))


def comes_to(formula: str, value: float, language: str) -> bool:
    """Does the formula give the value, as closely as the value is rounded? ValueError when it is no formula of ours."""
    counted = _COUNT.sub(lambda call: str(call[1].count("[")), formula)
    counted = _MONTHS.sub(lambda call: str(whole_months(Period(call[1], call[2], "", 0, 0, "range"))), counted)
    whole = _COUNT.search(formula) is not None and "/" not in formula
    rounded = 0.0 if whole else 0.051  # to one decimal
    return math.isclose(_evaluate(counted, language), value, rel_tol=1e-9, abs_tol=rounded)


def whole_months(span: Period) -> int:
    """Of "april–oktober" seven, as of 2024-04-01–2024-10-31; 0 where the days make no whole months."""
    (year, month, day), (last_year, last, last_day) = (map(int, moment.split("-")) for moment in span.days)
    months = (last_year - year) * 12 + last - month
    if day == 1 and last_day == monthrange(last_year, last)[1]:
        return months + 1
    return months if last_day == day - 1 else 0


def _evaluate(formula: str, language: str) -> float:
    text = _SPACES.sub("", _MARK.sub("", formula)).replace("−", "-").replace("×", "*")
    text = text.replace(",", ".") if language == "sv" else _THOUSANDS.sub("", text)
    try:
        return _value(ast.parse(text, mode="eval").body)
    except SyntaxError as error:
        raise ValueError(f"not a formula: {formula}") from error


def _value(node: ast.expr) -> float:
    if isinstance(node, ast.Constant) and isinstance(node.value, int | float):
        return float(node.value)
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        return -_value(node.operand)
    if isinstance(node, ast.BinOp) and type(node.op) in _OPERATIONS:
        return _OPERATIONS[type(node.op)](_value(node.left), _value(node.right))
    raise ValueError(f"not a formula: {ast.dump(node)}")
