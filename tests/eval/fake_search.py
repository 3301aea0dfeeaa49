"""A product behind the doors `index`, `status`, `ask --batch`, `search --batch`: paragraphs ranked by words in common.

Run as a program. FAKE_EMBEDDING in the environment is the model that it claims; a document with "refuse" is refused.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path


def index(folder: Path, library: Path) -> int:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    read = {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in files}
    kept = {name: text for name, text in read.items() if "refuse" not in text}
    new = not library.exists()
    library.mkdir(parents=True, exist_ok=True)
    (library / "texts.json").write_text(json.dumps(kept), encoding="utf-8")
    report = {"indexed": len(kept) if new else 0, "refused": len(read) - len(kept), "seconds": 0.1}
    sys.stdout.write(json.dumps(report))
    return 1 if len(kept) < len(read) else 0


def hits(question: str, texts: dict[str, str], k: int) -> list[dict[str, object]]:
    wanted = set(question.lower().strip("?").split())
    paragraphs = [(name, part) for name, text in texts.items() for part in text.split("\n\n")]
    ranked = sorted(paragraphs, key=lambda found: -len(wanted & set(found[1].lower().strip(".\n").split())))
    return [{"document": name, "text": part, "score": 1.0} for name, part in ranked[:k]]


def answer(line: dict[str, object], texts: dict[str, str]) -> dict[str, object]:
    best = hits(str(line["question"]), texts, 1)
    cited = [{"number": 1, "quote": hit["text"], **hit} for hit in best]
    return {"id": line["id"], "status": "answered", "text": best[0]["text"], "citations": cited, "elapsed_ms": 1}


def main(arguments: list[str]) -> int:
    door = arguments[0]
    library = Path(arguments[arguments.index("--library") + 1])
    if door == "index":
        return index(Path(arguments[1]), library)
    if door == "status":
        sys.stdout.write(json.dumps({"embedding": os.environ.get("FAKE_EMBEDDING", "one"), "product": "fake"}))
        return 0
    texts = json.loads((library / "texts.json").read_text(encoding="utf-8"))
    for line in map(json.loads, sys.stdin):
        found = {"id": line["id"], "hits": hits(line["question"], texts, line["k"])} if door == "search" else None
        sys.stdout.write(json.dumps(found or answer(line, texts)) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
