"""`python -m qa.learn.cross DATA SEEDS WORK [OTHERS]`: learn qa/data/crossencoder.safetensors.

DATA holds the training sets, SEEDS and OTHERS the documents that committees' questions are asked of (see `qa.learn`).
WORK keeps libraries and checkpoints: a run that was stopped goes on. It also keeps the weights from before committees'
questions were seen, from which a later run goes on, and weights that have not seen a part of the documents: with those
`python -m qa.learn` learns how much the scores weigh. What ships was made by these phases run by hand, the first two on
fewer questions: see qa/data/README.md.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import torch

from indexer.embedding.cores import threads
from qa.learn.cross.hard import hard
from qa.learn.cross.network import Network, write
from qa.learn.cross.spans import Lists
from qa.learn.cross.train import Asked, train
from qa.learn.cross.tune import tune
from qa.learn.sets import SWEQUAD_EVERY
from qa.learn.written import on_all_committees, on_documents, on_passages

_TARGET: Final = Path(__file__).parents[2] / "data" / "crossencoder.safetensors"
_GENERAL: Final = "crossencoder-general.safetensors"


@dataclass(frozen=True)
class Phase:
    """One pass. spans: the share of the questions with spans that is seen; written: are the written ones seen?"""

    layers: int
    rate: float
    spans: float
    written: bool


PHASES: Final = (
    Phase(layers=6, rate=5e-5, spans=0.4, written=False),
    Phase(layers=4, rate=1e-4, spans=0.35, written=True),
    Phase(layers=4, rate=1e-4, spans=0.15, written=True),
)
"""General reading first, then the language of the documents; the two upper layers are left off for speed."""


def main(
    data: Path,
    seeds: Path,
    work: Path,
    others: Path | None = None,
    *,
    phases: Sequence[Phase] = PHASES,
    share: float = 1.0,
) -> int:
    """Learn, write the weights, give their size in bytes. share: of the questions of the phases, for a trial."""
    work.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(threads())
    general = work / _GENERAL
    if not general.exists():
        _general(data, work, phases, share, general)
    return tune(general, on_all_committees(data, seeds, others, 1.0), on_documents(1.0), work, _TARGET)


def _general(data: Path, work: Path, phases: Sequence[Phase], share: float, target: Path) -> None:
    """General reading, phase by phase."""
    network = Network(phases[0].layers)
    network.start()
    for number, phase in enumerate(phases):
        deeper, network = network, Network(phase.layers)
        network.take(deeper.state_dict())
        asked = _asked(phase, data, work, number, share)
        sys.stderr.write(f"phase {number + 1}: {len(asked)} questions, {phase.layers} layers\n")
        train(network, asked, phase.rate, number, work / f"phase-{number + 1}.pt")
    network.load_state_dict(_mean(deeper.state_dict(), network.state_dict()))
    write(network, target)


def _mean(before: Mapping[str, torch.Tensor], after: Mapping[str, torch.Tensor]) -> dict[str, torch.Tensor]:
    """The weights half way between those after the last two phases: better on every set than either."""
    return {name: (before[name] + after[name]) / 2 for name in after}


def _asked(phase: Phase, data: Path, work: Path, seed: int, share: float) -> list[Asked]:
    """The lists of a phase; which wrong passages a list holds differs from phase to phase."""
    lists, train_sets = Lists(seed), data / "train"
    spans = [
        *lists.squad(train_sets / "squad_sv_en.jsonl.gz"),
        *lists.swequad(train_sets / "swequad_training.json", SWEQUAD_EVERY),
    ]
    chance = random.Random(seed)
    drawn = chance.sample(spans, round(len(spans) * phase.spans * share))
    if phase.written:
        pairs = on_passages(train_sets / "swedish_query_passage.jsonl.gz", work, 1.0)
        for chosen in (on_documents(1.0), pairs):
            found = [told for _, told in hard(chosen, work, seed)]
            drawn += chance.sample(found, round(len(found) * share))
    return drawn


if __name__ == "__main__":
    if len(sys.argv) not in {4, 5}:
        sys.exit("usage: python -m qa.learn.cross DATA SEEDS WORK [OTHERS]")
    sys.stderr.write(f"{main(*map(Path, sys.argv[1:])) / 1e6:.1f} MB\n")
