"""`python -m indexer.language.learn DATA_DIR`: learn the files of indexer/language/data anew (about three minutes)."""

from __future__ import annotations

import sys
from pathlib import Path

from indexer.language.learn import frequencies, translations

_DATA = Path(__file__).parents[1] / "data"


def main(arguments: list[str]) -> int:
    """Write the three learnt files; 2 when the folder is not given or not there."""
    if len(arguments) != 1 or not Path(arguments[0]).is_dir():
        sys.stderr.write("usage: python -m indexer.language.learn DATA_DIR (the folder that holds train/)\n")
        return 2
    folder = Path(arguments[0])
    (_DATA / "words.gz").write_bytes(frequencies.word_list(folder))
    (_DATA / "background.gz").write_bytes(frequencies.background(folder))
    translations.write(translations.learnt(folder), _DATA / "translations.tsv.gz")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
