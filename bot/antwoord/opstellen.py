"""Fill the answer object from what the knowledge says; no sentence is made here, only chosen and put in place."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from bot.antwoord.model import (
    WEET_NIET,
    BronRegel,
    GrondslagRegel,
    OptieRegel,
    ToestemmingRegel,
    WedervraagRegel,
)
from kennis.beslissen import Beslisser, Besluit
from kennis.feiten import Feiten
from kennis.laden import Kennis
from kennis.model import Dimensie, Inhoud, Oordeel, Toestemming
from kennis.uitkomst import LEEFTIJDSREGEL, geldende_aanvullingen, leeftijdszin
from kennis.wedervragen import Wedervrager
from kennis.zinnen import Leeftijdszin, Zinnen

BEWAARDE_BESLUITEN = 2_000
"""Decisions kept, each found by recognised ids only; a card that changes needs the same ones again."""


@dataclass(frozen=True)
class Stof:
    """Everything an answer is made of, in one shape for rules, plain answers and meetings."""

    inhoud: Inhoud
    bronnen: tuple[str, ...]
    beoordeeld_op: date
    feiten: Feiten
    per_optie: tuple[tuple[str, Oordeel | None, str], ...] = ()
    """For each option of the counter-question: its text, verdict and reason."""


class Opsteller:
    """Chooses and completes content for one region on one day."""

    def __init__(self, kennis: Kennis, zinnen: Zinnen, regio: str | None, dag: date) -> None:
        self._kennis = kennis
        self._zinnen = zinnen
        self._besluit = lru_cache(BEWAARDE_BESLUITEN)(Beslisser(kennis, regio, dag).besluit)
        self._wedervrager = Wedervrager(kennis, self._besluit)
        self._aanvullingen = [a for a in kennis.aanvullingen.values() if a.regio in (None, regio) and a.geldt_op(dag)]

    def besluit(self, feiten: Feiten) -> Besluit:
        """Decide by the rules."""
        return self._besluit(feiten)

    def uit_besluit(self, besluit: Besluit) -> Stof:
        """Content of a decision, with general additions and what holds per option."""
        regel = besluit.regel
        dan = regel.dan.model_copy(update={"wedervraag": self._wedervrager.kies(besluit)})
        inhoud, bronnen = self._vul_aan(self._vul_namen_in(dan, besluit.feiten), regel.bronnen, besluit.feiten)
        opties = inhoud.wedervraag.opties if inhoud.wedervraag else ()
        per_optie = []
        for optie in opties:
            vervolg = self.besluit(besluit.feiten.met(optie.feiten))
            per_optie.append(
                (optie.tekst, vervolg.regel.dan.oordeel, self._vul_namen_in(vervolg.regel.dan, vervolg.feiten).kort)
            )
        return Stof(inhoud, bronnen, regel.beoordeeld_op, besluit.feiten, tuple(per_optie))

    def _vul_namen_in(self, inhoud: Inhoud, feiten: Feiten) -> Inhoud:
        """Put the recognised parties in sentences that ask for them."""
        if "{" not in inhoud.kort:
            return inhoud
        namen = {}
        for dim in (Dimensie.VAN, Dimensie.NAAR):
            waarde = (feiten.waarden(dim) or (self._kennis.taxonomie(dim).wortel,))[0]
            naam = self._kennis.taxonomie(dim)[waarde].naam
            namen[dim.value], namen[dim.value.capitalize()] = naam, naam[0].upper() + naam[1:]
        return inhoud.model_copy(update={"kort": inhoud.kort.format(**namen)})

    def _vul_aan(self, inhoud: Inhoud, bronnen: tuple[str, ...], feiten: Feiten) -> tuple[Inhoud, tuple[str, ...]]:
        punten, voorwaarden, let_op = [*inhoud.punten], [*inhoud.voorwaarden], [*inhoud.let_op]
        for extra in geldende_aanvullingen(self._kennis, self._aanvullingen, inhoud, feiten):
            punten.extend(extra.punten)
            voorwaarden.extend(extra.voorwaarden)
            let_op.extend(extra.let_op)
            bronnen = (*bronnen, *(b for b in extra.bronnen if b not in bronnen))
        vulling = {"punten": tuple(punten), "voorwaarden": tuple(voorwaarden), "let_op": tuple(let_op)}
        return inhoud.model_copy(update=vulling), bronnen

    def grondslagen(self, inhoud: Inhoud) -> tuple[GrondslagRegel, ...]:
        """Legal bases in the order of the knowledge."""
        return tuple(
            GrondslagRegel(g.id, g.wet, g.artikel, g.avg, g.artikel_nu, g.link)
            for g in (self._kennis.grondslagen[i] for i in inhoud.grondslagen)
        )

    def toestemming(self, inhoud: Inhoud, feiten: Feiten) -> ToestemmingRegel | None:
        """Consent with the age rule worked out for the age that is known."""
        t = inhoud.toestemming
        if t is None:
            return None
        zin = self.leeftijdszin(t, feiten)
        van = zin.van if zin else t.van
        toelichting = " ".join(d for d in (t.toelichting, self._let_op_leeftijd(t, feiten)) if d)
        return ToestemmingRegel(t.nodig, van if t.nodig != "nee" else (), t.vorm, toelichting or None)

    def _let_op_leeftijd(self, toestemming: Toestemming, feiten: Feiten) -> str | None:
        """Between 12 and 16 the sources disagree: say so."""
        geldt = LEEFTIJDSREGEL in toestemming.van and feiten.leeftijd == "12-15" and toestemming.nodig != "nee"
        return self._zinnen.let_op_12_15 if geldt else None

    def leeftijdszin(self, toestemming: Toestemming, feiten: Feiten) -> Leeftijdszin | None:
        """Whose consent counts, by the age rule, or None when the entry names them itself."""
        return leeftijdszin(self._kennis, self._zinnen, toestemming, feiten)

    def bronnen(self, verwijzingen: tuple[str, ...]) -> tuple[BronRegel, ...]:
        """Sources, each once, in the order of the knowledge."""
        uit = []
        for verwijzing in dict.fromkeys(verwijzingen):
            document, _, plek = verwijzing.partition(" ")
            bron = self._kennis.bronnen[document]
            titel = next((d.titel for d in bron.delen if d.plek == plek), "")
            uit.append(BronRegel(bron.titel, plek, titel, bron.datum))
        return tuple(uit)

    def wedervraag(self, inhoud: Inhoud) -> WedervraagRegel | None:
        """The counter-question of the entry; not to know is always one of the replies."""
        vraag = inhoud.wedervraag
        if vraag is None:
            return None
        opties = (OptieRegel(o.id, o.tekst, {d.value: w for d, w in o.feiten.items()}) for o in vraag.opties)
        return WedervraagRegel(vraag.tekst, (*opties, OptieRegel(WEET_NIET, self._zinnen.weet_niet.optie)))
