"""Properties over many texts: planted data never survives, clean text stays clean, nothing ever fails."""

from __future__ import annotations

import re
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.privacy import Poort
from bot.privacy.patronen import elfproef

VOORNAMEN = [
    "Daan",
    "Emma",
    "Sem",
    "Julia",
    "Lucas",
    "Mila",
    "Levi",
    "Tess",
    "Finn",
    "Sara",
    "Noah",
    "Zoë",
    "Milan",
    "Lotte",
    "Thijs",
    "Fenna",
    "Sven",
    "Anouk",
    "Ruben",
    "Sanne",
    "Joris",
    "Maud",
    "Jesse",
    "Femke",
    "Mohammed",
    "Fatima",
    "Youssef",
    "Aisha",
    "Hamza",
    "Nadia",
    "Bilal",
    "Samira",
    "Ayoub",
    "Khadija",
    "Emre",
    "Elif",
    "Mehmet",
    "Zeynep",
    "Hatice",
    "Mustafa",
    "Yusuf",
    "Ayşe",
    "Burak",
    "Shanaya",
    "Priya",
    "Anjali",
    "Gyano",
    "Oliwia",
    "Kacper",
    "Zuzanna",
    "Wojciech",
    "Agnieszka",
    "Jakub",
    "Abdirahman",
    "Fadumo",
    "Yohannes",
    "Delano",
    "Jayden",
    "Kevin",
    "Anita",
    "Henk",
    "Gerrit",
    "Leendert",
    "Boukje",
    "Hanneke",
    "Willemijn",
    "Truus",
    "Sjoerd",
    "Wytze",
]
ACHTERNAMEN = [
    "Bakker",
    "de Vries",
    "van den Berg",
    "van Dijk",
    "Jansen",
    "Visser",
    "Smit",
    "de Boer",
    "Mulder",
    "de Groot",
    "Bos",
    "Vos",
    "Hendriks",
    "van Leeuwen",
    "Dekker",
    "Kroonenberg",
    "Verhulst",
    "El Amrani",
    "Yılmaz",
    "Öztürk",
    "Kaya",
    "Demir",
    "Benali",
    "Bouzian",
    "Ramdin",
    "Kowalska",
    "Nowak",
    "Wiśniewski",
    "van der Meer",
    "ter Braak",
    "van 't Hof",
    "Jansen-de Wit",
    "Overgaauw",
    "Hoogendoorn",
    "Zijlstra",
    "Postma",
    "Tanis",
    "Kievit",
]
ZINNEN = (
    "mag ik {} bespreken met de gemeente",
    "{} is al drie weken niet op school, moet ik dat melden",
    "de moeder van {} wil geen toestemming geven",
    "onze leerling {} krijgt jeugdhulp, mag de mentor dat weten",
    "wat mag ik de huisarts vertellen over {}?",
    "ik heb zorgen over {}, kan ik veilig thuis bellen",
    "{} zit in groep 7 en heeft dyslexie",
    "kan het dossier van {} mee naar het mbo",
)
GETALZINNEN = ("mag ik {} delen met de gemeente", "ik heb {} gekregen van de ouders", "{} stond in de mail, mag dat?")
NAMEN = st.builds(lambda v, a: f"{v} {a}", st.sampled_from(VOORNAMEN), st.sampled_from(ACHTERNAMEN))
BSN = st.integers(0, 9999).map(lambda n: f"99999{n:04d}").filter(elfproef)
TELEFOON = st.builds(
    lambda n, t: t.format(f"{n:08d}"),
    st.integers(10_000_000, 99_999_999),
    st.sampled_from(("06{}", "06-{}", "06 {}", "+316{}")),
)
MAIL = st.builds(
    lambda v, n: f"{v.lower()}{n}@voorbeeld.nl",
    st.sampled_from(["jan.bos", "anouk", "kim_de_wit", "e.yilmaz"]),
    st.integers(1, 99),
)
POSTCODE = st.builds(
    lambda n, letters, s: f"{n}{s}{letters}",
    st.integers(1000, 9999),
    st.sampled_from(("XK", "BC", "LR", "ZH")),
    st.sampled_from(("", " ")),
)
SNEL = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def _weg(stuk: str, tekst: str) -> bool:
    klein = {"de", "den", "der", "van", "ter", "el", "'t", "t"}
    delen = [d for d in re.findall(r"\w+", stuk) if d.lower() not in klein]
    return not any(re.search(rf"(?<!\w){re.escape(d)}(?!\w)", tekst, re.I) for d in delen)


@SNEL
@given(naam=NAMEN, zin=st.sampled_from(ZINNEN))
def test_namen_overleven_niet(poort: Poort, naam: str, zin: str) -> None:
    assert _weg(naam, poort.zuiver(zin.format(naam)).tekst)


@SNEL
@given(naam=st.sampled_from(VOORNAMEN), zin=st.sampled_from(ZINNEN))
def test_voornamen_in_kleine_letters(poort: Poort, naam: str, zin: str) -> None:
    assert _weg(naam, poort.zuiver(zin.format(naam.lower())).tekst)


@SNEL
@given(stuk=st.one_of(BSN, TELEFOON, MAIL, POSTCODE), zin=st.sampled_from(GETALZINNEN))
def test_vaste_vormen_overleven_niet(poort: Poort, stuk: str, zin: str) -> None:
    assert stuk not in poort.zuiver(zin.format(stuk)).tekst


@SNEL
@given(naam=NAMEN, stuk=st.one_of(BSN, TELEFOON, MAIL, POSTCODE), ruis=st.text(max_size=20))
def test_gezuiverd_is_stabiel(poort: Poort, naam: str, stuk: str, ruis: str) -> None:
    eens = poort.zuiver(f"{ruis} {naam} {stuk} {ruis}")
    nog_eens = poort.zuiver(eens.tekst)
    assert not nog_eens.gevonden
    assert nog_eens.tekst == eens.tekst


@SNEL
@given(tekst=st.text(max_size=300))
def test_faalt_nooit(poort: Poort, tekst: str) -> None:
    uit: Any = poort.zuiver(tekst)
    assert isinstance(uit.tekst, str)


@SNEL
@given(tekst=st.text(alphabet="aA1 .-@'/:+vdVanerbsn06\n", max_size=200))
def test_faalt_nooit_op_lastige_tekens(poort: Poort, tekst: str) -> None:
    eens = poort.zuiver(tekst)
    assert not poort.zuiver(eens.tekst).gevonden
