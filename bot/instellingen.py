"""Settings of the running service: one YAML file, and environment variables that win over it.

A setting `teams: {tenant: …}` is also read from `DEELWIJZER_TEAMS__TENANT`. Secrets do not belong in the file.
"""

import os
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

from bot.beheer.instellingen import Beheerinstellingen
from bot.kanalen.matrix.instellingen import MatrixInstellingen
from bot.kanalen.teams.instelling import Teamsinstellingen
from bot.kern import STANDAARD_REGIO
from bot.opslag.instelling import Opslaginstellingen
from bot.organisaties import Organisatie
from kennis.fouten import DeelwijzerFout
from kennis.model import Model
from kennis.pydantic_nl import bevindingen_van
from kennis.yaml_lezen import YamlBestand, lees_yaml

VOORVOEGSEL, NIVEAU = "DEELWIJZER_", "__"
"""How an environment variable is named: prefix, and what separates the levels."""


class Instellingfout(DeelwijzerFout):
    """Settings that cannot be used; the message names every place and its remedy, never a value."""


class Webinstellingen(Model):
    """Where the one web server of the program listens."""

    adres: str = "127.0.0.1"
    poort: int = Field(default=8080, ge=0, le=65535)
    """0 takes a free port."""


class Tellinginstellingen(Model):
    """Where counts and questions that were handed in are kept; nowhere when there is no file."""

    bestand: Path | None = None


class Logboekinstellingen(Model):
    """How the program logs; never what was typed."""

    vorm: Literal["console", "json"] = "console"
    niveau: Literal["fouten", "meldingen", "alles"] = "meldingen"


class Instellingen(BaseSettings):
    """Everything an administrator can set; a channel runs when its part is there."""

    model_config = SettingsConfigDict(
        env_prefix=VOORVOEGSEL, env_nested_delimiter=NIVEAU, extra="forbid", frozen=True, hide_input_in_errors=True
    )

    regio: str = STANDAARD_REGIO
    """Region for who names none."""
    web: Webinstellingen = Webinstellingen()
    tellingen: Tellinginstellingen = Tellinginstellingen()
    beheer: Beheerinstellingen | None = None
    logboek: Logboekinstellingen = Logboekinstellingen()
    opslag: Opslaginstellingen = Opslaginstellingen()
    """What several processes share."""
    organisaties: tuple[Organisatie, ...] = ()
    """Organisations that this one program serves, each with its region."""
    teams: Teamsinstellingen | None = None
    matrix: MatrixInstellingen | None = None

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """The environment wins over the file."""
        return env_settings, init_settings


def laad_instellingen(pad: Path | None) -> Instellingen:
    """Read and check everything at once. Raises Instellingfout with all errors, or KennisFout for broken YAML."""
    bestand = _lees(pad)
    try:
        return Instellingen(**bestand.inhoud)
    except ValidationError as fout:
        raise Instellingfout("\n".join(_regels(fout, bestand))) from None


def _lees(pad: Path | None) -> YamlBestand:
    if pad is None:
        return YamlBestand(Path("instellingen"), {})
    try:
        bestand = lees_yaml(pad)
    except OSError as fout:
        raise Instellingfout(f"{pad}: dit bestand is niet te lezen ({fout.strerror}). Geef een ander op.") from None
    inhoud: Any = bestand.inhoud
    if inhoud is None:
        return YamlBestand(pad, {}, bestand.regels)
    if not isinstance(inhoud, dict):
        raise Instellingfout(f"{pad}, regel 1: hier horen velden te staan. Schrijf 'veld: waarde'.")
    return bestand


def _regels(fout: ValidationError, bestand: YamlBestand) -> list[str]:
    uit = []
    plekken = (d["loc"] for d in fout.errors(include_input=False, include_url=False))
    for loc, bevinding in zip(plekken, bevindingen_van(fout, bestand, ()), strict=True):
        variabele = VOORVOEGSEL + NIVEAU.join(str(deel) for deel in loc).upper()
        waar = f"omgevingsvariabele {variabele}" if variabele in os.environ else str(bevinding.plek)
        uit.append(f"{waar}: {bevinding.wat} {bevinding.herstel}")
    return uit
