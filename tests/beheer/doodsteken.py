"""Kill a process in the middle of publishing, many times, and see that the repository is always one whole version.

Run as a program of one thread, so that a child is an exact copy: `python -m tests.beheer.doodsteken MAP AANTAL`.
"""

import json
import os
import random
import signal
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from bot.beheer.concept import Concept, Persoon, Status
from bot.beheer.opslag import LEVEND, Opslag, Publicatie, levende_map
from kennis.bewerken import Bundel, Wijziging

PADEN = ("kennis/een.yaml", "kennis/map/twee.yaml", "intents/drie.yaml")
"""Files that hold the same number: a half version would have different ones."""
VULLING = b"# vulling\n" * 5_000
"""Makes files of a usual size."""
ZAAD = 8


def met_nummer(bundel: Bundel, nr: int) -> Bundel:
    """A version that can be told by a number."""
    return Bundel({**bundel.bestanden, **{pad: f"nummer: {nr}\n".encode() + VULLING for pad in PADEN}})


def nummers(bundel: Bundel) -> set[int]:
    """The numbers in a version."""
    gevonden = [bundel.bestanden.get(pad, b"nummer: 0\n").split(b"\n")[0] for pad in PADEN]
    return {int(regel.removeprefix(b"nummer: ")) for regel in gevonden}


def publiceer_door(map_: Path, melding: int) -> None:
    """The victim: publish versions and store drafts until the end, telling each number that was promised."""
    opslag = Opslag(map_)
    while True:
        nr = 1 + max(nummers(opslag.bundel()))
        wat = Publicatie("", datetime.now(UTC), f"Nummer {nr}", "A", "B", "Omdat", "", nr)
        opslag.publiceer(met_nummer(opslag.bundel(), nr), opslag.versie, wat)
        opslag.bewaar(concept(opslag, nr))
        os.write(melding, f"{nr}\n".encode())


def concept(opslag: Opslag, nr: int) -> Concept:
    """A draft that can be told by a number."""
    wijziging = Wijziging(sleutel="antwoorden/adv.doel", voor={"titel": "x" * 20_000}, na={"titel": f"{nr}"})
    auteur = Persoon(id="a", naam="A")
    return Concept(
        nr=0,
        stand=0,
        titel=f"{nr}",
        status=Status.CONCEPT,
        auteur=auteur,
        reden="r",
        basis="",
        wijzigingen=(wijziging,),
    )


def steek(map_: Path, na: float) -> int:
    """Start a victim, kill it, and return the last number it promised."""
    lees, schrijf = os.pipe()
    kind = os.fork()
    if kind == 0:
        try:
            publiceer_door(map_, schrijf)
        finally:
            os._exit(1)
    os.close(schrijf)
    time.sleep(na)
    os.kill(kind, signal.SIGKILL)
    assert os.WIFSIGNALED(os.waitpid(kind, 0)[1]), "the victim failed before it was killed"
    with os.fdopen(lees) as gezegd:
        return max((int(regel) for regel in gezegd), default=0)


def bekijk(map_: Path, beloofd: int) -> int:
    """Prove that what is there is whole, before and after the next start; the number that is live."""
    live = levende_map(map_)
    voor = Bundel.lees(live)
    assert len(nummers(voor)) == 1, "half version"
    (map_ / LEVEND / "kennis").stat()
    opslag = Opslag(map_)
    bundel = opslag.bundel()
    assert Bundel.lees(opslag.levende_map) == bundel, "folder and history differ"
    assert next(opslag.geschiedenis()).versie == opslag.versie, "pointer and branch differ"
    (nr,) = nummers(bundel)
    assert nr >= beloofd, "lost publication"
    assert not beloofd or str(beloofd) in {c.titel for c in opslag.concepten()}, "lost draft"
    return nr


def main(map_: Path, aantal: int) -> None:
    """Kill, look, again; a line of JSON at the end."""
    kans = random.Random(ZAAD)
    Opslag(map_)
    opslag = Opslag(map_)
    klein = met_nummer(Bundel({}), 0)  # a small repository: the same steps, in less time
    begin = time.perf_counter()
    opslag.publiceer(klein, opslag.versie, next(opslag.geschiedenis()))
    duur = time.perf_counter() - begin
    nr, midden = 0, 0
    for _ in range(aantal):
        beloofd = steek(map_, kans.uniform(0, 4 * duur))
        nieuw = bekijk(map_, beloofd)
        assert nieuw >= nr, "went back"
        midden += nieuw > max(nr, beloofd)
        nr = nieuw
    print(json.dumps({"gestoken": aantal, "versies": nr, "net_voor_de_melding": midden}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
