"""What one cell of a table says: a number, with what is written beside it, a mark for a missing one, or words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from indexer.tables.model import Missing

_MARKS = {
    **dict.fromkeys(("..", "...", "…", "‥", ". ."), Missing.NOT_AVAILABLE),
    **dict.fromkeys((".",), Missing.NOT_APPLICABLE),
    **dict.fromkeys(("-", "–", "—", "−", "--"), Missing.NIL),
    "": Missing.BLANK,
}
_WORDS = {
    Missing.NOT_AVAILABLE: "uppgift saknas|saknas|ingen uppgift|uppgift ej tillgänglig|ej tillgänglig|not available|"
    "i.u.|u.s.|us|n/a|na|n.a.|#n/a|#saknas!|sekretess|"
    "ej rapporterat|ej redovisat|ej inrapporterat|missing|null|nan|x|xx|*|**",
    Missing.NOT_APPLICABLE: "ej tillämpligt|ej tillämplig|ej relevant|not applicable|ej aktuellt|e.t.",
    Missing.OTHER: "#div/0!|#ref!|#referens!|#värde!|#value!|#name?|#namn?|#num!|#ogiltigt!|#null!|#skärning!|:|::",
}
_BY_WORD = {word: kind for kind, words in _WORDS.items() for word in words.split("|")}
_MASKED = re.compile(r"(?:[~≈<>≤≥]|ca\.?\s|färre än\s|mindre än\s|fler än\s)\s?\d[\d\s,.]*%?", re.IGNORECASE)
_SPACES = re.compile(r"[ \u00a0\u202f\u2009\u2007]")
_PLAIN = re.compile(r"(?:0|[1-9]\d*)(?:[.,]\d+)?")
_PLAIN_GROUPS = {
    sign: re.compile(rf"[1-9]\d{{0,2}}(?:[ \u00a0\u202f\u2009\u2007]\d{{3}})+(?:\{sign}\d+)?") for sign in ",."
}
_NUMBER = re.compile(
    r"(?P<open>\()?(?P<sign>[-–−+])?\s?(?P<digits>\d[\d.,' \u00a0\u202f\u2009\u2007]*)(?P<close>\))?"
    r"\s?(?P<unit>%|procent|kr|:-|tkr|kkr|mkr|mnkr|msek|sek|st\.?|dagar|år|åa|h|tim|pers\.?)?"
    r"\s?(?P<note>\*{1,3}|\d\)|\(\d\)|\([a-zåäö]\)|[a-zåäö]\)|[¹²³⁴⁵]+|\(?(?:p|prel|r|rev)\.?\)?)?",
    re.IGNORECASE,
)
_GROUPED = {
    ",": re.compile(r"\d{1,3}(?:[ .' \u00a0\u202f\u2009\u2007]\d{3})+(?:,\d+)?|\d+(?:,\d+)?"),
    ".": re.compile(r"\d{1,3}(?:[ ,' \u00a0\u202f\u2009\u2007]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"),
}


@dataclass(frozen=True)
class Written:
    """A number as a cell states it. unit: "%" or "tkr" beside it, "" when none; note: footnote mark or "prel."."""

    value: float
    unit: str = ""
    note: str = ""


def missing_of(text: str) -> Missing | None:
    """What kind of missing value the text of a cell stands for; None when it is none."""
    folded = text.strip().lower()
    kind = _MARKS.get(folded) or _BY_WORD.get(folded)
    if kind is None and _MASKED.fullmatch(folded):
        return Missing.MASKED
    return kind


def plain_number(text: str, decimal: str = ",") -> float | None:
    """The fast way for cells that are a number and nothing else; None sends the cell to `written_number`.

    Codes such as "0127" are no numbers. decimal: the decimal sign of the file.
    """
    if text.isdecimal():
        return float(text) if text[0] != "0" or text == "0" else None
    if _PLAIN.fullmatch(text) and decimal in text:
        return float(text.replace(",", "."))
    if _PLAIN_GROUPS[decimal].fullmatch(text):
        return float(_SPACES.sub("", text).replace(",", "."))
    return None


def written_number(text: str, decimal: str = ",") -> Written | None:
    """The number that the cell states, with unit and note; None when it states none or more than that."""
    found = _NUMBER.fullmatch(text.strip())
    if found is None or bool(found["open"]) != bool(found["close"]):
        return None
    digits = found["digits"].strip()
    if digits[0] == "0" and digits[1:2].isdigit():
        return None  # a code
    if not _GROUPED[decimal].fullmatch(digits):
        other = "." if decimal == "," else ","
        if not re.fullmatch(rf"\d+\{other}\d+", digits):
            return None
        decimal = other
    value = float(re.sub(rf"[^\d{decimal}]", "", digits).replace(",", "."))
    negative = found["open"] or (found["sign"] or "+") != "+"
    return Written(-value if negative and value else value, (found["unit"] or "").lower(), found["note"] or "")


def decimal_sign(texts: list[str], separator: str = ";") -> str:
    """ "," or ".", whichever the numbers among the texts use; by the separator of the file where they do not tell."""
    votes = {",": 0, ".": 0}
    for text in texts:
        bare = _SPACES.sub("", text.strip()).lstrip("-–−(").rstrip(")%")
        found = re.fullmatch(r"\d+(?:([.,])\d{3})*(?:([.,])(\d+))?", bare)
        if found is None:
            continue
        group, last, decimals = found.group(1), found.group(2), found.group(3)
        if last and group and last != group:
            votes[last] += 2
        elif last and not group and (len(decimals) != 3 or bare.startswith("0")):
            votes[last] += 1
    if votes[","] != votes["."]:
        return max(votes, key=lambda sign: votes[sign])
    return "." if separator == "," else ","


def fold(text: str) -> str:
    """White space of every kind as one blank, none around."""
    return " ".join(text.split())
