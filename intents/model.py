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
    ook_woorden: Zinnen = ()
    """And one of these too."""
    tenzij_woorden: Zinnen = ()
    """None of these words may stand in the question."""
    tenzij_naar: Ids = ()
    """The receiver may be none of exactly these: what a school gets need not come from a school."""
    dan: Mapping[Dimensie, str] = Field(default_factory=dict)
    weg: Ids = ()
    """Data ids that drop out because a stronger one is there."""
    weg_onder: Ids = ()
    """Data ids that drop out together with everything below them."""


class Verzoekwoorden(Model):
    """By which it shows that somebody asks for data."""

    gevraagd: Zinnen
    """'Heeft ons gebeld'."""
    stuurt: Zinnen
    """'Stuurt ons een vragenlijst'."""
    verzoek: Zinnen
    """What is sent or done: a request by its nature."""
    bericht: Zinnen
    """A message; a request only when one of `graag` stands in the same sentence."""
    graag: Zinnen
    wil: Zinnen
    """Before its subject: 'bij een aanvraag wil de gemeente ...'."""
    net: Zinnen
    """Between that verb and its subject."""
    bijzin: Zinnen
    """With which such a sentence opens."""
    kreeg: Zinnen
    """'Wij kregen van de gemeente de vraag'."""
    wil_dat: Zinnen
    """Somebody else must tell."""
    wil_niet: Zinnen
    """Nothing is asked for."""


class Omgangswoorden(Model):
    """What shows whom a sentence speaks of, and whether that one is told or asked."""

    pupil: Zinnen
    """Before 'van ons' these are not data that we have."""
    stuk: Zinnen
    """'De brief van het ziekenhuis': a paper, and whom it comes from."""
    iemand: Zinnen
    """'De mevrouw van het wijkteam' is the wijkteam."""
    vaag: Zinnen
    """'Die club': whoever was named before."""
    los: Zinnen
    """After 'haar' these show that it stands alone: 'haar even bellen', and not 'haar school bellen'."""
    bevragen: Zinnen
    """Who is called for this would tell."""
    opvragen: Zinnen
    """Asking for data, beside `vraag_werkwoorden`."""
    ingelicht: Zinnen
    """'Mag de gemeente worden ingelicht': the subject receives."""
    mens: Zinnen
    """Ends of words for people."""


class Schiftwoorden(Model):
    """When a word does not mean the concept it names."""

    na_rangnummer: Zinnen
    """'Derde partij' is somebody, 'derde keer' is not."""
    mailt: Zinnen
    """Somebody else's message; nothing is sent by us."""
    verstuurt: Zinnen
    """Near a message: it goes out."""
    nog_te_zeggen: Zinnen
    """What is still to be said in a meeting does not come from it."""
    mag: Zinnen
    """Openings of a question whether something may be done."""
    houding: Zinnen
    """Verbs that, with us as subject, say nothing about the consent of others."""
    nodig: Zinnen
    """Whether a yes is needed is another question than whether it was said."""
    bijvoeglijk: Zinnen
    """Between a denial and what it denies."""
    verlof_geweigerd: Zinnen
    """In a sentence with leave: it was not given."""
    geen_gegeven: Zinnen
    """'Toetsweek': a time, and no test."""
    dreigt: Zinnen
    """'Dreigt met'."""
    dreigmiddel: Ids
    """Parties that people threaten to call in."""
    geen_ouder: Zinnen
    """Forms that look like 'ouder' and are none."""
    ontkend_is_het: Ids
    """Data whose name holds a denial: 'geen papieren'."""
    om_de_melding: Ids
    """Situations in which the report is part of the story, and not what is asked."""
    iemands_doen: Ids
    """What people do; 'no consent' is a state. Said right after a party that is no family, it is that party's own."""


class Partijgroepen(Model):
    """Parties whose place in a sentence says something else than that of others."""

    alleen_ontvangt: Ids
    """Named alone and without any clue, these receive."""
    eigen_organisatie: Ids
    """The asker's own when 'our' stands before them."""
    van_een_leerling: Zinnen
    """Whom only a pupil calls 'my own': 'mijn mentor'."""
    geeft_zelden: Ids
    """They are told; they give only when the question is whether they may."""
    ontvangt_melding: Ids
    """A report is made to these; telling others is no report."""
    werkt_elders: Ids
    """Whose people may work at another kind of party: 'orthopedagoog van het swv', not 'gemeente van de school'."""
    werkt_nergens: Ids
    """Family never works at the other party."""


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
    partijen: Partijgroepen
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
    tweegesprek: Zinnen
    """Verbs for calling and conferring: then it is shared between two."""
    spreekt_met: Zinnen
    """Words for talking, which need 'met' beside them: 'hoe hij praat' is about a child."""
    verzoek: Verzoekwoorden
    omgang: Omgangswoorden
    schiften: Schiftwoorden


class Leeftijdsgroep(Model):
    """An age group with the age at which it ends."""

    tot: int | None
    """Years; the first age that no longer belongs. None: no end."""
    groep: str
    en_ouder: str | None = None
    """The group of this age and all above it; None: as the group itself."""


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

    def groep(self, jaren: int, *, en_ouder: bool = False) -> str:
        """Age group of an age in years, or of that age and all above it."""
        groep = next(g for g in self.leeftijden if g.tot is None or jaren < g.tot)
        return groep.en_ouder or groep.groep if en_ouder else groep.groep
