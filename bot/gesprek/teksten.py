"""What Deelwijzer says of its own accord in every channel, from `teksten.yaml`."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from bot.antwoord.model import BronRegel
from kennis.model import Model
from kennis.yaml_lezen import lees_yaml

BESTAND = Path(__file__).with_name("teksten.yaml")


class Indienteksten(Model):
    """Texts around handing in a question."""

    ja: tuple[str, ...]
    """Words that confirm, in small letters."""
    staat_uit: str
    zonder_vraag: str
    te_lang: str
    voorstel: str
    weggehaald: str
    niets_weggehaald: str
    gelukt: str


class Padteksten(Model):
    """Words around the questions of a plan or a form."""

    kop: str
    verder: str
    terug: str
    gekozen: str


class Hulpteksten(Model):
    """Words of plans, checklists and forms."""

    pad: Padteksten
    let_op: str
    welk_overleg: str
    algemeen: str
    bronnen: str
    hier: str
    brief: str
    toestemming: str
    klaar: str
    einde: str
    welk_formulier: str
    formulier_klaar: str
    titels: Mapping[str, str]


class Gesprekteksten(Model):
    """Fixed texts of a conversation; see the YAML for what each is for."""

    opening: tuple[str, ...]
    afscheid: str
    hulp: str
    opdrachten: Mapping[str, tuple[str, ...]]
    met_naam: tuple[str, ...]
    """Commands that may be followed by a name, or any text when they carry a mark."""
    aanbod: Mapping[str, str]
    """Intent to the line below its answer that names a command that helps."""
    hulpmiddelen: Hulpteksten
    start_bij: Mapping[str, str]
    """Intent to the guided flow that is its answer in a conversation."""
    rust: str
    bewaar: str
    """To who wants to save a file where the channel has already handed it over."""
    niets_om_verder: str
    loop_gestopt: str
    vraagwoorden: tuple[str, ...]
    kies_uit: str
    kies_of_stop: str
    """To who does not know what to pick in a flow that has no such option."""
    geen_keuze: str
    geen_antwoord: str
    geen_bron: str
    bronregel: str
    bronregel_zonder_titel: str
    gewist: str
    weekcasus_niet_hier: str
    onbekende_opdracht: str
    regio_nu: str
    regio_gezet: str
    regio_onbekend: str
    rol_nu: str
    rol_leeg: str
    rol_gezet: str
    rol_onbekend: str
    indienen: Indienteksten

    def bron(self, bron: BronRegel) -> str:
        """One source in full."""
        vorm = self.bronregel if bron.titel else self.bronregel_zonder_titel
        return vorm.format(document=bron.document, artikel=bron.artikel, titel=bron.titel, datum=bron.datum)


@cache
def laad_gesprekteksten() -> Gesprekteksten:
    """Read the texts once."""
    return Gesprekteksten.model_validate(lees_yaml(BESTAND).inhoud)
