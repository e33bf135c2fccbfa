"""What a flow needs from the conversation: the lessons, and the rules of its region on this day."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from bot.antwoord.opstellen import Opsteller
from bot.gesprek.staat import Gesprek
from bot.kern import Kern
from bot.leren.worp import worp
from kennis.feiten import Feiten
from kennis.laden import Kennis
from kennis.leren.casus import Gesteld, casus_met, oordeel_over, opties_bij
from kennis.leren.model import Leeroptie, Leerrol, Leerstof, Les
from kennis.leren.opties import feiten_van, juiste, opties_van
from kennis.leren.teksten import Leerteksten, laad_leerteksten
from kennis.model import Dimensie, Oordeel
from kennis.uitkomst import Rekenaar, Uitkomst

ZINNEN_BIJ_BRON = 2
"""References under an explanation; the rest is one question away."""


@dataclass(frozen=True)
class Gesteldevraag:
    """A question with its options and the one that is right."""

    casus: Gesteld | None
    tekst: str
    opties: tuple[Leeroptie, ...]
    goed: int
    uitkomst: Uitkomst


class Omgeving:
    """The knowledge as one conversation sees it. Holds nothing of the conversation."""

    def __init__(self, gesprek: Gesprek) -> None:
        kern = gesprek.kern
        self.dag = kern.dag
        self.kennis: Kennis = kern.kennis
        self.leren: Leerstof = kern.kennis.leren
        self.teksten: Leerteksten = laad_leerteksten()
        self.rekenaar = _rekenaar(kern, gesprek.regio, self.dag)
        self._opsteller: Opsteller = kern.opsteller(gesprek.regio, self.dag)
        self._zinnen = kern.zinnen

    def pad(self, rol: str) -> list[Les]:
        """The lessons of a role, in order."""
        return [self.leren.lessen[id_] for id_ in self.leren.rollen[rol].lessen]

    def rol_van(self, partij: str | None) -> Leerrol | None:
        """The role that fits a party best: the narrowest that it falls under."""
        partijen = self.kennis.taxonomie(Dimensie.VAN)
        if partij is None or partij not in partijen:
            return None
        passend = [r for r in self.leren.rollen.values() if partijen.is_een(partij, r.partij)]
        return max(passend, key=lambda r: partijen.diepte(r.partij), default=None)

    def les_vraag(self, les: Les, rol: str) -> Gesteldevraag:
        """The question of a lesson for a role."""
        vraag = next((v for v in les.vragen if rol in v.rollen), None) or next(v for v in les.vragen if not v.rollen)
        uitkomst = self.rekenaar.uitkomst(feiten_van(vraag.feiten))
        opties = opties_van(vraag, self.teksten)
        return Gesteldevraag(None, vraag.tekst, opties, juiste(opties, uitkomst)[0], uitkomst)

    def voorbeeld(self, les: Les, rol: str) -> str:
        """The example of a lesson for a role."""
        eigen = next((v for v in les.voorbeelden if rol in v.rollen), None)
        return (eigen or next(v for v in les.voorbeelden if not v.rollen)).tekst

    def casus_vraag(self, sleutel: str, zaad: int) -> Gesteldevraag | None:
        """A case with its options; None when this region has no certain answer to it."""
        casus = casus_met(self.kennis, sleutel)
        uitkomst = oordeel_over(self.rekenaar, self.kennis, casus) if casus else None
        if casus is None or uitkomst is None:
            return None
        opties = opties_bij(casus, uitkomst, self.teksten, worp(zaad, sleutel))
        goed = juiste(opties, uitkomst)
        return Gesteldevraag(casus, casus.tekst, opties, goed[0], uitkomst) if len(goed) == 1 else None

    def uitleg(self, vraag: Gesteldevraag) -> str:
        """Why the right answer is right, with the source: in the words of the rule."""
        besluit = vraag.uitkomst.besluit
        delen, bronnen = [self._opsteller.uit_besluit(besluit).inhoud.kort], besluit.regel.bronnen
        extra = next((a for a in vraag.uitkomst.aanvullingen if a.id == vraag.opties[vraag.goed].aanvulling), None)
        if extra is not None:
            delen, bronnen = [*extra.voorwaarden, *extra.let_op, *extra.punten], extra.bronnen
        if zin := self._wie_zin(vraag):
            delen.append(self.teksten.toestemming_van.format(zin=zin))
        if let_op := self._let_op(vraag):
            delen.append(self.teksten.let_op.format(zin=let_op))
        return f"{' '.join(delen)}\n\n{self.teksten.bron.format(bronnen=self.bronnen(vraag, bronnen))}"

    def _let_op(self, vraag: Gesteldevraag) -> str:
        """Where sources or the law say otherwise: who learns a rule must know that it is disputed."""
        besluit = vraag.uitkomst.besluit
        if vraag.opties[vraag.goed].wie and len(vraag.uitkomst.wie) > 1 and besluit.feiten.leeftijd == "12-15":
            return self._zinnen.let_op_12_15
        return besluit.regel.dan.let_op[0] if besluit.regel.dan.let_op else ""

    def bronnen(self, vraag: Gesteldevraag, bronnen: tuple[str, ...]) -> str:
        """The references of an explanation, in short words."""
        eigen = vraag.casus.bronnen if vraag.casus else ()
        return self.teksten.bronnen((*eigen, *bronnen)[:ZINNEN_BIJ_BRON])

    def _wie_zin(self, vraag: Gesteldevraag) -> str:
        """Who consents, when an age was named."""
        feiten: Feiten = vraag.uitkomst.besluit.feiten
        if vraag.uitkomst.oordeel is not Oordeel.TOESTEMMING or feiten.leeftijd is None:
            return ""
        return vraag.uitkomst.zin or " en ".join("van " + self._zinnen.wie[w] for w in sorted(vraag.uitkomst.wie))


@lru_cache(maxsize=8)
def _rekenaar(kern: Kern, regio: str, dag: date) -> Rekenaar:
    return Rekenaar(kern.kennis, kern.zinnen, regio, dag)
