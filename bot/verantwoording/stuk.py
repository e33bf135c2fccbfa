"""Puts the texts and the real settings together, as Markdown and as a page."""

from collections.abc import Iterable, Mapping
from datetime import date
from html import escape

from markdown_it import MarkdownIt

from bot.instellingen import Instellingen
from bot.tellingen import Opslag
from bot.tellingen.cellen import KANALEN
from bot.tellingen.opslag import BEWAAR_INZENDINGEN, BEWAAR_TELLINGEN
from bot.tellingen.tellingen import KLEINSTE
from bot.verantwoording.schijf import Bestand, heeft, op_schijf
from bot.verantwoording.teksten import Bestandsoort, Kopje, Verantwoordingsteksten, laad_teksten
from kennis.laden import Kennis

TELLINGEN = "tellingen.bestand"
"""Setting that names the file with counts."""
ZIJBESTANDEN = ("-wal", "-shm", "-journal")
"""Ends of the names of files that SQLite puts beside a database."""
STUKKEN = ("overzicht", "register", "dpia")
"""Parts that can be made."""
_STIJL = (
    "body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b}"
    "table{border-collapse:collapse;width:100%;display:block;overflow-x:auto}"
    "th,td{border:1px solid #999;padding:.4rem;text-align:left;vertical-align:top}th{background:#eef2f6}"
    "h1,h2{line-height:1.2}code{background:#f2f2f2;padding:0 .2rem}"
)


class Stukkenmaker:
    """Makes the parts for one set of settings."""

    def __init__(self, instellingen: Instellingen, kennis: Kennis, vandaag: date) -> None:
        self._instellingen = instellingen
        self._teksten = laad_teksten()
        self._waarden = _waarden(instellingen, kennis, vandaag, self._teksten)

    def markdown(self, stukken: Iterable[str]) -> str:
        """These parts, one below the other."""
        delen = {"overzicht": self._overzicht, "register": self._register, "dpia": self._dpia}
        return "\n\n".join([f"# {self._teksten.titels['alles']}", *(delen[stuk]() for stuk in stukken)]) + "\n"

    def html(self, stukken: Iterable[str]) -> str:
        """The same as a page that stands by itself."""
        inhoud = MarkdownIt("commonmark", {"html": False}).enable("table").render(self.markdown(stukken))
        titel = escape(self._teksten.titels["alles"])
        kop = f'<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{titel}</title>'
        hoofd = f"<head>{kop}<style>{_STIJL}</style></head>"
        return f'<!doctype html>\n<html lang="nl">{hoofd}\n<body>\n{inhoud}</body></html>\n'

    def _vul(self, tekst: str) -> str:
        return tekst.format_map(self._waarden).strip()

    def _overzicht(self) -> str:
        t = self._teksten
        verwerkingen = [v for v in t.verwerkingen if v.als is None or heeft(self._instellingen, v.als)]
        rijen = [(v.wat, v.waarom, v.waar, v.hoe_lang, v.grondslag) for v in verwerkingen]
        kanalen = [tekst for kanaal, tekst in t.kanalen.items() if kanaal in self._kanalen()]
        return "\n\n".join(
            [
                self._vul(t.inleiding),
                f"## {t.titels['overzicht']}",
                _tabel(t.kolommen, [[self._vul(cel) for cel in rij] for rij in rijen]),
                f"## {t.titels['niet']}",
                "\n".join(f"- {zin}" for zin in t.niet),
                f"## {t.titels['kanalen']}",
                "\n".join(f"- {zin}" for zin in kanalen),
                f"## {t.titels['schijf']}",
                self._schijf(),
            ]
        )

    def _kanalen(self) -> list[str]:
        return aangezet(self._instellingen)

    def _schijf(self) -> str:
        bestanden = op_schijf(self._instellingen)
        if not bestanden:
            return self._teksten.schijf["niets"]
        rijen = [[f"`{b.pad}`", str(b.grootte or 0), self._inhoud(b)] for b in bestanden]
        return _tabel(self._teksten.schijf["kolommen"].split(" | "), rijen)

    def _inhoud(self, bestand: Bestand) -> str:
        zinnen = self._teksten.schijf
        if bestand.grootte is None:
            return zinnen["leeg"]
        if bestand.pad.name.endswith(ZIJBESTANDEN):
            return zinnen["zijbestand"]
        if bestand.pad != self._instellingen.tellingen.bestand:
            soort = soort_van(bestand, self._teksten.bestanden)
            return soort.inhoud if soort else zinnen["onbekend"]
        with Opslag(bestand.pad) as opslag:
            rijen, lijst = opslag.lees(), opslag.inzendingen()
        dagen = len({dag for dag, *_ in rijen})
        return zinnen["tellingen"].format(rijen=len(rijen), dagen=dagen, inzendingen=len(lijst))

    def _register(self) -> str:
        return self._kopjes("register", self._teksten.registertekst)

    def _dpia(self) -> str:
        return self._kopjes("dpia", self._teksten.dpia)

    def _kopjes(self, stuk: str, kopjes: Iterable[Kopje]) -> str:
        delen = [f"### {kopje.kop}\n\n{self._vul(kopje.tekst)}" for kopje in kopjes]
        return "\n\n".join([f"## {self._teksten.titels[stuk]}", *delen])


def soort_van(bestand: Bestand, soorten: Iterable[Bestandsoort]) -> Bestandsoort | None:
    """What a file is; None for one that the statement does not know."""
    return next((s for s in soorten if s.instelling == bestand.instelling and bestand.pad.match(s.bestand)), None)


def aangezet(instellingen: Instellingen) -> list[str]:
    """The channels in use: those with settings, or else only the terminal."""
    return [kanaal for kanaal in KANALEN if heeft(instellingen, kanaal)] or ["terminal"]


def _waarden(
    instellingen: Instellingen, kennis: Kennis, vandaag: date, teksten: Verantwoordingsteksten
) -> Mapping[str, str]:
    vast = {
        "tellingen": f"`{instellingen.tellingen.bestand}`",
        "matrix_map": str(instellingen.matrix.map) if instellingen.matrix else "",
        "beheer_map": str(instellingen.beheer.map) if instellingen.beheer else "",
        **{naam: zin if heeft(instellingen, "beheer") else "" for naam, zin in teksten.beheer.items()},
        "teams_claims": str(instellingen.teams.claims) if instellingen.teams else "",
        "bewaar_tellingen": str(BEWAAR_TELLINGEN.days),
        "bewaar_inzendingen": str(BEWAAR_INZENDINGEN.days),
        "kleinste": str(KLEINSTE),
    }
    extra = (v for v in teksten.verwerkingen if v.als and heeft(instellingen, v.als))
    termijnen = " ".join(f"{v.wat}: {v.hoe_lang.format_map(vast)}." for v in extra)
    regio = kennis.regios.get(instellingen.regio)
    return vast | {
        "vandaag": f"{vandaag:%d-%m-%Y}",
        "kennisversie": kennis.versie,
        "regio": regio.naam if regio else instellingen.regio,
        "kanalen": ", ".join(aangezet(instellingen)),
        "web": f"{instellingen.web.adres}, poort {instellingen.web.poort}",
        "termijnen": termijnen or "Verder wordt niets bewaard.",
    }


def _tabel(kop: Iterable[str], rijen: Iterable[Iterable[str]]) -> str:
    kolommen = list(kop)
    regels = [kolommen, ["---"] * len(kolommen), *rijen]
    return "\n".join(f"| {' | '.join(cel.replace('|', '/') for cel in regel)} |" for regel in regels)
