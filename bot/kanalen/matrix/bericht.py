"""Reads an event as the server hands it out. Every field is someone else's: each is checked, none is trusted.

Works on plain JSON rather than on nio's classes: nio drops or logs what its schema does not know.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Any

from bot.kanalen.velden import lijst, velden, woorden
from bot.privacy import RuweTekst

LANGSTE_ID = 255
"""Characters of an id, as the Matrix specification says."""
_FALLBACK = re.compile(r"\A(?:> ?<@[^>\n]*>[^\n]*\n)(?:>[^\n]*(?:\n|\Z))*\n?")
"""The quote some clients still put before a reply."""
TEKSTSOORTEN = frozenset({"m.text", "m.emote"})
ANDERE_SOORTEN = frozenset({"m.image", "m.file", "m.audio", "m.video", "m.location"})


class Soort(Enum):
    """What an event asks of the bot."""

    TEKST = auto()
    GEEN_TEKST = auto()
    """A message without words, such as a picture."""
    VERWIJDERING = auto()
    REACTIE = auto()
    LID = auto()
    OPVOLGER = auto()
    """The room is replaced by another."""


@dataclass(frozen=True, eq=False)
class Bericht:
    """One event that matters."""

    soort: Soort
    kamer: str
    id: str
    afzender: str
    tijd_s: float
    """When the sender's server got it, seconds since 1970."""
    tekst: RuweTekst = field(default_factory=lambda: RuweTekst(""))
    opmaak: RuweTekst = field(default_factory=lambda: RuweTekst(""))
    """The HTML body; only looked at for mentions."""
    genoemd: tuple[str, ...] | None = None
    """Users mentioned on purpose; None when the client does not say."""
    draad: str | None = None
    """Root of the thread it is in."""
    antwoord_op: str | None = None
    """Event it replies to on purpose."""
    doel: str | None = None
    """Event it corrects, removes or reacts to."""
    teken: str = ""
    """The emoji of a reaction, or the membership of a member."""
    lid: str = ""
    """Whose membership changed."""

    def __repr__(self) -> str:
        return f"Bericht({self.soort.name})"


def lees_bericht(kamer: str, bron: Any) -> Bericht | None:
    """The event, or None when it asks nothing or is not well-formed."""
    if not isinstance(bron, Mapping) or (
        not (inhoud := velden(bron.get("content"))) and bron.get("type") != "m.room.redaction"
    ):
        return None
    id_, afzender, tijd = _id(bron, "event_id"), _id(bron, "sender"), bron.get("origin_server_ts")
    if id_ is None or afzender is None or isinstance(tijd, bool) or not isinstance(tijd, int):
        return None
    basis: dict[str, Any] = {"kamer": kamer, "id": id_, "afzender": afzender, "tijd_s": tijd / 1000}
    lezer = _LEZERS.get(str(bron.get("type")))
    eigen = lezer(bron, inhoud) if lezer else None
    return Bericht(**basis, **eigen) if eigen else None


def _lees_tekst(_: Mapping[str, Any], inhoud: Mapping[str, Any]) -> dict[str, Any] | None:
    relatie = velden(inhoud.get("m.relates_to"))
    doel = _id(relatie, "event_id") if relatie.get("rel_type") == "m.replace" else None
    if relatie.get("rel_type") == "m.replace":
        inhoud = velden(inhoud.get("m.new_content"))
    msgtype = inhoud.get("msgtype")
    if not isinstance(msgtype, str):
        return None
    if msgtype in ANDERE_SOORTEN and doel is None:
        return {"soort": Soort.GEEN_TEKST, **_plaats(relatie)}
    tekst = inhoud.get("body")
    if msgtype not in TEKSTSOORTEN or not isinstance(tekst, str):
        return None
    return {
        "soort": Soort.TEKST,
        "tekst": RuweTekst(zonder_citaat(tekst)),
        "opmaak": RuweTekst(woorden(inhoud.get("formatted_body"))),
        "genoemd": _genoemd(inhoud),
        "doel": doel,
        **_plaats(relatie),
    }


def _plaats(relatie: Mapping[str, Any]) -> dict[str, str | None]:
    """Thread and reply. In a thread the reply is only meant when the client says it is no fallback."""
    antwoord_op = _id(velden(relatie.get("m.in_reply_to")), "event_id")
    if relatie.get("rel_type") != "m.thread":
        return {"antwoord_op": antwoord_op}
    return {
        "draad": _id(relatie, "event_id"),
        "antwoord_op": None if relatie.get("is_falling_back") is True else antwoord_op,
    }


def _lees_verwijdering(bron: Mapping[str, Any], inhoud: Mapping[str, Any]) -> dict[str, Any] | None:
    doel = _id(inhoud, "redacts") or _id(bron, "redacts")
    return {"soort": Soort.VERWIJDERING, "doel": doel} if doel else None


def _lees_reactie(_: Mapping[str, Any], inhoud: Mapping[str, Any]) -> dict[str, Any] | None:
    relatie = velden(inhoud.get("m.relates_to"))
    doel, teken = _id(relatie, "event_id"), relatie.get("key")
    if doel is None or not isinstance(teken, str) or relatie.get("rel_type") != "m.annotation":
        return None
    return {"soort": Soort.REACTIE, "doel": doel, "teken": teken}


def _lees_lid(bron: Mapping[str, Any], inhoud: Mapping[str, Any]) -> dict[str, Any] | None:
    lid, staat = _id(bron, "state_key"), inhoud.get("membership")
    was = velden(velden(bron.get("unsigned")).get("prev_content")).get("membership")
    if lid is None or not isinstance(staat, str) or staat == was:
        return None
    return {"soort": Soort.LID, "lid": lid, "teken": staat}


def _lees_opvolger(bron: Mapping[str, Any], inhoud: Mapping[str, Any]) -> dict[str, Any] | None:
    doel = _id(inhoud, "replacement_room")
    return {"soort": Soort.OPVOLGER, "doel": doel} if doel and bron.get("state_key") == "" else None


_LEZERS = {
    "m.room.message": _lees_tekst,
    "m.room.redaction": _lees_verwijdering,
    "m.reaction": _lees_reactie,
    "m.room.member": _lees_lid,
    "m.room.tombstone": _lees_opvolger,
}


def zonder_citaat(tekst: str) -> str:
    """The text without the quote of a reply before it."""
    return _FALLBACK.sub("", tekst, count=1).strip()


def _genoemd(inhoud: Mapping[str, Any]) -> tuple[str, ...] | None:
    if not isinstance(inhoud.get("m.mentions"), Mapping):
        return None
    return tuple(n for n in lijst(inhoud["m.mentions"].get("user_ids")) if isinstance(n, str))


def _id(waar: Mapping[str, Any], veld: str) -> str | None:
    waarde = waar.get(veld)
    return waarde if isinstance(waarde, str) and 0 < len(waarde) <= LANGSTE_ID else None
