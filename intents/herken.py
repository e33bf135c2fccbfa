"""Find concepts in a question: literal, inflected, inside compounds, and behind typing errors."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from intents.spelling import Spelling
from intents.tekst import Woord, woorden
from intents.woordenboek import Begripnaam, Vermelding, Woordenboek
from intents.woordvormen import bestaat, sleutel

KORTSTE_TYPFOUT = 5
"""Letters a word must have before it can be a typing error: shorter ones are too alike."""
LANGE_TYPFOUT = 8
"""From this length two errors are accepted."""
KORTSTE_BEKENDE_SAMENSTELLING = 9
"""Letters: a shorter word that exists ('persoon') is never taken apart."""
KORTSTE_AANEEN = 9
"""Letters of a word before two parts are joined to it."""
KORTSTE_DEEL = 3
"""Letters of a part of a compound."""
BEGIN = 4
"""Letters that all forms of a word share."""
VOORZETSELS = frozenset({"voor", "over", "door", "naar", "van", "met", "bij", "uit", "aan", "per", "tot", "onder"})
"""Small words that compounds may start with."""
_TUSSEN = ("", "s", "en", "e", "-", "s-")


class Herkenner:
    """Reads a question with the lexicon."""

    def __init__(self, boek: Woordenboek, extra_woorden: Iterable[str], spreektaal: Mapping[str, str]) -> None:
        self._boek = boek
        self._spreektaal = spreektaal
        self._begin = frozenset(woord[:BEGIN] for woord in boek.enkel)
        self._voorstuk = frozenset(woord[:tot] for woord in boek.enkel for tot in range(KORTSTE_DEEL, len(woord)))
        bekend = dict.fromkeys((*boek.woorden(), *extra_woorden))
        self._bekend = frozenset(bekend)
        self._spelling = Spelling(w for w in bekend if len(w) >= KORTSTE_TYPFOUT and w.isalpha())

    def kent(self, vorm: str) -> bool:
        """Whether a word or key is in the word lists."""
        return vorm in self._bekend or vorm.isdigit()

    def lees(self, tekst: str) -> tuple[tuple[Woord, ...], tuple[str, ...]]:
        """Words of a question with typing errors repaired, and the key of each."""
        zin = self._aaneen([deel for w in woorden(tekst) for deel in self._uitgeschreven(w)])
        return zin, tuple(w.vorm if w.is_leesteken else self._sleutel(w.vorm) for w in zin)

    def _aaneen(self, zin: list[Woord]) -> tuple[Woord, ...]:
        """Join a word that was written apart: 'jeugd hulpverlener', 'leerplicht ambtenaar'."""
        uit: list[Woord] = []
        for woord in zin:
            vorige = uit[-1] if uit else None
            los = (
                vorige is None
                or vorige.zin != woord.zin
                or len(woord.vorm) < KORTSTE_DEEL
                or vorige.vorm not in self._voorstuk
                or self._na_klein(vorige, woord)
            )
            samen = "" if los or vorige is None else f"{vorige.vorm}{woord.vorm}"
            if len(samen) >= KORTSTE_AANEEN and samen.isalpha() and sleutel(samen) in self._boek.enkel:
                uit[-1] = replace(woord, vorm=samen)
            else:
                uit.append(woord)
        return tuple(uit)

    def _na_klein(self, vorige: Woord, woord: Woord) -> bool:
        """Whether a preposition stands before a word that says enough alone: 'te ziek voor school'."""
        return vorige.vorm in VOORZETSELS and sleutel(woord.vorm) in self._boek.enkel

    def _uitgeschreven(self, woord: Woord) -> Iterable[Woord]:
        """A clipped word in full, which may be several words; any other with its typing error repaired."""
        if woord.is_leesteken:
            return (woord,)
        if woord.vorm in self._spreektaal:
            return tuple(replace(woord, vorm=deel) for deel in self._spreektaal[woord.vorm].split())
        return (replace(woord, vorm=self.herstel(woord.vorm)),)

    def _sleutel(self, vorm: str) -> str:
        basis = sleutel(vorm)
        return vorm if basis not in self._bekend and vorm in self._bekend else basis

    def vermeldingen(self, zin: tuple[Woord, ...], sleutels: tuple[str, ...]) -> list[Vermelding]:
        """All concepts named, compounds included, in order."""
        gevonden = self._boek.vind(sleutels)
        gedekt = {i for v in gevonden for i in range(v.begin, v.eind)}
        for plek, woord in enumerate(zin):
            if plek not in gedekt and not woord.is_leesteken:
                gevonden.extend(self._samenstelling(plek, woord.vorm))
        return sorted(gevonden, key=lambda v: (v.begin, v.zwak))

    def herstel(self, vorm: str) -> str:
        """The word without its typing error; a word that exists, or is a compound of known words, is left alone."""
        if sleutel(vorm) in self._bekend or vorm in self._bekend or len(vorm) < KORTSTE_TYPFOUT or not vorm.isalpha():
            return vorm
        delen = self._delen(vorm)
        if bestaat(vorm) or (delen is not None and all(delen)):
            return vorm
        afstand = 2 if len(vorm) >= LANGE_TYPFOUT and delen is None else 1
        dichtst = self._spelling.dichtst(vorm, afstand)
        return self._kies([term for term, fouten in dichtst if term[0] == vorm[0] or fouten == 1]) or vorm

    def _kies(self, termen: list[str]) -> str | None:
        """The candidate to repair to: one with a concept if there is one, and never a choice between two concepts."""
        met_begrip = {
            frozenset(namen): term
            for term in reversed(termen)
            if (namen := self._boek.enkel.get(term) or self._boek.enkel.get(sleutel(term)))
        }
        if len(met_begrip) > 1:
            return None
        return next(iter(met_begrip.values()), termen[0] if termen else None)

    def _samenstelling(self, plek: int, vorm: str) -> list[Vermelding]:
        delen = self._delen(vorm)
        if delen is None:
            return []
        voor, kop = delen
        uit = [Vermelding(plek, plek + 1, naam, "samenstelling") for naam in kop]
        soorten = {naam.taxonomie for naam in kop}
        uit += [Vermelding(plek, plek + 1, n, "samenstelling", zwak=True) for n in voor if n.taxonomie not in soorten]
        return uit

    def _delen(self, vorm: str) -> tuple[list[Begripnaam], list[Begripnaam]] | None:
        """Concepts of the first part and of the head of a compound; None when it is none."""
        if len(vorm) < KORTSTE_BEKENDE_SAMENSTELLING and bestaat(vorm):
            return None
        beste: tuple[list[Begripnaam], list[Begripnaam]] | None = None
        for knip in range(len(vorm) - KORTSTE_DEEL, KORTSTE_DEEL - 1, -1):
            voor, kop = vorm[:knip].rstrip("-"), vorm[knip:].lstrip("-")
            voorste, koppen = self._voorste(voor), self._namen(kop)
            if voorste and koppen:
                return voorste, koppen
            if voorste and beste is None and bestaat(kop) and len(voor) > KORTSTE_DEEL:
                beste = (voorste, [])
            if koppen and beste is None and bestaat(voor) and len(kop) > KORTSTE_DEEL:
                beste = ([], koppen)
        return beste

    def _voorste(self, voor: str) -> list[Begripnaam]:
        for tussen in _TUSSEN:
            stam = voor.removesuffix(tussen) if tussen else voor
            if len(stam) >= KORTSTE_DEEL and (namen := self._namen(stam)):
                return namen
        return []

    def _namen(self, deel: str) -> list[Begripnaam]:
        """Concepts of one part of a compound; most parts begin like no word of the lexicon, which is seen at once."""
        lijkt = deel[:BEGIN] in self._begin or deel[:KORTSTE_DEEL] in self._begin
        return self._boek.enkel.get(sleutel(deel), []) if lijkt else []
