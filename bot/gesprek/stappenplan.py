"""The four-step plan as a guided check, ending in a summary of what was picked: a weighing to keep in the file."""

from bot.gesprek.gids import Bestand, Beurt, Stand, Stap
from bot.gesprek.keuzepad import Plek, begin, lees_plek
from bot.gesprek.staat import Gesprek
from bot.gesprek.teksten import laad_gesprekteksten
from bot.kern import Kern
from kennis.hulp import Stappenplan

AFWEGING = "afweging"
"""The plan of the knowledge that this walks."""
BESTANDSNAAM = "afweging.txt"


class Afweging:
    """The flow."""

    def __init__(self) -> None:
        self._teksten = laad_gesprekteksten().hulpmiddelen

    @property
    def titel(self) -> str:
        """What it is called."""
        return "het stappenplan"

    def begin(self, gesprek: Gesprek, bij: str) -> Beurt:
        """The first question."""
        plan = _plan(gesprek)
        beurt = self._vraag(begin(plan.stappen))
        return Beurt(Stap(f"{plan.inleiding}\n\n{beurt.stap.tekst}", beurt.stap.opties), beurt.stand)

    def toon(self, gesprek: Gesprek, stand: Stand) -> Stap:
        """The open question once more."""
        return self._vraag(lees_plek(_plan(gesprek).stappen, stand)).stap

    def kies(self, gesprek: Gesprek, stand: Stand, optie: str) -> Beurt:
        """The next question, or the summary."""
        plan = _plan(gesprek)
        plek = lees_plek(plan.stappen, stand)
        na = plek.na(optie)
        if na.klaar:
            return Beurt(_slot(gesprek.kern, plan, na), None)
        let_op = [k.let_op for k in plek.stap.keuzes if k.id == optie and k.let_op]
        return self._vraag(na, *(self._teksten.let_op.format(tekst=tekst) for tekst in let_op))

    def lees(self, gesprek: Gesprek, stand: Stand, regel: str) -> Beurt | None:
        """Nothing is typed in a plan."""
        return None

    def _vraag(self, plek: Plek, *vooraf: str) -> Beurt:
        pad = self._teksten.pad
        return Beurt(Stap("\n\n".join((*vooraf, plek.tekst(pad))), plek.opties(pad)), plek.stand())


def _plan(gesprek: Gesprek) -> Stappenplan:
    return gesprek.kern.kennis.stappenplannen[AFWEGING]


def _slot(kern: Kern, plan: Stappenplan, plek: Plek) -> Stap:
    """The summary, to copy and as a file."""
    regels = samenvatting(kern, plan, plek)
    vak = "```text\n" + "\n".join(regels) + "\n```"
    inhoud = "\r\n".join((*regels, "")).encode()
    return Stap(f"{plan.plakken}\n\n{vak}", bestanden=(Bestand(BESTANDSNAAM, "text/plain; charset=utf-8", inhoud),))


def samenvatting(kern: Kern, plan: Stappenplan, plek: Plek) -> list[str]:
    """Lines of the weighing: what was picked, the conclusion, and what it rests on. Holds choices only."""
    keuzes = plek.keuzes()
    stop, let_op = [k.stop for k in keuzes if k.stop], [k.let_op for k in keuzes if k.let_op]
    uit = [plan.kop.format(datum=f"{kern.dag:%d-%m-%Y}"), ""]
    for stap in plek.stappen:
        geschreven = [k.schrijf for k in plek.van(stap.id) if k.schrijf]
        if geschreven:
            tekst = ", ".join(geschreven) if stap.meer else " ".join(geschreven)
            uit.append(f"- {stap.titel}. {tekst[0].upper()}{tekst[1:]}{'.' if stap.meer else ''}")
    uit.append("")
    uit += [plan.niet, *(f"- {r}" for r in stop)] if stop else [plan.met_let_op] if let_op else [plan.goed]
    uit += [f"- {r}" for r in let_op] if let_op and not stop else []
    bronnen = kern.bronnen_tekst((*plan.bronnen, *(b for s in plan.stappen if plek.van(s.id) for b in s.bronnen)))
    return [*uit, "", plan.voet.format(versie=kern.kennis.versie, bronnen=bronnen)]
