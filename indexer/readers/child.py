"""The child process: confine itself, then read one path after another until the parent closes the pipe.

Started as `python -m indexer.readers.child REQUESTS REPLIES MEMORY_MB SECONDS TASK`, with the descriptors of two pipes
and the task as `module:function`, a function from Path to RawDocument.
"""

from __future__ import annotations

import importlib
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

from indexer.errors import Reason, Refusal
from indexer.model import RawDocument
from indexer.readers import wire
from indexer.readers.confine import Forbidden, confine

READY = b"ready"
_PATH_BYTES = 1 << 16


def main() -> None:
    """Serve until the parent is gone."""
    requests, replies, memory_mb, seconds = (int(word) for word in sys.argv[1:5])
    task = find(sys.argv[5])
    confine(memory_mb)
    wire.send(replies, READY)
    while True:
        try:
            path = Path(os.fsdecode(wire.receive(requests, _PATH_BYTES)))
        except wire.Broken:
            return  # the parent closed the pipe: work is over
        # Should the parent be gone when a file hangs this process, nobody else would end it.
        signal.alarm(seconds + 5)
        body = answer(task, path)
        signal.alarm(0)
        wire.send(replies, body)


def find(task: str) -> Callable[[Path], RawDocument]:
    """The function that `module:function` names."""
    module, _, name = task.partition(":")
    function: Callable[[Path], RawDocument] = getattr(importlib.import_module(module), name)
    return function


def answer(task: Callable[[Path], RawDocument], path: Path) -> bytes:
    """The packed reply for one file. Ends the process when memory runs out: its heap is worth nothing then."""
    try:
        body = wire.pack(attempt(task, path))
    except MemoryError:
        os._exit(wire.OUT_OF_MEMORY)
    if len(body) > wire.REPLY_BYTES:
        detail = f"its text takes {len(body) >> 20} MB, more than the {wire.REPLY_BYTES >> 20} MB that one document may"
        return wire.pack(Refusal(Reason.TOO_LARGE, detail, "Split the document."))
    return body


def attempt(task: Callable[[Path], RawDocument], path: Path) -> RawDocument | Refusal:
    """What the task makes of the file; every error but MemoryError becomes a Refusal."""
    try:
        return task(path)
    except Refusal as refusal:
        return refusal
    except MemoryError:
        raise
    except Forbidden as error:
        return Refusal(Reason.UNSAFE, f"it made its reader try what no reader may ({error})", "Do not open this file.")
    except ImportError as error:
        return Refusal(Reason.UNSUPPORTED, f"its reader is not installed ({error})", "Install the product again.")
    except RecursionError:
        return Refusal(Reason.UNSAFE, "it is nested deeper than any document is", "Save it anew from its program.")
    except Exception as error:  # noqa: BLE001 - the border: the parsers raise whatever they like on a bad file
        if isinstance(error, OSError) and error.filename == str(path):
            return Refusal(Reason.UNSAFE, f"it could not be opened ({error.strerror})", "Check the file's permissions.")
        seen = f"{type(error).__name__}: {error}".strip(": ")[:300]
        return Refusal(Reason.DAMAGED, f"its content could not be followed ({seen})", "Save it anew from its program.")


if __name__ == "__main__":
    main()
