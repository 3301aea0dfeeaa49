"""The generated part of RESULTS.md: between two markers, in sections; the hand-written rest is left alone."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from eval.errors import ResultError

BEGIN: Final = "<!-- results:begin -->"
END: Final = "<!-- results:end -->"
_SECTION = re.compile(r"^### (.+)\n", re.MULTILINE)


def sections(page: str) -> dict[str, str]:
    """Title -> body of each generated section. Raises ResultError when the markers are not there, once, in order."""
    parts = _SECTION.split(_parts(page)[1])
    return {title: body.strip() for title, body in zip(parts[1::2], parts[2::2], strict=True)}


def replaced(page: str, new: Mapping[str, str]) -> str:
    """The page with these sections instead of those between the markers."""
    before, _, after = _parts(page)
    body = "\n\n".join(f"### {title}\n{text}" for title, text in new.items())
    return f"{before}{BEGIN}\n{body}\n{END}{after}"


def _parts(page: str) -> tuple[str, str, str]:
    before, begin, rest = page.partition(BEGIN)
    between, end, after = rest.partition(END)
    if not begin or not end or BEGIN in between + after or END in before + after:
        raise ResultError(f"Expected {BEGIN} and {END}, each once and in this order.")
    return before, between, after
