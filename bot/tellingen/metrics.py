"""The counts in the format of Prometheus. A label holds an id of the knowledge or the name of a channel, never input.

A counter goes up in steps of five: from one reading to the next it must not tell that one person asked something.
"""

from collections.abc import Iterator

from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import CounterMetricFamily, Metric
from prometheus_client.registry import Collector

from bot.tellingen.tellingen import KLEINSTE, Tellingen

VOORVOEGSEL = "deelwijzer"


class Verzamelaar(Collector):
    """The counts as metrics."""

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


def metrics(tellingen: Tellingen) -> bytes:
    """All counts as text."""
    register = CollectorRegistry(auto_describe=False)
    register.register(Verzamelaar(tellingen))
    return generate_latest(register)
