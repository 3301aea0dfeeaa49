"""What a training run may vary."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Options:
    """The defaults are those of the model that ships.

    vocabulary: tokens. sample: share of the data that is used. distil, contrast: passes over the data of each stage.
    batch: texts or questions a step. passage_longest: tokens of a passage that training reads.
    rate: of the layers; token_rate: of the token vectors, which start further off and are each seen seldom.
    kept: share of what was learnt that is kept, the rest is the start's.
    """

    vocabulary: int = 48_000
    sample: float = 1.0
    distil: float = 0.8
    contrast: float = 0.42
    batch: int = 64
    passage_longest: int = 96
    rate: float = 1e-4
    token_rate: float = 5e-4
    kept: float = 0.7
    seed: int = 1
