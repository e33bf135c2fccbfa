"""Every screen of the onboarding, drawn from where someone stands and nothing else."""

from collections.abc import Callable

from bot.antwoord.model import OptieRegel
from bot.gesprek.draad import DraadKapot
from bot.gesprek.gids import Stap
from bot.leren.code import maak_code
from bot.leren.omgeving import Gesteldevraag, Omgeving
from bot.leren.plek import Plek, Waar
from kennis.leren.casus import casus_met
from kennis.leren.model import Les

VRAGEN = 10
"""Questions of the check."""
VOLDOENDE = 8
"""Right answers for the certificate."""
KEUZE = "a"
"""Begins the id of an answer: 'a0', 'a1'."""
ROL = "rol-"
"""Begins the id of a role."""


class Schermen:
    """Draws for one conversation."""

    def __init__(self, omgeving: Omgeving) -> None:
        self._o = omgeving
        self._t = omgeving.teksten
        self._teken: dict[Waar, Callable[[Plek], Stap]] = {
            Waar.ROL: self._rol,
            Waar.MENU: self._menu,
            Waar.LES: self._les,
            Waar.NA_LES: self._na_les,
            Waar.CASUS: self._casus,
            Waar.NA_CASUS: self._na_casus,
            Waar.TOETS: self._toets,
            Waar.UITSLAG: self._uitslag,
            Waar.CODE: self._code,
        }

    def toon(self, plek: Plek) -> Stap:
        """The screen of a stand. Raises DraadKapot when the stand names what is not there."""
        if plek.waar is not Waar.ROL and plek.rol not in self._o.leren.rollen:
            raise DraadKapot("Deze rol is er niet meer. Begin opnieuw.")
        stap = self._teken[plek.waar](plek) if self._is_hier(plek) else self._niet_hier()
        if not plek.melding:
            return stap
        return Stap(f"{self._melding(plek.melding)}\n\n{stap.tekst}", stap.opties)

    def _is_hier(self, plek: Plek) -> bool:
        """Whether the rules of this region judge the case on the screen; the region may have changed since."""
        if plek.waar not in {Waar.CASUS, Waar.NA_CASUS, Waar.TOETS}:
            return True
        if casus_met(self._o.kennis, plek.casus) is None:
            raise DraadKapot("Deze casus is er niet meer. Begin opnieuw.")
        return self._o.casus_vraag(plek.casus, plek.zaad) is not None

    def _niet_hier(self) -> Stap:
        return Stap(self._t.niet_hier, self._knoppen("oefenen", "toets", "menu"))

    def _melding(self, naam: str) -> str:
        teksten = {
            "code_goed": self._t.code_goed,
            "code_fout": self._t.code_fout,
            "niveau_op": self._t.niveau_op,
            "geen_casus": self._t.geen_casus,
        }
        if naam not in teksten:
            raise DraadKapot("Deze melding is er niet. Begin opnieuw.")
        return teksten[naam]

    def volgende_les(self, plek: Plek) -> Les | None:
        """The first lesson after this one that is not done; then those that went wrong."""
        pad = self._o.pad(plek.rol)
        hier = next((nr for nr, les in enumerate(pad) if les.id == plek.les), -1)
        return next((les for les in (*pad[hier + 1 :], *pad[: hier + 1]) if les.nr not in plek.gedaan), None)

    def lesvraag(self, plek: Plek) -> tuple[Les, Gesteldevraag]:
        """The lesson of a stand with its question."""
        les = next((les for les in self._o.pad(plek.rol) if les.id == plek.les), None)
        if les is None:
            raise DraadKapot("Deze les is er niet meer. Begin opnieuw.")
        return les, self._o.les_vraag(les, plek.rol)

    def casusvraag(self, plek: Plek) -> Gesteldevraag:
        """The case of a stand."""
        vraag = self._o.casus_vraag(plek.casus, plek.zaad)
        if vraag is None:
            raise DraadKapot("Deze casus is er niet meer. Begin opnieuw.")
        return vraag

    def code(self, plek: Plek) -> str:
        """The code to go on with."""
        return maak_code(self._o.leren.rollen[plek.rol].nr, plek.gedaan)

    def _knoppen(self, *ids: str) -> tuple[OptieRegel, ...]:
        return tuple(OptieRegel(id_, self._t.keuzes[id_]) for id_ in ids)

    def _met_les(self, plek: Plek, woorden: str) -> tuple[OptieRegel, ...]:
        les = self.volgende_les(plek)
        return (OptieRegel("les", self._t.keuzes[woorden].format(titel=les.titel)),) if les else ()

    def _antwoorden(self, vraag: Gesteldevraag) -> tuple[OptieRegel, ...]:
        return tuple(OptieRegel(f"{KEUZE}{nr}", optie.tekst) for nr, optie in enumerate(vraag.opties))

    def _rol(self, plek: Plek) -> Stap:
        rollen = tuple(OptieRegel(f"{ROL}{rol.id}", rol.naam) for rol in self._o.leren.rollen.values())
        return Stap(self._t.welkom, rollen)

    def _menu(self, plek: Plek) -> Stap:
        les = self._met_les(plek, "les")
        pad = self._o.pad(plek.rol)
        gedaan = sum(een.nr in plek.gedaan for een in pad)
        vorm = self._t.menu_klaar if not les else self._t.menu if gedaan else self._t.menu_begin
        tekst = vorm.format(rol=self._o.leren.rollen[plek.rol].naam, gedaan=gedaan, aantal=len(pad))
        return Stap(tekst, (*les, *self._knoppen("oefenen", "toets", "code", "rol", "stop")))

    def _les(self, plek: Plek) -> Stap:
        les, vraag = self.lesvraag(plek)
        pad = self._o.pad(plek.rol)
        tekst = self._t.les.format(
            nr=pad.index(les) + 1,
            aantal=len(pad),
            titel=les.titel,
            idee=" ".join(les.idee),
            voorbeeld=self._o.voorbeeld(les, plek.rol),
            vraag=vraag.tekst,
        )
        return Stap(tekst, (*self._antwoorden(vraag), *self._knoppen("menu")))

    def _na_les(self, plek: Plek) -> Stap:
        _, vraag = self.lesvraag(plek)
        tekst = self._terug(vraag, plek.keuze, self._t.terug_komt)
        verder = self._met_les(plek, "volgende") or self._knoppen("oefenen", "toets")
        return Stap(tekst, (*verder, *self._knoppen("menu")))

    def _casus(self, plek: Plek) -> Stap:
        vraag = self.casusvraag(plek)
        return Stap(self._casustekst(vraag, plek.nr), (*self._antwoorden(vraag), *self._knoppen("menu")))

    def _casustekst(self, vraag: Gesteldevraag, nr: int) -> str:
        titel = vraag.casus.titel if vraag.casus else ""
        extra = self._t.casus_titel.format(titel=titel) if titel else f" {nr}"
        return self._t.casus.format(nr=extra, tekst=vraag.tekst)

    def _na_casus(self, plek: Plek) -> Stap:
        tekst = self._terug(self.casusvraag(plek), plek.keuze, self._t.casus_terug)
        return Stap(tekst, self._knoppen("nog_een", "menu"))

    def _terug(self, vraag: Gesteldevraag, keuze: int, bij_fout: str) -> str:
        """Right or wrong, and why."""
        if keuze == vraag.goed:
            return f"{self._t.goed} {self._o.uitleg(vraag)}"
        return f"{self._fout(vraag)} {self._o.uitleg(vraag)}\n\n{bij_fout}"

    def _fout(self, vraag: Gesteldevraag) -> str:
        return self._t.fout.format(antwoord=klein(vraag.opties[vraag.goed].tekst))

    def _toets(self, plek: Plek) -> Stap:
        vraag = self.casusvraag(plek)
        tekst = self._t.toets.format(nr=plek.nr, aantal=VRAGEN, tekst=vraag.tekst)
        if len(plek.gehad) > 1:
            vorige = plek.gehad[-2]
            tekst = f"{self._uitkomst(plek, vorige)}\n\n{tekst}"
        return Stap(tekst, (*self._antwoorden(vraag), *self._knoppen("menu")))

    def _uitkomst(self, plek: Plek, sleutel: str) -> str:
        """Right or wrong in one line."""
        vraag = self._o.casus_vraag(sleutel, plek.zaad)
        return self._fout(vraag) if sleutel in plek.fout and vraag else self._t.goed

    def _uitslag(self, plek: Plek) -> Stap:
        goed = sum(sleutel not in plek.fout for sleutel in plek.gehad)
        rol = self._o.leren.rollen[plek.rol].naam
        delen = [self._uitkomst(plek, plek.gehad[-1])] if plek.gehad else []
        delen.append(self._t.uitslag.format(goed=goed, aantal=len(plek.gehad), lijst=self._wat_ging_hoe(plek)))
        if goed >= VOLDOENDE:
            datum = f"{self._o.dag:%d-%m-%Y}"
            velden = {"rol": rol, "goed": goed, "aantal": len(plek.gehad), "datum": datum}
            delen.append(self._t.bewijs.format(**velden, versie=self._o.kennis.versie))
        else:
            delen.append(self._t.nog_niet.format(grens=VOLDOENDE))
        return Stap("\n\n".join(deel.strip() for deel in delen), self._knoppen("oefenen", "toets", "menu", "stop"))

    def _wat_ging_hoe(self, plek: Plek) -> str:
        """What went well, and what to read again with its articles."""
        alle = {sleutel: self._o.casus_vraag(sleutel, plek.zaad) for sleutel in plek.gehad}
        vragen = {sleutel: vraag for sleutel, vraag in alle.items() if vraag is not None}
        lessen = self._o.leren.lessen
        fout = {s: lessen[v.casus.les].titel for s, v in vragen.items() if s in plek.fout and v.casus}
        goed = [lessen[v.casus.les].titel for v in vragen.values() if v.casus]
        regels = [f"{titel} ({self._artikelen(vragen[s])})" for s, titel in fout.items()]
        titels = [titel for titel in dict.fromkeys(goed) if titel not in fout.values()]
        delen = [self._t.uitslag_goed, *(f"- {titel}" for titel in titels)] if titels else []
        lees = ["", self._t.uitslag_lees, *(f"- {regel}" for regel in dict.fromkeys(regels))]
        return "\n".join([*delen, *(lees if regels else ["", self._t.uitslag_alles])]).strip()

    def _artikelen(self, vraag: Gesteldevraag) -> str:
        return self._o.bronnen(vraag, vraag.uitkomst.besluit.regel.bronnen)

    def _code(self, plek: Plek) -> Stap:
        return Stap(self._t.code.format(code=self.code(plek)), self._knoppen("menu", "stop"))


def klein(tekst: str) -> str:
    """A choice in the middle of a sentence, with a small letter."""
    return tekst[0].lower() + tekst[1:]
