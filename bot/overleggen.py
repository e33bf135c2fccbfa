"""Answers about meetings: which meeting is meant, what its region laid down, and what to say when it did not."""

from datetime import date

from bot.antwoord.opstellen import Stof
from kennis.feiten import Feiten
from kennis.laden import LANDELIJK, Kennis
from kennis.model import Aspect, Dimensie, Inhoud, Vergadering
from kennis.taxonomie import VERGADERING
from kennis.zinnen import Zinnen


class Overleggids:
    """Looks up meetings of one region, falling back on the national model."""

    def __init__(self, kennis: Kennis, zinnen: Zinnen, regio: str) -> None:
        self._kennis = kennis
        self._zinnen = zinnen
        self._regio = kennis.regios[regio]
        self._hier = {v.overleg: v for v in self._regio.vergaderingen}
        self._landelijk = {v.overleg: v for v in kennis.regios[LANDELIJK].vergaderingen}

    def stof(self, feiten: Feiten, aspect: str, dag: date) -> tuple[Stof, str]:
        """Content about one aspect of the meeting in the facts, and the kind of answer it makes."""
        overleg = feiten.overleg or VERGADERING
        vergadering = self._vind(overleg)
        if vergadering is None:
            naam = self._kennis.taxonomie(Dimensie.OVERLEG)[overleg].naam
            return self.niet_hier(naam, feiten, dag), "antwoord"
        gevonden = vergadering.aspecten.get(aspect)
        if gevonden is None:
            return self._niet_vastgelegd(vergadering, aspect, feiten, dag), "onbekend"
        return Stof(
            gevonden.dan, gevonden.bronnen, dag, feiten
        ), "onbekend" if gevonden.dan.niet_geregeld else "antwoord"

    def _vind(self, overleg: str) -> Vergadering | None:
        """The meeting itself here, else the national model for what is not tied to another region."""
        if overleg in self._hier:
            return self._hier[overleg]
        tax = self._kennis.taxonomie(Dimensie.OVERLEG)
        kind = next(
            (v for o, v in self._hier.items() if overleg != VERGADERING and overleg in tax and tax.is_een(o, overleg)),
            None,
        )
        if kind is not None:
            return kind
        elders = {v.overleg for regio in self._kennis.regios.values() for v in regio.vergaderingen}
        return self._landelijk.get(VERGADERING) if overleg == VERGADERING or overleg not in elders else None

    def _niet_vastgelegd(self, vergadering: Vergadering, aspect: str, feiten: Feiten, dag: date) -> Stof:
        naam = self._kennis.taxonomieen["aspecten"][aspect].naam
        kort = self._zinnen.overleg_onbekend.format(regio=self._regio.naam, aspect=naam, overleg=vergadering.naam)
        bekend: Aspect = vergadering.aspecten.get("doel") or next(iter(vergadering.aspecten.values()))
        return Stof(Inhoud(kort=kort, punten=(bekend.dan.kort,), niet_geregeld=True), bekend.bronnen, dag, feiten)

    def niet_hier(self, naam: str, feiten: Feiten, dag: date) -> Stof:
        """What to say when a region does not know a meeting or arrangement."""
        lijst = ", ".join(v.naam for v in self._regio.vergaderingen)
        naam = naam[0].upper() + naam[1:]
        kort = self._zinnen.overleg_niet_hier.format(overleg=naam, regio=self._regio.naam)
        punten = (self._zinnen.overleg_wel_hier.format(lijst=lijst),) if lijst else ()
        bronnen = tuple(
            dict.fromkeys(b for v in self._regio.vergaderingen for a in v.aspecten.values() for b in a.bronnen)
        )[:2]
        return Stof(Inhoud(kort=kort, punten=punten, niet_geregeld=True), bronnen, dag, feiten)
