"""The privacy guard: raw question text goes in, a question free of personal data comes out."""

from bot.privacy.poort import Poort
from bot.privacy.ruw import RuweTekst
from bot.privacy.soorten import Gezuiverd, Soort

__all__ = ["Gezuiverd", "Poort", "RuweTekst", "Soort"]
