"""Weights as numpy arrays straight from the file: safetensors, read and written without a library.

Format: 8 bytes length of the head (little-endian), the head as JSON (name -> dtype, shape, data_offsets), the numbers.
Source: https://huggingface.co/docs/safetensors.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]

_TYPES: Mapping[str, np.dtype[Any]] = {
    "F32": np.dtype("<f4"),
    "F16": np.dtype("<f2"),
    "I64": np.dtype("<i8"),
    "I8": np.dtype("i1"),
}
_NAMES = {kind: name for name, kind in _TYPES.items()}
_ALIGNED = 8


def read_tensors(file: Path) -> dict[str, Array]:
    """Every tensor by name, mapped into memory: what is not used is not read.

    Raises OSError, or ValueError when the file is cut or of another format.
    """
    size = file.stat().st_size
    with file.open("rb") as stream:
        length = int.from_bytes(stream.read(8), "little")
        if not 0 < length <= size - 8:
            raise ValueError(f"{file.name} is no safetensors file, or is cut")
        head: dict[str, Any] = json.loads(stream.read(length))
    numbers = np.memmap(file, dtype=np.uint8, mode="r", offset=8 + length)
    return {name: _tensor(name, told, numbers) for name, told in head.items() if name != "__metadata__"}


def write_tensors(file: Path, tensors: Mapping[str, Array]) -> None:
    """Write tensors in the order given; the format's own readers want the head padded to 8 bytes."""
    head: dict[str, Any] = {"__metadata__": {"format": "pt"}}
    at = 0
    for name, array in tensors.items():
        head[name] = {
            "dtype": _NAMES[array.dtype],
            "shape": list(array.shape),
            "data_offsets": [at, at + array.nbytes],
        }
        at += array.nbytes
    told = json.dumps(head, separators=(",", ":")).encode()
    told += b" " * (-len(told) % _ALIGNED)
    with file.open("wb") as stream:
        stream.write(len(told).to_bytes(8, "little") + told)
        for array in tensors.values():
            stream.write(np.ascontiguousarray(array).tobytes())


def _tensor(name: str, told: dict[str, Any], numbers: Array) -> Array:
    start, end = told["data_offsets"]
    kind = _TYPES.get(told["dtype"])
    if kind is None or end > len(numbers):
        raise ValueError(f"the tensor {name} is cut, or of the type {told['dtype']}")
    found: Array = numbers[start:end].view(kind).reshape(told["shape"])
    return found
