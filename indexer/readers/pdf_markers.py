"""List markers at the start of a line: bullets in their many shapes, numbers and letters."""

from __future__ import annotations

import re

_BULLETS = "•◦▪■□●○‣⁃∙·➢►▶✓✔\uf0b7\uf0a7\uf0d8\uf0fc\uf02d\uf0a8\uf06f\uf076\u2043*"
_BULLET = re.compile(rf"([{re.escape(_BULLETS)}]|[-–—](?=\s)|o(?=\s+[A-ZÅÄÖ]))\s*(?=\S)")
_NUMBER = re.compile(r"(\(?\d{1,2}[.)]|\(?[a-zåäö][.)]|[ivx]{1,4}[.)])\s+(?=\S)")
_PRIVATE = "\uf0b7\uf0a7\uf0d8\uf0fc\uf02d\uf0a8\uf06f\uf076"


def split_marker(text: str) -> tuple[str, str]:
    """A line's list marker as shown ("" when it has none) and the rest of the line."""
    for pattern in (_BULLET, _NUMBER):
        if found := pattern.match(text):
            marker = found[1]
            return ("•" if marker in _PRIVATE else marker), text[found.end() :]
    return "", text
