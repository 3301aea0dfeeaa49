"""Training lowers the loss, goes on where it was stopped, and what is written reads as what was trained."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch

from qa.learn.cross.network import Network, write
from qa.learn.cross.train import Asked, _of_list, train
from qa.read.crossencoder import CrossEncoder, Pairing, Words

QUESTIONS = {
    "Hur många lyktor finns i parken?": "I parken står 12 lyktor.",
    "Vem sköter bänkarna?": "Bänkarna sköts av parkvakten.",
    "Why was the fountain closed?": "Fontänen stängdes eftersom den läckte.",
    "När öppnar caféet?": "Caféet slår upp dörrarna i april.",
}


def lists() -> list[Asked]:
    """Each question with the sentences that answer the four, of which the first answers it; and one left open."""
    pairing, made = Pairing(), []
    for question, answer in QUESTIONS.items():
        told = [answer, *(other for other in QUESTIONS.values() if other != answer)]
        pairs = tuple(pairing.pair(Words(question, "", "", "", one)) for one in told)
        span = pairing.span(answer, answer.split()[-1].rstrip("."))
        made.append(Asked(pairs, (True, False, False, False), None if span is None else (0, *span)))
    return [*made, Asked(made[0].pairs[1:], (False, False, False))]


@pytest.fixture
def network() -> Network:
    torch.manual_seed(1)
    made = Network(1)
    made.start()
    return made


def loss(network: Network) -> float:
    with torch.no_grad():
        return sum(float(_of_list(network(asked.pairs)[0], asked.right)) for asked in lists())


def test_training_lowers_the_loss_and_leaves_the_token_vectors_alone(network: Network, tmp_path: Path) -> None:
    before, vectors = loss(network), network.layers.embeddings.word_embeddings.weight.clone()
    train(network, lists() * 128, 3e-4, 1, tmp_path / "checkpoint.pt")
    assert loss(network) < before / 2
    assert torch.equal(vectors, network.layers.embeddings.word_embeddings.weight)


def test_training_goes_on_from_its_checkpoint(network: Network, tmp_path: Path) -> None:
    train(network, lists() * 4, 1e-4, 1, tmp_path / "checkpoint.pt")
    other = Network(1)
    train(other, lists() * 4, 1e-4, 1, tmp_path / "checkpoint.pt")  # nothing is left to do
    assert loss(other) == pytest.approx(loss(network))


def test_a_checkpoint_of_other_questions_is_refused(network: Network, tmp_path: Path) -> None:
    train(network, lists() * 4, 1e-4, 1, tmp_path / "checkpoint.pt")
    with pytest.raises(ValueError, match="20 questions, not 25"):
        train(network, lists() * 5, 1e-4, 1, tmp_path / "checkpoint.pt")


def test_a_shallower_network_takes_the_lowest_layers(network: Network) -> None:
    deeper = Network(2)
    deeper.start()
    network.take(deeper.state_dict())
    mine, theirs = (one.layers.encoder.layer[0].output.dense.weight for one in (network, deeper))
    assert torch.equal(mine, theirs)


def test_none_of_them_is_likely_when_nothing_answers() -> None:
    sure = _of_list(torch.tensor([-9.0, -9.0]), (False, False))
    wrong = _of_list(torch.tensor([9.0, -9.0]), (False, False))
    assert float(sure) < 0.01 < 5 < float(wrong)


def test_what_is_written_scores_as_what_was_trained(network: Network, tmp_path: Path) -> None:
    size = write(network, tmp_path / "crossencoder.safetensors")
    assert size < 4e6
    pairs = [pair for asked in lists() for pair in asked.pairs]
    with torch.no_grad():
        trained = network(pairs)[0].numpy()
    shipped = CrossEncoder(tmp_path / "crossencoder.safetensors")._run(pairs)
    assert np.abs(trained - shipped).max() < 0.1
