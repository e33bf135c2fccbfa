"""Worked examples: clear questions in clean Dutch, each with the one verdict the guide to the sources allows."""

import pytest

from bot.kern import Kern, Vraag

VOORBEELDEN: tuple[tuple[str, str], ...] = (
    ("Mag ik collega's op het mbo informeren over een veiligheidsrisico bij een student?", "ja"),
    # -- school and absence
    ("Een leerling is deze maand 20 uur ongeoorloofd afwezig geweest. Moet ik dat melden bij leerplicht?", "verplicht"),
    ("Moet onze school 16 uur spijbelen in vier weken doorgeven aan DUO?", "verplicht"),
    ("Moet ik de reden van het ongeoorloofd verzuim van 18 uur ook aan leerplicht melden?", "verplicht"),
    (
        "Een gezin ging twee weken op vakantie buiten de schoolvakantie. Moet ik dit luxeverzuim melden bij DUO?",
        "verplicht",
    ),
    ("Mag de school luxeverzuim melden bij leerplicht?", "ja"),
    ("Mag ik 10 uur ongeoorloofd verzuim in vier weken al melden bij de leerplichtambtenaar?", "ja"),
    ("Mag ik zorgelijk verzuim van een leerling melden bij leerplicht?", "ja"),
    ("Mag ik gewoon ziekteverzuim van een leerling op naam delen met leerplicht?", "anoniem"),
    ("Mag ik geoorloofd verzuim van een leerling bespreken met de leerplichtambtenaar?", "anoniem"),
    ("De leerplichtambtenaar vraagt ons om verzuimgegevens van een leerling. Moeten wij die geven?", "verplicht"),
    ("Mogen wij als school een lijst met namen van zieke leerlingen aan leerplicht geven?", "anoniem"),
    ("Mag ik verzuimcijfers zonder namen aan de gemeente geven?", "ja"),
    # -- school and partnership, meeting, health
    ("Mag ik als intern begeleider het OPP delen met het samenwerkingsverband?", "ja"),
    ("Mag ik een thuiszitter aanmelden bij het samenwerkingsverband?", "ja"),
    ("Mag ik voor een TLV-aanvraag gegevens over de ondersteuning naar het samenwerkingsverband sturen?", "ja"),
    ("Mag ik gewoon ziekteverzuim delen met het swv als er geen ondersteuningsvraag is?", "anoniem"),
    ("Mag ik overig relatief verzuim van een leerling delen met het samenwerkingsverband?", "ja"),
    ("Mag de school een leerling met extra ondersteuning bespreken met de jeugdarts?", "ja"),
    ("Mag ik een leerling zonder extra ondersteuning bespreken met een jeugdhulpaanbieder?", "toestemming"),
    ("Mag ik een leerling met extra ondersteuning inbrengen in een casusoverleg?", "ja"),
    # -- municipality
    ("Mag de jeugdconsulent met school praten over een leerling met een individuele jeugdhulpvoorziening?", "ja"),
    ("Mag de leerplichtambtenaar met de school praten over de terugkeer van een leerling naar school?", "ja"),
    ("Mag leerplicht aan het samenwerkingsverband melden dat een leerling absoluut verzuimt?", "ja"),
    ("Mag het samenwerkingsverband gegevens delen in een casusoverleg om een passende plek te vinden?", "ja"),
    # -- people with secrecy
    ("Mag de jeugdhulpverlener de school vertellen hoe de behandeling van een leerling verloopt?", "toestemming"),
    ("Mag ik als psycholoog mijn verslag naar de school sturen?", "toestemming"),
    ("Mag de orthopedagoog van een jeugdhulpaanbieder gegevens van haar cliënt delen met de school?", "toestemming"),
    ("Mag de jeugdarts medische gegevens van een leerling delen met de school?", "toestemming"),
    ("Mag de jeugdverpleegkundige de diagnose van een leerling aan het samenwerkingsverband geven?", "toestemming"),
    ("Moet een jeugdhulpaanbieder gegevens voor de toewijzing aan de gemeente geven?", "verplicht"),
    (
        "Mag een jeugdzorginstelling het hele cliëntdossier aan de gemeente geven om een beschikking te krijgen?",
        "toestemming",
    ),
    ("Mag de jeugdarts een vermoeden van kindermishandeling melden bij Veilig Thuis?", "ja"),
    ("Mag de psycholoog informatie geven aan de Raad voor de Kinderbescherming voor een onderzoek?", "ja"),
    (
        "Ouders weigeren toestemming, maar het kind is in ernstig gevaar. Mag ik als jeugdhulpverlener delen?",
        "afweging",
    ),
    # -- child protection
    ("Mag de school een vermoeden van kindermishandeling melden bij Veilig Thuis?", "ja"),
    ("Moet de school gegevens geven aan de gezinsvoogd als er een ondertoezichtstelling is?", "verplicht"),
    # -- day care and parents
    ("Mag de kinderopvang gegevens van een peuter delen met het samenwerkingsverband?", "toestemming"),
    ("Mag de peuterspeelzaal observaties van een peuter aan de basisschool geven?", "toestemming"),
    ("Mag het kinderdagverblijf een peuter bespreken in het VOT?", "toestemming"),
    ("Mogen ouders zelf gegevens over hun kind delen met de school?", "ja"),
    # -- mbo
    ("Mag het mbo gezondheidsgegevens van een student delen met een hulpverlener buiten de school?", "toestemming"),
    ("Moet het mbo 16 uur ongeoorloofd verzuim van een leerplichtige student melden bij DUO?", "verplicht"),
    (
        "Moet het mbo een student van 20 zonder startkwalificatie die vier weken zonder geldige reden weg is melden "
        "bij het rmc?",
        "verplicht",
    ),
    ("Mag de middelbare school leergegevens bij de overstap doorgeven aan het mbo?", "ja"),
    ("Mag de middelbare school gezondheidsgegevens bij de overstap doorgeven aan het mbo?", "toestemming"),
    ("Mag het mbo de verblijfsstatus van een student delen met het stagebedrijf?", "toestemming"),
    ("Mag het mbo een student bespreken met leerplicht in het zorgoverleg zonder verzuimmelding?", "anoniem"),
    ("Mag het mbo de ouders van een student van 17 informeren over het verzuim?", "ja"),
    ("Ouders weigeren. Moet de jeugdhulpaanbieder de gemeente toch gegevens geven voor de toewijzing?", "verplicht"),
    (
        "Leerplicht vond via de verwijsindex een zorginstelling. "
        "Mag de instelling zeggen dat de jongere in behandeling is?",
        "ja",
    ),
    # -- outsiders, other purposes, BSN, without names
    ("Mag de school gegevens van een leerling delen met de sportclub?", "toestemming"),
    ("Mag de school gegevens van een leerling met een verzekeraar delen?", "toestemming"),
    ("Mag de school gegevens uit een casusoverleg voor een ander doel gebruiken?", "nee"),
    ("Mag de school het BSN van een leerling aan de gemeente geven?", "ja"),
    ("Mag een school het BSN aan een andere school geven?", "ja"),
    ("Mag de school het BSN van een leerling aan een jeugdhulpaanbieder geven?", "nee"),
    ("Mag het BSN van een leerling naar het mbo bij de inschrijving?", "ja"),
    ("Mag de school het BSN van een leerling aan het samenwerkingsverband sturen?", "hangt_af"),
    ("Mag ik een casus anoniem bespreken met de jeugdhulpaanbieder?", "ja"),
    ("Mag ik als huisarts een vermoeden van mishandeling delen met Veilig Thuis?", "ja"),
    ("Mag de opvang een peuter met toestemming van ouders bespreken met de school?", "toestemming"),
    ("Mag de psycholoog een casus zonder herkenbare gegevens bespreken met school?", "ja"),
    ("Mag de school ouders van een leerling van 15 vertellen dat hij spijbelt voordat wij dat melden?", "ja"),
    ("Mag de gemeente zelf gezondheidsgegevens verwerken voor haar wettelijke taak?", "ja"),
    ("Mag de school de jeugdbeschermer informeren bij een ondertoezichtstelling?", "verplicht"),
    ("Mag de leidster van de peuteropvang zorgen over een peuter bespreken met het Loket voorschool?", "toestemming"),
    ("Mag de school bij de jeugdarts gegevens opvragen over een leerling met extra ondersteuning?", "toestemming"),
    ("Moet het mbo de verwijdering van een student zonder startkwalificatie melden bij het rmc?", "verplicht"),
)
FOUT = (
    (
        "Mag ik een leerling zonder verzuimmelding met leerplicht aan tafel bespreken?",
        "hangt_af",
        "'zonder verzuimmelding' is read as a report, and 'aan tafel' not as a meeting",
    ),
)
"""Examples that get another verdict today."""
MET_FOUT = [pytest.param(v, o, marks=pytest.mark.xfail(strict=True, reason=waarom)) for v, o, waarom in FOUT]


@pytest.mark.parametrize(("vraag", "oordeel"), [*VOORBEELDEN, *MET_FOUT])
def test_oordeel_volgt_de_leidraad(kern: Kern, vraag: str, oordeel: str) -> None:
    antwoord = kern.antwoord(Vraag(vraag))
    assert antwoord.oordeel == oordeel, f"{antwoord.intent} met {antwoord.begrepen}"
