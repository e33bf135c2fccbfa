"""What a draft does before it is live: cells, test questions, verdicts, and what the checks find."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kennis.bewerken import Bundel
from kennis.fouten import Bevinding
from kennis.model import Dimensie, Oordeel


@dataclass(frozen=True)
class Celwijziging:
    """Cells of one region that go from one rule to another, or get other content."""

    regio: str
    oud_regel: str
    """Empty: no rule."""
    nieuw_regel: str
    oud: Oordeel | None
    nieuw: Oordeel | None
    cellen: int
    voorbeeld: Mapping[Dimensie, str]
    """One of the cells, without what is not known."""
    zin: str
    """The example in words: 'de school aan het swv, over verzuim'."""


@dataclass(frozen=True)
class Vraagwijziging:
    """A test question that gets another answer."""

    id: str
    vraag: str
    oud: str
    """Verdict, or kind of answer, and intent: 'ja (delen.school-leerplicht)'."""
    nieuw: str
    verwacht: str
    goed: bool
    """Whether the new answer is what was expected."""


@dataclass(frozen=True)
class Oordeelwijziging:
    """A plain answer of which the verdict changes."""

    sleutel: str
    titel: str
    oud: Oordeel | None
    nieuw: Oordeel | None


@dataclass(frozen=True)
class Gevolgen:
    """Everything a draft does."""

    cellen: tuple[Celwijziging, ...]
    cellen_totaal: int
    """Cells of the whole grid, over all regions."""
    vragen: tuple[Vraagwijziging, ...]
    vragen_totaal: int
    antwoorden: tuple[Oordeelwijziging, ...]
    fouten: tuple[Bevinding, ...]
    """What has to be mended first; not empty: cannot be published."""
    nieuw: tuple[Bevinding, ...]
    """Warnings that were not there before."""
    opgelost: int
    """Findings that are gone."""
    traint: bool
    """Words or examples changed: publication first trains again, which takes up to a minute."""
    seconden: float

    @property
    def mag_live(self) -> bool:
        """Whether it may be published."""
        return not self.fouten

    @property
    def verandert_oordeel(self) -> bool:
        """Whether any verdict changes; the approver must see these."""
        return bool(self.antwoorden) or any(c.oud != c.nieuw for c in self.cellen)


def gevolgen(oud: Bundel, nieuw: Bundel, dag: date | None = None) -> Gevolgen:
    """Compare two versions, as they hold on a day."""
    raise NotImplementedError
