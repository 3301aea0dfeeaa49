"""One child process that reads files for the parent, killed hard when it dies, hangs or talks nonsense.

Safe in a parent with many threads: the child is started by exec, never by a bare fork, and one Child is used by one
thread at a time.
"""

from __future__ import annotations

import contextlib
import math
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path

import indexer
from indexer.errors import NamndsvarError, Reason, Refusal
from indexer.model import RawDocument
from indexer.readers import wire

START_SECONDS = 120.0  # a loaded machine starts an interpreter slowly; that is not the file's fault
_ONE_THREAD = {"OMP_NUM_THREADS": "1", "MALLOC_ARENA_MAX": "1"}  # arenas of threads count as address space


@dataclass(frozen=True)
class Limits:
    """What reading one file may cost: seconds of wall clock, megabytes of memory on top of the interpreter's own."""

    seconds: float
    memory_mb: int


class Child:
    """A confined process that runs `task` ("module:function", from Path to RawDocument) on one file at a time.

    files: how many it has answered for.  alive: whether it can be asked again.
    """

    def __init__(self, task: str, limits: Limits, module: str = "indexer.readers.child") -> None:
        """Start it and wait until it is confined. Raises NamndsvarError when it cannot start.

        module: what is run; it takes the arguments of `indexer.readers.child` and talks as that does.
        """
        self.files = 0
        self._killing = threading.Lock()
        self._limits = limits
        self._module = module
        requests, self._requests = os.pipe()
        self._replies, replies = os.pipe()
        self._complaints = tempfile.TemporaryFile()  # noqa: SIM115 - closed with the child
        try:
            self._process = self._start(requests, replies, task)
        except OSError as error:
            self._close_pipes()
            raise NamndsvarError(f"The process that reads files could not be started: {error}.") from error
        finally:
            os.close(requests)
            os.close(replies)
        self._await_ready()

    @property
    def alive(self) -> bool:
        """Whether the process still runs."""
        return self._process.returncode is None and self._process.poll() is None

    def ask(self, path: Path) -> RawDocument | Refusal:
        """What the child makes of the file. A child that fails is killed and the failure becomes a Refusal."""
        reply = self.exchange(os.fsencode(path))
        if isinstance(reply, Refusal):
            return reply
        try:
            return wire.unpack(reply)
        except wire.Nonsense as error:
            return self._talks_nonsense(error)

    def exchange(self, request: bytes) -> bytes | Refusal:
        """The child's bare reply to a request. A child that fails is killed and the failure becomes a Refusal."""
        deadline = time.monotonic() + self._limits.seconds
        try:
            wire.send(self._requests, request)
            reply = wire.receive(self._replies, wire.REPLY_BYTES + 1024, deadline)
        except wire.Late:
            self.close()
            return _timed_out(self._limits.seconds)
        except wire.Nonsense as error:
            return self._talks_nonsense(error)
        except wire.Broken:
            return self._post_mortem()
        self.files += 1
        return reply

    def kill(self) -> None:
        """End the process and its whole session, now; any thread may call this, the one that asks notices."""
        with self._killing:
            if self._process.poll() is None:  # else its number may belong to another process by now
                os.killpg(self._process.pid, signal.SIGKILL)
                self._process.wait()

    def close(self) -> None:
        """End the process and give back what it held; for the thread that asks, or when nobody does."""
        self.kill()
        self._close_pipes()

    def _talks_nonsense(self, error: wire.Nonsense) -> Refusal:
        self.close()
        return Refusal(Reason.UNSAFE, f"its reader answered nonsense ({error})", "Do not open this file.")

    def _start(self, requests: int, replies: int, task: str) -> subprocess.Popen[bytes]:
        # -P: a file named json.py in the working directory must not become a module of the child.
        command = [sys.executable, "-P", "-m", self._module, str(requests), str(replies)]
        command += [str(self._limits.memory_mb), str(math.ceil(self._limits.seconds)), task]
        root = str(Path(indexer.__file__).resolve().parent.parent)
        search = os.pathsep.join(filter(None, (root, os.environ.get("PYTHONPATH"))))
        return subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=self._complaints,
            pass_fds=(requests, replies),
            env=os.environ | _ONE_THREAD | {"PYTHONPATH": search},
            start_new_session=True,
        )

    def _await_ready(self) -> None:
        try:
            wire.receive(self._replies, 64, time.monotonic() + START_SECONDS)
        except (wire.Broken, wire.Late) as error:
            self._complaints.seek(0)
            said = self._complaints.read(1 << 16).decode("utf-8", "replace").strip().rpartition("\n")[2]
            self.close()
            raise NamndsvarError(f"The process that reads files did not start: {said or 'no answer'}.") from error

    def _post_mortem(self) -> Refusal:
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(timeout=5)  # a pipe that closes by itself is that of a process about to end
        self.close()
        ended = self._process.returncode
        if ended == wire.OUT_OF_MEMORY:
            return _out_of_memory(self._limits.memory_mb)
        if ended == -signal.SIGALRM:
            return _timed_out(self._limits.seconds)
        how = f"signal {-ended}, {signal.strsignal(-ended)}" if ended < 0 else f"exit status {ended}"
        return Refusal(Reason.DAMAGED, f"it crashed its reader ({how})", "Save or print it anew from its program.")

    def _close_pipes(self) -> None:
        for descriptor in (self._requests, self._replies):
            with contextlib.suppress(OSError):
                os.close(descriptor)
        self._requests = self._replies = -1
        self._complaints.close()


def _timed_out(seconds: float) -> Refusal:
    advice = "Split it, or allow more time (NAMNDSVAR_READ_SECONDS)."
    return Refusal(Reason.TIMED_OUT, f"reading took longer than {seconds:g} seconds", advice)


def _out_of_memory(memory_mb: int) -> Refusal:
    advice = "Split it, or allow more memory (NAMNDSVAR_READ_MEMORY_MB)."
    return Refusal(Reason.TOO_LARGE, f"reading needs more than {memory_mb} MB of memory", advice)
