"""The heading dictionary: which part of a document a heading opens (documents.md 1.2)."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache

from indexer.structure.folding import bare, tolerant


class Part(StrEnum):
    """What a heading of the dictionary opens."""

    DECISION = "decision"
    PROPOSAL = "proposal"
    PROCEDURE = "procedure"
    MATTER = "matter"  # the administration's account of the matter
    STATEMENT = "statement"  # a party's or politician's words in the minutes
    ATTENDANCE = "attendance"
    SIGNATURES = "signatures"
    QUESTIONS = "questions"


ORGAN = r"(?:nämnd(?:en)?|styrelsen?|fullmäktige|utskott(?:et)?|beredning(?:en)?)"
OFFICE = r"(?:förvaltning(?:en)?|kontor(?:et)?|avdelning(?:en)?|presidiet|rådet|ordförande(?:n)?|direktör(?:en)?)"
# "Vård- och omsorgsnämnden", "Kommunstyrelsens förvaltning"
BODY = rf"(?:(?:\w+-,? |och |\w+s ){{0,4}}[\w-]*(?:{ORGAN}|{OFFICE}))"
OWNER = rf"(?:{BODY}s )"
VARIANTS: dict[Part, tuple[str, ...]] = {
    Part.PROCEDURE: (
        r"besluts(?:gång|ordning)(?: och omröstning)?",
        r"propositions?(?:er|ordning(?:ar)?)?",
        r"yrkanden?(?: (?:och|på) .{3,40})?",
        r"(?:fram)?lagda förslag till beslut",
        r"förslag (?:till beslut )?(?:på|under) (?:dagens )?(?:sammanträdet?|mötet)",
        r"votering(?:sordning|sresultat|slist.*)?|omröstning(?:sresultat|sordning)?",
        r"ajournering(?:ar)?|jäv|anföranden?|inlägg|deltar (?:ej|inte) i beslut(?:et)?|återremiss(?:yrkande)?",
        rf"(?:{OWNER}|ärendets |dagens )(?:behandling(?: av ärendet)?|överläggning(?:ar)?)|överläggning(?:ar)?",
        r"dagens sammanträde",
        r"bilag(?:a|or)(?: \d{1,2})?|bilageförteckning",
        r"handlingar(?: i ärendet)?|ärendets handlingar|besluts?underlag|underlag (?:för|till) beslut(?:et)?",
        r"beslutet? (?:ska )?(?:skickas|expedieras|delges|sändes|sänds)(?: till)?(?: för kännedom)?",
        r"(?:(?:protokolls)?utdrag |paragrafen )?(?:ska )?(?:skickas|expedieras|delges|sänds) till",
        r"(?:kopia|protokollsutdrag|utdrag|besked) till",
        r"exp(?:edieras|ediering)?|sändlista|för kännedom|delges|delgivning",
        r"innehåll(?:sförteckning)?|(?:fastställande av )?dagordning(?:en)?|föredragningslista|ärendelista|ärenden",
        r"tidigare (?:beslut|behandling)(?: i ärendet)?|ärendets gång|beredningsansvarig(?:a|t)?|dag för justering",
        r"(?:hur man )?överklaga(?:nde|r)?(?:hänvisning)?|besvärshänvisning",
    ),
    Part.ATTENDANCE: (
        r"beslutande(?: ledamöter)?|närvarande(?: ledamöter| ersättare)?|ledamöter",
        r"(?:ej )?(?:tjänstgörande )?ersättare",
        r"närvarolista|övriga(?: (?:deltagare|närvarande|deltagande))?|frånvarande|icke tjänstgörande ersättare",
        r"plats(?: och tid| och datum)?|tid(?: och plats)?|paragrafer|sammanträdes(?:datum|tid)",
        r"utses att justera|justeringens plats och tid|(?:plats och )?tid för justering|justeringsda(?:tum|g)",
    ),
    Part.PROPOSAL: (
        rf"{OWNER}?förslag till {OWNER}?(?:beslut|ställningstagande)(?: (?:i|till|från) .{{3,80}})?",
        rf"{OWNER}?förslag till {BODY}",
        rf"(?:{OWNER}|motionärens )förslag",
        r"förslag|beslutsförslag|hemställan|att-satser",
    ),
    Part.DECISION: (
        rf"{OWNER}?(?:beslut|avgörande)",
        rf"(?:{BODY} )?beslut(?:ar|ade)(?: att)?(?: följande)?",
        r"beslutet i sin helhet|nämndens ställningstagande",
    ),
    Part.STATEMENT: (
        r"(?:skriftliga? |blank )?reservation(?:er)?(?: (?:från|av|mot|\().{1,120})?",
        r"särskil(?:t|da) (?:uttalanden?|yttranden?)(?: (?:från|av|\().{1,120})?",
        r"(?:protokolls|röst)?(?:anteckning|förklaring)(?:ar)?(?: till protokollet)?(?: (?:från|av|\().{1,120})?",
        r"ersättar(?:e|nas?)?s? ?yttranden?(?: (?:från|av|\().{1,120})?",
    ),
    Part.MATTER: (
        r"ärendet?|ärende(?:t i korthet|beskrivning)|(?:kort )?beskrivning av ärendet",
        r"(?:inledande |kort )?sammanfattning(?: av .{3,40})?|bakgrund(?: till .{3,40}| och .{3,40})?",
        r"ärendets beredning|beredning(?: av ärendet)?|remissinstanser(?:na)?|remissvar",
        rf"{OWNER}(?:synpunkter|överväganden?|yttranden?|bedömning(?:ar)?|kommentar(?:er)?|analys|svar|ställningstagande)"
        r"(?: och .{3,40})?",
        r"(?:synpunkter|överväganden?|yttrande|bedömning|analys)"
        r"(?: och (?:förslag|konsekvenser|bedömning|slutsats(?:er)?))?",
        r"ekonomi(?:sk[a]?)? ?(?:konsekvenser|bedömning|analys)?(?: och finansiering)?|finansiering",
        r"konsekvens(?:er|analys|bedömning)(?: .{3,60})?",
        r"(?:jämställdhets|barn|barnrätts)(?:analys|konsekvens(?:er|analys)|perspektiv)",
        r"slutsats(?:er)?|utredning|redogörelse|upplysningar|lagrum|lagstöd|(?:tillämpliga|gällande) bestämmelser",
        r"kommunicering|yttranden|inkomna (?:yttranden|synpunkter)|(?:prövning av )?barnets bästa",
        r"(?:besluts)?motivering(?: (?:till|för|av) .{3,40})?|skäl(?:en)? (?:för|till) beslut(?:et)?",
    ),
    Part.SIGNATURES: (
        r"underskrift(?:er)?|undertecknande|signaturer|justerande|sekreterare|ordförande|anslag(?:/|s?)?bevis"
        r"|bevis om anslag(?: av justerat protokoll)?|utdragsbestyrkande|vid protokollet|underskrift av .{3,30}",
    ),
    Part.QUESTIONS: (r"(?:våra |mina |följande )?(?:frågor(?:na)?|frågeställningar)(?: till .{3,60})?|fråga \d{1,2}",),
}
PATTERNS = [(part, tolerant("|".join(f"(?:{variant})" for variant in variants))) for part, variants in VARIANTS.items()]
LONGEST = 140  # characters; nothing longer is looked up


@lru_cache(maxsize=4096)
def part_of(text: str) -> Part | None:
    """The part that this heading opens, None when the text is no heading of the dictionary.

    Case, lost å/ä/ö, `**`, a number prefix and a trailing colon do not matter.
    """
    if len(text) > LONGEST:
        return None
    words = bare(text)
    if not words or words[0].islower():
        return None
    return next((part for part, pattern in PATTERNS if pattern.fullmatch(words)), None)
