"""What the commands of `deelwijzer kennis` do that manage the knowledge."""

import argparse
from pathlib import Path

from bot.beheer.fouten import Nietgoed
from bot.beheer.gevolgen import Gevolgen
from bot.beheer.invoer import wijzigingen_uit
from bot.beheer.mensen import GeenRecht, Medewerker, Rol
from bot.beheer.opslag import Opslag, levende_map
from bot.beheer.schema import schrijf_schemas
from bot.beheer.uitvoer import schrijf
from bot.beheer.werkbank import Werkbank
from bot.instellingen import Instellingfout, laad_instellingen
from kennis.bewerken import verschillen
from kennis.laden import laad_kennis

OPDRACHTREGEL = "opdrachtregel"
"""Where these people come from; whoever can run this has the whole machine."""


def toon(opties: argparse.Namespace) -> int:
    """Print differences in plain Dutch, or the history."""
    opslag = _opslag(opties.config)
    if opties.map is not None:
        nu = opslag.bundel()
        delen = verschillen(nu, nu.met(wijzigingen_uit(opties.map, nu)))
    elif opties.versie is not None:
        delen = verschillen(*opslag.veranderd(opties.versie))
    else:
        for p in opslag.geschiedenis():
            print(f"{p.versie[:12]}  {p.moment:%Y-%m-%d %H:%M}  {p.auteur}, {p.goedkeurder or '-'}: {p.titel}")
        return 0
    print("\n".join(zin for deel in delen for zin in deel.in_woorden()) or "Er verandert niets.")
    return 0


def publiceer(opties: argparse.Namespace) -> int:
    """Draft, check, approve and make live in one go; status 1 when the checks do not pass."""
    werkbank = Werkbank(_opslag(opties.config))
    auteur, goedkeurder = _wie(opties.auteur, Rol.REDACTEUR), _wie(opties.goedkeurder, Rol.GOEDKEURDER)
    if auteur.id == goedkeurder.id:
        raise GeenRecht("Wie iets schrijft, keurt het niet zelf goed. Noem een collega als goedkeurder.")
    wijzigingen = wijzigingen_uit(opties.map, werkbank.opslag.bundel())
    concept = werkbank.begin(auteur, opties.titel, wijzigingen, opties.reden, opties.bron)
    try:
        concept = werkbank.dien_in(auteur, concept.nr, concept.stand)
        _toon_gevolgen(werkbank.gevolgen(concept))
        concept = werkbank.keur_goed(goedkeurder, concept.nr, concept.stand)
    except Nietgoed as fout:
        print("\n".join(str(b) for b in fout.bevindingen))
        werkbank.trek_in(auteur, concept.nr, concept.stand)
        return 1
    print(f"Live: versie {(concept.versie or '')[:12]}.")
    return 0


def _toon_gevolgen(gevolgen: Gevolgen) -> None:
    for cel in gevolgen.cellen:
        if cel.oud != cel.nieuw:
            print(f"{cel.regio}: {cel.cellen} gevallen van {cel.oud} naar {cel.nieuw}, bijvoorbeeld {cel.zin}")
    for vraag in gevolgen.vragen:
        let_op = "" if vraag.goed else f" (verwacht: {vraag.verwacht})"
        print(f"{vraag.vraag} {vraag.oud or '-'} wordt {vraag.nieuw}{let_op}")
    for antwoord in gevolgen.antwoorden:
        print(f"{antwoord.titel}: {antwoord.oud} wordt {antwoord.nieuw}")


def terug(opties: argparse.Namespace) -> int:
    """Make an earlier version live again."""
    gedaan = Werkbank(_opslag(opties.config)).terug(_wie(opties.wie, Rol.GOEDKEURDER), opties.versie, opties.reden)
    print(f"Live: versie {gedaan.versie[:12]}.")
    return 0


def schema(opties: argparse.Namespace) -> int:
    """Write JSON Schema files."""
    print("\n".join(f"Geschreven: {pad}" for pad in schrijf_schemas(opties.map)))
    return 0


def uitvoer(opties: argparse.Namespace) -> int:
    """Write the reader's edition, the table and the linked data."""
    beheer = laad_instellingen(opties.config).beheer
    kennis = laad_kennis(levende_map(beheer.map) / "kennis") if beheer else laad_kennis()
    if opties.regio not in kennis.regios:
        raise Instellingfout(f"Deze regio bestaat niet. Kies uit: {', '.join(kennis.regios)}.")
    print("\n".join(f"Geschreven: {pad}" for pad in schrijf(kennis, opties.regio, opties.map, opties.sinds)))
    return 0


def _opslag(config: Path | None) -> Opslag:
    beheer = laad_instellingen(config).beheer
    if beheer is None:
        raise Instellingfout("Er is geen map voor de kennis. Zet de instelling 'beheer.map'.")
    return Opslag(beheer.map)


def _wie(naam: str, rol: Rol) -> Medewerker:
    return Medewerker(f"{OPDRACHTREGEL}:{' '.join(naam.casefold().split())}", naam, frozenset({rol}))
