"""Rules as JSON-LD with ids of the W3C Data Privacy Vocabulary, for registers of processing. It cannot be read back."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from bot.beheer.uitvoer.regels import grondslag
from kennis.laden import Kennis
from kennis.model import Model, Oordeel, Regel
from kennis.yaml_lezen import lees_yaml

BESTAND = Path(__file__).with_name("dpv.yaml")
CONTEXT = {
    "dpv": "https://w3id.org/dpv#",
    "gdpr": "https://w3id.org/dpv/legal/eu/gdpr#",
    "dct": "http://purl.org/dc/terms/",
    "odrl": "http://www.w3.org/ns/odrl/2/",
}
"""Namespaces."""
VERBODEN, TOEGESTAAN, VERPLICHT = "dpv:Prohibition", "dpv:Permission", "dpv:Obligation"
SOORT = {Oordeel.NEE: VERBODEN, Oordeel.VERPLICHT: VERPLICHT}
"""Kind of rule by verdict; all others permit, under conditions."""


class Dpv(Model):
    """Ids by place in the GDPR."""

    rechtsgronden: Mapping[str, str]
    doelen: Mapping[str, str]


@cache
def laad_dpv() -> Dpv:
    """Read the ids once."""
    return Dpv.model_validate(lees_yaml(BESTAND).inhoud)


def als_jsonld(kennis: Kennis, regio: str | None = None) -> str:
    """Every rule of a region, or of all, as linked data."""
    regels = [r for r in kennis.regels.values() if regio is None or r.regio in (None, regio)]
    graaf = [_regel(kennis, regel) for regel in regels if regel.dan.oordeel is not Oordeel.HANGT_AF]
    return json.dumps({"@context": CONTEXT, "@graph": graaf}, ensure_ascii=False, indent=1)


def _regel(kennis: Kennis, regel: Regel) -> dict[str, Any]:
    avg = [plek for naam in regel.dan.grondslagen if (plek := kennis.grondslagen[naam].avg)]
    dpv = laad_dpv()
    als = regel.als
    uit = {
        "@id": f"urn:deelwijzer:regel:{regel.id}",
        "@type": SOORT.get(regel.dan.oordeel or Oordeel.JA, TOEGESTAAN),
        "dct:description": regel.dan.kort,
        "dct:valid": regel.geldig_van.isoformat(),
        "dct:source": list(regel.bronnen),
        "dpv:hasProcessing": "dpv:Share",
        "dpv:hasDataController": _namen(kennis, "partijen", als.van),
        "dpv:hasRecipient": _namen(kennis, "partijen", als.naar),
        "dpv:hasPersonalData": _namen(kennis, "gegevens", als.gegevens),
        "dpv:hasLegalBasis": _ids("gdpr", dpv.rechtsgronden, avg),
        "dpv:hasPurpose": _ids("dpv", dpv.doelen, avg),
        "dpv:hasApplicableLaw": [grondslag(kennis, naam) for naam in regel.dan.grondslagen],
    }
    return {naam: waarde for naam, waarde in uit.items() if waarde}


def _ids(ruimte: str, lijst: Mapping[str, str], avg: list[str]) -> list[dict[str, str]]:
    return [{"@id": f"{ruimte}:{lijst[plek]}"} for plek in dict.fromkeys(avg) if plek in lijst]


def _namen(kennis: Kennis, taxonomie: str, ids: tuple[str, ...]) -> list[str]:
    return [kennis.taxonomieen[taxonomie][naam].naam for naam in ids]
