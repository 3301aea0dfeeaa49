"""The Swedish word list and the background weights, counted over public-sector passages and aligned sentences."""

from __future__ import annotations

import gzip
from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import islice
from math import log, log2
from pathlib import Path
from typing import Final

from indexer.language.function_words import SWEDISH
from indexer.language.learn.corpus import entries, passages, sentences, words
from indexer.language.tokens import tokens

DATA: Final = Path(__file__).parents[1] / "data"

_SWEDISH_WORDS: Final = 120_000  # forms kept
_ENGLISH_WORDS: Final = 12_000
_TIMES: Final = 2  # forms seen once are as often misspellings as words
_QUOTED: Final = 10.0  # a word this many times as common in the other language is a quotation
_LETTER_WORDS: Final = "iåöa"
_SHARED: Final = SWEDISH  # words such as "in" are at home in both languages
_FULL_OF_NAMES: Final = ("mkqa", "gnome_user_docs")
_HEAD: Final = 999  # the group that holds a file's one general number
_DOCUMENTS: Final = 6  # tokens in fewer passages weigh as much as unseen ones
_DOMAIN_TIMES: Final = 20  # added to the counts of the domain's own words
_TAIL_TIMES: Final = 5  # the last part of a compound is a word seen this often
_HEAD_TIMES: Final = 4  # and its first part begins this many compounds
_STEP: Final = 0.25  # of the weights, which are natural logarithms


def _packed(groups: dict[int, list[str]]) -> bytes:
    """One line a group: its number, then its words in order."""
    lines = (f"{number} {' '.join(sorted(group))}" for number, group in sorted(groups.items(), reverse=True))
    return gzip.compress(("\n".join(lines) + "\n").encode(), 9, mtime=0)


def _grouped(numbers: Iterable[tuple[str, int]]) -> dict[int, list[str]]:
    groups: defaultdict[int, list[str]] = defaultdict(list)
    for word, number in numbers:
        groups[number].append(word)
    return groups


def _count(folder: Path) -> tuple[Counter[str], Counter[str]]:
    """Words of running Swedish and English text; the lexicon's Swedish words count once, titles and names never."""
    swedish: Counter[str] = Counter()
    english: Counter[str] = Counter()
    for text in passages(folder):
        swedish.update(words(text))
    for pair in sentences(folder):
        english.update(pair.english)
        if pair.source not in _FULL_OF_NAMES:
            swedish.update(pair.swedish)
    for pair in entries(folder):
        swedish.update(pair.swedish)
    swedish.update({word: _DOMAIN_TIMES for word in _domain() if not word.endswith("-")})
    return swedish, english


def _domain() -> set[str]:
    """The domain's words, which state texts lack; a beginning of compounds ends with a hyphen."""
    terms = (DATA / "municipal_terms.tsv").read_text(encoding="utf-8").lower()
    swedish = {word for line in terms.splitlines() for field in line.split("\t")[1:] for word in words(field)}
    return swedish | set((DATA / "municipal_words.txt").read_text(encoding="utf-8").split())


def _heads(listed: Counter[str]) -> Counter[str]:
    """What compounds begin with ("verksamhets"), by the number of words that go on with a common word."""
    tails = {word for word, count in listed.items() if len(word) > 3 and count >= _TAIL_TIMES}
    heads: Counter[str] = Counter()
    for word in listed:
        heads.update(word[:cut] for cut in range(3, len(word) - 3) if word[cut:] in tails)
    heads.update({word[:-1]: _DOMAIN_TIMES for word in _domain() if word.endswith("-")})
    return heads


def _listed(here: Counter[str], there: Counter[str], most: int) -> Counter[str]:
    """The commonest words, without those much commoner in the other language: quotations."""
    total, other = here.total(), there.total()
    kept = (
        (word, count)
        for word, count in sorted(here.items(), key=lambda pair: (-pair[1], pair[0]))
        if count >= _TIMES and (word in _SHARED or there[word] / other < _QUOTED * count / total)
        if len(word) > 1 or word in _LETTER_WORDS
    )
    return Counter(dict(islice(kept, most)))


def _written(counts: Counter[str], total: int) -> bytes:
    return _packed(_grouped((word, round(2 * log2(count))) for word, count in counts.items()) | {_HEAD: [str(total)]})


def word_lists(folder: Path) -> dict[str, bytes]:
    """The files of Swedish words, English words and beginnings of Swedish compounds, by name.

    A group holds words by count, in steps of the root of two; the first line is the count of all words.
    """
    swedish, english = _count(folder)
    listed = _listed(swedish, english, _SWEDISH_WORDS)
    heads = Counter({head: count for head, count in _heads(listed).items() if count >= _HEAD_TIMES})
    return {
        "words.gz": _written(listed, swedish.total()),
        "english.gz": _written(_listed(english, swedish, _ENGLISH_WORDS), english.total()),
        "heads.gz": _written(heads, heads.total()),
    }


def background(folder: Path) -> bytes:
    """The weight -ln(share of passages that hold it) of each index token; the first line is that of the unseen."""
    counts: Counter[str] = Counter()
    number = 0
    for text in passages(folder):
        counts.update(set(tokens(text)))
        number += 1
    kept = ((token, round(log(number / n) / _STEP)) for token, n in counts.items() if n >= _DOCUMENTS)
    groups = _grouped((token, weight) for token, weight in kept if " " not in token and not token.isdecimal())
    return _packed(groups | {_HEAD: [str(round(log(number / _DOCUMENTS) / _STEP) + 1)]})
