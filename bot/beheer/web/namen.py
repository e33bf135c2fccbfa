"""Words for the ids of the knowledge, from `namen.yaml`."""

from collections.abc import Mapping
from pathlib import Path

from kennis.model import Model
from kennis.yaml_lezen import lees_yaml


class Namen(Model):
    """What a page calls things; see the YAML."""

    oordeel: Mapping[str, str]
    soort: Mapping[str, str]
    vorm: Mapping[str, str]
    dimensie: Mapping[str, str]
    wie: Mapping[str, str]
    veld: Mapping[str, str]
    antwoordsoort: Mapping[str, str]
    stand: Mapping[str, str]


NAMEN = Namen.model_validate(lees_yaml(Path(__file__).with_name("namen.yaml")).inhoud)
