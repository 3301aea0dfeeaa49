from __future__ import annotations

import os
import pickle
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from indexer.errors import Reason, Refusal
from indexer.model import Block, Form, RawDocument
from indexer.readers import wire


@pytest.fixture
def pipe() -> Iterator[tuple[int, int]]:
    ends = os.pipe()
    yield ends
    for end in ends:
        try:
            os.close(end)
        except OSError as error:
            assert error.errno == 9, error


def test_results_come_back_as_they_were() -> None:
    raw = RawDocument("docx", (Block("a", Form.ITEM, marker="1.", rows=(("x", "y"),)),), properties={"title": "t"})
    assert wire.unpack(wire.pack(raw)) == raw
    refusal = wire.unpack(wire.pack(Refusal(Reason.DAMAGED, "seen", "advice")))
    assert isinstance(refusal, Refusal)
    assert (refusal.reason, refusal.detail, refusal.advice) == (Reason.DAMAGED, "seen", "advice")


class Evil:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.system, ("true",)


@pytest.mark.parametrize(
    "body", [b"", b"garbage", pickle.dumps(Evil()), pickle.dumps(Path("/")), pickle.dumps({"a": 1})]
)
def test_nothing_but_a_result_is_unpacked(body: bytes) -> None:
    with pytest.raises(wire.Nonsense):
        wire.unpack(body)


def test_frames_go_through_whole(pipe: tuple[int, int]) -> None:
    wire.send(pipe[1], b"one")
    wire.send(pipe[1], b"")
    assert (wire.receive(pipe[0], 10), wire.receive(pipe[0], 10)) == (b"one", b"")


def test_silence_is_late_and_an_end_is_broken(pipe: tuple[int, int]) -> None:
    os.write(pipe[1], b"\0\0\0")
    with pytest.raises(wire.Late):
        wire.receive(pipe[0], 10, time.monotonic() + 0.05)
    os.close(pipe[1])
    with pytest.raises(wire.Broken):
        wire.receive(pipe[0], 10, time.monotonic() + 5)


def test_a_frame_over_the_limit_is_not_taken_in(pipe: tuple[int, int]) -> None:
    wire.send(pipe[1], b"x" * 11)
    with pytest.raises(wire.Nonsense, match="11 bytes"):
        wire.receive(pipe[0], 10)
