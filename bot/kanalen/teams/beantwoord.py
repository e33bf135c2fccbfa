"""From what was typed or pressed to the card that answers it; asks the desk, in the thread of conversations."""

from collections.abc import Callable

from bot.antwoord.model import Antwoordobject
from bot.gesprek.balie import Balie, Reactie
from bot.gesprek.geheugen import Geheugen
from bot.gesprek.keuzepad import TERUG
from bot.gesprek.staat import Gesprek
from bot.gesprek.tellers import Tellers
from bot.gesprek.toestand import loop_ids
from bot.kanalen.teams.activiteit import Activiteit
from bot.kanalen.teams.kaart import Kaartmaker
from bot.kanalen.teams.kaartvorm import Kaart
from bot.kanalen.teams.stand import Beeld, Druk, Stand, lees_druk, lees_loopdruk
from bot.kanalen.teams.stapkaart import stapkaart

KANAAL = "teams"


class Beantwoorder:
    """Makes cards; sends nothing."""

    def __init__(
        self, geheugen: Geheugen, maker: Kaartmaker, tellers: Tellers, regio: Callable[[str | None], str]
    ) -> None:
        self._geheugen = geheugen
        self._maker = maker
        self._tellers = tellers
        self._regio = regio

    def vraag(self, a: Activiteit, gekozen: str = "") -> Kaart:
        """The card for what was typed."""
        teksten = self._maker.teksten
        if a.tekst.leeg:
            return self._maker.mededeling(teksten.alleen_tekst if a.bijlagen else teksten.leeg_genoemd)
        balie = self._balie(a)
        reactie = balie.verwerk(a.tekst)
        if reactie.antwoord is None:
            return self._stap(a, balie, reactie)
        if reactie.opdracht is None:
            self._tellers.tel("antwoord", reactie.antwoord)
        beeld = Beeld(lang=reactie.alles, persoonsgegevens=reactie.antwoord.persoonsgegevens)
        draad = balie.gesprek.draad
        stand = Stand(draad, beeld) if draad else None
        return self._maker.antwoord(reactie.antwoord, stand, beeld, gekozen, reactie.vooraf, reactie.erbij)

    def druk(self, a: Activiteit) -> Kaart:
        """The card for a pressed button. Raises DraadKapot."""
        loopdruk = lees_loopdruk(a.waarde)
        if loopdruk is not None:
            return self._in_loop(a, *loopdruk)
        druk = lees_druk(a.waarde, self._geheugen.kern)
        gesprek = self._balie(a).gesprek
        gekozen = _naam_van_keuze(gesprek, druk.stand)
        antwoord = gesprek.herneem(druk.stand.draad)
        if druk.optie is not None:
            return self._na_keuze(gesprek, druk, antwoord)
        if druk.duim is not None:
            self._tellers.tel(f"duim_{druk.duim}", antwoord)
        return self._maker.antwoord(antwoord, druk.stand, druk.stand.beeld, gekozen)

    def _in_loop(self, a: Activiteit, loop: object, optie: str | None) -> Kaart:
        """The next step of a flow, or the step a user went back to."""
        balie = self._balie(a)
        eerder = balie.hervat(loop)
        gekozen = next((o.tekst for o in eerder.opties if o.id == optie), None)
        if optie is None or gekozen is None:
            return self._stap(a, balie, eerder)
        assert balie.gesprek.loop is not None
        terug = loop_ids(balie.gesprek.loop)
        return self._stap(a, balie, balie.kies_id(optie), terug, gekozen if optie != TERUG else "")

    def _stap(self, a: Activiteit, balie: Balie, reactie: Reactie, terug: object = None, gekozen: str = "") -> Kaart:
        loop = balie.gesprek.loop
        ids = loop_ids(loop) if loop is not None else None
        return stapkaart(reactie, self._maker.teksten, ids, terug, gekozen, groep=not a.persoonlijk)

    def _na_keuze(self, gesprek: Gesprek, druk: Druk, eerder: Antwoordobject) -> Kaart:
        """The card after an option was chosen; the options before it stay within reach."""
        namen = {o.id: o.tekst for o in gesprek.opties}
        nieuw = gesprek.kies_id(druk.optie or "")
        if nieuw is None:
            return self._maker.antwoord(eerder, druk.stand, druk.stand.beeld)
        self._tellers.tel("antwoord", nieuw)
        draad = gesprek.draad
        stand = Stand(draad, terug=druk.stand.draad, keuze=druk.optie) if draad else None
        return self._maker.antwoord(nieuw, stand, Beeld(), namen[druk.optie or ""])

    def _balie(self, a: Activiteit) -> Balie:
        return self._geheugen.bij(KANAAL, a.gesprek, a.van, regio=self._regio(a.tenant))


def _naam_van_keuze(gesprek: Gesprek, stand: Stand) -> str:
    """Words of the option this card came from; empty when it came from none."""
    if stand.terug is None:
        return ""
    gesprek.herneem(stand.terug)
    return next((o.tekst for o in gesprek.opties if o.id == stand.keuze), "")
