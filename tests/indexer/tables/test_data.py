"""Columns through the pipe: what does not fit together is refused."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from indexer.errors import Refusal
from indexer.tables.data import pack_labels, pack_numbers, pack_values, unpack_labels, unpack_numbers, unpack_values
from indexer.tables.model import TableData


def test_columns_come_back_as_they_went() -> None:
    labels = pack_labels(np.array([1, -1, 0], dtype=np.int32), ["a", "b"])
    assert unpack_labels(labels, 3).tolist() == ["b", None, "a"]
    values = unpack_values(pack_values(np.array([1.5, np.nan])), 2)
    assert values[0] == 1.5
    assert np.isnan(values[1])


def test_lies_about_length_and_range_are_refused() -> None:
    labels = pack_labels(np.array([2], dtype=np.int32), ["a", "b"])
    data = TableData(1, pack_numbers(np.array([1])))
    for attempt in (
        lambda: unpack_labels(labels, 1),
        lambda: unpack_labels(labels, 2),
        lambda: unpack_values(pack_values(np.zeros(1000)), 10),
        lambda: unpack_numbers(replace(data, rows=10**9)),
        lambda: unpack_numbers(replace(data, numbers=b"no zlib")),
    ):
        with pytest.raises(Refusal):
            attempt()
