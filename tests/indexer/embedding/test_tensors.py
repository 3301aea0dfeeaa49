"""Our reading and writing of safetensors is that of the library."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import load_file, save_file

from indexer.embedding.tensors import read_tensors, write_tensors

TENSORS = {
    "matrix": np.arange(12, dtype=np.float32).reshape(3, 4),
    "halves": np.array([0.5, -2.0, 65504.0], dtype=np.float16),
    "numbers": np.array([[1], [-2]], dtype=np.int64),
    "single": np.array([3.0], dtype=np.float32),
}


def test_what_we_write_the_library_reads(tmp_path: Path) -> None:
    write_tensors(tmp_path / "ours", TENSORS)
    same(load_file(tmp_path / "ours"))


def test_what_the_library_writes_we_read(tmp_path: Path) -> None:
    save_file(TENSORS, tmp_path / "theirs", metadata={"format": "pt"})
    same(read_tensors(tmp_path / "theirs"))


@pytest.mark.parametrize("size", [0, 5, 60, -1])
def test_a_cut_file_is_a_value_error(tmp_path: Path, size: int) -> None:
    write_tensors(tmp_path / "cut", TENSORS)
    (tmp_path / "cut").write_bytes((tmp_path / "cut").read_bytes()[:size])
    with pytest.raises(ValueError):
        read_tensors(tmp_path / "cut")


def same(found: dict[str, np.ndarray]) -> None:
    assert set(found) == set(TENSORS)
    for name, array in TENSORS.items():
        assert found[name].dtype == array.dtype
        np.testing.assert_array_equal(found[name], array)
