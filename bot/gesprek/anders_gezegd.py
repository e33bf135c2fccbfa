"""The last answer said another way: shorter, for a parent, or why. Chosen from its fields; no new statement is made."""

from collections.abc import Collection

from bot.antwoord.model import Antwoordobject
from bot.antwoord.tekst import bronnen_tekst
from bot.gesprek.vervolgteksten import Vervolgteksten
from bot.kern import Kern
from kennis.feiten import MEERVOUDIG
from kennis.model import Dimensie, Oordeel

_OUDERS, _GEZIN, _JONGERE = "ouders", "gezin", "jongere"
_TOESTEMMING = "toestemming"
_GAAT_NAAR = (Oordeel.VERPLICHT, Oordeel.JA, Oordeel.TOESTEMMING, Oordeel.AFWEGING)
"""Verdicts under which something with a name may go to the receiver."""


class AndersGezegd:
    """Makes text from an answer and the sentences in `vervolg.yaml`."""

    def __init__(self, kern: Kern, teksten: Vervolgteksten) -> None:
        self._kennis = kern.kennis
        self._zinnen = kern.zinnen
        self._teksten = teksten

    def korter(self, antwoord: Antwoordobject) -> str:
        """The verdict with its reason, and whose consent is needed."""
        delen = [antwoord.tekst.split("\n\n")[0]]
        if antwoord.oordeel and antwoord.toestemming and antwoord.toestemming.nodig == "ja":
            delen.append(self._nodig_van(antwoord))
        return " ".join(delen)

    def moet(self, antwoord: Antwoordobject) -> str:
        """Whether it is a duty too, and the answer in short."""
        kop = self._teksten.moet.get(Oordeel(antwoord.oordeel), "") if antwoord.oordeel else ""
        return f"{kop} {self.korter(antwoord)}".lstrip()

    def bevestigd(self, antwoord: Antwoordobject, gezegd: Collection[str]) -> str:
        """Whether it was understood well, and the answer in short."""
        b, klopt = self._teksten.bevestiging, _is_zo(antwoord, gezegd)
        if klopt is None:
            return self.korter(antwoord)
        kop = f"**{self._zinnen.kopjes['toestemming']}:**"
        blokken = antwoord.tekst.split("\n\n") if _TOESTEMMING in gezegd else []
        rest = next((blok for blok in blokken if blok.startswith(kop)), None) or self.korter(antwoord)
        return f"{b.klopt if klopt is b.ontkent.isdisjoint(gezegd) else b.klopt_niet} {rest}"

    def wie_tekent(self, antwoord: Antwoordobject) -> str:
        """Whether a form is needed for this answer, and who signs."""
        nodig = antwoord.toestemming.nodig if antwoord.toestemming else "nee"
        return self._teksten.formulier[nodig].format(wie=self._wie(antwoord))

    def waarom(self, antwoord: Antwoordobject) -> str:
        """How the question was read, what the law says, and where it stands."""
        w = self._teksten.waarom
        delen = [w.kop]
        if antwoord.begrepen:
            delen.append(w.begrepen.format(feiten=", ".join(self._feiten(antwoord))))
        grondslagen = "\n".join(f"- {regel}" for regel in self._grondslagen(antwoord))
        if antwoord.oordeel:
            delen.append(grondslagen or w.zonder)
        if antwoord.bronnen:
            delen.append(w.bron.format(bronnen=bronnen_tekst(antwoord.bronnen)))
        return "\n\n".join([*delen, w.meer])

    def voor_ouder(self, antwoord: Antwoordobject) -> str:
        """What a professional can say to a parent."""
        o = self._teksten.ouder
        if antwoord.oordeel is None:
            return o.geen_antwoord
        return f'{o.kop}\n\n"{" ".join((*self._gezegd(antwoord), o.slot))}"'

    def _gezegd(self, antwoord: Antwoordobject) -> list[str]:
        o, begrepen = self._teksten.ouder, antwoord.begrepen
        if begrepen.get("van") == _OUDERS:
            return [o.van_ouders]
        oordeel = Oordeel(str(antwoord.oordeel))
        delen = [o.gaat_om.format(gegevens=self._gewoon(antwoord))] if "gegevens" in begrepen else []
        if self._is_gezin(begrepen.get("naar")):
            delen.append(o.aan_ouders)
        elif "naar" in begrepen and oordeel in _GAAT_NAAR:
            delen.append(o.aan_wie.format(naar=self._namen(antwoord, Dimensie.NAAR)))
        delen.append(o.oordeel[oordeel])
        if oordeel in _GAAT_NAAR:
            delen += self._toestemming(antwoord)
        return delen

    def _toestemming(self, antwoord: Antwoordobject) -> list[str]:
        o, toestemming = self._teksten.ouder, antwoord.toestemming
        if toestemming is None or toestemming.nodig == "soms":
            return []
        if toestemming.nodig == "nee":
            stil = "situatie" in antwoord.begrepen or antwoord.begrepen.get("naar") in o.niet_vooraf
            return [o.toestemming["nee"], *(() if stil else (o.vooraf,))]
        wie = toestemming.van[0] if len(toestemming.van) == 1 else "samen"
        return [o.toestemming["leeftijd" if wie == "samen" and "leeftijd" not in antwoord.begrepen else wie]]

    def _grondslagen(self, antwoord: Antwoordobject) -> list[str]:
        w, uit = self._teksten.waarom, []
        for g in antwoord.grondslagen:
            wet = f"{g.wet}, artikel {g.artikel}" if g.artikel else g.wet
            uit.append(w.grondslag.format(wet=wet, uitleg=self._kennis.grondslagen[g.id].uitleg))
        return uit

    def _feiten(self, antwoord: Antwoordobject) -> list[str]:
        return [
            self._teksten.feit[dim.value].format(waarde=self._namen(antwoord, dim))
            for dim in Dimensie
            if antwoord.begrepen.get(dim.value, self._kennis.taxonomie(dim).wortel)
            != self._kennis.taxonomie(dim).wortel
        ]

    def _namen(self, antwoord: Antwoordobject, dim: Dimensie) -> str:
        waarde = antwoord.begrepen[dim.value]
        return " en ".join(self._kennis.taxonomie(dim)[w].naam for w in (waarde if dim in MEERVOUDIG else [waarde]))

    def _gewoon(self, antwoord: Antwoordobject) -> str:
        """The data in words for a parent."""
        o, namen = self._teksten.ouder, self._kennis.taxonomie(Dimensie.GEGEVENS)
        return " en ".join(o.gegevens.get(w, namen[w].naam) for w in antwoord.begrepen["gegevens"])

    def _is_gezin(self, partij: object) -> bool:
        return partij is not None and self._kennis.taxonomie(Dimensie.NAAR).is_een(str(partij), _GEZIN)

    def _nodig_van(self, antwoord: Antwoordobject) -> str:
        return self._zinnen.toestemming["ja"].format(wie=self._wie(antwoord))

    def _wie(self, antwoord: Antwoordobject) -> str:
        toestemming = antwoord.toestemming
        if toestemming is None:
            return ""
        if "leeftijd" not in antwoord.begrepen and _JONGERE in toestemming.van:
            zelf = toestemming.van == (_JONGERE,)
            return (self._zinnen.leeftijdsregel_mbo if zelf else self._zinnen.leeftijdsregel)["onbekend"].tekst
        return " en ".join(f"van {self._zinnen.wie.get(w, w)}" for w in toestemming.van)


def _is_zo(antwoord: Antwoordobject, gezegd: Collection[str]) -> bool | None:
    """Whether the answer says yes to what these words are about: consent, or sharing; None when it says neither."""
    if "zonder" in gezegd or "alleen" in gezegd:
        return None
    if _TOESTEMMING in gezegd:
        nodig = antwoord.toestemming.nodig if antwoord.toestemming else "soms"
        return {"ja": True, "nee": False}.get(nodig)
    moet = not {"moet", "hoeft"}.isdisjoint(gezegd)
    zeker = {Oordeel.VERPLICHT: True, Oordeel.JA: None if moet else True, Oordeel.NEE: False}
    return zeker.get(Oordeel(antwoord.oordeel)) if antwoord.oordeel else None
