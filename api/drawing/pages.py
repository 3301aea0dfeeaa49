"""Pages of PDF originals for the server: drawn in a confined child, which is kept, and remembered, within bounds."""

from __future__ import annotations

import json
from collections import OrderedDict
from threading import Lock
from typing import Any, Final, NamedTuple

import numpy as np
from anyio import CapacityLimiter

from api.drawing.letters import Letters
from api.drawing.png import SIGNATURE
from indexer.errors import NotFound, Reason, Refusal
from indexer.library import Location
from indexer.readers.sandbox import Child, Limits
from indexer.settings import settings

MODULE: Final = "api.drawing.child"
SECONDS: Final = 10.0  # for one page
KEPT_BYTES: Final = 48 * 1024 * 1024
_PAGES_PER_CHILD: Final = 300  # pdfium's memory grows; a fresh process takes a fraction of a second
_IMAGE_BYTES: Final = 32 * 1024 * 1024
_MOST_LETTERS: Final = 100_000
_BYTES_PER_LETTER: Final = 150  # with what is worked out of it


class Drawn(NamedTuple):
    """A page as PNG, and how many pages there are."""

    image: bytes
    pages: int


class Pages:
    """Draws pages, one at a time.

    turns: for those who call it in threads of a server, so that who waits takes no thread from others.
    """

    def __init__(self, module: str = MODULE, seconds: float = SECONDS) -> None:
        self.turns = CapacityLimiter(1)
        self._module = module
        self._limits = Limits(seconds, settings().read_memory_mb)
        self._turn = Lock()
        self._child: Child | None = None
        self._kept: OrderedDict[tuple[str, int, int], tuple[Drawn | Letters, int]] = OrderedDict()

    def image(self, location: Location, page: int, width: int) -> Drawn:
        """The page, from 1, as PNG of that width in pixels. Raises NotFound for a page that is not there, Refusal."""
        drawn = self._page(location, page, width)
        assert isinstance(drawn, Drawn)
        return drawn

    def letters(self, location: Location, page: int) -> Letters:
        """The letters of the page. Raises as `image` does."""
        letters = self._page(location, page, 0)
        assert isinstance(letters, Letters)
        return letters

    def close(self) -> None:
        """End the child."""
        with self._turn:
            self._end()

    def _page(self, location: Location, page: int, width: int) -> Drawn | Letters:
        key = (location.content, page, width)
        with self._turn:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key][0]
            found, size = _read(self._reply(json.dumps([location.file, page, width]).encode()), page, bool(width))
            self._kept[key] = found, size
            while sum(size for _, size in self._kept.values()) > KEPT_BYTES:
                self._kept.popitem(last=False)
            return found

    def _reply(self, request: bytes) -> bytes:
        if self._child is None or not self._child.alive or self._child.files >= _PAGES_PER_CHILD:
            self._end()
            self._child = Child("", self._limits, self._module)
        reply = self._child.exchange(request)
        if isinstance(reply, Refusal):
            self._end()
            raise reply
        return reply

    def _end(self) -> None:
        if self._child is not None:
            self._child.close()
            self._child = None


def _read(reply: bytes, page: int, drawn: bool) -> tuple[Drawn | Letters, int]:
    """What a reply holds, and how many bytes of memory it takes. The child may be in the hands of a hostile file."""
    try:
        head, _, body = reply.partition(b"\n")
        told: dict[str, Any] = json.loads(head)
        if "refusal" in told:
            reason, detail, advice = map(str, told["refusal"])
            raise Refusal(Reason(reason), detail, advice)
        pages = int(told["pages"])
        if page > pages:
            raise NotFound(f"The document has {pages} pages; there is no page {page}.")
        found = _image(body, pages) if drawn else _letters(body, told)
        size = len(body) if isinstance(found, Drawn) else _BYTES_PER_LETTER * len(found.text)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise Refusal(Reason.UNSAFE, f"its reader answered nonsense ({error})", "Do not open this file.") from None
    return found, size + 1000


def _image(body: bytes, pages: int) -> Drawn:
    if not body.startswith(SIGNATURE) or len(body) > _IMAGE_BYTES:
        raise ValueError("no image")
    return Drawn(body, pages)


def _letters(body: bytes, told: dict[str, Any]) -> Letters:
    text, _, packed = body.partition(b"\n")
    letters = str(json.loads(text))
    boxes = np.frombuffer(packed, dtype="<f4").reshape(-1, 4)
    if len(boxes) != len(letters) or len(letters) > _MOST_LETTERS or not np.isfinite(boxes).all():
        raise ValueError("no letters")
    return Letters(letters, np.clip(boxes, 0, 1), int(told["pages"]), float(told["width"]), float(told["height"]))
