"""An answer as a card: verdict in word and colour, reason, basis, consent, conditions, sources, and buttons."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from bot.antwoord.model import Antwoordobject, WedervraagRegel
from bot.antwoord.tekst import bronnen_tekst, grondslag_tekst
from bot.gesprek.teksten import Gesprekteksten, laad_gesprekteksten
from bot.kanalen.begrepen import in_woorden
from bot.kanalen.blokken import Blok, blokken
from bot.kanalen.inkorten import vol
from bot.kanalen.teams.kaartvorm import Element, Kaart, feiten, kaart, keuze, knop, regel, tekst, vak
from bot.kanalen.teams.stand import Beeld, Druk, Stand, als_data, zet
from bot.kanalen.teams.teksten import Stijl, Teamsteksten, laad_teamsteksten
from bot.kanalen.teksten import laad_teksten
from bot.kanalen.voet import beoordeeld
from bot.kern import Kern, Kernbron
from kennis.model import Oordeel

KAN_WACHTEN = frozenset({"opties", "stappen", "let_op"})
"""Parts that only show on a long card."""


class Kaartmaker:
    """Makes cards of answers; knows the words around them."""

    def __init__(self, bron: Kernbron) -> None:
        self._bron = bron
        self.teksten: Teamsteksten = laad_teamsteksten()
        self.gesprekteksten: Gesprekteksten = laad_gesprekteksten()
        self.verwijder_zin = laad_teksten().verwijderen["teams"]

    def antwoord(
        self,
        antwoord: Antwoordobject,
        stand: Stand | None,
        beeld: Beeld,
        gekozen: str = "",
        vooraf: str = "",
        erbij: str = "",
    ) -> Kaart:
        """The card of an answer. Without a `stand` there is nothing to press. Never larger than Teams takes."""
        for lang, volledig in ((beeld.lang, True), (False, True), (False, False)):
            deel = _Deel(self, antwoord, stand, replace(beeld, lang=lang), gekozen, vooraf, erbij)
            uit = deel.kaart(volledig, ingekort=beeld.lang and not lang)
            if uit.past:
                break
        return uit

    def mededeling(self, inhoud: str) -> Kaart:
        """A card with one text of the conversation itself."""
        return kaart([tekst(deel) for deel in inhoud.split("\n\n")], (), inhoud, regel(inhoud))

    def los(self, antwoord: Antwoordobject) -> Kaart:
        """A card to put in a message: nothing to press."""
        return self.antwoord(antwoord, None, Beeld())

    def oordeelwoord(self, antwoord: Antwoordobject) -> str | None:
        """Verdict in a word."""
        if antwoord.oordeel is None:
            return None
        woord = self.kern.zinnen.oordelen[Oordeel(antwoord.oordeel)].woord
        return f"{woord[0].upper()}{woord[1:]}"

    @property
    def kern(self) -> Kern:
        """The core whose answers are shown."""
        return self._bron.kern


class _Deel:
    """The parts of one card."""

    def __init__(
        self,
        maker: Kaartmaker,
        antwoord: Antwoordobject,
        stand: Stand | None,
        beeld: Beeld,
        gekozen: str,
        vooraf: str,
        erbij: str,
    ) -> None:
        self._maker, self._antwoord, self._stand, self._beeld = maker, antwoord, stand, beeld
        self._gekozen, self._vooraf, self._erbij = gekozen, vooraf, erbij
        self._teksten, self._zinnen = maker.teksten, maker.kern.zinnen
        delen = [b for b in blokken(antwoord, self._zinnen.kopjes) if b.tekst != self._zinnen.persoonsgegevens]
        self._reden, self._rest = delen[0], delen[1:]

    def kaart(self, volledig: bool, ingekort: bool) -> Kaart:
        """The whole card; not `volledig` leaves out the text for old clients but for the core of it."""
        lichaam = [*self._boven(), *self._midden(), *self._onder()]
        if ingekort:
            lichaam.append(tekst(self._teksten.ingekort, isSubtle=True))
        alles = self._als_tekst() if volledig else self._samenvatting()
        return kaart(lichaam, list(self._knoppen()), alles, self._samenvatting())

    def _boven(self) -> Iterator[Element]:
        if self._gekozen:
            yield tekst(self._teksten.gekozen.format(optie=self._gekozen), isSubtle=True, size="Small")
        if self._vooraf:
            yield tekst(self._vooraf)
        woord = self._maker.oordeelwoord(self._antwoord)
        reden = tekst(self._reden_zonder_oordeel(), spacing="Small")
        if woord is None:
            yield vak(self._teksten.stijl_zonder_oordeel, reden, bleed=True)
        else:
            yield vak(self._stijl(), tekst(woord, weight="Bolder", size="Large"), reden, bleed=True)
        if self._beeld.persoonsgegevens:
            melding = tekst(self._zinnen.persoonsgegevens, weight="Bolder")
            yield vak("emphasis", melding, tekst(self._maker.verwijder_zin), spacing="Medium")

    def _midden(self) -> Iterator[Element]:
        if self._antwoord.wedervraag is not None:
            yield self._wedervraag(self._antwoord.wedervraag)
        for blok in self._rest:
            yield from self._blok(blok)
        if self._beeld.waarom:
            yield from self._waarom()

    def _blok(self, blok: Blok) -> Iterator[Element]:
        if blok.kop is None:
            yield tekst(blok.tekst, spacing="Medium")
        elif blok.kop == "bronnen" or (blok.kop in KAN_WACHTEN and not self._beeld.lang):
            return
        elif blok.kop == "grondslag":
            yield from self._kop_en(blok.kop, self._grondslagen())
        else:
            yield from self._kop_en(blok.kop, blok.tekst)

    def _kop_en(self, kop: str, inhoud: str) -> Iterator[Element]:
        yield tekst(self._zinnen.kopjes[kop], weight="Bolder", spacing="Medium")
        yield tekst(inhoud, spacing="None")

    def _grondslagen(self) -> str:
        regels = (f"[{t}]({g.link})" if g.link else t for g in self._antwoord.grondslagen for t in [grondslag_tekst(g)])
        return _lijst(regels)

    def _waarom(self) -> Iterator[Element]:
        begrepen = in_woorden(self._maker.kern.kennis, self._antwoord.begrepen)
        delen = [tekst(self._teksten.waarom, weight="Bolder")]
        if begrepen:
            delen.append(feiten((self._teksten.feiten[dim], namen) for dim, namen in begrepen))
        else:
            delen.append(tekst(self._teksten.waarom_leeg))
        yield vak("emphasis", *delen, spacing="Medium")

    def _onder(self) -> Iterator[Element]:
        bronnen = self._antwoord.bronnen
        if bronnen:
            voluit = _lijst(self._maker.gesprekteksten.bron(b) for b in bronnen)
            yield from self._kop_en("bronnen", voluit if self._beeld.bron else bronnen_tekst(bronnen))
        voet = beoordeeld(self._antwoord, self._zinnen)
        if voet:
            yield tekst(voet, isSubtle=True, size="Small", spacing="Medium")
        if self._erbij:
            yield tekst(self._erbij, isSubtle=True, spacing="Medium")
        if self._beeld.beoordeeld:
            yield tekst(self._teksten.bedankt, isSubtle=True, size="Small", spacing="Small")

    def _wedervraag(self, vraag: WedervraagRegel) -> Element:
        delen = [tekst(vraag.tekst, weight="Bolder")]
        if self._stand is None:
            delen.append(tekst(_lijst(o.tekst for o in vraag.opties)))
        else:
            delen += [keuze(knop(o.tekst, als_data(Druk(self._stand, optie=o.id)))) for o in vraag.opties]
        return vak("emphasis", *delen, spacing="Medium")

    def _knoppen(self) -> Iterator[Element]:
        stand, beeld, t = self._stand, self._beeld, self._teksten
        if stand is None:
            return
        if stand.terug is not None:
            yield knop(t.knoppen["andere_keuze"], als_data(Druk(Stand(stand.terug))))
        yield self._wissel("waarom", beeld.waarom)
        if self._antwoord.bronnen:
            yield self._wissel("bron", beeld.bron)
        if any(blok.kop in KAN_WACHTEN for blok in self._rest):
            naam = "korter" if beeld.lang else "langer"
            yield knop(t.knoppen[naam], als_data(Druk(zet(stand, lang=not beeld.lang))))
        if not beeld.beoordeeld:
            for duim in ("op", "neer"):
                data = als_data(Druk(zet(stand, beoordeeld=True), duim=duim))
                yield knop(t.knoppen[f"duim_{duim}"], data, t.titels[f"duim_{duim}"])

    def _wissel(self, deel: str, is_open: bool) -> Element:
        assert self._stand is not None
        titel = self._teksten.knoppen[f"{deel}_dicht" if is_open else deel]
        return knop(titel, als_data(Druk(zet(self._stand, **{deel: not is_open}))))

    def _stijl(self) -> Stijl:
        return self._teksten.stijlen.get(self._antwoord.oordeel or "", self._teksten.stijl_zonder_oordeel)

    def _reden_zonder_oordeel(self) -> str:
        """The reason; the verdict in front of it stands above it already."""
        if self._antwoord.oordeel is None:
            return self._reden.tekst
        zin = self._reden.tekst
        opening = self._zinnen.oordelen[Oordeel(self._antwoord.oordeel)].opening
        for begin in (f"**{opening}**", f"{self._maker.oordeelwoord(self._antwoord)}."):
            zin = zin.removeprefix(begin).strip() or zin
        return zin

    def _als_tekst(self) -> str:
        """All of the answer as text, with what the card adds to it."""
        delen = [self._vooraf, vol(self._antwoord).replace(f"\n\n{self._zinnen.persoonsgegevens}", "")]
        if self._antwoord.wedervraag is not None:
            delen.append(
                f"{self._antwoord.wedervraag.tekst}\n{_lijst(o.tekst for o in self._antwoord.wedervraag.opties)}"
            )
        if self._beeld.persoonsgegevens:
            delen += [self._zinnen.persoonsgegevens, self._maker.verwijder_zin]
        return "\n\n".join(filter(None, [*delen, self._erbij]))

    def _samenvatting(self) -> str:
        return regel(self._reden.tekst)


def _lijst(regels: Iterable[str]) -> str:
    lijst = list(regels)
    return lijst[0] if len(lijst) == 1 else "\n".join(f"- {regel}" for regel in lijst)
