"""The table of word translations: aligned, scored, given back as words that Swedish texts use, written to a file."""

from __future__ import annotations

import gzip
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from math import sqrt
from pathlib import Path
from typing import Final

from indexer.language.english import singular
from indexer.language.learn.alignment import Table, align
from indexer.language.learn.corpus import Pair, entries, sentences
from indexer.language.learn.phrases import from_entries, from_sentences
from indexer.language.tokens import stem

_BEST: Final = 4  # translations kept of each word
_LEAST: Final = 0.03  # probability below which a translation is noise
_ENDING: Final = 4  # two stems that differ by no more letters at the end are one word ("underskot", "underskottet")


def _stemmed(pairs: Iterable[Pair]) -> list[Pair]:
    """English words in the singular and Swedish stems: what the alignment counts."""
    return [Pair([singular(w) for w in p.english], [stem(w) for w in p.swedish], p.weight) for p in pairs]


def _surfaces(pairs: Iterable[Pair]) -> dict[str, str]:
    """The commonest word of every Swedish stem; the longer one of two that are equally common."""
    seen: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for pair in pairs:
        for word in pair.swedish:
            seen[stem(word)][word] += 1
    return {root: max(words, key=lambda word: (words[word], len(word), word)) for root, words in seen.items()}


def _same_word(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return len(short) > 3 and long.startswith(short[:-1]) and len(long) - len(short) <= _ENDING


def _merged(ranked: Sequence[tuple[str, float]]) -> list[tuple[str, float]]:
    """Stems of one word put together, so that four translations are four words."""
    found: list[tuple[str, float]] = []
    for word, chance in ranked:
        same = next((n for n, (other, _) in enumerate(found) if _same_word(word, other)), None)
        if same is None:
            found.append((word, chance))
        else:
            found[same] = (found[same][0], min(1.0, found[same][1] + chance))
    return sorted(found, key=lambda pair: (-pair[1], pair[0]))


def _scored(there: Table, back: Table) -> Iterator[tuple[str, list[tuple[str, float]]]]:
    """Each English word with its Swedish stems by the geometric mean of both directions."""
    for english, chances in there.items():
        ranked = [(word, sqrt(chance * back.get(word, {}).get(english, 0.0))) for word, chance in chances.items()]
        best = _merged(sorted(ranked, key=lambda pair: (-pair[1], pair[0])))[:_BEST]
        yield english, [(word, chance) for word, chance in best if chance >= _LEAST]


def learnt(folder: Path) -> dict[str, list[tuple[str, float]]]:
    """English words and phrases (singular, lower-case) with Swedish words and their probabilities."""
    texts, lexicon = list(sentences(folder)), list(entries(folder))
    surfaces = _surfaces([*texts, *lexicon])
    counted = _stemmed(texts)
    there, back = align([*counted, *_stemmed(lexicon)])
    table = {english: [(surfaces[word], chance) for word, chance in best] for english, best in _scored(there, back)}
    phrases: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for phrase, word, share in (*from_sentences(counted, there), *from_entries(lexicon)):
        phrases[phrase][surfaces.get(word, word)] = share
    for phrase, found in phrases.items():
        ranked = sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))
        table[phrase] = [(word, share / sqrt(len(ranked[:_BEST]))) for word, share in ranked[:_BEST]]
    return {english: best for english, best in sorted(table.items()) if best}


def write(table: dict[str, list[tuple[str, float]]], path: Path) -> None:
    """One line a word: English, then Swedish words each with its weight (root of the probability) in hundredths."""
    lines = (
        english + "".join(f"\t{word}\t{max(1, round(100 * sqrt(chance)))}" for word, chance in best)
        for english, best in table.items()
    )
    path.write_bytes(gzip.compress(("\n".join(lines) + "\n").encode(), 9, mtime=0))
