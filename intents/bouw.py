"""`python -m intents.bouw`: what set-up makes for understanding: word forms, and training on the examples."""

import sys
from collections.abc import Iterator

from intents.getraind import laad_getraind
from intents.laden import Taal, laad_taal
from intents.tekst import woorden
from intents.woordvormen import maak_tabel
from kennis.laden import Kennis, laad_kennis


def main() -> int:
    """Make what is not there yet for these very examples."""
    kennis, taal = laad_kennis(), laad_taal()
    maak_tabel(woord.vorm for tekst in _teksten(kennis, taal) for woord in woorden(tekst))
    model = laad_getraind(kennis, taal)
    print(f"Het verstaan is klaar: {len(model.intents)} soorten vragen.")
    return 0


def _teksten(kennis: Kennis, taal: Taal) -> Iterator[str]:
    """Everything that names a concept or is an example."""
    for taxonomie in kennis.taxonomieen.values():
        for begrip in taxonomie:
            yield from (begrip.naam, *begrip.ook)
    for lijst in taal.woorden.values():
        for namen in lijst.values():
            yield from namen
    for zinnen in taal.vragen.values():
        yield from zinnen
    yield from (voorbeeld.v for voorbeeld in taal.delen)


if __name__ == "__main__":
    sys.exit(main())
