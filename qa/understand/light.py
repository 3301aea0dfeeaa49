"""English words and phrases that a question needs for its grammar or manner and that say little of its matter.

Swedish has most of them as function words, or writes the thought otherwise: no Swedish sentence need hold them.
"""

from __future__ import annotations

from typing import Final

from indexer.language.english import bases

_DERIVED: Final = ("er", "ers", "est", "ly")  # endings that make another word of it ("leader")

_VERBS: Final = """
appear ask become bring call carry come consider do end enter find get give happen hold keep know lay lead let lie look
make mean put reach relate run say see seem set show sit stand stay suppose take talk tell think try turn understand
want wish
"""
_NOUNS: Final = """
aim basis connection detail example extent fact ground idea intention issue kind manner matter motive name occasion
part purpose question reason regard respect sort subject thing thought type way
"""
_OTHERS: Final = """
able actual actually aged approximately behind certain current currently entire exact exactly finally former
formerly given main one original particular possible present previous previously roughly same several specific supposed
various whole
"""
_PHRASES: Final = """
according to|a year|a month|a day|a week|as a whole|as part of|at present|at the moment|be able to|be called|come about
come down to|come from|deal with|each year|end up|every year|find out|for example|from now on|go on|has been|have been
how far|how fast|how long|how many|how much|how often|how soon|in all|in charge|in connection with|in detail|in fact
in place|in terms of|in the end|in total|in view of|it is|lay behind|lie behind|lead to|look like|make up|more than
on the part of|out of|per year|put in|right now|so far|take place|the end|the same|there be|there is|turn out|what for
"""
_WORDS: Final = frozenset(" ".join((_VERBS, _NOUNS, _OTHERS)).split())
_LIGHT_PHRASES: Final = frozenset(_PHRASES.strip().replace("\n", "|").split("|"))


def says_little(phrase: str) -> bool:
    """Whether a lower-case English word, in any form, or phrase says little of what a question is about."""
    if " " not in phrase:
        return phrase in _WORDS or (not phrase.endswith(_DERIVED) and any(form in _WORDS for form in bases(phrase)))
    first, _, rest = phrase.partition(" ")
    return any(f"{form} {rest}" in _LIGHT_PHRASES for form in bases(first))
