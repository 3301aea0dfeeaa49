"""List markers at the start of a line: bullets in their many shapes, numbers and letters."""

from __future__ import annotations

import re

_BULLETS = "•◦▪■□●○‣⁃∙·➢►▶✓✔\uf0b7\uf0a7\uf0d8\uf0fc\uf02d\uf0a8\uf06f\uf076\u2043*"
_BULLET = re.compile(rf"([{re.escape(_BULLETS)}]|[-–—](?=\s*[A-ZÅÄÖ])|[-–—](?=\s)|o(?=\s+[A-ZÅÄÖ]))\s*(?=\S)")
_NUMBER = re.compile(r"(\(?\d{1,2}[.)]|\(?[a-zåäö][.)]|[ivx]{1,4}[.)]|[A-ZÅÄÖ]/)\s+(?=\S)")
_PRIVATE = frozenset("\uf0b7\uf0a7\uf0d8\uf0fc\uf02d\uf0a8\uf06f\uf076")


def split_marker(text: str) -> tuple[str, str]:
    """A line's list marker as shown ("" when it has none) and the rest of the line."""
    for pattern in (_BULLET, _NUMBER):
        if found := pattern.match(text):
            return shown(found[1]), text[found.end() :]
    return "", text


def shown(marker: str) -> str:
    """The marker as readers see it: symbol fonts keep their bullets in private code points."""
    return "•" if marker in _PRIVATE else marker
