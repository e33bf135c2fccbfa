"""Blank forms: which one, a few choices, and then the files."""

from bot.antwoord.model import OptieRegel
from bot.formulieren.blad import maak_blad
from bot.formulieren.pdf import als_pdf
from bot.formulieren.word import als_word
from bot.gesprek.draad import DraadKapot
from bot.gesprek.gids import Bestand, Beurt, Stand, Stap
from bot.gesprek.keuzepad import Plek, begin, lees_plek
from bot.gesprek.staat import Gesprek
from bot.gesprek.teksten import laad_gesprekteksten
from kennis.hulp import Formulier

PDF = "application/pdf"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


class Formuliergids:
    """The flow."""

    def __init__(self) -> None:
        self._teksten = laad_gesprekteksten().hulpmiddelen

    @property
    def titel(self) -> str:
        """What it is called."""
        return self._teksten.titels["formulier"]

    def begin(self, gesprek: Gesprek, bij: str) -> Beurt:
        """The first question of the form that was named, else the question which form."""
        gevraagd = set(bij.casefold().split())
        formulieren = gesprek.kern.kennis.formulieren.values()
        gevonden = next((f for f in formulieren if gevraagd & {f.id, *f.woorden}), None)
        return self._open(gesprek, gevonden) if gevonden else Beurt(self._vraag(gesprek), {"plek": "welk"})

    def toon(self, gesprek: Gesprek, stand: Stand) -> Stap:
        """The open question once more."""
        if stand.get("plek") == "welk":
            return self._vraag(gesprek)
        return self._stap(lees_plek(_formulier(gesprek, stand).stappen, stand))

    def kies(self, gesprek: Gesprek, stand: Stand, optie: str) -> Beurt:
        """The next question, or the files."""
        if stand.get("plek") == "welk":
            return self._open(gesprek, gesprek.kern.kennis.formulieren[optie])
        formulier = _formulier(gesprek, stand)
        return self._na(gesprek, formulier, lees_plek(formulier.stappen, stand).na(optie))

    def lees(self, gesprek: Gesprek, stand: Stand, regel: str) -> Beurt | None:
        """Nothing is typed for a form."""
        return None

    def _vraag(self, gesprek: Gesprek) -> Stap:
        opties = tuple(OptieRegel(f.id, f.titel) for f in gesprek.kern.kennis.formulieren.values())
        return Stap(f"**{self._teksten.welk_formulier}**", opties)

    def _open(self, gesprek: Gesprek, formulier: Formulier) -> Beurt:
        return self._na(gesprek, formulier, begin(formulier.stappen))

    def _na(self, gesprek: Gesprek, formulier: Formulier, plek: Plek) -> Beurt:
        if not plek.klaar:
            return Beurt(self._stap(plek), {**plek.stand(), "formulier": formulier.id})
        tekst = self._teksten.formulier_klaar.format(titel=formulier.titel)
        return Beurt(Stap(tekst, bestanden=bestanden(gesprek, formulier, plek)), None)

    def _stap(self, plek: Plek) -> Stap:
        return Stap(plek.tekst(self._teksten.pad), plek.opties(self._teksten.pad))


def _formulier(gesprek: Gesprek, stand: Stand) -> Formulier:
    formulier = gesprek.kern.kennis.formulieren.get(str(stand.get("formulier")))
    if formulier is None:
        raise DraadKapot("Dit formulier bestaat niet meer.")
    return formulier


def bestanden(gesprek: Gesprek, formulier: Formulier, plek: Plek) -> tuple[Bestand, Bestand]:
    """The form as PDF and as Word file."""
    kern = gesprek.kern
    voet = {"versie": kern.kennis.versie, "bronnen": kern.bronnen_tekst(formulier.bronnen)}
    blad = maak_blad(formulier, {stap.id: plek.van(stap.id) for stap in formulier.stappen}, voet)
    return (
        Bestand(f"{formulier.bestand}.pdf", PDF, als_pdf(blad)),
        Bestand(f"{formulier.bestand}.docx", WORD, als_word(blad)),
    )
