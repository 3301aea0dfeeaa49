"""What stands before the routes: safe headers, this machine's names only, the key, bodies of bounded size."""

from __future__ import annotations

import time
from collections.abc import Callable
from hmac import compare_digest
from ipaddress import ip_address
from urllib.parse import urlsplit

import anyio
from fastapi import HTTPException
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.error_json import Trouble
from api.http_errors import error_response

_CLOSED = "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
_PAGE_POLICY = (
    f"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; {_CLOSED}"
)
_POLICY = f"default-src 'none'; sandbox; {_CLOSED}"  # whatever else a browser opens, nothing in it runs
SAFE_HEADERS = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
ANSWERS_ARE_NOT_KEPT = {"/api": "no-store", "/v1": "no-store", "/page": "no-cache", "/healthz": "no-store"}
OPEN_TO_ALL = frozenset({"/healthz"})  # what watches over the server has no key; the page asks for it
PAGE = "/page/"
LOCAL = Trouble(code="host", message="Only requests to and from this machine itself are answered.")
KEYLESS = Trouble(code="key", message="This server asks for its key: Authorization: Bearer KEY, or X-API-Key: KEY.")


class SafeHeaders:
    """Sets the security headers on every response."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and dress the response."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def dressed(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(SAFE_HEADERS)
                headers.setdefault("Content-Security-Policy", _PAGE_POLICY if _is_page(scope["path"]) else _POLICY)
                headers.setdefault("Cache-Control", _keeping(scope["path"]))
            await send(message)

        await self.app(scope, receive, dressed)


class LocalOnly:
    """Refuses requests that name another host than this machine itself.

    A page elsewhere can point its own name at 127.0.0.1 (DNS rebinding) and so read answers; the Host header
    shows that. The Origin header shows a page elsewhere that asks directly.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on when it is addressed to, and comes from, this machine."""
        if scope["type"] == "http":
            headers = Headers(scope=scope)
            origin = headers.get("origin")
            if not is_loopback(f"//{headers.get('host', '')}") or (origin and not is_loopback(origin)):
                await error_response(scope["path"], 403, LOCAL)(scope, receive, send)
                return
        await self.app(scope, receive, send)


class KeyAsked:
    """Refuses requests that do not bring the key. They take the same time however much of it is right."""

    def __init__(self, app: ASGIApp, key: str) -> None:
        self.app = app
        self._key = key.encode()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on when it brings the key, or asks for what is open to all."""
        if scope["type"] == "http" and not _is_open(scope["path"]) and not self._brought(Headers(scope=scope)):
            refusal = error_response(scope["path"], 401, KEYLESS, {"WWW-Authenticate": "Bearer"})
            await refusal(scope, receive, send)
            return
        await self.app(scope, receive, send)

    def _brought(self, headers: Headers) -> bool:
        way, _, bearer = headers.get("authorization", "").partition(" ")
        given = bearer.strip() if way.lower() == "bearer" else headers.get("x-api-key", "")
        return compare_digest(given.encode("latin-1", "replace"), self._key)


class BodyLimit:
    """Refuses bodies over a number of bytes, announced or not, and those that take too long to come.

    limits: bytes and seconds for a method and a path.
    """

    def __init__(self, app: ASGIApp, limits: Callable[[str, str], tuple[int, float]]) -> None:
        self.app = app
        self._limits = limits

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Count the body while the route reads it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        most, seconds = self._limits(scope["method"], scope["path"])
        sentence = f"The request is larger than {most // 1024} kB."
        announced = Headers(scope=scope).get("content-length", "0")
        if announced.isdigit() and int(announced) > most:
            refusal = error_response(scope["path"], 413, Trouble(code="too_large", message=sentence))
            await refusal(scope, receive, send)
            return
        taken, whole, deadline = 0, False, time.monotonic() + seconds

        async def counted() -> Message:
            nonlocal taken, whole
            if whole:  # from here on only the asker's leave is waited for
                return await receive()
            with anyio.move_on_after(deadline - time.monotonic()):
                message = await receive()
                taken += len(message.get("body", b""))
                whole = not message.get("more_body", False)
                if taken > most:
                    raise HTTPException(413, sentence)
                return message
            raise HTTPException(408, f"The request's body was not here within {seconds:g} seconds.")

        await self.app(scope, counted, send)


def _is_open(path: str) -> bool:
    """Whether the address needs no key: the page and its files hold nothing of the library."""
    return path in OPEN_TO_ALL or _is_page(path)


def _is_page(path: str) -> bool:
    return path == "/" or path.startswith(PAGE)


def is_loopback(url: str) -> bool:
    """Whether the host of a URL is this machine itself, whatever the port."""
    try:
        host = urlsplit(url).hostname or ""
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def _keeping(path: str) -> str:
    """How long a browser may keep a response: pages are asked for anew, answers are never kept."""
    return next((rule for start, rule in ANSWERS_ARE_NOT_KEPT.items() if path.startswith(start)), "no-cache")
