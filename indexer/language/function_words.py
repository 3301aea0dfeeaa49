"""Closed classes: the function and question words of Swedish and English, written for this project."""

from __future__ import annotations

from typing import Final

_SWEDISH = """
aldrig alla allt alltid allting alltså andra annan annars annat antingen att av bara bl blev bli blir blivit borde
båda bådas både bör ca cirka de dem den denna denne deras dess dessa det detta dig din dina dit ditt du där därför
därifrån därmed då eftersom ej eller emellan en enligt er era ert ett exakt fanns fick finnas finns fl fler flera fn
från funnits få får för förr förrän gav ge genom gentemot ger gett gick gjorde gjort gällde gäller gå går gör göra
ha hade haft han hans har hellre henne hennes honom hos hur hurdan huruvida hände händer här i icke idag in inga
ingen inget innan inom inte ja jag ju kan kanske kring kunde kunna kunnat kvar lite man med medan mej mellan men mer
mera mig min mina minst mitt mot mycket må mån måste ned nej ner ni nog nu när nära nästan någon någonting något
några nån och också om omkring oss på redan resp rätt sa sade sagt samma samt sedan sen sig sin sina sitt själv
själva ska skall skulle snarare som st stod stå står säger sägs så sådan sådana sådant tar till tills trots undan
under ungefär upp ur ut utan utav utom utöver vad var vara vare varför varifrån varit varje varken vars vart vem
vems vi via vid vidare vilka vilkas vilken vilket vill ville väl vår våra vårt än ändå ännu är åt över övrigt
"""

_ENGLISH = """
a about above according actually after again against ago all along already also although always am among an and
another any anyone anything are aren't around as at away be because been before being below between both but by can
can't cannot come comes could couldn't did didn't do does doesn't doing don't done down during each either else even
ever every exactly far few for from further gave get gets give given gives go goes going gone got had hadn't has
hasn't have haven't having he hence her here hers herself him himself his how however i i'd i'll i'm i've if in
instead into is isn't it it's its itself just least less let let's like long many may me might more most much must
my myself near neither no none nor not nothing now of off often on once one's only onto or other others otherwise
our ours out over own per perhaps please quite rather really regarding s said same saw say says shall she should
shouldn't since so some someone something soon still such t take taken takes tell than that that's the their theirs
them themselves then there there's thereby therefore these they they're this those though through thus to together
too took toward towards under until up upon us used very via want wants was wasn't way we well went were weren't
what what's whatever when where whereas whether which while who who's whom whose why will with within without won't
would wouldn't yes yet you you're your yours
"""

SWEDISH: Final = frozenset(_SWEDISH.split())
ENGLISH: Final = frozenset(_ENGLISH.split())
