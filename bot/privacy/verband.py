"""What stands around a capitalised word that no list knows: does it speak of a person or of an organisation?

Rare first names are on no list. "Cherwin slikt medicijnen" is about a person, "Yulius vraagt om een rapport" is not.
"""

from __future__ import annotations

import re

from bot.privacy.woorden import PERSOONLIJK

_KIJK = 32
"""Characters in front of a word that can tell what it is."""
_FAMILIE = r"(?:ouders|moeder|vader|mama|papa|broer\w*|zus\w*|opa|oma|tante|oom|vriend\w*|gezin|stief\w+|pleeg\w+)"
_TOESTAND = (
    r"(?:oud genoeg|\d{1,2}\b|ziek|zwanger|leerplichtig|minderjarig|meerderjarig|jarig|thuis|hoogbegaafd|mishandeld"
    r"|geslagen|geschopt|gepest|misbruikt|bedreigd|weggelopen|weg|zoek|verdwenen|dronken|stoned|opgepakt|aangehouden"
    r"|gepakt|geschorst|gevallen|gewond|overleden|verhuisd|zittengebleven|depressief|suïcidaal|verslaafd|getraumatiseerd"
    r"|verliefd|bang|boos|verdrietig|vermoeid|mager)"
)
_WERKWOORD = (
    r"(?:slikt|spuit|blowt|wegloopt|weg loopt|thuis ?(?:zit|blijft|woont)|spijbelt|snijdt|verzuimt|drinkt|rookt|liegt"
    r"|steelt|dealt|huilt|stottert|zwanger is|ziek is|gepest wordt|mishandeld wordt|geslagen wordt|jarig is|woont"
    r"|uithuisgeplaatst is|uit huis is|automutileert|gedragsproblemen heeft|adhd heeft|autisme heeft|dyslexie heeft"
    r"|schulden heeft|een \w+ heeft)"
)
_ERACHTER = re.compile(
    r" (?:"
    + PERSOONLIJK
    + r"|en (?:zijn|haar) "
    + _FAMILIE
    + r"|moet voorkomen|(?:is|wordt|was) (?:\w+ ){0,2}"
    + _TOESTAND
    + r"|heeft (?:geen|nooit|al|veel|vaak) (?:\w+ )?(?:ontbijt|eten|ontbeten|gegeten|vrienden|jas"
    + r"|slaap|honger|gezag|zin)"
    + r"|gebruikt (?:drugs|wiet|medicijnen|medicatie|cocaïne)|rookt|dealt|drinkt|blowt|automutileert|draagt een"
    + r"|loopt (?:weg|stage|achter|vast|mank)|heeft (?:\w+ )?(?:adhd|een mes|verdriet|honger|straf|schulden))(?!\w)",
    re.I,
)
_DOEN = re.compile(
    r" (?:(?:te |aan te )?(?:bespreken|melden)|aanmelden|inlichten|anoniem|zelf|laten|vertellen|uitnodigen|verwijzen"
    r"|doorverwijzen|inschrijven|uitschrijven|schorsen|helpen|straffen|overplaatsen|testen|onderzoeken|mee (?:op|naar)"
    r"|blijven|logeren|thuisblijven)\b"
)
_ERVOOR = re.compile(
    r"\b(?:(?:zorg(?:en)?|vraag|iets|praten|gesprek|overleggen|het|gaat|bellen|mail|klacht|vertellen|zeggen|bespreken"
    r"|informatie|verslag|melding|melden|contact|navragen)? ?over|gaat om"
    r"|(?:verzuim|spijbelen|diagnose|opp|tlv|dossier|cijfers|rapportcijfers|medicijnen|medicatie|bsn|thuissituatie"
    r"|gedrag|huiswerk|klas|mentor|ziekte|beperking|geboortedatum|verjaardag|absenties?|klasgenoten|problemen|handicap"
    r"|" + _FAMILIE + r") van) $",
    re.I,
)
_BIJZIN = re.compile(r"\b(?:dat|als|of|omdat|waarom|wanneer|zodra|nadat|sinds|hoe vaak|hoe lang) $", re.I)
_ACHTERAAN = re.compile(r"(?: [\w'-]{1,20}){0,4}? ?\b" + _WERKWOORD + r"(?!\w)", re.I)
_KOPPEL = re.compile(r"\b(?:is|wordt|was|blijft) $", re.I)
_HOE = re.compile(r" (?:al |nu |wel |niet |nog |weer )?" + _TOESTAND, re.I)


_INSTELLING = (
    r"(?:naam van|(?:zorg|jeugdhulp|jeugdzorg)?aanbieder|organisatie|instelling|stichting|vereniging|(?:basis)?school"
    r"|locatie|programma|methode|systeem|app|project|partij|bedrijf|platform|merk|afkorting)"
)
_DING = (
    r"(?:namen|groepen|klassen|locaties|scholen|woorden|groep|klas|lokaal|\w*bloem(?:en)?|maand|boom|dier|kleur|woord)"
)
_IS = r" (?:en [A-Z]\w+ )?(?:is|was|zijn|heten) (?:(?:de|een|het|mijn|onze|ons|ook|hier|bij) ){0,3}(?:\w+e )?"
_IS_INSTELLING = re.compile(_IS + _INSTELLING + r"(?!\w)")
_IS_DING = re.compile(_IS + _DING + r"(?!\w)")


def is_ding(tekst: str, eind: int, gewoon_woord: bool) -> bool:
    """Whether what follows says it is an organisation, or, for an everyday word, a thing."""
    if _IS_INSTELLING.match(tekst, eind):
        return True
    return gewoon_woord and _IS_DING.match(tekst, eind) is not None


_BEZIT = re.compile(
    r" (?:haar|zijn|z'n|d'r) (?:"
    + _FAMILIE
    + r"|dossier|rapport\w*|cijfers|verslag|opp|gegevens|klas|mentor|juf|foto\w*"
    r"|toetsen|diagnose|medicijnen|thuissituatie|adres|verzuim)(?!\w)"
)
_NA_WIL = re.compile(r" (?:heeft|is|woont|krijgt|komt|belde|zegt|zei|was|had|zit|gaat|vroeg|weigert)(?!\w)")


def heeft_iets(tekst: str, eind: int, wil: bool) -> bool:
    """Whether a word that is also a month, or the verb "wil", is used as the name of someone who has something."""
    return _BEZIT.match(tekst, eind) is not None or (wil and _NA_WIL.match(tekst, eind) is not None)


def doet_als_persoon(tekst: str, eind: int) -> bool:
    """Whether what follows is what a person does or has."""
    return _ERACHTER.match(tekst, eind) is not None


def is_persoon(tekst: str, begin: int, eind: int, eerste: bool) -> bool:
    """Whether the words around an unknown word speak of a person; `eerste` tells it starts a sentence."""
    if doet_als_persoon(tekst, eind):
        return True
    if eerste:
        return False
    voor = tekst[max(0, begin - _KIJK) : begin]
    if _DOEN.match(tekst, eind) or _ERVOOR.search(voor):
        return True
    if _BIJZIN.search(voor) and _ACHTERAAN.match(tekst, eind):
        return True
    return _KOPPEL.search(voor) is not None and _HOE.match(tekst, eind) is not None
