"""The types of everything Deelwijzer knows. One class per kind of entry in the YAML; all of them immutable."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field


class Model(BaseModel):
    """Strict base: unknown fields are refused, nothing changes after loading."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class Oordeel(StrEnum):
    """The seven verdicts of the answer contract."""

    VERPLICHT = "verplicht"
    JA = "ja"
    TOESTEMMING = "toestemming"
    ANONIEM = "anoniem"
    AFWEGING = "afweging"
    NEE = "nee"
    HANGT_AF = "hangt_af"


class SoortKennis(StrEnum):
    """How binding an entry is."""

    WET = "wet"
    AFSPRAAK = "afspraak"
    WETSVOORSTEL = "wetsvoorstel"
    ADVIES = "advies"


class Vorm(StrEnum):
    """What a question asks for; the recogniser uses it to tell answers about one subject apart."""

    BEGRIP = "begrip"
    MAG = "mag"
    WIE = "wie"
    HOE = "hoe"
    WANNEER = "wanneer"
    HOELANG = "hoelang"
    WAAROM = "waarom"
    WAT = "wat"


class Dimensie(StrEnum):
    """The facts a rule may look at; each has its own taxonomy in `begrippen/`."""

    VAN = "van"
    NAAR = "naar"
    GEGEVENS = "gegevens"
    LEERLING = "leerling"
    LEEFTIJD = "leeftijd"
    OVERLEG = "overleg"
    SITUATIE = "situatie"
    TOESTEMMING = "toestemming"


def _als_tuple(waarde: Any) -> Any:
    """One value may be written without brackets."""
    if waarde is None:
        return ()
    return (waarde,) if isinstance(waarde, str) else waarde


Ids = Annotated[tuple[str, ...], BeforeValidator(_als_tuple)]
Zinnen = Annotated[tuple[str, ...], BeforeValidator(_als_tuple)]
Id = Annotated[str, Field(pattern=r"^[a-z0-9<][a-z0-9_.<+-]*$")]


class Begrip(Model):
    """One entry of a taxonomy: a party, a kind of data, a meeting, a situation, an age or a state of consent."""

    id: Id
    naam: str
    """How it is shown: with article where a sentence needs one ("de leerplichtambtenaar")."""
    uitleg: str
    """One line for someone new."""
    is_een: Ids = ()
    """Broader concepts; empty only for the root of the taxonomy."""
    ook: Zinnen = ()
    """Official other names and abbreviations. Everyday words live in `intents/woorden/`."""
    vraagt_naar: Literal["delen", "anders"] | None = None
    """What a question that names this is mostly about: whether it may be shared, or something beside that."""


class Deel(Model):
    """One place in a source document that may be cited."""

    plek: str
    """As cited: 'artikel 4.3', 'noot 33', 'casus 9'."""
    titel: str


class Bron(Model):
    """A source document with the outline that references are checked against."""

    id: str
    titel: str
    datum: str
    """ISO date, a year, or 'ongedateerd'."""
    rang: int
    """1 is strongest."""
    soort: SoortKennis
    regio: str | None = None
    """Region whose parties it binds; empty for the whole country."""
    delen: tuple[Deel, ...]


class Grondslag(Model):
    """A legal basis as the sources cite it, with what stands in the law now."""

    id: Id
    wet: str
    artikel: str | None = None
    """As cited by the source."""
    artikel_nu: str | None = None
    """Number in force, when it differs or was confirmed."""
    avg: str | None = None
    """The place in the GDPR that makes this a basis, e.g. '6 lid 1 sub c'."""
    uitleg: str
    """What it says, in one plain sentence."""
    afwijking: str | None = None
    """Where the law in force differs from what the source says of it."""
    gecontroleerd: Literal["tekst_gelezen", "tweede_hand", "niet_gevonden"] = "niet_gevonden"
    stand: date | None = None
    """In-force date of the text that was read."""
    link: str | None = None


class Toestemming(Model):
    """Whether consent is needed, whose and how."""

    nodig: Literal["ja", "nee", "soms"]
    van: Ids = ()
    """'ouders', 'jongere', or 'leeftijd' for the age rule (CONV note 53)."""
    vorm: str | None = None
    toelichting: str | None = None


class Als(Model):
    """Conditions: every dimension named must match; several values of one dimension mean 'one of these'."""

    van: Ids = ()
    naar: Ids = ()
    gegevens: Ids = ()
    leerling: Ids = ()
    leeftijd: Ids = ()
    overleg: Ids = ()
    situatie: Ids = ()
    toestemming: Ids = ()

    def per_dimensie(self) -> Mapping[Dimensie, tuple[str, ...]]:
        """Only the dimensions that are named."""
        return self.genoemde_dimensies

    @cached_property
    def genoemde_dimensies(self) -> Mapping[Dimensie, tuple[str, ...]]:
        """Worked out once: every question asks it of every rule."""
        return {dim: waarden for dim in Dimensie if (waarden := getattr(self, dim.value))}


class Optie(Model):
    """One possible reply to a counter-question and the fact it adds."""

    id: Id
    tekst: str
    feiten: Mapping[Dimensie, str] = Field(default_factory=dict)


class Wedervraag(Model):
    """One question back, with at most a handful of options."""

    tekst: str
    opties: tuple[Optie, ...]


class Vraagpunt(Model):
    """A counter-question that fits many cases; asked when it settles more than the rule's own."""

    id: Id
    als: Als = Als()
    """Only when these facts hold."""
    wedervraag: Wedervraag


class Inhoud(Model):
    """What is said: the same shape for a rule's outcome and for a plain answer."""

    oordeel: Oordeel | None = None
    kort: str
    """The answer in one or two short sentences; stands right after the verdict."""
    punten: Zinnen = ()
    """The rest of the explanation, one short statement each."""
    grondslagen: Ids = ()
    toestemming: Toestemming | None = None
    voorwaarden: Zinnen = ()
    kale_voorwaarden: bool = False
    """Leave out the general additions: they do not fit here."""
    stappen: Zinnen = ()
    """What to do next, in order."""
    let_op: Zinnen = ()
    """Where sources contradict, or the law in force says otherwise."""
    wijs_door: str | None = None
    """Whom to ask, when it is not one's own privacy officer."""
    wedervraag: Wedervraag | None = None
    niet_geregeld: bool = False
    """No source settles this: say so and refer on."""


class Herkomst(Model):
    """Where an entry comes from and how long it holds; a file may set these once under `standaard`."""

    soort: SoortKennis
    geldig_van: date
    geldig_tot: date | None = None
    beoordeeld_op: date
    regio: str | None = None
    """Only in this region; empty: everywhere."""
    bronnen: Ids
    tegenstrijdigheden: Ids = ()
    """Entries of `tegenstrijdigheden.yaml` this rests on."""

    def geldt_op(self, dag: date) -> bool:
        """Whether the entry holds on a day."""
        return self.geldig_van <= dag and (self.geldig_tot is None or dag <= self.geldig_tot)


class Regel(Herkomst):
    """A decision rule: if these facts, then this outcome. The most specific rule wins."""

    id: Id
    rang: int = 0
    """Raises a rule above more specific ones; for what overrides all else, such as a supervision order."""
    voorrang: int = 0
    """Only settles a tie with an equally precise rule: the higher one wins. A tie that is left is an error."""
    als: Als
    dan: Inhoud


class Aanvulling(Herkomst):
    """Something every answer of a kind adds, without changing its verdict: inform beforehand, no more than needed."""

    id: Id
    als: Als = Als()
    tenzij: Als | None = None
    """Left out when these facts hold."""
    bij: tuple[Oordeel, ...]
    """Verdicts it goes with."""
    punten: Zinnen = ()
    voorwaarden: Zinnen = ()
    let_op: Zinnen = ()


class Variant(Model):
    """A plain answer that differs by fact, e.g. by age."""

    als: Als
    dan: Inhoud
    bronnen: Ids = ()


class Antwoord(Herkomst):
    """An answer to a question that is not decided by the rules: what, who, how, when."""

    id: Id
    titel: str
    vorm: Vorm
    termen: Zinnen = ()
    """Words that name the subject; a question without any of them needs a close example to reach this answer."""
    dan: Inhoud
    varianten: tuple[Variant, ...] = ()


class Kant(Model):
    """What one source says in a contradiction."""

    bron: str
    zegt: str


class Tegenstrijdigheid(Model):
    """Two places in the sources that disagree, kept together so that a privacy officer can settle it."""

    id: Id
    onderwerp: str
    kanten: tuple[Kant, ...]
    keuze: str
    """How the answers deal with it until it is settled."""
    let_op: str
    """The one line an answer adds that rests on this."""


class Aspect(Model):
    """One thing that is laid down about a meeting."""

    dan: Inhoud
    bronnen: Ids


class Vergadering(Model):
    """A meeting of a region with what is laid down about it; the key of an aspect is its id in the closed list."""

    overleg: Id
    """Id in the taxonomy `overleg`."""
    naam: str
    aspecten: Mapping[str, Aspect]


class Deelnemer(Model):
    """An organisation that signed a regional covenant."""

    naam: str
    partij: Id
    """Id in the taxonomy of parties."""


class Regio(Model):
    """A layer on top of the national model: parties, meetings, agreements and contacts of one region."""

    id: Id
    naam: str
    erft: str | None = "landelijk"
    plaatsen: Zinnen = ()
    """Municipalities and places by which a question can name the region."""
    convenant: str | None = None
    """Source id of the regional text."""
    partijen: tuple[Deelnemer, ...] = ()
    geen_partij: Ids = ()
    """Kinds of organisation that take part nationally but not here: sharing with them is sharing with a third party."""
    vergaderingen: tuple[Vergadering, ...] = ()
    wijs_door: str
    """Whom to ask in this region."""
