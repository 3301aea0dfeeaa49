"""The model card."""

import json
from pathlib import Path

from indexer.embedding.learn.card import write_card
from indexer.embedding.learn.options import Options


def test_the_card_shows_options_figures_and_tries(tmp_path: Path) -> None:
    found = {f"{of}@{depth}": 0.5 for of in ("words", "meaning", "fused") for depth in (1, 5)}
    (tmp_path / "figures.jsonl").write_text(json.dumps({"stage": "start", "figures": {"toy": found}}))
    write_card(tmp_path / "README.md", Options(seed=17), tmp_path / "figures.jsonl", "## Tried\nNothing.\n")
    card = (tmp_path / "README.md").read_text()
    assert "seed 17" in card
    assert "| toy | start | 0.500 / 0.500 | 0.500 / 0.500 | 0.500 / 0.500 |" in card
    assert "## Tried\nNothing." in card
