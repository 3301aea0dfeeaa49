"""A tiny BERT as sentence-transformers saves it, and the same packed."""

from __future__ import annotations

from pathlib import Path

import pytest

from indexer.embedding.pack import pack

WORDS = "nämnden beslutade att godkänna budgeten för skolan the board approved budget school of dog ran field".split()


@pytest.fixture(scope="session")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two layers, 64 dimensions, random weights, accents kept."""
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.base.modules import Normalize, Transformer
    from sentence_transformers.sentence_transformer.modules import Pooling
    from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors
    from transformers import BertConfig, BertModel, PreTrainedTokenizerFast

    torch.manual_seed(1)
    special = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
    letters = [sign for letter in "abcdefghijklmnopqrstuvwxyzåäöé0123456789.,?" for sign in (letter, f"##{letter}")]
    vocabulary = {token: number for number, token in enumerate([*special, *letters, *dict.fromkeys(WORDS)])}
    tokens = Tokenizer(models.WordPiece(vocabulary, unk_token="[UNK]"))
    tokens.normalizer = normalizers.BertNormalizer(strip_accents=False, lowercase=True)
    tokens.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tokens.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]", special_tokens=[("[CLS]", 2), ("[SEP]", 3)]
    )
    inner, folder = (tmp_path_factory.mktemp("model") / name for name in ("inner", "trained"))
    config = BertConfig(
        vocab_size=len(vocabulary), hidden_size=64, num_hidden_layers=2, num_attention_heads=4, intermediate_size=128,
        max_position_embeddings=64, initializer_range=0.2,
    )  # fmt: skip
    BertModel(config, add_pooling_layer=False).save_pretrained(inner)
    names = dict(zip(("pad_token", "unk_token", "cls_token", "sep_token", "mask_token"), special, strict=True))
    PreTrainedTokenizerFast(tokenizer_object=tokens, model_max_length=32, **names).save_pretrained(inner)
    modules = [Transformer(str(inner), max_seq_length=32), Pooling(64, "mean"), Normalize()]
    SentenceTransformer(modules=modules, device="cpu").save(str(folder))
    return folder


@pytest.fixture(scope="session")
def shipped(trained: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder as it would ship."""
    folder = tmp_path_factory.mktemp("shipped") / "model"
    pack(trained, folder)
    return folder
