"""Learning without keeping: how often, never who or what was typed."""

from bot.tellingen.opslag import Opslag, Opslagfout
from bot.tellingen.tellingen import Tellingen

__all__ = ["Opslag", "Opslagfout", "Tellingen"]
