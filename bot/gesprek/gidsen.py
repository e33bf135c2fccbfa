"""The guided flows there are, by the name of the command that starts them."""

from collections.abc import Callable, Mapping

from bot.gesprek.formulier import Formuliergids
from bot.gesprek.gids import Gids
from bot.gesprek.overlegregelen import Overleghulp
from bot.gesprek.stappenplan import Afweging
from bot.leren.code import lijkt_code
from bot.leren.onboarding import Onboardinggids
from bot.leren.week import Weekgids

GIDSEN: Mapping[str, Gids] = {
    "stappenplan": Afweging(),
    "casusoverleg": Overleghulp(),
    "formulier": Formuliergids(),
    "onboarding": Onboardinggids(),
    "casus": Weekgids(),
}
"""A new flow is a line here, and a line under `opdrachten` in teksten.yaml."""
HERKEND: Mapping[str, Callable[[str], bool]] = {"onboarding": lijkt_code}
"""Flows that a line can start without a command, such as a code to go on with."""
