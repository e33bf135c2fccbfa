"""An activity of the connector, read into plain values. All that is not of the expected shape is refused or left out.

The SDK's own types raise errors that quote what was typed; these do not.
"""

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.kanalen.velden import lijst, velden, woorden
from bot.privacy import RuweTekst

ID = re.compile(r"(?!\.{1,2}$)[^\s/?#%\\\x00-\x1f\x7f]{1,512}")
"""Ids become part of an address, so they may not hold what has a meaning there."""
LANGSTE_ADRES = 2048
PERSOONLIJK = "personal"
MERK = "dw"
"""Field of a button's data that holds all of ours."""
PARAMETER = "vraag"
"""Name in the manifest of what someone looks for."""
_AT = re.compile(r"</?at[^>]*>", re.IGNORECASE)


class Onleesbaar(Exception):
    """Not an activity; holds nothing of what was sent."""


@dataclass(frozen=True)
class Keuze:
    """What a user said to a file that was offered."""

    ja: bool
    merk: str
    """What we called it."""
    upload: Mapping[str, str]
    """Where to put it, as Teams says: uploadUrl, contentUrl, uniqueId, fileType."""


@dataclass(frozen=True, eq=False)
class Activiteit:
    """What the channel uses of an activity."""

    soort: str
    """Its type: message, messageUpdate, messageDelete, conversationUpdate, installationUpdate, invoke, ..."""
    id: str | None
    gesprek: str
    """Id of the conversation, with the thread in a channel."""
    van: str
    ik: str
    dienst: str
    """Address of the connector that answers go to."""
    persoonlijk: bool = True
    tenant: str | None = None
    tekst: RuweTekst = field(default_factory=lambda: RuweTekst(""))
    """What was typed, without the mention of this bot; for a search what is looked for."""
    genoemd: bool = False
    """This bot was mentioned."""
    waarde: Mapping[str, Any] = field(default_factory=dict)
    """What a button of ours carries."""
    antwoord_op: str | None = None
    """Message this reacts to; for a button the message with the card."""
    naam: str = ""
    """Of an invoke."""
    actie: str = ""
    """Of an installation: add, remove, ..."""
    erbij: tuple[str, ...] = ()
    """Who joined."""
    tijd: str = ""
    """When it was sent; tells one edit from the next."""
    keuze: Keuze | None = None
    """Of an invoke about a file."""
    bijlagen: bool = False
    """Carries a file, a picture or a card."""

    def __repr__(self) -> str:
        return f"Activiteit({self.soort!r})"


def lees_activiteit(ruw: object) -> Activiteit:
    """The activity in a parsed body. Raises Onleesbaar."""
    lichaam = velden(ruw)
    soort, gesprek = woorden(lichaam.get("type")), velden(lichaam.get("conversation"))
    dienst = woorden(lichaam.get("serviceUrl"))
    kanaal = velden(lichaam.get("channelData"))
    plek, van = _id(gesprek.get("id")), _id(velden(lichaam.get("from")).get("id"))
    if not soort or plek is None or van is None or not 0 < len(dienst) <= LANGSTE_ADRES:
        raise Onleesbaar
    ik = _id(velden(lichaam.get("recipient")).get("id")) or ""
    waarde = velden(lichaam.get("value"))
    tekst, genoemd = _zonder_vermelding(woorden(lichaam.get("text")), lichaam.get("entities"), ik)
    tenant = woorden(gesprek.get("tenantId")) or woorden(velden(kanaal.get("tenant")).get("id"))
    return Activiteit(
        soort=soort,
        id=_id(lichaam.get("id")),
        gesprek=plek,
        van=van,
        ik=ik,
        dienst=dienst,
        persoonlijk=(woorden(gesprek.get("conversationType")) or PERSOONLIJK) == PERSOONLIJK,
        tenant=tenant or None,
        tekst=_gezocht(waarde) if soort == "invoke" else tekst,
        genoemd=genoemd,
        waarde={veld: waarde[veld] for veld in (MERK,) if veld in waarde},
        antwoord_op=_id(lichaam.get("replyToId")),
        naam=woorden(lichaam.get("name")),
        actie=woorden(lichaam.get("action")),
        erbij=tuple(i for lid in lijst(lichaam.get("membersAdded")) if (i := _id(velden(lid).get("id")))),
        tijd=woorden(lichaam.get("timestamp"))[:64],
        keuze=_keuze(waarde),
        bijlagen=any(_is_bijlage(b) for b in lijst(lichaam.get("attachments"))),
    )


def _zonder_vermelding(tekst: str, entiteiten: object, ik: str) -> tuple[RuweTekst, bool]:
    """The text without mentions of this bot, and whether there was one. Told by the entities, never by the text."""
    genoemd = False
    for entiteit in map(velden, lijst(entiteiten)):
        if woorden(entiteit.get("type")).lower() != "mention":
            continue
        stuk, wie = woorden(entiteit.get("text")), woorden(velden(entiteit.get("mentioned")).get("id"))
        if wie and kaal(wie) == kaal(ik):
            genoemd = True
            tekst = tekst.replace(stuk, " ") if stuk else tekst
    return RuweTekst(html.unescape(_AT.sub(" ", tekst)).replace("\xa0", " ").strip()), genoemd


def _gezocht(waarde: Mapping[str, Any]) -> RuweTekst:
    """What someone looks for while composing a message."""
    parameters = map(velden, lijst(waarde.get("parameters")))
    return RuweTekst(next((woorden(p.get("value")).strip() for p in parameters if p.get("name") == PARAMETER), ""))


def _keuze(waarde: Mapping[str, Any]) -> Keuze | None:
    merk = woorden(velden(waarde.get("context")).get(MERK))
    upload = {naam: deel for naam, deel in velden(waarde.get("uploadInfo")).items() if isinstance(deel, str)}
    return Keuze(waarde.get("action") == "accept", merk, upload) if merk else None


def kaal(wie: str) -> str:
    """An id without the mark of a bot: `28:guid` and `guid` are one."""
    return wie.removeprefix("28:").lower()


def _is_bijlage(ruw: object) -> bool:
    """Teams adds the text once more as HTML; that is no file."""
    return woorden(velden(ruw).get("contentType")) != "text/html"


def _id(ruw: object) -> str | None:
    return ruw if isinstance(ruw, str) and ID.fullmatch(ruw) else None
