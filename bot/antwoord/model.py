"""The answer object of the answer contract: one question in, one of these out. The question is never in it."""

from dataclasses import asdict, dataclass, field
from typing import Any, Literal

Soort = Literal["antwoord", "wedervraag", "onbekend", "buiten_bereik", "menu"]


@dataclass(frozen=True)
class GrondslagRegel:
    """A legal basis as shown."""

    id: str
    wet: str
    artikel: str | None
    avg: str | None
    artikel_nu: str | None = None
    link: str | None = None


@dataclass(frozen=True)
class ToestemmingRegel:
    """Consent as shown."""

    nodig: Literal["ja", "nee", "soms"]
    van: tuple[str, ...] = ()
    vorm: str | None = None
    toelichting: str | None = None


@dataclass(frozen=True)
class BronRegel:
    """A source as shown."""

    document: str
    artikel: str
    titel: str
    datum: str


WEET_NIET = "weet_niet"
"""Id of the option for who cannot answer a counter-question."""


@dataclass(frozen=True)
class OptieRegel:
    """An option of a counter-question; `feiten` is what choosing it adds and stays inside the program."""

    id: str
    tekst: str
    feiten: dict[str, str] = field(default_factory=dict)
    intent: str | None = None


@dataclass(frozen=True)
class WedervraagRegel:
    """One question back."""

    tekst: str
    opties: tuple[OptieRegel, ...]


@dataclass(frozen=True)
class Antwoordobject:
    """Field names and meanings: the answer contract."""

    soort: Soort
    intent: str
    vertrouwen: float
    tekst: str
    persoonsgegevens: bool = False
    begrepen: dict[str, Any] = field(default_factory=dict)
    oordeel: str | None = None
    grondslagen: tuple[GrondslagRegel, ...] = ()
    toestemming: ToestemmingRegel | None = None
    voorwaarden: tuple[str, ...] = ()
    stappen: tuple[str, ...] = ()
    let_op: tuple[str, ...] = ()
    bronnen: tuple[BronRegel, ...] = ()
    wedervraag: WedervraagRegel | None = None
    regio: str | None = None
    beoordeeld_op: str | None = None
    kennisversie: str = ""
    ook: tuple["Antwoordobject", ...] = ()
    """The answer to a second question in the same message; `tekst` holds both."""

    def als_json(self) -> dict[str, Any]:
        """The contract's JSON object; internal facts of options are left out."""
        uit = asdict(self)
        if self.wedervraag is not None:
            uit["wedervraag"] = {
                "tekst": self.wedervraag.tekst,
                "opties": [{"id": o.id, "tekst": o.tekst} for o in self.wedervraag.opties],
            }
        return uit
