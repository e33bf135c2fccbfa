"""From a question to facts: lexicon, amounts, ages, grammar, and what may be taken for granted."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from intents.deelwijze import Deelwijze
from intents.grammatica import Zinsbouw
from intents.herken import Herkenner
from intents.laden import Taal
from intents.leeftijd import en_ouder, leeftijd_in_jaren
from intents.model import Afleiding
from intents.partijen import OUDERS
from intents.rollen import Rollen, verdeel
from intents.schiften import Schifter
from intents.tekst import Woord
from intents.verzuimmaat import met_maten
from intents.woordenboek import Begripnaam, Vermelding, Woordenboek
from intents.woordvormen import sleutel
from kennis.beslissen import past
from kennis.feiten import Feiten
from kennis.laden import Kennis
from kennis.model import Dimensie, Vorm
from kennis.taxonomie import Taxonomie

OP_VERZOEK = "op_verzoek"
"""What the build of a sentence tells too: that the receiver asks for the data."""


@dataclass(frozen=True)
class Lezing:
    """What a question holds, with the reasons."""

    feiten: Feiten
    """After taking for granted what goes without saying."""
    genoemd: Feiten
    """Only what the words themselves say."""
    vermeldingen: tuple[Vermelding, ...]
    rollen: Rollen
    afgeleid: tuple[str, ...]
    """Ids of the inferences that were used."""
    aspecten: tuple[str, ...]
    """Aspects of a meeting that are asked for."""
    regio: str | None
    """Region named in the question."""
    woorden: tuple[Woord, ...]
    sleutels: tuple[str, ...]
    vraagt_toelating: bool
    """May, must or can stands in it."""
    vraagt_uitleg: bool
    """It opens with who, how, when or what."""
    vorm: Vorm | None
    """What it asks for."""
    plat: str = ""
    """The question in its plain form with typing errors repaired."""


class Feitenlezer:
    """Reads facts; holds no state between questions."""

    def __init__(self, kennis: Kennis, taal: Taal, herkenner: Herkenner) -> None:
        self._kennis = kennis
        self._taal = taal
        self._herkenner = herkenner
        self._schifter = Schifter(taal.grammatica, kennis.taxonomie(Dimensie.OVERLEG), kennis.taxonomie(Dimensie.VAN))
        self._deelwijze = Deelwijze(taal.grammatica, kennis.taxonomie(Dimensie.VAN))
        self._vragers = Woordenboek()
        for partij, uitingen in taal.grammatica.vrager_uit.items():
            for uiting in uitingen:
                self._vragers.voeg_toe(uiting, Begripnaam("vrager", partij))

    def lees(self, tekst: str, rol: str | None = None) -> Lezing:
        """Facts in a question without personal data; `rol` is the party the asker is known to be."""
        zin, sleutels, plat = self._herkenner.lees(tekst)
        vermeldingen = self._schifter.schift(self._herkenner.vermeldingen(zin, sleutels), zin)
        bouw = Zinsbouw(zin, self._taal.grammatica)
        vrager = rol or self._vrager_uit_woorden(zin, bouw)
        rollen = verdeel(vermeldingen, bouw, self._kennis.taxonomie(Dimensie.VAN), vrager)
        genoemd = self._genoemd(zin, vermeldingen, rollen, bouw)
        feiten, afgeleid = self.leid_af(genoemd, zin)
        return Lezing(
            feiten=feiten,
            genoemd=genoemd,
            vermeldingen=vermeldingen,
            rollen=rollen,
            afgeleid=afgeleid,
            aspecten=_alle(vermeldingen, "aspecten"),
            regio=next(iter(_alle(vermeldingen, "regio")), None),
            woorden=zin,
            sleutels=sleutels,
            vraagt_toelating=bouw.vraagt_toelating(),
            vraagt_uitleg=bouw.vraagt_uitleg(),
            vorm=bouw.vorm(),
            plat=plat,
        )

    def _vrager_uit_woorden(self, zin: tuple[Woord, ...], bouw: Zinsbouw) -> str | None:
        """The asker's party when the wording gives it away: 'mijn cliënt'; the longest wording counts.

        Parents who ask what others may do take no part themselves: 'mag school dat van mijn zoon melden'.
        """
        gevonden = self._vragers.vind([sleutel(w.vorm) for w in zin])
        partij = max(gevonden, key=lambda v: v.eind - v.begin).naam.begrip if gevonden else None
        return None if partij == OUDERS and not bouw.wij_geven() else partij

    def _genoemd(
        self, zin: tuple[Woord, ...], vermeldingen: tuple[Vermelding, ...], rollen: Rollen, bouw: Zinsbouw
    ) -> Feiten:
        gegevens = self._smalste(Dimensie.GEGEVENS, _alle(vermeldingen, "gegevens"))
        gegevens = met_maten(zin, gegevens, self._taal.maten)
        belt = {nr for nr, w in enumerate(zin) if w.vorm in self._taal.grammatica.tweegesprek}
        telt = [v for v in vermeldingen if v.begin not in belt or not _is_van_gever(v, vermeldingen, rollen)]
        situatie = self._smalste(Dimensie.SITUATIE, _alle(telt, "situatie"))
        if rollen.op_verzoek and OP_VERZOEK not in situatie:
            situatie = (*situatie, OP_VERZOEK)
        overleg = self._een(Dimensie.OVERLEG, vermeldingen)
        return Feiten(
            van=rollen.van,
            naar=rollen.naar,
            gegevens=gegevens,
            leerling=self._een(Dimensie.LEERLING, vermeldingen),
            leeftijd=self._leeftijd(zin, vermeldingen),
            overleg=self._deelwijze.van(overleg, bouw, rollen, situatie),
            situatie=situatie,
            toestemming=self._een(Dimensie.TOESTEMMING, vermeldingen),
        )

    def _leeftijd(self, zin: tuple[Woord, ...], vermeldingen: tuple[Vermelding, ...]) -> str | None:
        vormen = [w.vorm for w in zin]
        jaren = leeftijd_in_jaren(vormen)
        if jaren is None:
            return self._een(Dimensie.LEEFTIJD, vermeldingen)
        return self._taal.maten.groep(jaren, en_ouder=en_ouder(vormen))

    def _een(self, dim: Dimensie, vermeldingen: tuple[Vermelding, ...]) -> str | None:
        """The most precise concept of a dimension that can hold only one; the first when equally precise."""
        taxonomie = self._kennis.taxonomie(dim)
        begrippen = _alle(vermeldingen, taxonomie.naam)
        return max(begrippen, key=taxonomie.diepte, default=None)

    def _smalste(self, dim: Dimensie, begrippen: tuple[str, ...]) -> tuple[str, ...]:
        """Without concepts that only repeat a narrower one more broadly."""
        tax = self._kennis.taxonomie(dim)
        over = [b for b in begrippen if b != tax.wortel]
        return tuple(b for b in over if not any(o != b and tax.is_een(o, b) for o in over))

    def leid_af(self, feiten: Feiten, zin: tuple[Woord, ...]) -> tuple[Feiten, tuple[str, ...]]:
        """Facts with what goes without saying, and the ids of the inferences used."""
        gebruikt = []
        vormen = self._meetellend(zin)
        for regel in self._taal.afleidingen:
            nieuw = self._pas_toe(regel, feiten, vormen)
            if nieuw != feiten:
                gebruikt.append(regel.id)
                feiten = nieuw
        return feiten, tuple(gebruikt)

    def _meetellend(self, zin: tuple[Woord, ...]) -> frozenset[str]:
        """Forms and keys of all words but those that are denied: 'geen vermoeden'; and all runs of two and three."""
        ontkend = frozenset(self._taal.grammatica.ontkenningen)
        vormen = [w.vorm for w in zin]
        telt = [vorm for nr, vorm in enumerate(vormen) if nr == 0 or vormen[nr - 1] not in ontkend]
        los = (v for vorm in telt for v in (vorm, sleutel(vorm), *vorm.split("-")))
        samen = (" ".join(vormen[nr : nr + lang]) for lang in (2, 3) for nr in range(len(vormen) - lang + 1))
        return frozenset((*los, *samen))

    def _pas_toe(self, regel: Afleiding, feiten: Feiten, vormen: frozenset[str]) -> Feiten:
        if any(woorden and vormen.isdisjoint(woorden) for woorden in (regel.woorden, regel.ook_woorden)):
            return feiten
        if not vormen.isdisjoint(regel.tenzij_woorden):
            return feiten
        if any(feiten.waarden(Dimensie(dim)) for dim in regel.zonder):
            return feiten
        if feiten.naar in regel.tenzij_naar or past(self._kennis, regel.als, feiten) is None:
            return feiten
        if regel.weg or regel.weg_onder:
            tax = self._kennis.taxonomie(Dimensie.GEGEVENS)
            feiten = replace(feiten, gegevens=tuple(g for g in feiten.gegevens if not self._valt_weg(g, regel, tax)))
        return feiten.met(regel.dan) if regel.dan else feiten

    def _valt_weg(self, gegeven: str, regel: Afleiding, tax: Taxonomie) -> bool:
        """Whether a kind of data drops out: named itself, or below one that drops out with all it holds."""
        return gegeven in regel.weg or any(tax.is_een(gegeven, weg) for weg in regel.weg_onder)


def _is_van_gever(v: Vermelding, alle: Sequence[Vermelding], rollen: Rollen) -> bool:
    """'De opa belt, hij wil vertellen ...': who calls and is the one that gives does not ask for data."""
    if v.naam.begrip != OP_VERZOEK or v.eind > v.begin + 1 or rollen.op_verzoek:
        return False
    return any(p.naam == Begripnaam("partijen", rollen.van or "") and p.eind == v.begin for p in alle)


def _alle(vermeldingen: Sequence[Vermelding], taxonomie: str) -> tuple[str, ...]:
    """Concept ids of one taxonomy in order, strong mentions before weak ones, each once."""
    sterk = [v.naam.begrip for v in vermeldingen if v.naam.taxonomie == taxonomie and not v.zwak]
    zwak = [v.naam.begrip for v in vermeldingen if v.naam.taxonomie == taxonomie and v.zwak]
    return tuple(dict.fromkeys((*sterk, *zwak)))
