"""What goes along with every request: its id, its place in the log and the metrics, and the last stop for errors."""

from __future__ import annotations

import logging
import re
import time
import uuid
from http import HTTPStatus

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.http_errors import UNEXPECTED, error_response
from api.logs import log
from api.metrics import Metrics
from indexer.settings import settings

HEADER = "X-Request-ID"
CUT_OFF = 499  # the asker went away; only the log and the metrics see it
_FIT = re.compile(r"[A-Za-z0-9._-]{1,64}")
_METHODS = frozenset({"GET", "POST", "DELETE", "PUT", "PATCH", "HEAD", "OPTIONS"})
_QUIET = frozenset({"/healthz", "/readyz", "/metrics"})  # asked every few seconds: logged only when they fail


class Watch:
    """Names, times, counts and logs every request."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self.app = app
        self.metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; an error that nobody foresaw becomes a response here."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        scope.setdefault("state", {})["request_id"] = request_id = _request_id(scope)
        seen = _Seen(send, request_id)
        self.metrics.in_flight += 1
        try:
            await self.app(scope, receive, seen.send)
        except Exception as error:  # noqa: BLE001 - the last stop before the asker
            log("unexpected", level=logging.ERROR, error=error, request_id=request_id)
            if not seen.status:
                refusal = error_response(scope["path"], HTTPStatus.INTERNAL_SERVER_ERROR, UNEXPECTED)
                await refusal(scope, receive, seen.send)
        finally:
            self.metrics.in_flight -= 1
            self._note(scope, seen, request_id)

    def _note(self, scope: Scope, seen: _Seen, request_id: str) -> None:
        status, now = seen.status or CUT_OFF, time.perf_counter()
        route = getattr(scope.get("route"), "path", "") or "other"
        method = scope["method"] if scope["method"] in _METHODS else "other"
        self.metrics.count("namndsvar_requests_total", method=method, route=route, status=str(status))
        self.metrics.observe("namndsvar_request_seconds", now - seen.began, route=route)
        if seen.first:
            self.metrics.observe("namndsvar_first_byte_seconds", seen.first - seen.began, route=route)
        if route in _QUIET and status < 400:
            return
        fields = {"request_id": request_id, "method": method, "path": scope["path"], "route": route, "status": status}
        question = scope["state"].get("question")
        if question and settings().log_questions:
            fields["question"] = question
        log("request", **fields, ms=round((now - seen.began) * 1000, 1))


class _Seen:
    """What of the response has gone by."""

    def __init__(self, send: Send, request_id: str) -> None:
        self._send = send
        self._request_id = request_id
        self.began = time.perf_counter()
        self.first = 0.0
        self.status = 0

    async def send(self, message: Message) -> None:
        """Put the id on the response, and note its status and its first byte."""
        if message["type"] == "http.response.start":
            self.status = message["status"]
            MutableHeaders(scope=message)[HEADER] = self._request_id
        elif message.get("body") and not self.first:
            self.first = time.perf_counter()
        await self._send(message)


def _request_id(scope: Scope) -> str:
    """The asker's own id where it is fit to be one, else a new one."""
    given = Headers(scope=scope).get(HEADER, "")
    return given if _FIT.fullmatch(given) else uuid.uuid4().hex
