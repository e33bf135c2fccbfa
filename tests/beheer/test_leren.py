"""What has to be learnt goes live later, and holds up nothing that need not be."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event

from bot.beheer.concept import Concept, Status
from bot.beheer.proef import Proef
from bot.beheer.werkbank import Werkbank
from kennis.bewerken import Sleutel, Wijziging
from tests.beheer.conftest import AN, BO, DOEL, REGEL, Klok, wijziging


def ingediend(bank: Werkbank, sleutel: str, kort: str) -> Concept:
    concept = bank.begin(AN, "Een tekst", [wijziging(bank.opslag.bundel(), sleutel, kort=kort)], "Was oud", "")
    return bank.dien_in(AN, concept.nr, concept.stand)


def kort(bank: Werkbank, sleutel: str) -> str:
    item = bank.opslag.bundel().item(Sleutel.lees(sleutel))
    assert item is not None
    return str(item.volledig["dan"]["kort"])


class Leerling(Werkbank):
    """Stands still at learning the first draft, as one with many new examples does for minutes."""

    def __init__(self, bank: Werkbank, klok: Klok) -> None:
        super().__init__(bank.opslag, klok)
        self._vergelijkers = bank._vergelijkers
        self.leert, self.verder = Event(), Event()

    def _probeer(self, proef: Proef) -> None:
        eerste = not self.leert.is_set()
        self.leert.set()
        if eerste:
            assert self.verder.wait(60)
        super()._probeer(proef)


def test_a_draft_that_is_being_learnt_holds_up_no_other(werkbank: Werkbank, klok: Klok) -> None:
    bank = Leerling(werkbank, klok)
    traag, snel = ingediend(bank, DOEL, "Dit moet eerst geleerd."), ingediend(bank, REGEL, "Dit kan meteen.")
    with ThreadPoolExecutor(1) as ander:
        wacht = ander.submit(bank.keur_goed, BO, traag.nr, traag.stand)
        assert bank.leert.wait(60)
        assert bank.keur_goed(BO, snel.nr, snel.stand).status is Status.GEPUBLICEERD
        assert not wacht.done()
        assert kort(bank, REGEL) == "Dit kan meteen."
        bank.verder.set()
        assert wacht.result().status is Status.GEPUBLICEERD
    assert (kort(bank, DOEL), kort(bank, REGEL)) == ("Dit moet eerst geleerd.", "Dit kan meteen.")


def test_a_word_is_live_without_learning(werkbank: Werkbank) -> None:
    sleutel = Sleutel.lees("woorden/partijen/leerplicht")
    item = werkbank.opslag.bundel().item(sleutel)
    assert item is not None
    erbij = Wijziging(sleutel=str(sleutel), voor=item.waarde, na=[*item.waarde, "plusconsulent"])
    concept = werkbank.begin(AN, "Een woord", [erbij], "Gemist", "")
    assert not werkbank.gevolgen(concept).traint
    concept = werkbank.dien_in(AN, concept.nr, concept.stand)
    assert werkbank.keur_goed(BO, concept.nr, concept.stand).status is Status.GEPUBLICEERD
