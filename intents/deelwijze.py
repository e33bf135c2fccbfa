"""How it is shared: at a meeting, in a talk between two, by a report, or only kept for oneself."""

from intents.grammatica import Zinsbouw
from intents.model import Grammatica
from intents.partijen import EIGEN_TEAM, GEZIN, ONDERWIJS
from intents.rollen import Rollen
from kennis.taxonomie import Taxonomie

MELDING, EIGEN_GEBRUIK, BILATERAAL = "melding", "eigen_gebruik", "bilateraal"
"""Ways of sharing that the build of a sentence tells too."""


class Deelwijze:
    """Decides how it is shared; holds no state between questions."""

    def __init__(self, grammatica: Grammatica, partijen: Taxonomie) -> None:
        self._g = grammatica
        self._partijen = partijen

    def van(self, genoemd: str | None, bouw: Zinsbouw, rollen: Rollen, situatie: tuple[str, ...]) -> str | None:
        """The way of sharing, from the concept that is named, the verbs, and who receives."""
        wijze = None if genoemd == MELDING and not self._meldt(rollen.naar, situatie) else genoemd
        if wijze is None and bouw.bevat(self._g.eigen_gebruik):
            wijze = EIGEN_GEBRUIK
        if wijze == EIGEN_GEBRUIK and rollen.naar is not None and bouw.bevat(self._g.meekijken):
            wijze = None
        if wijze is None and bouw.twee_spreken() and self._spreken_elkaar(rollen):
            wijze = BILATERAAL
        return wijze

    def _meldt(self, naar: str | None, situatie: tuple[str, ...]) -> bool:
        """Whether a report is asked about: 'de trainer meldt ons' is telling, and 'we hebben gemeld' is past."""
        if not set(situatie).isdisjoint(self._g.schiften.om_de_melding):
            return False
        return naar is None or any(self._partijen.is_een(naar, p) for p in self._g.partijen.ontvangt_melding)

    def _spreken_elkaar(self, rollen: Rollen) -> bool:
        """Whether the talk is between professionals of two organisations."""
        if rollen.naar in (None, EIGEN_TEAM) or self._partijen.is_een(rollen.naar, GEZIN):
            return False
        return not all(p is not None and self._partijen.is_een(p, ONDERWIJS) for p in (rollen.van, rollen.naar))
