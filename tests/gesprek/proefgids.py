"""A flow of two questions for the tests of how flows run."""

from bot.antwoord.model import OptieRegel
from bot.gesprek.draad import DraadKapot
from bot.gesprek.gids import Bestand, Beurt, Stand, Stap
from bot.gesprek.staat import Gesprek

KLEUREN = (OptieRegel("rood", "Rood"), OptieRegel("blauw", "Blauw"))


class Proefgids:
    """Asks for two colours, takes the word 'paars' as well, ends with a file."""

    titel = "de proef"

    def begin(self, gesprek: Gesprek, bij: str) -> Beurt:
        """Start; a word behind the command skips the first question."""
        return self._op({"plek": 2 if bij else 1})

    def toon(self, gesprek: Gesprek, stand: Stand) -> Stap:
        """The question."""
        if stand.get("plek") not in (1, 2):
            raise DraadKapot("Geen plek.")
        return Stap(f"Kleur {stand['plek']}?", KLEUREN)

    def kies(self, gesprek: Gesprek, stand: Stand, optie: str) -> Beurt:
        """Next."""
        if stand["plek"] == 2:
            return Beurt(Stap(f"Klaar met {optie}.", bestanden=(Bestand("proef.txt", "text/plain", b"x"),)), None)
        return self._op({"plek": 2})

    def lees(self, gesprek: Gesprek, stand: Stand, regel: str) -> Beurt | None:
        """One word that is no option counts too."""
        return self.kies(gesprek, stand, "rood") if regel == "paars" else None

    def _op(self, stand: Stand) -> Beurt:
        return Beurt(Stap(f"Kleur {stand['plek']}?", KLEUREN), stand)
