"""A server's HTTP interface as one user's browser speaks it: one connection, kept, answers read as they come."""

from __future__ import annotations

import json
import time
from contextlib import suppress
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPResponse
from typing import Any, Final
from urllib.parse import urlsplit

from eval.errors import DoorError

_SECONDS: Final = 60.0
_GAUGE: Final = "process_resident_memory_bytes"


@dataclass(frozen=True)
class Asked:
    """One question as it went. evidence, words, whole: milliseconds until the citations, the first words, the end.

    error: "" when it went well. cited: whether there were citations.
    """

    at: float
    evidence: float = 0.0
    words: float = 0.0
    whole: float = 0.0
    cited: bool = False
    error: str = ""


class Server:
    """A connection to the server at an address. key: the server's, where it has one."""

    def __init__(self, address: str, key: str = "") -> None:
        host = urlsplit(address if "//" in address else f"//{address}")
        if not host.hostname or host.scheme not in {"", "http"}:
            raise DoorError(f"{address!r} is no address of a server. Give one, such as http://127.0.0.1:8000.")
        self._address = address
        self._connection = HTTPConnection(host.hostname, host.port or 80, timeout=_SECONDS)
        self._headers = {"X-API-Key": key} if key else {}

    def close(self) -> None:
        """Hang up."""
        self._connection.close()

    def json(self, path: str) -> Any:
        """What a GET gives. Raises DoorError."""
        try:
            return json.loads(self._got(path))
        except ValueError as error:
            raise DoorError(f"{self._address}{path} answers what is no JSON ({error}).") from error

    def memory(self) -> float:
        """The server's resident memory in megabytes. Raises DoorError."""
        lines = self._got("/metrics").decode().splitlines()
        stated = next((float(line.split()[1]) for line in lines if line.startswith(_GAUGE)), None)
        if stated is None:
            raise DoorError(f"{self._address}/metrics does not say {_GAUGE}.")
        return stated / 2**20

    def ask(self, question: str) -> Asked:
        """Ask with events; never raises: what fails is the error."""
        began = time.monotonic()
        body = json.dumps({"question": question}).encode()
        headers = {"Content-Type": "application/json", "Accept": "text/event-stream", **self._headers}
        try:
            self._connection.request("POST", "/api/ask", body, headers)
            response = self._connection.getresponse()
            if response.status != 200:
                told = response.read()[:200].decode("utf-8", "replace")
                return Asked(began, error=f"{response.status} {told}")
            return _read(response, began)
        except (OSError, HTTPException, ValueError) as error:
            with suppress(OSError):
                self._connection.close()
            return Asked(began, error=f"{type(error).__name__}: {error}")

    def _got(self, path: str) -> bytes:
        try:
            self._connection.request("GET", path, headers=self._headers)
            response = self._connection.getresponse()
            body = response.read()
        except (OSError, HTTPException) as error:
            raise DoorError(f"{self._address} does not answer ({error}). Start it with `namndsvar serve`.") from error
        if response.status != 200:
            raise DoorError(f"{self._address}{path} answers {response.status}: {body[:200].decode('utf-8', 'replace')}")
        return body


def _read(response: HTTPResponse, began: float) -> Asked:
    """The events until the last, each noted when it is there."""
    seen: dict[bytes, float] = {}
    name, cited = b"", False
    while line := response.readline():
        if line.startswith(b"event: "):
            name = line[7:].strip()
        elif line.startswith(b"data: "):
            seen.setdefault(name, (time.monotonic() - began) * 1000)
            if name == b"answer":
                cited = bool(json.loads(line[6:])["citations"])
    response.read()  # nothing is left, but only then is the connection free for the next
    if b"answer" not in seen:
        return Asked(began, error="the answer was cut off")
    return Asked(began, seen[b"evidence"], seen.get(b"text", seen[b"answer"]), seen[b"answer"], cited)
