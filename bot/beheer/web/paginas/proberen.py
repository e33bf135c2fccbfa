"""Try a question: what a reader would get, how it was read, and what to do when that is wrong. Nothing is kept."""

import hashlib
from typing import Any

from aiohttp import web

from bot.antwoord.model import Antwoordobject
from bot.beheer.fouten import Beheerfout
from bot.beheer.mensen import Rol
from bot.beheer.web.bezoek import Bezoek
from bot.beheer.web.deur import Pagina
from bot.beheer.web.gemist import Gemist, gemiste_woorden
from bot.beheer.web.namen import NAMEN
from bot.beheer.web.velden import tekst_fout
from bot.beheer.web.voorbeeld import beeld_van
from bot.kanalen.begrepen import in_woorden
from bot.kern import STANDAARD_REGIO, Kern, Vraag
from bot.privacy import Gezuiverd, RuweTekst
from intents.begrijp import Begrip
from intents.laden import DELEN
from kennis.bewerken import Bewerkfout, Sleutel, Wijziging
from kennis.laden import Kennis
from kennis.model import Oordeel

MEESTE_LIJKT = 4
"""Answers that the question is like."""
LANGSTE = 1_000
"""Characters of a question here."""
REDEN_TOETS = "Toegevoegd bij het proberen van een vraag."
REDEN_WOORD = "Dit woord werd niet herkend bij het proberen van een vraag."
GEVOELIG = "In de vraag staan persoonsgegevens. Haal die eerst weg."


async def proberen(bezoek: Bezoek) -> web.Response:
    """The empty form."""
    return bezoek.toon("proberen.html", vraag="", regio=STANDAARD_REGIO, rol="", uitkomst=None, kennis=bezoek.kennis)


async def probeer(bezoek: Bezoek) -> web.Response:
    """The answer to a question."""
    vorm = await bezoek.verzoek.post()
    return await _toon(bezoek, vorm)


async def _toon(bezoek: Bezoek, vorm: Any, status: int = 200, fout: str = "") -> web.Response:
    ruw, regio, rol = _ruw(vorm), _regio(bezoek, vorm), str(vorm.get("rol", ""))[:100]
    if ruw.leeg:
        return await proberen(bezoek)
    kern = bezoek.beheer.kern()
    uitkomst = await bezoek.beheer.werk(lambda: _beantwoord(kern, ruw, regio, rol))
    vraag = uitkomst["schoon"].tekst
    return bezoek.toon(
        "proberen.html",
        status,
        vraag=vraag,
        regio=regio,
        rol=uitkomst["rol"],
        uitkomst=uitkomst,
        kennis=kern.kennis,
        fout=fout,
        oordelen=[("", "maakt niet uit"), *((o.value, NAMEN.oordeel[o]) for o in Oordeel)],
    )


def _ruw(vorm: Any) -> RuweTekst:
    return RuweTekst(str(vorm.get("vraag", ""))[:LANGSTE])


def _regio(bezoek: Bezoek, vorm: Any) -> str:
    regio = str(vorm.get("regio", STANDAARD_REGIO))
    return regio if regio in bezoek.kennis.regios else STANDAARD_REGIO


def _beantwoord(kern: Kern, ruw: RuweTekst, regio: str, rol: str) -> dict[str, Any]:
    """Everything the page shows of one question; runs in the thread that answers questions."""
    schoon = kern.zuiver(ruw)
    antwoord, begrip = kern.antwoord_met_begrip(Vraag(ruw, regio, rol or None))
    return {
        "schoon": schoon,
        "rol": "" if rol and kern.zuiver(RuweTekst(rol)).gevonden else rol,
        "voorbeeld": beeld_van(kern, antwoord, begrip),
        "antwoord": antwoord,
        "begrepen": [(NAMEN.dimensie[dim], naam) for dim, naam in in_woorden(kern.kennis, antwoord.begrepen)],
        "spoor": kern.uitleg_op_begrip(begrip, antwoord.regio or regio) if begrip else [],
        "ook": _lijkt_op(kern, begrip) if begrip else [],
        "gemist": [] if schoon.gevonden else _gemist(kern, schoon.tekst, regio, rol),
        "bewerk": _bewerk_adres(kern, antwoord),
    }


def _gemist(kern: Kern, vraag: str, regio: str, rol: str) -> list[Gemist]:
    """Read once more for its words: of what it answers the core keeps none."""
    return gemiste_woorden(kern.kennis, kern.begrijper, kern.begrijper.begrijp(vraag, rol or None, regio).lezing)


def _lijkt_op(kern: Kern, begrip: Begrip) -> list[tuple[str, int]]:
    """What the question is most like, with the chance in per cent; what comes to nothing is left out."""
    kansen = [(_titel(kern, k.intent), round(100 * k.kans)) for k in begrip.alternatieven[:MEESTE_LIJKT]]
    return [(titel, kans) for titel, kans in kansen if kans]


def _titel(kern: Kern, intent: str) -> str:
    antwoord = kern.kennis.antwoorden.get(intent)
    return antwoord.titel if antwoord else kern.zinnen.niet_gevonden.delen if intent == DELEN else intent


def _bewerk_adres(kern: Kern, antwoord: Antwoordobject) -> str | None:
    """The page of the answer or rule that was given."""
    if antwoord.intent in kern.kennis.antwoorden:
        return f"/beheer/antwoorden/{antwoord.intent}"
    regel = antwoord.intent.removeprefix("delen.")
    return f"/beheer/regels/{regel}" if regel in kern.kennis.regels else None


async def toets(bezoek: Bezoek) -> web.Response:
    """The question becomes a test question, in a draft."""
    vorm = await bezoek.verzoek.post()
    schoon, oordeel = await _schoon(bezoek, vorm), str(vorm.get("oordeel", ""))
    antwoord = _bekend(bezoek.kennis, str(vorm.get("antwoord", "")))
    if schoon is None:
        return await _toon(bezoek, vorm, 422, GEVOELIG)
    if (fout := tekst_fout(schoon.tekst)) or oordeel not in ("", *(o.value for o in Oordeel)):
        return await _toon(bezoek, vorm, 422, fout or "Kies een oordeel uit de lijst.")
    item_id = f"proef-{hashlib.blake2b(schoon.tekst.encode(), digest_size=4).hexdigest()}"
    na = {"id": item_id, "vraag": schoon.tekst, "regio": _regio(bezoek, vorm), "oordeel": oordeel, "antwoord": antwoord}
    wijziging = Wijziging(sleutel=f"toetsvragen/{item_id}", na={naam: w for naam, w in na.items() if w})
    return await _maak_concept(bezoek, vorm, f"Toetsvraag: {schoon.tekst}"[:120], wijziging, REDEN_TOETS)


async def woord(bezoek: Bezoek) -> web.Response:
    """A word that was missed becomes a word of a concept, in a draft."""
    vorm = await bezoek.verzoek.post()
    schoon, nieuw = await _schoon(bezoek, vorm), " ".join(str(vorm.get("woord", "")).split()).lower()
    taxonomie, _, begrip = str(vorm.get("begrip", "")).partition("/")
    if schoon is None:
        return await _toon(bezoek, vorm, 422, GEVOELIG)
    if nieuw not in schoon.tekst.lower() or not nieuw or tekst_fout(nieuw):
        return await _toon(bezoek, vorm, 422, "Kies een woord uit de vraag.")
    if taxonomie not in bezoek.kennis.taxonomieen or begrip not in bezoek.kennis.taxonomieen[taxonomie]:
        return await _toon(bezoek, vorm, 422, "Kies bij welk begrip dit woord hoort.")
    sleutel = Sleutel(f"woorden/{taxonomie}", begrip)
    item = await bezoek.werk(lambda: bezoek.beheer.archief.bundel().item(sleutel))
    was = list(item.waarde) if item else None
    wijziging = Wijziging(sleutel=str(sleutel), voor=was, na=[*(was or []), nieuw])
    return await _maak_concept(bezoek, vorm, f"Woord erbij: {nieuw}", wijziging, REDEN_WOORD)


def _bekend(kennis: Kennis, intent: str) -> str:
    """The id of an answer or rule when there is one."""
    return intent if intent in kennis.antwoorden or intent.removeprefix("delen.") in kennis.regels else ""


async def _schoon(bezoek: Bezoek, vorm: Any) -> Gezuiverd | None:
    """The question, when the guard has nothing to say about it."""
    kern, ruw = bezoek.beheer.kern(), _ruw(vorm)
    schoon = await bezoek.beheer.werk(lambda: kern.zuiver(ruw))
    return schoon if schoon.tekst and not schoon.gevonden else None


async def _maak_concept(bezoek: Bezoek, vorm: Any, titel: str, wijziging: Wijziging, reden: str) -> web.Response:
    werkbank, wie = bezoek.beheer.werkbank, bezoek.gebruiker
    try:
        concept = await bezoek.werk(lambda: werkbank.begin(wie, titel, [wijziging], reden, ""))
    except (Beheerfout, Bewerkfout) as fout:
        return await _toon(bezoek, vorm, 409, str(fout))
    bezoek.noteer("concept bewaard", f"{concept.nr} {wijziging.sleutel}")
    return bezoek.naar(f"/beheer/concepten/{concept.nr}", "Dit staat nu als concept klaar.")


PAGINAS = (
    Pagina("GET", "/proberen", Rol.LEZER, proberen, "proberen"),
    Pagina("POST", "/proberen", Rol.LEZER, probeer, "proberen"),
    Pagina("POST", "/proberen/toets", Rol.REDACTEUR, toets, "proberen"),
    Pagina("POST", "/proberen/woord", Rol.REDACTEUR, woord, "proberen"),
)
