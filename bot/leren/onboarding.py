"""The onboarding: choose your work, follow lessons, practise, be checked. A stand goes in, the next stand comes out."""

from dataclasses import replace

from bot.gesprek.draad import DraadKapot
from bot.gesprek.gids import Beurt, Stand, Stap
from bot.gesprek.staat import Gesprek
from bot.leren.code import lees_code, lijkt_code
from bot.leren.kiezen import na_antwoord, toetsvraag, volgende
from bot.leren.omgeving import Omgeving
from bot.leren.plek import Plek, Waar, lees_plek
from bot.leren.schermen import KEUZE, ROL, VRAGEN, Schermen
from bot.leren.verstaan import antwoord, knop

NIVEAU_VAN_VRAAG = (1, 1, 2, 2, 2, 2, 3, 3, 3, 3)
"""How hard each question of the check is."""
STOP = "stop"
MEESTE_WOORDEN_WERK = 6
"""Words that name someone's work; a longer line is a question."""


ALTIJD = ("menu", "code")
"""Options that may be typed on every screen once the work is known."""


class Onboardinggids:
    """The guided flow behind `onboarding`."""

    titel = "de onboarding"

    def begin(self, gesprek: Gesprek, bij: str) -> Beurt:
        """Start with the choice of work, with that of who asks, or where a code says."""
        ronde = _Ronde(gesprek)
        leeg = Plek(Waar.ROL, zaad=ronde.omgeving.dag.toordinal())
        if lijkt_code(bij):
            return ronde.op(ronde.met_code(leeg, bij))
        rol = ronde.omgeving.rol_van((gesprek.herken_rol(bij) if bij else None) or gesprek.rol)
        return ronde.op(leeg.naar(Waar.MENU, rol=rol.id) if rol else leeg)

    def toon(self, gesprek: Gesprek, stand: Stand) -> Stap:
        """The screen of a stand."""
        return _Ronde(gesprek).schermen.toon(lees_plek(stand))

    def kies(self, gesprek: Gesprek, stand: Stand, optie: str) -> Beurt:
        """Go on with an option."""
        return _Ronde(gesprek).kies(lees_plek(stand), optie)

    def lees(self, gesprek: Gesprek, stand: Stand, regel: str) -> Beurt | None:
        """A code is an answer at any time, and so are a few words for what is on the screen; all else is a question."""
        ronde, plek = _Ronde(gesprek), lees_plek(stand)
        if lijkt_code(regel):
            return ronde.op(ronde.met_code(plek, regel))
        optie = ronde.verstaan(plek, regel) or ronde.werk(gesprek, plek, regel)
        return ronde.kies(plek, optie) if optie is not None else None

    def slot(self, gesprek: Gesprek, stand: Stand) -> str:
        """What is said when someone stops."""
        return _Ronde(gesprek).slot(lees_plek(stand))


class _Ronde:
    """One turn."""

    def __init__(self, gesprek: Gesprek) -> None:
        self.omgeving = Omgeving(gesprek)
        self.schermen = Schermen(self.omgeving)

    def op(self, plek: Plek) -> Beurt:
        return Beurt(self.schermen.toon(plek), plek.als_stand())

    def kies(self, plek: Plek, optie: str) -> Beurt:
        if optie == STOP:
            return Beurt(Stap(self.slot(plek)), None)
        if optie.startswith(ROL):
            return self.op(plek.naar(Waar.MENU, rol=optie.removeprefix(ROL), gedaan=(), les="", terug=()))
        doe = {
            "menu": lambda: plek.naar(Waar.MENU),
            "rol": lambda: plek.naar(Waar.ROL),
            "code": lambda: plek.naar(Waar.CODE),
            "les": lambda: self._les(plek),
            "oefenen": lambda: self._casus(plek.naar(Waar.CASUS, nr=0, niveau=1, rij=0, gehad=(), terug=(), casus="")),
            "nog_een": lambda: self._casus(replace(plek, waar=Waar.CASUS)),
            "toets": lambda: self._toets(plek.naar(Waar.TOETS, nr=0, gehad=(), fout=(), casus="")),
        }
        if optie in doe:
            return self.op(doe[optie]())
        return self.op(self._antwoord(plek, optie))

    def verstaan(self, plek: Plek, regel: str) -> str | None:
        """Id of the option that typed words name."""
        woorden, opties = self.omgeving.teksten.woorden, [o.id for o in self.schermen.toon(plek).opties]
        gekozen = knop(regel, [*opties, *(ALTIJD if plek.rol else ())], woorden)
        if gekozen is not None or f"{KEUZE}0" not in opties:
            return gekozen
        vraag = self.schermen.lesvraag(plek)[1] if plek.waar is Waar.LES else self.schermen.casusvraag(plek)
        nr = antwoord(regel, vraag, woorden)
        return f"{KEUZE}{nr}" if nr is not None else None

    def werk(self, gesprek: Gesprek, plek: Plek, regel: str) -> str | None:
        """Id of the work that a few words name, where that is what is asked: 'mentor', 'ik ben mentor'."""
        if plek.waar is not Waar.ROL or regel.endswith("?") or len(regel.split()) > MEESTE_WOORDEN_WERK:
            return None
        rol = self.omgeving.rol_van(gesprek.herken_rol(regel))
        return f"{ROL}{rol.id}" if rol else None

    def met_code(self, plek: Plek, regel: str) -> Plek:
        """Where the code says; lessons that are no longer there are left out. A wrong code changes nothing."""
        bewaard = lees_code(regel)
        rollen = self.omgeving.leren.rollen.values()
        rol = next((r for r in rollen if bewaard is not None and r.nr == bewaard.rol), None)
        if bewaard is None or rol is None:
            return plek.naar(Waar.MENU if plek.rol else Waar.ROL, melding="code_fout")
        bekend = {les.nr for les in self.omgeving.leren.lessen.values()}
        gedaan = tuple(sorted(bewaard.lessen & bekend))
        return plek.naar(Waar.MENU, melding="code_goed", rol=rol.id, gedaan=gedaan, les="")

    def slot(self, plek: Plek) -> str:
        """Goodbye, with the code once a lesson is done."""
        teksten = self.omgeving.teksten
        met_code = bool(plek.rol and plek.gedaan)
        erbij = [teksten.tot_ziens_code.format(code=self.schermen.code(plek))] if met_code else []
        return "\n\n".join((teksten.tot_ziens, *erbij))

    def _les(self, plek: Plek) -> Plek:
        les = self.schermen.volgende_les(plek)
        return plek.naar(Waar.LES, les=les.id) if les else plek.naar(Waar.MENU)

    def _casus(self, plek: Plek) -> Plek:
        return volgende(self.omgeving, plek) or plek.naar(Waar.MENU, melding="geen_casus")

    def _toets(self, plek: Plek) -> Plek:
        if plek.nr == VRAGEN:
            return plek.naar(Waar.UITSLAG)
        sleutel = toetsvraag(self.omgeving, plek, NIVEAU_VAN_VRAAG[plek.nr])
        if sleutel is None or sleutel in plek.gehad:
            return plek.naar(Waar.UITSLAG if plek.gehad else Waar.MENU, melding="" if plek.gehad else "geen_casus")
        return plek.naar(Waar.TOETS, casus=sleutel, nr=plek.nr + 1, gehad=(*plek.gehad, sleutel))

    def _antwoord(self, plek: Plek, optie: str) -> Plek:
        """What follows on an answer; the options of a screen are the only ids that come in."""
        nr = optie.removeprefix(KEUZE)
        keuze = int(nr) if nr.isdecimal() else -1
        if plek.waar is Waar.LES:
            les, vraag = self.schermen.lesvraag(plek)
            gedaan = tuple(sorted({*plek.gedaan, les.nr})) if keuze == vraag.goed else plek.gedaan
            return plek.naar(Waar.NA_LES, keuze=keuze, gedaan=gedaan)
        if plek.waar is Waar.CASUS:
            goed = keuze == self.schermen.casusvraag(plek).goed
            return na_antwoord(replace(plek, waar=Waar.NA_CASUS, keuze=keuze), goed)
        if plek.waar is Waar.TOETS:
            goed = keuze == self.schermen.casusvraag(plek).goed
            return self._toets(plek if goed else replace(plek, fout=(*plek.fout, plek.casus)))
        raise DraadKapot("Deze keuze hoort hier niet. Begin opnieuw.")
