"""How Swedish and English questions name documents, voices, acts and changes.

The words are those of the language and of public administration, none of any document.
"""

from __future__ import annotations

import re
from typing import Final

from indexer.model import Kind, Role


def pattern(text: str) -> re.Pattern[str]:
    """A pattern over words, whatever their case; white space in it says nothing."""
    return re.compile(text, re.IGNORECASE | re.VERBOSE)


CUE_WORDS: Final = frozenset(
    """antal antalet procent procentenheter andel andelen del datum datumet dag dagen år året tid period parti partiet
    paragraf paragrafen diarienummer dnr nummer namn person personer politiker tjänsteperson tjänstepersoner summa
    siffra kostade kostar kosta kostnad stor stort hög högt mycket många länge ofta
    number percent percentage points share proportion date day year years time period party parties paragraph section
    registry name person people politician politicians official officials amount figure cost costs much many long
    large high big total totalt sammanlagt uppgår uppgick state stated states say says said document documents
    dokumentet dokumenten skrivelsen interpellationen interpellationssvaret motionen letter letters enligt according
    jämfört compared stämmer sant true correct""".split()
)
"""Words that say what kind of answer is wanted, or nothing: they count little in finding it."""

KINDS: Final[tuple[tuple[Kind, re.Pattern[str]], ...]] = (
    (Kind.PROTOKOLL, pattern(r"\b(protokoll\w*|minutes)\b")),
    (Kind.TJANSTEUTLATANDE, pattern(r"\b(tjänsteutlåtande\w*|tjänsteskrivelse\w*|officials?['’]?s?['’]?\ report)\b")),
    (Kind.SKRIVELSE, pattern(r"\b(skrivelse[n]?|brev(et|en)?|skribent\w*|letter|letters|writers?)\b")),
    (Kind.INTERPELLATIONSSVAR, pattern(r"\b(interpellation\w*|interpellant\w*)\b")),
    (Kind.MOTION, pattern(r"\b(motion(en)?|motions?)\b")),
    (Kind.RIKTLINJE, pattern(r"\b(riktlinje\w*|guidelines?)\b")),
)
"""Document kinds that a question may name."""

VOICES: Final[tuple[tuple[Role, re.Pattern[str]], ...]] = (
    (
        Role.ACCOUNT,
        pattern(
            r"\b(enligt|according\ to|säger|anger|does|says)\s+(the\s+)?(\w+-?\ ?){0,3}?"
            r"(\w*förvaltning(en|s)\w*|administration|officials?|tjänstem\w+)"
        ),
    ),
    (
        Role.REPLY,
        pattern(r"\b(enligt|according\ to|säger|svarar|says)\s+(the\s+)?(\w+\s+)?(ordförande\w*|chair\w*)"),
    ),
    (
        Role.CLAIM,
        pattern(
            r"\b(enligt|according\ to|anser|tycker|säger|menar|think|say)\s+(the\s+)?"
            r"(\(\w{1,2}\)|skribent\w*|skrivelse\w*|writers?|letter|politiker\w*|politicians|part\w+)"
        ),
    ),
)
"""Whose word is asked for."""

CHANGES: Final = pattern(
    r"""\b(öka\w*|ökning\w*|minska\w*|minskning\w*|förändra\w*|förändring\w*|försämra\w*|förbättra\w*|skillnad\w*
      |jämför\w*|dyrare|billigare|fler|färre|mellan|jämfört|mot|rise|rose|risen|fell|fall|fallen|drop\w*|increase\w*
      |decrease\w*|change\w*(?!\s(posts?|positions?|jobs?|names?)\b)|worsen\w*|improve\w*|compar\w*|difference|between|versus
      |more\ expensive|cheaper|(many|much)\ (more|fewer|less)(?!\sthan\b)
      |(more|fewer|less)\b(?!\sthan\s(an?|one|two|three|four|five|ten|half|\d))[^?]*\bthan)\b"""
)
"""Questions that ask how much something changed or differs; two figures may answer them together."""

WHOLE: Final = pattern(r"\b(hela|helår\w*|helt\ år|all\ of|whole|entire|full[\ -]year|throughout)\b")
"""Questions about the whole of a period; a figure for part of it does not answer them."""

SIGNS: Final = pattern(
    r"""\b(underteckna\w*|skrev|skrivit|wrote|written|sekreterare\w*|förde\ protokoll\w*|juster\w*
      |ordförande\w*|signed|signator\w*|secretary
      |(kept|took|approved|checked)\ the\ minutes|chair\w*|checked)\b"""
)
"""Questions whose answer stands among the signatures or in the attendance list."""

BODIES: Final = re.compile(r"\b\w*(?:nämnd|styrelse|fullmäktige|utskott)\w*\b", re.IGNORECASE)
"""Deciding bodies, in a question or a text."""

PARTY_NAMES: Final = re.compile(
    r"\b(moderat|socialdemokrat|vänsterparti|vänstern\b|centerparti|centern\b|liberal|miljöparti|kristdemokrat|sverigedemokrat"
    r"|moderate|social democrat|left party|centre party|green party|christian democrat|sweden democrat)\w*",
    re.IGNORECASE,
)
"""Parties by name; documents write their marks."""

PROPOSES: Final = pattern(
    r"""\b(föresl\w+|förslag(et)?\ till\ beslut|rekommender\w*|propos(e|es|ed)\b|recommend\w*)
      | \bwhat\ (was|is|were|are)\ [^?]*\bproposals?\b
      | \b(vad|vilket|vilka|hur)\ ska\ \w*(nämnd|utskott|styrelse|fullmäktige|direktion)\w*\b
        [^?]*\b(besluta|göra|ge|ta|svara)\b
      | \bvill(e)?\b[^?]*\batt\ \w*(nämnden|fullmäktige|styrelsen)\ ska\b
      | \bwant(s|ed)?\ the\ (\w+\ ){0,2}?(board|committee|council)\ to\b
      | \b(board|committee|council|assembly)\b[^?]*\b(asked|invited|supposed)\ to\ (decide|approve|adopt|take|do)\b
      | \bto\ be\ (asked|instructed|told|commissioned)\ to\b"""
)
"""Questions about what is proposed, not about what was decided."""

ACTS: Final[tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]] = (
    (pattern(r"\b(reserv\w+|reservation\w*)\b"), pattern(r"\breserv")),
    (pattern(r"\b(röst\w+|omröst\w*|voter\w*|vote[ds]?|voting)\b"), pattern(r"röst|voter")),
    (pattern(r"\b(yrka\w*|moved)\b"), pattern(r"\byrka")),
    (pattern(r"\b(instäm\w*|concur\w*)\b"), pattern(r"\binstäm")),
    (
        pattern(r"\b(protokollsanteckning\w*|antecknade|(a\ )?note\ (to|in)\ the\ minutes)\b"),
        pattern(r"protokollsanteckning|anteckn\w+\ följande|till\ protokollet"),
    ),
)
"""Acts at a meeting: (how a question names one, how minutes do). Who did it stands only where the act is named."""

SUBMITS: Final[tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]] = (
    (
        pattern(
            r"\b(ställ(t|de|er)|put|posed|asked|lodged|submitted|lämna\w+|skrev|wrote|written)\b[^?]*\binterpellation\w*"
        ),
        pattern(r"\b(ställ|lämna|inkom)\w*\b[^.]*\binterpellation|\binterpellation\w*\s(av|från)\b"),
    ),
    (
        pattern(
            r"""\b(väck\w*|lyft\w*|lämna\w+|inkom\w*|tog\ upp|tagit\ upp|initiativ\w*|raised|submitted
              |brought\ up|tabled|filed|put|handed\ in|wrote|written|skrev|skrivit)\b"""
        ),
        pattern(
            r"\b(väck|lämna|lyft|inkom|inlämna|skriv)\w*\b[^.]*\b(initiativ|motion|skrivelse|medborgarförslag|ärende|fråga)\w*"
        ),
    ),
    (
        pattern(
            r"""\b(i\ stället\ för|istället\ för|ersatte|ersätter|vikarie\w*|in\ place\ of|instead\ of|replac\w+
              |stood\ in|substitut\w+)\b"""
        ),
        pattern(r"\bersätter\b|\btjänstgör\w*\s(för|i\s?stället)"),
    ),
)
"""Like ACTS, for what is handed in and who stands in for whom; a passage that does not say so may still answer."""

DECIDED_ON: Final = pattern(
    r"""\b((beslut(ade|at|et|ar|as|ades)?|bestäm(de|t|s|des)|enligt\ beslutet|anta(gits|git|s)|antog|decided|decision
        |adopted|resolved)\b
      | enligt\ (\w*nämnden|\w*fullmäktige|\w*styrelsen)\b
      | according\ to\ the\ (decision|council|board|committee)\b)"""
)
"""Questions about what a body has decided, whatever else they ask for."""

OF_THEM: Final = pattern(r"\b(av\ (dem|dessa|de)|därav|varav|of\ (them|these|those))\b")
"""Questions about a part of what was spoken of before."""
