"""Going on with questions asked of real committees, for the network that ships and for what must not have seen them.

What weighs the scores (`qa.learn`) must learn from scores of questions that the network has not seen. So the documents
are dealt into parts, and besides the network that learns from all of them there is one for each part that learns from
the others.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

import numpy as np
import torch

from indexer.embedding.bert import names, restored
from indexer.embedding.tensors import read_tensors
from qa.learn.cross.hard import hard
from qa.learn.cross.network import Network, write
from qa.learn.cross.train import Asked, train
from qa.learn.sets import PARTS, Set, parts_of
from qa.read.crossencoder import depth

_RATE: Final = 5e-5  # one pass: with more of them other municipalities' documents are read worse again
_HEAD_FASTER: Final = 4
_OTHER: Final = 0.3  # other questions, so that what was learnt before is kept, as a share of these


def tune(general: Path, sets: Sequence[Set], other: Set, work: Path, target: Path) -> int:
    """Write the network for each part into `work` and the whole one to `target`; gives its size in bytes.

    general: the weights to begin with. sets: asked of committees. other: asked of other documents.
    """
    lists = [(known, told) for one in sets for known, told in hard(one, work, seed=0)]
    wanted = min(len(other.questions), round(_OTHER * len(lists)))
    drawn = replace(other, questions=tuple(random.Random(0).sample(other.questions, wanted)))
    more = [told for _, told in hard(drawn, work, seed=0)]
    for part in range(PARTS):
        kept = [told for known, told in lists if part not in parts_of(known)]
        _tuned(general, [*kept, *more], part, work / f"without-{part}.pt", unseen(work, part))
    return _tuned(general, [told for _, told in lists] + more, PARTS, work / "whole.pt", target)


def unseen(work: Path, part: int) -> Path:
    """The weights that have seen no question on a document of the part."""
    return work / f"crossencoder-without-{part}.safetensors"


def _tuned(general: Path, lists: Sequence[Asked], seed: int, checkpoint: Path, target: Path) -> int:
    network = started(general)
    sys.stderr.write(f"{target.name}: {len(lists)} lists\n")
    train(network, lists, _RATE, seed, checkpoint, _HEAD_FASTER)
    return write(network, target)


def started(file: Path) -> Network:
    """The network with the weights of a file, as `write` left them."""
    stored = read_tensors(file)
    theirs = {name: torch.from_numpy(np.array(restored(stored, name), dtype=np.float32)) for name in names(stored)}
    network = Network(depth(theirs))
    network.start()
    named = {name if name.startswith("head.") else f"layers.{name}": weight for name, weight in theirs.items()}
    network.load_state_dict(network.state_dict() | named)
    return network
