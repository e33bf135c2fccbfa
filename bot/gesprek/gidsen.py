"""The guided flows there are, by the name of the command that starts them."""

from collections.abc import Mapping

from bot.gesprek.gids import Gids
from bot.leren.onboarding import Onboardinggids

GIDSEN: Mapping[str, Gids] = {"onboarding": Onboardinggids()}
"""A new flow is a line here, and a line under `opdrachten` in teksten.yaml."""
