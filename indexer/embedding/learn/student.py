"""The model under training: the teacher's layers under a vocabulary of their own, mean-pooled; and its folder."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from transformers import BertModel, PreTrainedTokenizerFast

from indexer.embedding.learn.vocabulary import LONGEST, SPECIAL

Matrix = NDArray[np.float32]


class Student(torch.nn.Module):
    """Texts -> unit vectors. tokenizer: ids of a text, [CLS] and [SEP] included."""

    def __init__(self, layers: BertModel, tokenizer: Tokenizer) -> None:
        super().__init__()
        self.layers = layers
        self.tokenizer = tokenizer

    def forward(self, texts: Sequence[str], longest: int) -> torch.Tensor:
        """Unit vectors, shape (n, d), of texts cut at `longest` tokens."""
        rows = [encoded.ids[:longest] for encoded in self.tokenizer.encode_batch(list(texts))]
        width = max(map(len, rows))
        ids = torch.tensor([row + [0] * (width - len(row)) for row in rows])
        mask = torch.tensor([[1] * len(row) + [0] * (width - len(row)) for row in rows])
        with torch.autocast("cuda" if self.device.type == "cuda" else "cpu", dtype=torch.bfloat16):
            hidden = self.layers(ids.to(self.device), attention_mask=mask.to(self.device)).last_hidden_state
        kept = mask.to(self.device).unsqueeze(-1).float()
        pooled = (hidden.float() * kept).sum(1) / kept.sum(1)
        return torch.nn.functional.normalize(pooled, dim=-1)

    @property
    def device(self) -> torch.device:
        """Where the weights are."""
        return next(self.parameters()).device

    @torch.inference_mode()
    def embed(self, texts: Sequence[str], longest: int = LONGEST, batch: int = 64) -> Matrix:
        """Unit vectors of any number of texts, shape (n, d), in their order; short ones together."""
        self.eval()
        found = np.zeros((len(texts), self.layers.config.hidden_size), dtype=np.float32)
        order = sorted(range(len(texts)), key=lambda place: len(texts[place]))
        for start in range(0, len(order), batch):
            places = order[start : start + batch]
            found[places] = self([texts[place] for place in places], longest).cpu().numpy()
        self.train()
        return found


def new_student(teacher: Path, tokenizer: Tokenizer, vectors: Matrix) -> Student:
    """The teacher's layers with token vectors of shape (v, d) of their own; dropout is off: the data are few."""
    layers = BertModel.from_pretrained(
        teacher, add_pooling_layer=False, hidden_dropout_prob=0.0, attention_probs_dropout_prob=0.0
    )
    count, width = vectors.shape
    tokens = torch.nn.Embedding(count, width, padding_idx=0, _weight=torch.from_numpy(vectors))
    layers.embeddings.word_embeddings = tokens
    layers.config.vocab_size = len(vectors)
    return Student(layers, tokenizer)


def blend(student: Student, start: Mapping[str, torch.Tensor], kept: float) -> None:
    """Go back part of the way to the start's weights; `kept` is the share of what was learnt (Wortsman et al. 2022)."""
    learnt = student.state_dict()
    student.load_state_dict(
        {
            name: values.lerp(learnt[name], kept) if values.is_floating_point() else values
            for name, values in start.items()
        }
    )


def save_folder(student: Student, folder: Path) -> None:
    """Write a folder that sentence-transformers loads as it is."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Normalize, Pooling, Transformer

    names = dict(zip(("pad_token", "unk_token", "cls_token", "sep_token", "mask_token"), SPECIAL, strict=True))
    with TemporaryDirectory() as inner:
        student.layers.save_pretrained(inner)
        wrapped = PreTrainedTokenizerFast(  # type: ignore[no-untyped-call]
            tokenizer_object=student.tokenizer, model_max_length=LONGEST, **names
        )
        wrapped.save_pretrained(inner)
        transformer = Transformer(inner, max_seq_length=LONGEST)
        pooling = Pooling(student.layers.config.hidden_size, "mean")
        SentenceTransformer(modules=[transformer, pooling, Normalize()], device="cpu").save(str(folder))
