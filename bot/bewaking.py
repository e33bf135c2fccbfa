"""How the program itself does, in the format of Prometheus: channels, shared store, log messages, memory and time."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from time import monotonic

from prometheus_client import CollectorRegistry, ProcessCollector, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from bot.dienst import Kanaal
from bot.logboek import Meldingteller
from bot.opslag.vorm import Opslag


class Bewaking(Collector):
    """What a scrape reads besides the counts of answers."""

    def __init__(
        self,
        kanalen: Sequence[Kanaal],
        opslag: Opslag | None,
        meldingen: Meldingteller,
        kennisversie: Callable[[], str],
        anders: Iterable[Collector] = (),
    ) -> None:
        self._kanalen = kanalen
        self._opslag = opslag
        self._meldingen = meldingen
        self._kennisversie = kennisversie
        self._register = CollectorRegistry(auto_describe=False)
        for verzamelaar in (self, *anders):
            self._register.register(verzamelaar)
        ProcessCollector(registry=self._register)

    def collect(self) -> Iterator[Metric]:
        """All of it."""
        stil = GaugeMetricFamily(
            "deelwijzer_kanaal_stil_seconds", "Sinds het laatste goede contact.", labels=["kanaal"]
        )
        verbonden = GaugeMetricFamily("deelwijzer_kanaal_verbonden", "1 als het kanaal werkt.", labels=["kanaal"])
        leidt = GaugeMetricFamily(
            "deelwijzer_kanaal_leidt", "1 als dit programma het kanaal draait.", labels=["kanaal"]
        )
        for kanaal in self._kanalen:
            goed = kanaal.laatste_goed()
            stil.add_metric([kanaal.naam], 0.0 if goed is None else monotonic() - goed)
            verbonden.add_metric([kanaal.naam], kanaal.verbonden())
            leidt.add_metric([kanaal.naam], getattr(kanaal, "leidt", True))
        yield from (stil, verbonden, leidt)
        gestoord = self._opslag is not None and self._opslag.gestoord
        yield GaugeMetricFamily("deelwijzer_opslag_gestoord", "1 als de gedeelde opslag weg is.", float(gestoord))
        meldingen = CounterMetricFamily("deelwijzer_meldingen", "Regels in het logboek.", labels=["niveau"])
        for niveau, aantal in self._meldingen.aantallen.items():
            meldingen.add_metric([niveau], aantal)
        yield meldingen
        kennis = GaugeMetricFamily("deelwijzer_kennis", "Welke kennis antwoord geeft.", labels=["versie"])
        kennis.add_metric([self._kennisversie()], 1)
        yield kennis

    def tekst(self) -> bytes:
        """Everything as text."""
        return generate_latest(self._register)
