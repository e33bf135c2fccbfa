"""Walks questions of the knowledge one by one: where one stands, what can be picked, what was picked.

The stand holds the number of the step and the ids picked per step; nothing is typed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.antwoord.model import OptieRegel
from bot.gesprek.draad import DraadKapot
from bot.gesprek.gids import Stand
from bot.gesprek.teksten import Padteksten
from kennis.hulp import Keus
from kennis.hulp import Stap as Vraagstap

VERDER, TERUG = "pad_verder", "pad_terug"
"""Ids of the options that are no reply."""


@dataclass(frozen=True)
class Plek:
    """Where someone stands in a list of steps."""

    stappen: tuple[Vraagstap, ...]
    nr: int
    gekozen: Mapping[str, tuple[str, ...]]
    """Step id to the ids that were picked."""

    @property
    def stap(self) -> Vraagstap:
        """The step that is asked now."""
        return self.stappen[self.nr]

    @property
    def klaar(self) -> bool:
        """Whether every step was answered, or one says to stop."""
        return self.nr >= len(self.stappen) or any(keus.stop for keus in self.keuzes())

    def keuzes(self) -> list[Keus]:
        """Everything picked so far, in order."""
        return [keus for stap in self.stappen for keus in self.van(stap.id)]

    def van(self, stap_id: str) -> list[Keus]:
        """What was picked in one step, in the order of the knowledge."""
        ids = self.gekozen.get(stap_id, ())
        return [k for stap in self.stappen if stap.id == stap_id for k in stap.keuzes if k.id in ids]

    def stand(self) -> Stand:
        """The place as ids."""
        return {"nr": self.nr, **{f"k.{stap}": list(ids) for stap, ids in self.gekozen.items()}}

    def na(self, optie: str) -> "Plek":
        """The place after an option."""
        if optie == TERUG:
            vorige = max(self.nr - 1, 0)
            over = {s: ids for s, ids in self.gekozen.items() if s not in (self.stap.id, self.stappen[vorige].id)}
            return Plek(self.stappen, vorige, over)
        if optie == VERDER:
            return Plek(self.stappen, self.nr + 1, self.gekozen)
        erbij = (*self.gekozen.get(self.stap.id, ()), optie) if self.stap.meer else (optie,)
        verder = not self.stap.meer or len(erbij) == len(self.stap.keuzes)
        return Plek(self.stappen, self.nr + verder, {**self.gekozen, self.stap.id: erbij})

    def opties(self, teksten: Padteksten) -> tuple[OptieRegel, ...]:
        """What can be picked now."""
        al = self.gekozen.get(self.stap.id, ())
        uit = [OptieRegel(k.id, k.tekst) for k in self.stap.keuzes if k.id not in al]
        if self.stap.meer and al:
            uit.append(OptieRegel(VERDER, teksten.verder))
        if self.nr:
            uit.append(OptieRegel(TERUG, teksten.terug))
        return tuple(uit)

    def tekst(self, teksten: Padteksten) -> str:
        """The question with its explanation, and what was picked of several."""
        kop = teksten.kop.format(nr=self.nr + 1, aantal=len(self.stappen), titel=self.stap.titel)
        delen = [kop, f"**{self.stap.vraag}**", *self.stap.uitleg]
        al = self.van(self.stap.id)
        if al:
            delen.append(teksten.gekozen.format(lijst=", ".join(k.tekst.lower() for k in al)))
        return "\n\n".join(delen)


def begin(stappen: tuple[Vraagstap, ...]) -> Plek:
    """The first step, with nothing picked."""
    return Plek(stappen, 0, {})


def lees_plek(stappen: tuple[Vraagstap, ...], stand: Stand) -> Plek:
    """The place of a stand. Raises DraadKapot when these steps know no such place."""
    nr, per_id = stand.get("nr"), {stap.id: {k.id for k in stap.keuzes} for stap in stappen}
    gekozen = {naam.removeprefix("k."): ids for naam, ids in stand.items() if naam.startswith("k.")}
    if not isinstance(nr, int) or not 0 <= nr < len(stappen):
        raise DraadKapot("Dit hoort bij andere stappen. Begin opnieuw.")
    for stap, ids in gekozen.items():
        if isinstance(ids, str | int) or not set(map(str, ids)) <= per_id.get(stap, set()):
            raise DraadKapot("Dit hoort bij andere stappen. Begin opnieuw.")
    return Plek(stappen, nr, {stap: tuple(map(str, _rij(ids))) for stap, ids in gekozen.items()})


def _rij(ids: object) -> Sequence[object]:
    assert isinstance(ids, list | tuple)
    return ids
