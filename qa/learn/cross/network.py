"""The cross-encoder in torch: what is trained, and how its weights are written for qa.read.crossencoder."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import BertConfig, BertModel

from indexer.embedding.bert import packed
from indexer.embedding.folder import OWN_FOLDER
from indexer.embedding.tensors import Array, read_tensors, write_tensors
from qa.read.crossencoder import TOKENS, Pair, side_by_side

_INNER = 128  # the width of the head
_MATRIX = "dense.weight", "query.weight", "key.weight", "value.weight"


class Network(nn.Module):
    """The layers of the embedding model under a head that reads the first token, the question and the passage.

    The token vectors stay as they are, for they are shared. `spans` marks where an answer begins and ends: it helps to
    learn and is not shipped.
    """

    def __init__(self, layers: int) -> None:
        super().__init__()
        config = BertConfig.from_pretrained(OWN_FOLDER)
        config.num_hidden_layers = layers
        self.layers = BertModel(config, add_pooling_layer=False)
        self.layers.embeddings.word_embeddings.weight.requires_grad_(False)
        width = config.hidden_size
        self.head = nn.Sequential(nn.Linear(3 * width, _INNER), nn.GELU(), nn.Linear(_INNER, 1))
        self.spans = nn.Linear(width, 2)

    def forward(self, pairs: Sequence[Pair]) -> tuple[Tensor, Tensor]:
        """Log-odds (n,) that each passage answers; for each token how much speaks for it as an end of the answer."""
        ids, kept, kinds, inside = (torch.from_numpy(array) for array in side_by_side(pairs))
        hidden = self.layers(ids, attention_mask=kept.long(), token_type_ids=kinds).last_hidden_state.float()
        read = torch.cat([hidden[:, 0], _mean(hidden, kept & (kinds == 0)), _mean(hidden, inside)], dim=1)
        return self.head(read)[:, 0], self.spans(hidden)

    def start(self) -> None:
        """Take the weights of the embedding model."""
        stored = read_tensors(OWN_FOLDER / "model.safetensors")
        theirs = {name: torch.from_numpy(array.copy()).float() for name, array in stored.items()}
        mine = self.layers.state_dict()
        self.layers.load_state_dict({name: theirs[name] for name in mine})

    def take(self, other: Mapping[str, Tensor]) -> None:
        """Take the weights of a deeper network: its lowest layers, and what is not a layer."""
        self.load_state_dict({name: other[name] for name in self.state_dict()})


def write(network: Network, file: Path) -> int:
    """Write what qa.read.crossencoder reads, the matrices of the layers in 8 bits; gives its size in bytes."""
    stored: dict[str, Array] = {}
    kept = {name.removeprefix("layers."): tensor.numpy() for name, tensor in network.state_dict().items()}
    for name, array in kept.items():
        if name == TOKENS or name.startswith("spans."):
            continue
        stored |= packed(name, array) if name.endswith(_MATRIX) else {name: array.astype("float16")}
    write_tensors(file, stored)
    return file.stat().st_size


def _mean(hidden: Tensor, kept: Tensor) -> Tensor:
    share = kept.float() / kept.sum(dim=1, keepdim=True).clamp(min=1)
    return torch.einsum("ns,nsd->nd", share, hidden)
