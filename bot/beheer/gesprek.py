"""`!kennis` in a conversation: small things, for allowed officers only.

Threat: anyone can type it. An officer is known by the user id the channel vouches for, never by a name. Ids are kept as
keyed hashes with a key that is new at each start, so that memory does not tell who they are. Checking a draft takes
seconds; it is done beside the conversations, of which none has to wait.
"""

import hashlib
import logging
import re
import secrets
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor

from bot.beheer.instellingen import Functionaris
from bot.beheer.mensen import Medewerker
from bot.beheer.teksten import laad_beheerteksten
from bot.beheer.werkbank import Werkbank, in_woorden
from bot.beheer.zoek import begrippen, titel, vind, zoek
from kennis.bewerken import Sleutel, Wijziging
from kennis.bewerken.woorden import aangehaald
from kennis.fouten import DeelwijzerFout

OPDRACHT = re.compile(r"[!/]kennis\b\s*(.*)", re.IGNORECASE | re.DOTALL)
_VORMEN = (
    (re.compile(r"zoek\s+(.+)", re.I | re.S), "zoek"),
    (re.compile(r"toon\s+(\S+)", re.I), "toon"),
    (re.compile(r"woord\s+(.+?)\s*=\s*(.+)", re.I | re.S), "woord"),
    (re.compile(r"keur\s+goed\s+(\d{1,6})", re.I), "goed"),
    (re.compile(r"keur\s+af\s+(\d{1,6})\s+(.+)", re.I | re.S), "af"),
)
MEESTE = 8
"""Entries in a reply: a screen of a phone."""
LANGSTE_WOORD = 60
"""Characters of a word or phrase."""
_LOG = logging.getLogger(__name__)


class Kennisgesprek:
    """Answers `!kennis`; one for all conversations."""

    def __init__(self, werkbank: Werkbank, functionarissen: Iterable[Functionaris]) -> None:
        self._werkbank = werkbank
        self._sleutel = secrets.token_bytes(32)
        self._mensen = {
            self._merk(f.kanaal, f.id): Medewerker(f"{f.kanaal}:{f.id}", f.naam, f.rollen) for f in functionarissen
        }
        self._teksten = laad_beheerteksten()
        self._mislukt: dict[int, str] = {}
        self._werker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="kennis")
        self._werker.submit(lambda: list(werkbank.opslag.bundel().ontledingen()))  # the first search need not wait
        self._doe: dict[str, Callable[..., str]] = {
            "zoek": self._zoek,
            "toon": self._toon,
            "woord": self._woord,
            "goed": self._keur_goed,
            "af": self._keur_af,
        }

    def antwoord(self, kanaal: str, gebruiker: str, regel: str) -> str | None:
        """The reply to a line; None when it is no `!kennis`."""
        opdracht = OPDRACHT.fullmatch(regel.strip())
        if opdracht is None:
            return None
        wie = self._mensen.get(self._merk(kanaal, gebruiker))
        if wie is None:
            return self._teksten.niet_voor_u
        for vorm, wat in _VORMEN:
            delen = vorm.fullmatch(opdracht[1].strip())
            if delen:
                return self._probeer(wat, wie, *delen.groups())
        return self._teksten.hulp

    def wacht(self) -> None:
        """Until everything that was started is done."""
        self._werker.submit(lambda: None).result()

    def _probeer(self, wat: str, wie: Medewerker, *delen: str) -> str:
        try:
            return self._doe[wat](wie, *(deel.strip() for deel in delen))
        except DeelwijzerFout as fout:
            return self._teksten.mislukt.format(reden=fout)

    def _zoek(self, _: Medewerker, woorden: str) -> str:
        gevonden = list(zoek(self._werkbank.opslag.bundel(), woorden))
        regels = [f"- {titel(item)}: `{item.sleutel.id}`" for item in gevonden[:MEESTE]]
        if len(gevonden) > MEESTE:
            regels.append(self._teksten.meer_gevonden.format(aantal=len(gevonden) - MEESTE))
        return "\n".join(regels) or self._teksten.niets_gevonden

    def _toon(self, _: Medewerker, wat: str) -> str:
        if wat.isdigit():
            return self._concept(int(wat))
        item = vind(self._werkbank.opslag.bundel(), wat)
        if item is None:
            return self._teksten.bestaat_niet.format(wat=wat)
        velden = item.volledig.items() if isinstance(item.volledig, dict) else [("", item.volledig)]
        return "\n".join([f"**{titel(item)}**", *(f"- {naam}: {aangehaald(waarde)}" for naam, waarde in velden)])

    def _concept(self, nr: int) -> str:
        c = self._werkbank.opslag.concept(nr)
        kop = self._teksten.concept.format(nr=c.nr, titel=c.titel, auteur=c.auteur.naam, status=in_woorden(c.status))
        zinnen = [zin for v in self._werkbank.verschil(c) for zin in v.in_woorden()] if c.versie is None else []
        let_op = [tekst for tekst in (c.afgekeurd_om, self._mislukt.get(nr)) if tekst]
        return "\n".join([kop, *let_op, *(f"- {zin}" for zin in zinnen)])

    def _woord(self, wie: Medewerker, woord: str, wat: str) -> str:
        nieuw = " ".join(woord.casefold().split())[:LANGSTE_WOORD]
        bundel = self._werkbank.opslag.bundel()
        plaatsen = begrippen(bundel, wat)
        if len(plaatsen) != 1:
            lijst = ", ".join(f"`{plaats.id}`" for plaats in plaatsen)
            vorm = self._teksten.welk_begrip if plaatsen else self._teksten.bestaat_niet
            return vorm.format(wat=wat, lijst=lijst)
        (plaats,) = plaatsen
        item = bundel.item(plaats)
        oud = list(item.waarde) if item is not None else []
        if nieuw in oud:
            return self._teksten.woord_bestaat.format(woord=nieuw, begrip=plaats.id)
        return self._stel_voor(wie, plaats, oud, nieuw)

    def _stel_voor(self, wie: Medewerker, plaats: Sleutel, oud: list[str], nieuw: str) -> str:
        wijziging = Wijziging(sleutel=str(plaats), voor=oud or None, na=[*oud, nieuw])
        naam = self._teksten.woord_titel.format(woord=nieuw, begrip=plaats.id)
        concept = self._werkbank.begin(wie, naam, [wijziging], self._teksten.woord_reden, "")
        self._later(concept.nr, lambda: self._werkbank.dien_in(wie, concept.nr, concept.stand))
        return self._teksten.woord_gemaakt.format(nr=concept.nr, woord=nieuw, begrip=plaats.id)

    def _keur_goed(self, wie: Medewerker, nr: str) -> str:
        concept = self._werkbank.mag_goedkeuren(wie, int(nr))
        self._later(concept.nr, lambda: self._werkbank.keur_goed(wie, concept.nr, concept.stand))
        return self._teksten.wordt_gekeurd.format(nr=concept.nr)

    def _keur_af(self, wie: Medewerker, nr: str, reden: str) -> str:
        concept = self._werkbank.opslag.concept(int(nr))
        self._werkbank.keur_af(wie, concept.nr, concept.stand, reden)
        return self._teksten.afgekeurd.format(nr=concept.nr)

    def _later(self, nr: int, doe: Callable[[], object]) -> None:
        def en_meld() -> None:
            try:
                doe()
                self._mislukt.pop(nr, None)
            except DeelwijzerFout as fout:
                self._mislukt[nr] = self._teksten.mislukt.format(reden=fout)
            except Exception:
                _LOG.exception("een concept ging niet verder")

        self._werker.submit(en_meld)

    def _merk(self, kanaal: str, gebruiker: str) -> bytes:
        tekst = f"{kanaal}\x1f{gebruiker}".encode(errors="surrogatepass")
        return hashlib.blake2b(tekst, key=self._sleutel, digest_size=32).digest()
