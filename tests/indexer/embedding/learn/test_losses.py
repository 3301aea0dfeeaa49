"""The losses, against what they should say of good and bad vectors."""

import torch
from torch.nn.functional import normalize

from indexer.embedding.learn.losses import contrast_loss, distil_loss, not_negatives

CPU = torch.device("cpu")


def vectors(seed: int, count: int = 6) -> torch.Tensor:
    return normalize(torch.randn(count, 384, generator=torch.Generator().manual_seed(seed)), dim=-1)


def test_vectors_that_are_the_teachers_cost_least() -> None:
    teacher = vectors(1)
    right, wrong = distil_loss(teacher, teacher, teacher), distil_loss(teacher, vectors(2), teacher)
    assert right < 0.01 < wrong


def test_a_question_at_its_own_passage_costs_least() -> None:
    passages = vectors(1)
    none = torch.zeros(6, 6, dtype=torch.bool)
    assert contrast_loss(passages, passages, none) < 0.01 < contrast_loss(passages.roll(1, 0), passages, none)


def test_a_passage_that_is_no_honest_negative_costs_nothing() -> None:
    passages = vectors(1)
    passages[1] = passages[0]
    same = not_negatives(list("abcdef"), ["p", "p", "q", "r", "s", "t"], CPU)
    none = torch.zeros(6, 6, dtype=torch.bool)
    assert contrast_loss(passages, passages, same) < 0.01 < contrast_loss(passages, passages, none)


def test_the_pair_itself_is_never_masked() -> None:
    assert not not_negatives(["a", "a"], ["p", "p"], CPU).diagonal().any()
