"""TableData: packing columns for the pipe between reader and parent, and unpacking them with every size checked."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from indexer.errors import Reason, Refusal
from indexer.tables.model import LabelData, TableData, ValueData

MOST_ROWS = 5_000_000
_FAST = 1
_INTEGERS = np.dtype("<i4")
_DOUBLES = np.dtype("<f8")


def pack_labels(codes: NDArray[np.int32], labels: Sequence[str]) -> LabelData:
    """codes: (n,) into labels, -1 for blank."""
    return LabelData(zlib.compress(codes.astype(_INTEGERS).tobytes(), _FAST), tuple(labels))


def pack_values(values: NDArray[np.float64], marks: LabelData | None = None) -> ValueData:
    """values: (n,), NaN where missing."""
    return ValueData(zlib.compress(values.astype(_DOUBLES).tobytes(), _FAST), marks)


def pack_numbers(numbers: NDArray[np.int64]) -> bytes:
    """Source row numbers (n,)."""
    return zlib.compress(numbers.astype(_INTEGERS).tobytes(), _FAST)


def unpack_numbers(data: TableData) -> NDArray[np.int32]:
    """Source row numbers (n,). Raises Refusal when the data do not fit together, as all functions here do."""
    return _unpacked(data.numbers, data.rows, _INTEGERS)


def unpack_labels(column: LabelData, rows: int) -> NDArray[np.object_]:
    """(n,) of str or None."""
    codes = _unpacked(column.codes, rows, _INTEGERS)
    if codes.size and (codes.min() < -1 or codes.max() >= len(column.labels)):
        raise _broken("a label is out of range")
    labels: NDArray[np.object_] = np.array([*column.labels, None], dtype=object)
    return labels.take(codes)  # -1 takes the last


def unpack_values(column: ValueData, rows: int) -> NDArray[np.float64]:
    """(n,), NaN where missing."""
    return _unpacked(column.values, rows, _DOUBLES)


def _unpacked(packed: bytes, rows: int, kind: np.dtype) -> NDArray:  # type: ignore[type-arg]
    size = rows * kind.itemsize
    if not 0 <= rows <= MOST_ROWS:
        raise _broken(f"{rows} rows")
    unpacker = zlib.decompressobj()
    try:
        raw = unpacker.decompress(packed, size + 1)
    except zlib.error as error:
        raise _broken(str(error)) from error
    if len(raw) != size:
        raise _broken("columns of unequal length")
    return np.frombuffer(raw, dtype=kind)


def _broken(seen: str) -> Refusal:
    return Refusal(Reason.UNSAFE, f"its reader answered nonsense ({seen})", "Do not open this file.")
