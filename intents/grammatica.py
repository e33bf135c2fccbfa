"""The build of a sentence: prepositions, verbs and first person around a place in it."""

from collections.abc import Sequence
from itertools import pairwise

from intents.tekst import ONS, VOEGWOORDEN, WIJ
from intents.zin import VERSTE_WERKWOORD, Zin

VERSTE_VOORZETSEL = 4
"""Words that may stand between a preposition and its party ("met de nieuwe leerplichtambtenaar")."""
VERSTE_AANSPREEK = 6
"""Words between 'him' and the verb that informs him."""
VERSTE_MODAAL = 4
"""Words between 'mag' and its subject."""
VERSTE_BIJZIN = 14
"""Words in a clause between its subject and the verb."""
VERSTE_GEEF = 12
"""Words after a party in which it may say what it wants to give."""
VERSTE_LIJDEND = 12
"""Words between parents and the verb that informs them."""
_WILLEN = frozenset({"wil", "willen", "wilt", "gaat", "mag", "zou"})
_WIL = frozenset({"wil", "willen", "wilt"})
_IEMAND = ONS | {"hem", "haar", "hun", "hen"}
_WAARHEEN = frozenset({"aan", "met", "tegen", "naar", "nr", "bij", "in", "tijdens", "op"})
_AANSPREEK = frozenset({"aan", "met", "tegen", "naar", "nr"})
_TERUG = frozenset({"hem", "haar", "hen", "hun", "die", "ze", "d'r"})


class Zinsbouw(Zin):
    """Answers questions about the words around a place; works on word forms, not on concepts."""

    def voorzetsel_voor(self, begin: int) -> str | None:
        """'naar', 'van' or 'plaats' when such a preposition governs the place."""
        begin = self._na_iemand(begin)
        for _, woord in self._vooraf(begin, VERSTE_VOORZETSEL):
            for soort, lijst in (("naar", self._naar), ("van", self._van), ("plaats", self._plaats)):
                if woord in lijst:
                    return soort
        return None

    def _na_iemand(self, begin: int) -> int:
        """The place of 'mevrouw' in 'de mevrouw van het wijkteam': she is what the sentence is about."""
        for plek, woord in self._vooraf(begin, VERSTE_VOORZETSEL):
            if woord in ("van", "bij") and self._w[plek - 1 : plek] and self._w[plek - 1] in self._g.omgang.iemand:
                return plek - 1
        return begin

    def is_stuk_van(self, begin: int) -> bool:
        """'De brief van het ziekenhuis': whom a paper in the story comes from."""
        for plek, woord in self._vooraf(begin, VERSTE_VOORZETSEL):
            if woord == "van":
                return plek > 0 and self._w[plek - 1] in self._g.omgang.stuk
        return False

    def komt_uit(self, begin: int) -> bool:
        """'Een meisje uit 3 vmbo': where the pupil of the story is."""
        plek = next((plek for plek, woord in self._vooraf(begin, 2) if woord == "uit"), 0)
        return plek > 0 and self._w[plek - 1] in self._g.omgang.pupil

    def is_met_bij(self, begin: int) -> bool:
        """Whether the preposition is 'bij': 'bij school opvragen' makes school the giver."""
        return any(woord == "bij" for _, woord in self._vooraf(begin, VERSTE_VOORZETSEL))

    def wijst_aan(self, begin: int) -> bool:
        """'Die club', 'die begeleider': a vague word that points at somebody named before."""
        return (
            begin > 0 and self._w[begin - 1] in ("die", "deze", "dat", "dit") and self._w[begin] in self._g.omgang.vaag
        )

    def geeft_zelf_na(self, eind: int) -> bool:
        """Whether the party tells of its own accord."""
        na = f" {self._na(eind)} "
        return any(f" {u} " in na for u in self._g.geeft_zelf)

    def wil_geven_na(self, eind: int) -> bool:
        """Whether the party wants to give something to somebody: 'wil ... doorgeven aan'."""
        rest = self._na(eind, VERSTE_GEEF).split()
        if not rest or (rest[0] not in _WILLEN and not _WIL & set(rest[:3])):
            return False
        if rest[1:] and rest[0] in _WIL and rest[1] in self._g.krijg_werkwoorden:
            return False
        werkwoord = next((w for w in rest if w in self._g.geef_werkwoorden), None)
        if werkwoord is None or "dat" in rest[:2]:
            return False
        return any(w in _WAARHEEN for w in rest) or (werkwoord in self._g.licht_in and not _IEMAND & set(rest))

    def geeft_uit_zichzelf(self, eind: int) -> bool:
        """Whether the party tells, or wants to; not when it wants others to, or sends a request."""
        geeft = self.geeft_zelf_na(eind) or self.wil_geven_na(eind)
        v = self.verzoek
        return geeft and not (v.wil_dat(eind) or v.deed_verzoek(eind) or v.heeft_nodig(eind))

    def geeft_voor(self, begin: int) -> bool:
        """'Vertelt de schoolarts mij wat er is': the verb of giving stands before its subject."""
        werkwoord = any(w in self._g.geeft_zelf for _, w in self._vooraf(begin, 3))
        return werkwoord and bool(ONS & set(self._w[begin : begin + VERSTE_WERKWOORD]))

    def vraagt_erom(self, begin: int, eind: int) -> bool:
        """Whether the party asks for data, as subject or through a request that came from it."""
        if self.verzoek.verzoek_van(begin):
            return True
        if self.voorzetsel_voor(begin) is not None:
            return False
        return self.verzoek.vraagt_na(eind) or self.verzoek.vraagt_voor(begin)

    def vraagt_op(self, plek: int) -> bool:
        """Whether data are asked for, not just received."""
        return self.bevat((*self._g.vraag_werkwoorden, *self._g.omgang.opvragen), plek)

    def zwijgt_na(self, eind: int) -> bool:
        """Whether the party keeps silent."""
        na = f" {' '.join(self._w[eind : eind + 2 * VERSTE_WERKWOORD])} "
        return any(f" {z} " in na for z in self._g.zwijg_uitingen)

    def modaal_voor(self, begin: int) -> bool:
        """Whether the party is the subject of may, must or can."""
        return any(woord in self._modaal for _, woord in self._vooraf(begin, VERSTE_MODAAL))

    def modaal_na(self, eind: int) -> bool:
        """'Wie van het team mag dat weten': may stands right after its subject."""
        return self._w[eind : eind + 1] != [] and self._w[eind] in self._modaal

    def wil_voor(self, begin: int) -> bool:
        """Whether 'wants' stands right before the party: 'wil de psycholoog vertellen'."""
        return any(
            woord in _WILLEN
            and (plek == 0 or self._w[plek - 1] in VOEGWOORDEN)
            and not any(
                w in self._g.ik and z == self._zin[begin] for w, z in zip(self._w[:plek], self._zin, strict=False)
            )
            for plek, woord in self._vooraf(begin, 2)
        )

    def spreekt_terug_aan(self) -> int | None:
        """The place of 'haar bijpraten', 'die inseinen': the one who is told was named before it."""
        for plek in range(1, len(self._w)):
            na = self._w[plek + 1 : plek + VERSTE_AANSPREEK]
            los = na[:1] and (na[0] in self._g.licht_in or na[0] in self._g.omgang.los)
            ingelicht = any(f" {u} " in f" {' '.join(na)} " for u in self._g.licht_in)
            if los and self._w[plek] in _TERUG and ingelicht and not self._noemt(na):
                return plek
        return None

    def is_meervoud(self, plek: int) -> bool:
        """Whether the pronoun stands for more than one: 'hun toch vertellen'."""
        return self._w[plek] in ("hun", "hen", "ze")

    def _noemt(self, woorden: Sequence[str]) -> bool:
        """Whether somebody else is addressed in these words: 'hem aan de juf vertellen'."""
        return any(w in _AANSPREEK for w in woorden)

    def verwijst_terug(self) -> int | None:
        """The place of 'may she', 'must he': the one who gives was named before it."""
        for plek in range(1, len(self._w)):
            terug = self._w[plek] in self._g.verwijswoorden and self._w[plek - 1] in self._modaal
            if terug and not any(w in self._g.ik for w in self._zin_rond(plek)[:3]):
                return plek
        return None

    def is_lijdend_voor_geef(self, eind: int) -> bool:
        """'veilig thuis bellen', 'de mentor informeren': object without preposition."""
        na = self._w[eind : eind + 3]
        if not na or na[0] in _IEMAND:
            return False
        tekst = f"{' '.join(na)} "
        return any(w in self._lijdend for w in na[:2]) or any(tekst.startswith(f"{u} ") for u in self._lijdend)

    def wordt_bevraagd(self, plek: int) -> bool:
        """'De kliniek bellen om te vragen hoe het gaat': who is called is the one who would tell."""
        return self.bevat(self._g.omgang.bevragen, plek)

    def weet_niets(self, eind: int) -> bool:
        """'Het bedrijf weet er niets van': it may be the one to tell."""
        na = self._na(eind, VERSTE_GEEF).split()
        return bool({"weet", "weten"} & set(na)) and bool({"niet", "niets", "niks"} & set(na))

    def mag_in_bijzin(self, begin: int, eind: int) -> str | None:
        """'Klopt het dat de opvang iets aan school mag vertellen': what the subject of the clause does."""
        if not {"dat", "of"} & set(self._w[max(0, begin - 2) : begin]):
            return None
        na = self._na(eind, VERSTE_BIJZIN).split()
        for modaal, werkwoord in pairwise(na):
            if modaal in self._modaal and werkwoord in self._g.geef_werkwoorden:
                return "geeft"
            if modaal in self._modaal and werkwoord in self._g.krijg_werkwoorden:
                return "krijgt"
        return None

    def wij_geven(self) -> bool:
        """'Mag ik dat doorgeven': in the sentence that asks, the asker is the one who gives."""
        vraag = self._vraagzin()
        ik = any(a in self._modaal and b in WIJ for a, b in pairwise(vraag))
        return ik and any(f" {u} " in f" {' '.join(vraag)} " for u in self._g.geef_werkwoorden)

    def wij_vertellen_daar(self) -> bool:
        """'... op school. Mag ik daar vertellen': the place named before is told."""
        return self.wij_geven() and "daar" in self._vraagzin()

    def krijgt_voor(self, begin: int) -> bool:
        """'Krijgt de school te horen': the verb of receiving opens the sentence, then its subject."""
        return any(
            woord in ("krijgt", "krijgen") and (plek == 0 or self._zin[plek - 1] != self._zin[plek])
            for plek, woord in self._vooraf(begin, 2)
        )

    def gevraagde(self, begin: int) -> bool:
        """'vraagt de school om': the one who is asked gives."""
        voor = [woord for _, woord in self._vooraf(begin, 2)]
        return bool(voor) and voor[-1] in ("vraagt", "vroeg", "vragen") and self.bevat(("om",), begin)

    def lijdende_vorm(self, plek: int) -> bool:
        """'mag de gemeente worden geinformeerd': the subject receives."""
        return self.bevat(("worden", "wordt"), plek) and self.bevat(self._g.omgang.ingelicht, plek)

    def wordt_gevraagd(self, begin: int) -> bool:
        """'vraagt aan de mentor', 'opvragen bij school': what looks like a receiver is asked to give."""
        aan = any(woord in ("aan", "bij") for _, woord in self._vooraf(begin, VERSTE_VOORZETSEL))
        vraagt = self.bevat(("vraagt", "vroeg", "vragen", "gevraagd", "vraag", "opvragen"), begin)
        return aan and vraagt and not self.geeft_iets(begin)

    def spreekt_aan(self, begin: int, eind: int, kind: bool) -> bool:
        """Whether family is addressed: 'aan de ouders vertellen', 'ouders van een student inlichten'.

        Of a child that is only so after 'aan': 'wat er met het kind is' is about it.
        """
        if not set(self._g.licht_in).isdisjoint(self._w[begin:eind]):
            return True
        if set(self._na(eind, 2).split()) & set(self._g.schiften.dreigt):
            return False
        if not kind and self._komt_te_weten(begin, eind):
            return True
        for _, woord in self._vooraf(begin, 2):
            if woord in _AANSPREEK:
                return woord == "aan" or (not kind and not self.bevat(("zonder", "geen"), begin))
        if self.voorzetsel_voor(begin) is not None or self.modaal_voor(begin):
            return False
        return not kind and self._wordt_ingelicht(eind)

    def _komt_te_weten(self, begin: int, eind: int) -> bool:
        """'Wil niet dat zijn moeder het weet': whether she may be told is the question."""
        dat = next((plek for plek, w in self._vooraf(begin, 3) if w == "dat"), None)
        if dat is None or not _WIL & set(self._w[max(0, dat - 3) : dat]):
            return False
        return any(f" {u} " in f" {self._na(eind)} " for u in self._g.komt_te_weten)

    def _wordt_ingelicht(self, eind: int) -> bool:
        """'ouders van een student inlichten', and not 'ouders bellen elke dag': then they call themselves."""
        na = self._na(eind, VERSTE_LIJDEND)
        if any(f" {u} " in f" {na} " for u in self._g.lijdend if " " in u):
            return True
        woorden = na.split()
        if not any(w in self._lijdend for w in woorden):
            return False
        vraagt = any(w in self._modaal or w in self._g.ik for w in self._zin_rond(eind - 1))
        return vraagt or woorden[0] not in self._lijdend or len(woorden) == 1

    def wil_zelf(self, eind: int) -> bool:
        """'(Hij) wil zijn eigen verhaal doen', 'wil zelf vertellen'."""
        na = self._na(eind, VERSTE_GEEF).split()
        return (
            bool(_WIL & set(na[:3]) and {"zelf", "eigen"} & set(na))
            and any(w in self._g.geef_werkwoorden for w in na)
            and not {"niet", "niets", "niks"} & set(na)
        )

    def vertelt_zelf(self, begin: int, eind: int) -> bool:
        """Whether family is the one that tells: 'mogen ouders zelf vertellen'."""
        if not self.modaal_voor(begin):
            return False
        rest = self._w[eind : eind + 2]
        ik = any(w in self._g.ik for w in self._zin_rond(begin))
        return "zelf" in rest or (not ik and self.bevat(self._g.geef_werkwoorden, begin))

    def krijgt_iets(self, plek: int | None = None) -> bool:
        """Whether the verb is one of receiving and none is of giving."""
        if self.geeft_iets(plek):
            return False
        krijgt = self.bevat(self._g.krijg_werkwoorden, plek) and not self.bevat(self._g.toestemming_vragen, plek)
        return krijgt or (self.ons_geeft() and not self.geeft_iets())

    def geeft_iets(self, plek: int | None = None) -> bool:
        """Whether a verb of giving stands there."""
        return self.bevat(self._g.geef_werkwoorden, plek)

    def ik_geef(self) -> bool:
        """Whether the asker speaks as the one who does something."""
        return any(w in self._g.ik for w in self._w)

    def ons_geeft(self) -> bool:
        """Whether the data are with us: 'bij ons opvragen', 'van ons krijgen'."""
        return any(
            f" {u} " in self._tekst and self._tekst.split(f" {u} ")[0].split(" ")[-1] not in self._g.omgang.pupil
            for u in self._g.ontvangen_van_ons
        )

    def twee_spreken(self) -> bool:
        """Whether they call or talk: 'de jeugdarts bellen', 'met school praten'."""
        met = (self._zin_rond(plek) for plek, w in enumerate(self._w) if w in self._g.spreekt_met)
        return self.bevat(self._g.tweegesprek) or any("met" in zin for zin in met)
