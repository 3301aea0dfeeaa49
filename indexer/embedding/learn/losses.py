"""The two losses: nearness to the teacher, and a question's own passage before all others of the batch."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import torch
from torch import Tensor
from torch.nn.functional import cross_entropy

_TEMPERATURE: Final = 0.05
_DIMENSIONS: Final = (384, 128)  # the first 128 are trained to stand alone (Kusupati et al. 2022)
_SHORT_SHARE: Final = 0.3


def distil_loss(english: Tensor, swedish: Tensor, teacher: Tensor) -> Tensor:
    """How far both languages lie from the teacher's vectors of the English (Reimers & Gurevych 2020), all (n, d).

    Distance and order: besides 1 - cosine each Swedish text must pick its own English one out of the batch.
    """
    distance = (2 - (english * teacher).sum(-1) - (swedish * teacher).sum(-1)).mean()
    picked = cross_entropy(swedish @ teacher.T / _TEMPERATURE, torch.arange(len(teacher), device=teacher.device))
    return distance + 0.1 * picked


def contrast_loss(queries: Tensor, passages: Tensor, same: Tensor) -> Tensor:
    """InfoNCE in both directions (van den Oord et al. 2018), at full length and at the first dimensions, all (n, d).

    same: (n, n), true where a passage of the batch is no honest negative of a question.
    """
    right = torch.arange(len(queries), device=queries.device)
    total = queries.new_zeros(())
    for length, share in zip(_DIMENSIONS, (1.0, _SHORT_SHARE), strict=True):
        short = [torch.nn.functional.normalize(side[:, :length], dim=-1) for side in (queries, passages)]
        scores = (short[0] @ short[1].T / _TEMPERATURE).masked_fill(same, -1e4)
        total = total + share * (cross_entropy(scores, right) + 0.5 * cross_entropy(scores.T, right))
    return total


def not_negatives(queries: Sequence[str], passages: Sequence[str], device: torch.device) -> Tensor:
    """(n, n) true where row and column share their query or passage and are not the pair itself."""
    equal = [
        [i != j and (queries[i] == queries[j] or passages[i] == passages[j]) for j in range(len(queries))]
        for i in range(len(queries))
    ]
    return torch.tensor(equal, device=device)
