"""The counts in the format of Prometheus. A label holds an id of the knowledge or the name of a channel, never input.

A counter goes up in steps of five: from one reading to the next it must not tell that one person asked something.
"""

from collections.abc import Iterator

from prometheus_client import CONTENT_TYPE_PLAIN_0_0_4, CollectorRegistry, generate_latest
from prometheus_client.core import CounterMetricFamily, Metric
from prometheus_client.registry import Collector

from bot.tellingen.tellingen import KLEINSTE, Tellingen

INHOUD = CONTENT_TYPE_PLAIN_0_0_4
"""Content type of the text."""
VOORVOEGSEL = "deelwijzer"


class _Verzamelaar(Collector):
    def __init__(self, tellingen: Tellingen) -> None:
        self._tellingen = tellingen

    def collect(self) -> Iterator[Metric]:
        """One metric for each measure."""
        families: dict[str, CounterMetricFamily] = {}
        for (_, regio, cel), aantal in self._tellingen.totalen().items():
            familie = families.setdefault(cel.maat, _familie(cel.maat))
            familie.add_metric([regio, cel.waarde], aantal - aantal % KLEINSTE)
        yield from families.values()


def _familie(maat: str) -> CounterMetricFamily:
    wat = f"Antwoorden per {maat}, naar beneden afgerond op {KLEINSTE}."
    return CounterMetricFamily(f"{VOORVOEGSEL}_{maat}", wat, labels=["regio", maat])


def metrics(tellingen: Tellingen | None, *anders: Collector) -> bytes:
    """All counts as text, and what else there is to tell."""
    register = CollectorRegistry(auto_describe=False)
    for verzamelaar in (*([_Verzamelaar(tellingen)] if tellingen else []), *anders):
        register.register(verzamelaar)
    return generate_latest(register)
