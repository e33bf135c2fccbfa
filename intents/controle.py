"""Check the language data: words that name two things, and examples that cannot be told apart.

Every finding says where, what, and how to mend it. What is meant to be so stands in `toegestaan.yaml`.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from intents.laden import DELEN, INTENTSMAP
from intents.tekst import platte_vorm, woorden
from intents.woordenboek import frase_sleutels
from intents.woordvormen import sleutel
from kennis.fouten import Bevinding, Plek
from kennis.laden import Kennis
from kennis.model import Model
from kennis.yaml_lezen import YamlBestand, lees_yaml

TOEGESTAAN = "toegestaan.yaml"
GELIJK = 0.85
"""Share of their words that two examples have in common from which nobody can tell them apart."""
MINSTE_WOORDEN = 3
"""Words of an example from which likeness says something."""


class Toegestaan(Model):
    """What is meant to be so."""

    soorten_samen: tuple[tuple[str, str], ...]
    """Taxonomies of which one word may name something of each: 'groep 4' is an age and a school."""
    woorden: tuple[str, ...]
    """Other words and phrases that name two things."""
    onderwerpen: tuple[tuple[str, str], ...]
    """Intents whose examples may differ in a word."""

    def laat_botsen(self, een: "Uiting", ander: "Uiting") -> bool:
        """Whether two words with the same forms may name two concepts."""
        soorten = {uiting.hoort_bij.partition(":")[0] for uiting in (een, ander)}
        return soorten in [set(paar) for paar in self.soorten_samen] or bool(
            {platte_vorm(uiting.tekst) for uiting in (een, ander)} & set(self.woorden)
        )


@dataclass(frozen=True)
class Uiting:
    """A word, a phrase or an example, and where it stands."""

    tekst: str
    hoort_bij: str
    """The concept with its taxonomy, or the intent."""
    plek: Plek


def controleer_taal(kennis: Kennis, map_: Path = INTENTSMAP, proeven: Iterable[Path] = ()) -> list[Bevinding]:
    """Every finding; `proeven` are files with test questions, which may not be examples."""
    mag = Toegestaan.model_validate(lees_yaml(map_ / TOEGESTAAN).inhoud)
    voorbeelden = [*_voorbeelden(map_)]
    return [
        *_botsende_woorden([*_namen(kennis), *_woorden(map_)], mag),
        *_dubbele_voorbeelden(voorbeelden),
        *_overlap(voorbeelden, {frozenset(paar) for paar in mag.onderwerpen}),
        *_uit_een_proef(voorbeelden, proeven),
    ]


def _bestanden(map_: Path) -> Iterator[YamlBestand]:
    return (lees_yaml(pad) for pad in sorted(map_.glob("*.yaml")))


def _woorden(map_: Path) -> Iterator[Uiting]:
    """The everyday words."""
    for bestand in _bestanden(map_ / "woorden"):
        for begrip, lijst in bestand.inhoud["woorden"].items():
            for nr, woord in enumerate(lijst):
                yield Uiting(str(woord), f"{bestand.pad.stem}: {begrip}", bestand.plek(("woorden", begrip, nr)))


def _namen(kennis: Kennis) -> Iterator[Uiting]:
    """The official names."""
    for taxonomie in kennis.taxonomieen.values():
        for begrip in taxonomie:
            if begrip.is_een:
                plek = kennis.plekken[(taxonomie.naam, begrip.id)]
                yield from (Uiting(naam, f"{taxonomie.naam}: {begrip.id}", plek) for naam in begrip.ook)


def _voorbeelden(map_: Path) -> Iterator[Uiting]:
    """The example questions."""
    for bestand in _bestanden(map_ / "vragen"):
        inhoud = bestand.inhoud["vragen"]
        if isinstance(inhoud, list):
            yield from (Uiting(v["v"], DELEN, bestand.plek(("vragen", nr))) for nr, v in enumerate(inhoud))
            continue
        for intent, zinnen in inhoud.items():
            yield from (Uiting(z, intent, bestand.plek(("vragen", intent, nr))) for nr, z in enumerate(zinnen))


def _botsende_woorden(uitingen: list[Uiting], mag: Toegestaan) -> Iterator[Bevinding]:
    """Words whose forms name two concepts."""
    groepen: dict[tuple[str, ...], dict[str, Uiting]] = {}
    for uiting in uitingen:
        groepen.setdefault(tuple(frase_sleutels(uiting.tekst)), {}).setdefault(uiting.hoort_bij, uiting)
    for groep in groepen.values():
        for eerste, tweede in combinations(groep.values(), 2):
            if not mag.laat_botsen(eerste, tweede):
                yield Bevinding(
                    tweede.plek,
                    f"'{tweede.tekst}' noemt '{tweede.hoort_bij}', maar '{eerste.tekst}' ({eerste.plek}) noemt al "
                    f"'{eerste.hoort_bij}'.",
                    f"Haal het bij een van beide weg, of zet '{platte_vorm(tweede.tekst)}' onder woorden in "
                    f"intents/{TOEGESTAAN}.",
                )


def _dubbele_voorbeelden(voorbeelden: list[Uiting]) -> Iterator[Bevinding]:
    """The same sentence twice."""
    gezien: dict[str, Uiting] = {}
    for uiting in voorbeelden:
        eerste = gezien.setdefault(_kaal(uiting.tekst), uiting)
        if eerste is not uiting:
            yield Bevinding(
                uiting.plek,
                f"Deze zin staat ook bij '{eerste.hoort_bij}' ({eerste.plek}): '{uiting.tekst}'.",
                "Laat hem alleen staan bij het onderwerp waar hij hoort.",
            )


def _overlap(voorbeelden: list[Uiting], mag: set[frozenset[str]]) -> Iterator[Bevinding]:
    """Sentences of two intents that share nearly all of their words, in any order."""
    tassen = [(frozenset(sleutel(w.vorm) for w in woorden(u.tekst) if not w.is_leesteken), u) for u in voorbeelden]
    lang = [(tas, u) for tas, u in tassen if len(tas) >= MINSTE_WOORDEN]
    for (tas, een), (andere, ander) in _buren(lang):
        zelfde = een.hoort_bij == ander.hoort_bij or frozenset((een.hoort_bij, ander.hoort_bij)) in mag
        if not zelfde and len(tas & andere) >= GELIJK * len(tas | andere) and _kaal(een.tekst) != _kaal(ander.tekst):
            yield Bevinding(
                ander.plek,
                f"'{ander.tekst}' ({ander.hoort_bij}) is bijna gelijk aan '{een.tekst}' ({een.hoort_bij}, {een.plek}).",
                f"Verander er een, of zet de onderwerpen samen onder onderwerpen in intents/{TOEGESTAAN}.",
            )


Tas = tuple[frozenset[str], Uiting]


def _buren(tassen: list[Tas]) -> Iterator[tuple[Tas, Tas]]:
    """Pairs that can be alike: with their words in order of rarity, like sets share one of their first few."""
    telling: dict[str, int] = {}
    for tas, _ in tassen:
        for woord in tas:
            telling[woord] = telling.get(woord, 0) + 1
    per_woord: dict[str, list[int]] = {}
    for nr, (tas, _) in enumerate(tassen):
        voorin = len(tas) - int(GELIJK * len(tas) - 1e-9)
        for woord in sorted(tas, key=lambda w: (telling[w], w))[:voorin]:
            per_woord.setdefault(woord, []).append(nr)
    paren = {paar for nummers in per_woord.values() for paar in combinations(nummers, 2)}
    return ((tassen[a], tassen[b]) for a, b in sorted(paren))


def _uit_een_proef(voorbeelden: list[Uiting], proeven: Iterable[Path]) -> Iterator[Bevinding]:
    """Examples that are a test question too: what is known by heart proves nothing."""
    vragen = {_kaal(vraag): pad for pad in proeven for vraag in lees_proef(pad)}
    for uiting in voorbeelden:
        pad = vragen.get(_kaal(uiting.tekst))
        if pad is not None:
            yield Bevinding(
                uiting.plek,
                f"Dit voorbeeld bij '{uiting.hoort_bij}' is ook een proefvraag in {pad}.",
                "Haal het hier weg: een proefvraag mag niet geleerd worden.",
            )


def lees_proef(pad: Path) -> list[str]:
    """The questions of a test file: JSON lines with `vraag`, or plain text with a question a line and # for remarks."""
    regels = [r.strip() for r in pad.read_text(encoding="utf-8").splitlines() if r.strip()]
    if pad.suffix == ".jsonl":
        return [str(json.loads(regel)["vraag"]) for regel in regels]
    return [regel for regel in regels if not regel.startswith("#")]


def _kaal(tekst: str) -> str:
    return " ".join(platte_vorm(tekst).strip(" ?.!").split())
