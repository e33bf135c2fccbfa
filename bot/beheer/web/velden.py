"""Fields of forms, with every error in plain Dutch."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from markupsafe import Markup
from wtforms import Field, StringField, TextAreaField
from wtforms.form import BaseForm
from wtforms.validators import StopValidation, ValidationError

LANGSTE_TEKST = 2_000
"""Characters of one text; an answer reads from a phone."""
LANGSTE_REGEL = 300
LANGSTE_REDEN = 500
LANGSTE_LIJST = 200
"""Lines of one list; the longest list of example questions has half of that."""
_HTML = re.compile(r"<\s*[a-zA-Z/!?]")
_STREEPJE = re.compile(r"^\s*[-•*]\s+")
_NAMEN_IN_TEKST = re.compile(r"\{(?:van|naar|Van|Naar)\}")
HTML_FOUT = "Hier mag geen HTML staan. Haal de punthaken weg."
ACCOLADE_FOUT = "Accolades mogen alleen als {van} of {naar}; die worden vervangen door de namen uit de vraag."
Groepen = Mapping[str, Mapping[str, str]]
"""Choices: heading to value to name; an empty heading shows none."""
LANGE_KEUZELIJST = 150
MEESTE_LIJSTEN = 100
"""Lists of choices whose options are kept: those of one or two versions."""
_OPTIES: dict[int, tuple[Groepen, Markup]] = {}
TEKEN_FOUT = "Hier staat een teken dat niet te lezen is. Typ de tekst opnieuw zonder opmaak."


def _schone_regel(tekst: str) -> str:
    return " ".join(tekst.split())


def tekst_fout(tekst: str) -> str | None:
    """What is wrong with a text, apart from what it says."""
    if any(not t.isprintable() for t in tekst if t not in "\n\t"):
        return TEKEN_FOUT
    if _HTML.search(tekst):
        return HTML_FOUT
    return ACCOLADE_FOUT if any(t in "{}" for t in _NAMEN_IN_TEKST.sub("", tekst)) else None


class Schoon:
    """Refuses marks that would do something elsewhere."""

    def __init__(self, meeste: int = LANGSTE_TEKST) -> None:
        self._meeste = meeste

    def __call__(self, _: BaseForm, veld: Field) -> None:
        """Raises ValidationError."""
        for tekst in veld.data if isinstance(veld.data, list) else [veld.data or ""]:
            if len(tekst) > self._meeste:
                raise ValidationError(f"Dit is te lang: hooguit {self._meeste} tekens.")
            if fout := tekst_fout(tekst):
                raise ValidationError(fout)


class Verplicht:
    """Asks for something."""

    def __init__(self, uitleg: str = "Vul dit in.") -> None:
        self._uitleg = uitleg
        self.field_flags = {"verplicht": True}

    def __call__(self, _: BaseForm, veld: Field) -> None:
        """Raises StopValidation."""
        if not veld.data:
            raise StopValidation(self._uitleg)


class Tekst(StringField):
    """One line."""

    def process_formdata(self, valuelist: Sequence[str]) -> None:
        """Blanks at the ends and twice in a row go."""
        self.data = _schone_regel(valuelist[0]) if valuelist else ""


class Alinea(TextAreaField):
    """A text of a few sentences; written over several lines it is still one text."""

    def process_formdata(self, valuelist: Sequence[str]) -> None:
        """Line ends become blanks."""
        self.data = _schone_regel(valuelist[0]) if valuelist else ""


class Regels(TextAreaField):
    """A list, one entry on each line."""

    data: list[str]  # type: ignore[assignment]  # the one text becomes a list

    def process_formdata(self, valuelist: Sequence[str]) -> None:
        """Empty lines go; a dash or number in front is how people type lists."""
        tekst = valuelist[0] if valuelist else ""
        regels = [_schone_regel(_STREEPJE.sub("", regel)) for regel in tekst.splitlines()]
        self.data = [r for r in regels if r]

    def _value(self) -> str:
        return "\n".join(self.data or [])

    def pre_validate(self, form: BaseForm) -> None:
        """Raises ValidationError."""
        if len(self.data or []) > LANGSTE_LIJST:
            raise ValidationError(f"Dit zijn te veel regels: hooguit {LANGSTE_LIJST}.")


class Dag(Field):
    """A date as browsers send it."""

    data: str

    def process_formdata(self, valuelist: Sequence[str]) -> None:
        """Raises ValueError for what is no date."""
        self.data = valuelist[0].strip() if valuelist else ""
        if self.data:
            try:
                date.fromisoformat(self.data)
            except ValueError:
                raise ValueError("Dit is geen datum. Schrijf JJJJ-MM-DD, bijvoorbeeld 2026-09-01.") from None


class Keuze(Field):
    """One value of a closed list."""

    data: str

    def __init__(self, *args: Any, choices: Sequence[tuple[str, str]], **opties: Any) -> None:
        super().__init__(*args, **opties)
        self.keuzes = choices
        """Value and name."""

    def process_formdata(self, valuelist: Sequence[str]) -> None:
        """The value that was sent."""
        self.data = valuelist[0] if valuelist else ""

    def pre_validate(self, form: BaseForm) -> None:
        """Raises ValidationError."""
        if (self.data or "") not in {waarde for waarde, _ in self.keuzes}:
            raise ValidationError("Kies een waarde uit de lijst.")


class Keuzes(Field):
    """Several values of a closed list, in the order in which they were chosen."""

    data: list[str]

    def __init__(self, *args: Any, groepen: Groepen | None = None, **opties: Any) -> None:
        super().__init__(*args, **opties)
        self.groepen = groepen or {}

    @property
    def namen(self) -> dict[str, str]:
        """Value to name."""
        return {waarde: naam for groep in self.groepen.values() for waarde, naam in groep.items()}

    @property
    def is_lang(self) -> bool:
        """Whether there are so many that typing finds one sooner than scrolling."""
        return sum(map(len, self.groepen.values())) > LANGE_KEUZELIJST

    @property
    def opties(self) -> Markup:
        """All values as options, made once per list: a page may hold dozens of these."""
        if id(self.groepen) not in _OPTIES or _OPTIES[id(self.groepen)][0] is not self.groepen:
            if len(_OPTIES) > MEESTE_LIJSTEN:
                _OPTIES.clear()
            _OPTIES[id(self.groepen)] = (self.groepen, _als_opties(self.groepen))
        return _OPTIES[id(self.groepen)][1]

    def process_formdata(self, valuelist: Sequence[str]) -> None:
        """Each value once."""
        self.data = list(dict.fromkeys(waarde for waarde in valuelist if waarde))

    def pre_validate(self, form: BaseForm) -> None:
        """Raises ValidationError."""
        if any(waarde not in self.namen for waarde in self.data or []):
            raise ValidationError("Kies uit de lijst: een van deze waarden bestaat niet.")


def _als_opties(groepen: Groepen) -> Markup:
    uit = []
    for groep, waarden in groepen.items():
        opties = Markup().join(Markup('<option value="{}">{}</option>').format(w, n) for w, n in waarden.items())
        uit.append(Markup('<optgroup label="{}">{}</optgroup>').format(groep, opties) if groep else opties)
    return Markup().join(uit)
