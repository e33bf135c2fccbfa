"""What several processes of one organisation share: in memory for one process, in Redis or Valkey for more."""

from bot.opslag.geheugen import Geheugenopslag
from bot.opslag.instelling import Opslaginstellingen, maak_opslag, sleutel_van
from bot.opslag.vorm import Opslag

__all__ = ["Geheugenopslag", "Opslag", "Opslaginstellingen", "maak_opslag", "sleutel_van"]
