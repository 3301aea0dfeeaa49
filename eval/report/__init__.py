"""The HTML report of a run: one page that holds its own style, script and data, and fetches nothing.

The style is report.css, the script the files of script/ in the order of SCRIPTS, the frame page.html.
The data goes in as JSON and reaches the reader only as text: nothing from a document is ever markup.
"""

from __future__ import annotations

import base64
import hashlib
import html
import json
import re
from importlib import resources
from pathlib import Path
from string import Template
from typing import Any

from eval import files
from eval.errors import ResultError

SCRIPTS = (
    "elements", "figures", "faults", "marks", "charts", "shares", "curves", "overview", "evidence", "details", "list",
    "filters", "main",
)  # fmt: skip
_UNSAFE = re.compile("[<>&\u2028\u2029\ud800-\udfff]")


def write(result: dict[str, Any], path: Path) -> None:
    """Write the page for `result` (the JSON of a run, form 1). Raises ResultError when it is none, OutputError."""
    files.write(path, document(result))


def document(result: dict[str, Any]) -> str:
    """The whole page as text."""
    if result.get("form") != 1 or not isinstance(result.get("cases"), list):
        raise ResultError("This is not the result of `eval run --json` (form 1).")
    style = _read("report.css")
    script = "\n".join(_read(f"script/{name}.js") for name in SCRIPTS)
    return Template(_read("page.html")).substitute(
        policy=_policy(style, script),
        title=html.escape(str(result.get("golden", "questions"))),
        style=style,
        script=script,
        data=embedded(result),
    )


def embedded(result: dict[str, Any]) -> str:
    """JSON that can stand inside <script>: no character in it can end the element or begin another."""
    try:
        text = json.dumps(result, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    except ValueError as error:
        raise ResultError(f"The result holds a figure that JSON cannot carry ({error}).") from error
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _policy(style: str, script: str) -> str:
    """Nothing may be fetched; only this very style and script may run (Content Security Policy Level 3)."""
    return (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")


def _read(name: str) -> str:
    return resources.files(__name__).joinpath(name).read_text(encoding="utf-8")
