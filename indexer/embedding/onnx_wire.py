"""Just enough of the ONNX file format to write a graph in memory, so that no library is needed for it.

Source: onnx/onnx.proto (IR version 9) in the encoding of https://protobuf.dev/programming-guides/encoding/.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Attribute = int | float | Sequence[int]

_IR_VERSION = 9
_OPERATORS = {"": 17, "com.microsoft": 1}  # operator sets: ONNX's own, and onnxruntime's
_TYPES = {"float32": 1, "uint8": 2, "int8": 3, "int32": 6, "int64": 7}  # TensorProto.DataType
_FLOAT, _INT, _INTS = 1, 2, 7  # AttributeProto.AttributeType


class Graph:
    """A graph under construction. Values are known by their names."""

    def __init__(self) -> None:
        self._nodes: list[bytes] = []
        self._constants: list[bytes] = []

    def constant(self, array: NDArray[Any]) -> str:
        """A weight; gives its name."""
        name = f"constant{len(self._constants)}"
        self._constants.append(_tensor(name, np.ascontiguousarray(array)))
        return name

    def add(
        self, operator: str, inputs: Sequence[str], *, domain: str = "", outputs: int = 1, **attributes: Attribute
    ) -> tuple[str, ...]:
        """An operation on named values; gives the names of its outputs."""
        names = tuple(f"value{len(self._nodes)}.{number}" for number in range(outputs))
        self._nodes.append(
            b"".join(
                (
                    _each(1, inputs),
                    _each(2, names),
                    _field(4, operator),
                    _each(5, (_attribute(name, value) for name, value in attributes.items())),
                    _field(7, domain),
                )
            )
        )
        return names

    def model(self, inputs: Mapping[str, tuple[str, Sequence[str | int]]], output: str) -> bytes:
        """The whole as the bytes of an .onnx file. inputs: name -> (type, sizes; a name is a size that varies)."""
        given = (_value(name, kind, sizes) for name, (kind, sizes) in inputs.items())
        graph = b"".join(
            (
                _each(1, self._nodes),
                _field(2, "graph"),
                _each(5, self._constants),
                _each(11, given),
                _field(12, _field(1, output)),
            )
        )
        sets = (_field(1, domain) + _field(2, version) for domain, version in _OPERATORS.items())
        return _field(1, _IR_VERSION) + _field(7, graph) + _each(8, sets)


def _field(number: int, value: int | float | str | bytes) -> bytes:
    """One field of a message: a whole number as varint, a float as 32 bits, all else with its length before it."""
    if isinstance(value, int):
        return _varint(number << 3) + _varint(value)
    if isinstance(value, float):
        return _varint(number << 3 | 5) + struct.pack("<f", value)
    content = value.encode() if isinstance(value, str) else value
    return _varint(number << 3 | 2) + _varint(len(content)) + content


def _each(number: int, values: Iterable[int | str | bytes]) -> bytes:
    return b"".join(_field(number, value) for value in values)


def _varint(value: int) -> bytes:
    value &= (1 << 64) - 1  # a negative number is its two's complement
    found = bytearray()
    while value > 127:
        found.append(value & 127 | 128)
        value >>= 7
    found.append(value)
    return bytes(found)


def _tensor(name: str, array: NDArray[Any]) -> bytes:
    """TensorProto."""
    return _each(1, array.shape) + _field(2, _TYPES[array.dtype.name]) + _field(8, name) + _field(9, array.tobytes())


def _attribute(name: str, value: Attribute) -> bytes:
    """AttributeProto."""
    if isinstance(value, float):
        return _field(1, name) + _field(2, value) + _field(20, _FLOAT)
    if isinstance(value, int):
        return _field(1, name) + _field(3, value) + _field(20, _INT)
    return _field(1, name) + _each(8, value) + _field(20, _INTS)


def _value(name: str, kind: str, sizes: Sequence[str | int]) -> bytes:
    """ValueInfoProto of a tensor."""
    shape = _each(1, (_field(2 if isinstance(size, str) else 1, size) for size in sizes))
    return _field(1, name) + _field(2, _field(1, _field(1, _TYPES[kind]) + _field(2, shape)))
