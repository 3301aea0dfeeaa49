"""Text to be read as it stands, for chats that read Markdown (CommonMark 0.31, section 2.4) and bits of HTML."""

from __future__ import annotations

import re
from typing import Final

# Marks of ours such as [1] are left alone, unless what follows would make links of them.
_OURS: Final = r"(?P<ours>\[\d{1,4}\](?![(:\[]))"
_ANYWHERE: Final = r"[\\`*<\[\]|~$]"
_UNDERSCORE: Final = r"(?<![^\W_])_|_(?![^\W_])"  # within a word it marks nothing
_ENTITY: Final = r"&(?=#?\w{1,32};)"
_SPECIAL: Final = re.compile("|".join((_OURS, _ANYWHERE, _UNDERSCORE, _ENTITY)))
_LINE_START: Final = re.compile(r"^([ \t]*)([#>]|[-+=](?=[-+=\s]|$))", re.MULTILINE)


def literal(text: str) -> str:
    """The text with a backslash before each sign that would mark something up. Numbered lines stay a list."""
    inline = _SPECIAL.sub(lambda found: found[0] if found["ours"] else f"\\{found[0]}", text)
    return _LINE_START.sub(r"\1\\\2", inline)
