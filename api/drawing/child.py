"""The child process that opens PDF originals: confine itself, then answer until the parent closes the pipe.

Started as `indexer.readers.child` is. A request is a JSON list, see `Wanted`; a reply is what `page.answer` gives, or
a line with a refusal.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from typing import Final

from indexer.errors import Reason, Refusal
from indexer.readers import wire
from indexer.readers.child import READY
from indexer.readers.confine import Forbidden, confine

_REQUEST_BYTES: Final = 1 << 16
_ADVICE: Final = "Read the original file."


def main() -> None:
    """Serve until the parent is gone."""
    requests, replies, memory_mb, seconds = (int(word) for word in sys.argv[1:5])
    confine(memory_mb)
    wire.send(replies, READY)
    while True:
        try:
            request = wire.receive(requests, _REQUEST_BYTES)
        except wire.Broken:
            return
        signal.alarm(seconds + 5)  # should the parent be gone when a file hangs this process
        reply = answered(request)
        signal.alarm(0)
        wire.send(replies, reply)


def answered(request: bytes) -> bytes:
    """The reply to one request; every error but MemoryError becomes a refusal."""
    try:
        from api.drawing.page import Wanted, answer  # once confined: pdfium and NumPy are loaded here

        return answer(Wanted(*json.loads(request)))
    except Refusal as refusal:
        return _refused(refusal)
    except MemoryError:
        os._exit(wire.OUT_OF_MEMORY)
    except Forbidden as error:
        return _refused(Refusal(Reason.UNSAFE, f"it made its reader try what no reader may ({error})", _ADVICE))
    except Exception as error:  # noqa: BLE001 - the border: pdfium's binding raises whatever it likes on a bad file
        seen = f"{type(error).__name__}: {error}".strip(": ")[:300]
        return _refused(Refusal(Reason.DAMAGED, f"the page cannot be drawn ({seen})", _ADVICE))


def _refused(refusal: Refusal) -> bytes:
    return json.dumps({"refusal": [refusal.reason.value, refusal.detail, refusal.advice]}).encode() + b"\n"


if __name__ == "__main__":
    main()
