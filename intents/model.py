"""Types of the language data."""

from collections.abc import Mapping

from pydantic import Field

from kennis.feiten import Feiten
from kennis.model import Als, Dimensie, Ids, Model, Vorm, Zinnen


class Voorbeeld(Model):
    """An example question about sharing with the facts a careful reader finds in it."""

    v: str
    van: str | None = None
    naar: str | None = None
    gegevens: Ids = ()
    leerling: str | None = None
    leeftijd: str | None = None
    overleg: str | None = None
    situatie: Ids = ()
    toestemming: str | None = None

    @property
    def feiten(self) -> Feiten:
        """The facts."""
        velden = {dim.value: getattr(self, dim.value) for dim in Dimensie}
        return Feiten(**velden)


class Afleiding(Model):
    """A fact that may be taken for granted when others are known and it is not named itself."""

    id: str
    als: Als
    zonder: Ids = ()
    """Dimensions that must not have been named."""
    woorden: Zinnen = ()
    """One of these words must stand in the question; empty: none needed."""
    tenzij_woorden: Zinnen = ()
    """None of these words may stand in the question."""
    tenzij_naar: Ids = ()
    """The receiver may be none of exactly these: what a school gets need not come from a school."""
    dan: Mapping[Dimensie, str] = Field(default_factory=dict)
    weg: Ids = ()
    """Data ids that drop out because a stronger one is there."""
    weg_onder: Ids = ()
    """Data ids that drop out together with everything below them."""


class Grammatica(Model):
    """The small words by which giver and receiver are told apart."""

    ik: Zinnen
    """First person: the asker."""
    ontvangen_van_ons: Zinnen
    """Us as the one who gives when somebody else asks ("bij ons", "van ons")."""
    modaal: Zinnen
    naar_voorzetsels: Zinnen
    """A party after one of these receives."""
    van_voorzetsels: Zinnen
    """A party after one of these gives."""
    plaats_voorzetsels: Zinnen
    """A party after one of these is a place or a subject, no party to the sharing."""
    vrager_uit: Mapping[str, Zinnen]
    """Party of the asker to wordings that give it away: 'mijn cliënt', 'uit mijn klas'; '..' is a gap."""
    geef_werkwoorden: Zinnen
    krijg_werkwoorden: Zinnen
    vraag_werkwoorden: Zinnen
    """A party that does this is the one who wants to receive."""
    geeft_zelf: Zinnen
    """A party that does this gives of its own accord: 'belt om te vertellen'."""
    toestemming_vragen: Zinnen
    """Asking for consent is not asking for data."""
    lijdend: Zinnen
    """Verbs whose object receives: 'ouders inlichten'."""
    alleen_ontvangt: Ids
    """Parties that, named alone and without any clue, are the receiver."""
    eigen_organisatie: Ids
    """Parties that are the asker's own when 'our' stands before them."""
    bezit: Zinnen
    vraagwoorden: Zinnen
    """Openings of questions about who, how or what: no permission is asked."""
    delen_begin: Zinnen
    """Words by which permission is asked."""
    spreektaal: Mapping[str, str]
    """Clipped words and abbreviations written out."""
    hoofdwerkwoorden: Zinnen
    """Verbs that show that a clause stands on its own: somebody is, has, wants or does something."""
    vraag_opening: Zinnen
    """Verbs that open a question beside the modal ones: 'geef ik'."""
    vraag_onderwerp: Zinnen
    """Who may stand right behind the verb that opens a question."""
    onderschikkend: Zinnen
    """A clause that begins with one of these is no sentence of its own."""
    verbindt: Zinnen
    """A word after one of these goes on with the same sentence."""
    klein: Zinnen
    """Small words that are typed on to the next or the last word by accident."""
    ontkenningen: Zinnen
    """A word right after one of these does not count as a clue."""
    lege_woorden: Zinnen
    """A question of nothing but these says too little to answer."""
    zelf_woorden: Zinnen
    """Words by which a young person speaks of himself."""
    verwijswoorden: Zinnen
    """He, she, they: who was named before."""
    vormen: Mapping[Vorm, Zinnen]
    """Wordings that show what a question asks for."""
    zwijg_uitingen: Zinnen
    """A party that does this is the one who would give."""
    overslaan: Zinnen
    """Words between a preposition and its noun."""
    ben_ik: Zinnen
    """Openings by which askers say who they are."""
    ik_werk_er: Zinnen
    """First person before a preposition and the asker's workplace: 'ik sta (op de ...)'."""
    wij_zijn_er: Zinnen
    """The same, but only before 'op' or 'in': 'bij ons (op het ...)'."""
    eigen_werkwoorden: Zinnen
    """Verbs of working, between a workplace and 'ik': 'op het stadhuis regel ik'."""
    kopje_woorden: Zinnen
    """Words that may stand beside a function in a heading: 'medewerker van ...'."""
    licht_in: Zinnen
    """Verbs that inform the one named before: 'hem bijpraten'."""
    vraagt_terug: Zinnen
    """What 'hij' or 'zij' does when the one named before asks for data."""
    ouder_vraagt: Zinnen
    """What parents do who ask for data."""
    komt_te_weten: Zinnen
    """What parents do of whom a young person does not want that they are told: 'dat mijn moeder het weet'."""
    stil_houden: Zinnen
    """Words that ask for silence, not for data."""
    eigen_gebruik: Zinnen
    """Verbs for recording instead of sharing."""
    meekijken: Zinnen
    """Verbs for reading along: then a record is shared after all."""


class Leeftijdsgroep(Model):
    """An age group with the age at which it ends."""

    tot: int | None
    """Years; the first age that no longer belongs. None: no end."""
    groep: str


class Maat(Model):
    """An amount that tells what kind of absence it is."""

    eenheid: Zinnen
    grens: int
    vanaf: str
    """Data id from the limit upward."""
    onder: str | None
    """Data id below the limit; None: says nothing."""
    naast: Ids
    """The amount counts only beside one of these data ids..."""
    woorden: Zinnen
    """... or one of these words."""
    alleen_bij: Zinnen = ()
    """And only when one of these words stands in the question; empty: always."""


class Maten(Model):
    """Everything that turns on a number."""

    leeftijden: tuple[Leeftijdsgroep, ...]
    maten: tuple[Maat, ...]
    minder: Zinnen
    """Words before the limit that mean it was not reached."""

    def groep(self, jaren: int) -> str:
        """Age group of an age in years."""
        return next(g.groep for g in self.leeftijden if g.tot is None or jaren < g.tot)
