"""Taking knowledge out, and taking in what others made."""

import io
import re
import tempfile
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

from aiohttp import web

from bot.beheer.fouten import Beheerfout
from bot.beheer.invoer import wijzigingen_uit
from bot.beheer.mensen import Rol
from bot.beheer.uitvoer import vormen
from bot.beheer.web.bezoek import Bezoek
from bot.beheer.web.deur import Pagina
from bot.beheer.web.formulieren import Redenform
from bot.beheer.web.nakijken import fouten
from kennis.bewerken import Bewerkfout
from kennis.fouten import KennisFout
from kennis.laden import LANDELIJK, Kennis
from kennis.matrix import schrijf_matrix

IN_ZIP = re.compile(r"(?:kennis|intents)/(?:[A-Za-z0-9_-]+/){0,2}[A-Za-z0-9_-]+\.yaml")
"""Names of files that are taken in; no other name can get anywhere."""
MEESTE_BESTANDEN = 500
GROOTST = 8 * 1024 * 1024
"""Bytes of all files together once unpacked; our own knowledge is 2 MB."""
MATRIX = "matrix.html"
SOORTEN = {
    "leesuitgave.html": "text/html; charset=utf-8",
    "leesuitgave.pdf": "application/pdf",
    "tabel.csv": "text/csv; charset=utf-8",
    "regels.jsonld": "application/ld+json",
    MATRIX: "text/html; charset=utf-8",
}
"""What can be fetched, and what kind of file it is."""
GEEN_ZIP = "Dit is geen zipbestand met de mappen 'kennis' en 'intents'. Vraag de maker om een nieuw bestand."


async def uitvoer(bezoek: Bezoek) -> web.Response:
    """What can be downloaded."""
    return bezoek.toon("uitvoer.html", kennis=bezoek.kennis, landelijk=LANDELIJK)


def _matrix(kennis: Kennis) -> bytes:
    with tempfile.TemporaryDirectory() as map_:
        doel = Path(map_) / "matrix.html"
        schrijf_matrix(kennis, doel)
        return doel.read_bytes()


async def haal(bezoek: Bezoek) -> web.Response:
    """One download."""
    vorm, kennis = bezoek.verzoek.match_info["vorm"], bezoek.kennis
    regio = bezoek.verzoek.query.get("regio", LANDELIJK)
    if vorm not in SOORTEN or regio not in kennis.regios:
        raise web.HTTPNotFound
    einde = vorm.rpartition(".")[2]
    if vorm == MATRIX:
        naam, maak = f"deelwijzer-{MATRIX}", lambda: _matrix(kennis)
    else:
        sinds = _dag(bezoek.verzoek.query.get("sinds", ""))
        naam, maak = f"deelwijzer-{regio}.{einde}", vormen(kennis, regio, sinds)[einde]
    kop = {"Content-Disposition": f'attachment; filename="{naam}"', "Content-Type": SOORTEN[vorm]}
    return web.Response(body=await bezoek.werk(maak), headers=kop)


def _dag(tekst: str) -> date | None:
    try:
        return date.fromisoformat(tekst) if tekst else None
    except ValueError:
        raise Beheerfout("Dit is geen datum. Schrijf JJJJ-MM-DD.") from None


async def invoer(bezoek: Bezoek) -> web.Response:
    """The form to take in files."""
    return bezoek.toon("invoer.html", reden=Redenform(), fouten=[], fout="")


async def neem_in(bezoek: Bezoek) -> web.Response:
    """A draft with everything the files would change."""
    vorm = await bezoek.verzoek.post()
    reden, ruw = Redenform(vorm), vorm.get("bestand")
    goed = reden.validate()
    inhoud = ruw.file.read() if isinstance(ruw, web.FileField) else b""
    werkbank, wie = bezoek.beheer.werkbank, bezoek.gebruiker

    def doe() -> Any:
        with tempfile.TemporaryDirectory() as map_:
            pak_uit(inhoud, Path(map_))
            nieuw = wijzigingen_uit(Path(map_), bezoek.beheer.archief.bundel())
            return werkbank.begin(wie, "Overgenomen bestanden", nieuw, reden["reden"].data, reden["bron"].data)

    try:
        concept = await bezoek.werk(doe) if goed else None
        fout = ""
    except (Beheerfout, Bewerkfout, KennisFout) as fout_:
        concept, fout = None, str(fout_)
    if concept is None:
        return bezoek.toon("invoer.html", 422, reden=reden, fouten=fouten(reden), fout=fout)
    bezoek.noteer("concept bewaard: overgenomen", str(concept.nr))
    return bezoek.naar(f"/beheer/concepten/{concept.nr}", "Dit zijn de verschillen. Er is nog niets veranderd.")


def pak_uit(inhoud: bytes, map_: Path) -> None:
    """The YAML of a zip file, in a folder. Raises Beheerfout for anything that is not wholly as it should be."""
    try:
        with zipfile.ZipFile(io.BytesIO(inhoud)) as zip_:
            leden = [lid for lid in zip_.infolist() if not lid.is_dir()]
            if not leden or len(leden) > MEESTE_BESTANDEN or sum(lid.file_size for lid in leden) > GROOTST:
                raise Beheerfout(GEEN_ZIP)
            for lid in leden:
                if not IN_ZIP.fullmatch(lid.filename):
                    raise Beheerfout(GEEN_ZIP)
                doel = map_ / lid.filename
                doel.parent.mkdir(parents=True, exist_ok=True)
                with zip_.open(lid) as bron:
                    doel.write_bytes(bron.read(lid.file_size))
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError):
        raise Beheerfout(GEEN_ZIP) from None


PAGINAS = (
    Pagina("GET", "/uitvoer", Rol.LEZER, uitvoer, "uitvoer"),
    Pagina("GET", "/uitvoer/{vorm}", Rol.LEZER, haal, "uitvoer"),
    Pagina("GET", "/invoer", Rol.REDACTEUR, invoer, "concepten"),
    Pagina("POST", "/invoer", Rol.REDACTEUR, neem_in, "concepten"),
)
