"""The little language between the parent and the child that reads: length-prefixed frames over two pipes.

A request is a path. A reply is a pickle that may name our own result types and nothing else, so that a child
taken over by a hostile file cannot make the parent run anything.
"""

from __future__ import annotations

import io
import os
import pickle
import select
import struct
import time
from typing import Any

from indexer.errors import Reason, Refusal
from indexer.figures.period import Period
from indexer.model import Block, Form, RawDocument
from indexer.tables.model import Addressing, Column, Label, LabelData, ReadTable, Role, Table, TableData, ValueData

REPLY_BYTES = 128 * 1024 * 1024
OUT_OF_MEMORY = 71  # exit status of a child that met its memory limit
_HEADER = struct.Struct(">Q")
_TABLES = (ReadTable, Table, TableData, Column, Label, LabelData, ValueData, Role, Addressing, Period)
_RESULTS = (RawDocument, Block, Form, Refusal, Reason, *_TABLES)
_ALLOWED = {(kind.__module__, kind.__qualname__): kind for kind in _RESULTS}


class Broken(Exception):
    """The other end closed the pipe."""


class Nonsense(Broken):
    """What the other end sent is no frame or no result of ours."""


class Late(Exception):
    """The other end did not answer in time."""


class _Results(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        try:
            return _ALLOWED[module, name]
        except KeyError:
            raise Nonsense(f"the reply names {module}.{name}, which is no result") from None


def pack(result: RawDocument | Refusal) -> bytes:
    """The reply as bytes."""
    return pickle.dumps(result, protocol=5)


def unpack(body: bytes) -> RawDocument | Refusal:
    """The reply out of its bytes. Raises Nonsense for anything but a result."""
    try:
        result = _Results(io.BytesIO(body)).load()
    except (pickle.UnpicklingError, EOFError, ValueError, TypeError, AttributeError, IndexError, KeyError) as error:
        raise Nonsense(f"the reply is no pickle of ours ({error})") from error
    if not isinstance(result, RawDocument | Refusal):
        raise Nonsense("the reply is no result")
    return result


def send(descriptor: int, body: bytes) -> None:
    """Write one frame. Raises Broken when nobody reads any more."""
    left = memoryview(_HEADER.pack(len(body)) + body)
    try:
        while left:
            left = left[os.write(descriptor, left) :]
    except BrokenPipeError as error:
        raise Broken("the pipe is closed") from error


def receive(descriptor: int, limit: int, deadline: float | None = None) -> bytes:
    """Read one frame of at most `limit` bytes.

    deadline: on the clock of time.monotonic.
    Raises Late when it passes, Broken at the end of the pipe, Nonsense beyond the limit.
    """
    (length,) = _HEADER.unpack(_exactly(descriptor, _HEADER.size, deadline))
    if length > limit:
        raise Nonsense(f"a frame of {length} bytes where {limit} are allowed")
    return _exactly(descriptor, length, deadline)


def _exactly(descriptor: int, length: int, deadline: float | None) -> bytes:
    parts = bytearray()
    poll = select.poll()  # select.select fails for descriptors over 1023, which a busy server reaches
    poll.register(descriptor, select.POLLIN)
    while len(parts) < length:
        if deadline is not None and not poll.poll(max(0, (deadline - time.monotonic()) * 1000)):
            raise Late
        part = os.read(descriptor, min(length - len(parts), 1 << 20))
        if not part:
            raise Broken("the pipe is closed")
        parts += part
    return bytes(parts)
