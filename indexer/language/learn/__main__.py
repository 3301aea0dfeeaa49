"""`python -m indexer.language.learn DATA_DIR`: learn the files of indexer/language/data anew (one to two minutes)."""

from __future__ import annotations

import sys
from pathlib import Path

from indexer.language.learn import contexts, frequencies, translations


def main(arguments: list[str]) -> int:
    """Write the learnt files; 2 when the folder is not given or not there."""
    if len(arguments) != 1 or not Path(arguments[0]).is_dir():
        sys.stderr.write("usage: python -m indexer.language.learn DATA_DIR (the folder that holds train/)\n")
        return 2
    folder = Path(arguments[0])
    for name, content in frequencies.word_lists(folder).items():
        (frequencies.DATA / name).write_bytes(content)
    (frequencies.DATA / "contexts.gz").write_bytes(contexts.contexts(folder))
    (frequencies.DATA / "background.gz").write_bytes(frequencies.background(folder))
    translations.write(translations.learnt(folder), frequencies.DATA / "translations.tsv.gz")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
