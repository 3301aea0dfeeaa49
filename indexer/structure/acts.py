"""What members do at a meeting, where the minutes tell it in running text: they move, vote, reserve themselves."""

from __future__ import annotations

import re

from indexer.model import Speaker
from indexer.structure.folding import folded, tolerant
from indexer.structure.questions import sentences
from indexer.structure.speakers import NAME, PARTY_MARK, parties, person, persons, politicians

WITHIN = 200  # characters of a text in which the act stands that it tells
MOVED = (
    r"(?:yrkar|yrkade|föreslår|föreslog|hemställer|hemställde|tillstyrker|tillstyrkte|avstyrker|avstyrkte|instämmer|"
    r"instämde|bifaller|reserverar sig|reserverade sig|anmäler jäv|anmälde jäv|ansluter sig|anslöt sig|begär|begärde)\b"
    r"(?! i (?:en |sin )?\w*(?:motion|skrivelse|interpellation|förslag|ansökan))"
)
SIGN = PARTY_MARK.pattern.replace("marks", "sign")
MOVER = tolerant(rf"(?<![\w-])(?P<name>(?-i:{NAME}))(?:,? m\.?\s?fl\.?)?(?: ?{SIGN})?(?: m\.?\s?fl\.?)? (?={MOVED})")
PUT = tolerant(
    r"^(?:(?:mötes)?ordföranden? (?:[\w-]+ ){0,3}?(?:ställ(?:er|de)|finner|fann|konstatera(?:r|de)|fråga(?:r|de)|"
    r"förklara(?:r|de)|redogör)\b"
    r"|(?:sedan |efter |vid |därefter )?(?:votering|omröstning)(?:en|sresultat\w*)?\b"
    r"|den som (?:vill|röstar|stödjer|bifaller|är för)\b"
    r"|(?:\d+|[a-zåäö]{2,6}) (?:ledamöter|av ledamöterna) röst|följande (?:ledamöter )?röst"
    r"|med \d+ (?:ja-?|nej-?)?röster"
    r"|(?:ja|nej)(?:-?röst\w*| röstar)?\b\s?(?::|röst)|(?:ja|nej)-röst"
    r"|propositionsordning|följande (?:voterings|omröstnings)?proposition)"
)
VOTED = tolerant(
    r"\b(?:röstade|röstar|(?:ja|nej)-?röster(?:na)?|voteringsproposition\w*|avstår från att rösta"
    r"|proposition(?:er)? på)\b"
)
DECIDED_BEFORE = tolerant(
    r"^(?P<body>(?:\w+- och )?[\w-]+(?:utskottet|nämnden|styrelsen|fullmäktige|presidiet|rådet)) (?:hade|har|beslutade|"
    r"beslöt)\b.{0,80}\b(?:beslutat|beslutade|beslöt|föreslagit)\b.{0,60}:$"
)
GIVEN_WORDS = tolerant(r"\b(?:med|av|har) följande (?:lydelse|innehåll|ordalydelse):$")
OFFICE = r"(?:[\w-]*(?:avdelningen|förvaltningen|kontoret|utskottet|styrelsen|nämnden|enheten))"
SENDING_OFFICE = tolerant(r"(?:\w+-(?:, \w+-)? och )?[\w-]*(?:avdelningen|förvaltningen|kontoret|enheten)\b")
PROPOSING = tolerant(rf"(?:\bföreslår (?P<after>{OFFICE})\b|(?<![\w-])(?P<before>(?:\w+- och )?{OFFICE}) föreslår\b)")


def is_act(text: str) -> bool:
    """Whether the text begins by telling what members or the chair did at the meeting."""
    first = next(iter(sentences(text)), "")
    start = folded(text)[: min(len(first), WITHIN)]
    return PUT.match(start) is not None or MOVER.search(start) is not None


def actors(text: str) -> Speaker:
    """Who moves, with the parties; nobody where the text is of putting to the vote and voting."""
    words = folded(text)
    if VOTED.search(words) or PUT.match(words):
        return Speaker()
    named = politicians(words)
    moving = [name for found in MOVER.finditer(words) if (name := person(found["name"]))]
    return Speaker(named.body, named.role, parties(words), tuple(dict.fromkeys([*persons(words), *moving])))


def decided_before(text: str) -> Speaker | None:
    """The body whose earlier decision the text introduces ("Arbetsutskottet hade beslutat följande:"), else None."""
    found = DECIDED_BEFORE.match(folded(text))
    return Speaker(body=found["body"]) if found else None


def gives_words(text: str) -> bool:
    """Whether the words of a letter or proposal follow ("Bo Lind (M) lämnade ett förslag med följande lydelse:")."""
    return GIVEN_WORDS.search(folded(text)) is not None


def proposing_body(text: str) -> Speaker | None:
    """The administration or body that proposes ("Efter beredning föreslår avdelningen …"), else None."""
    found = PROPOSING.search(folded(text))
    return Speaker(body=re.sub(r"^\w+ (?=\w+$)", "", found["after"] or found["before"])) if found else None


def sending_office(text: str) -> Speaker | None:
    """The office of a line that only says who wrote and when ("Fritidsavdelningen 2021-02-03"), else None."""
    found = SENDING_OFFICE.search(folded(text))
    return Speaker(body=found[0]) if found else None
