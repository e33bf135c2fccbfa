"""The guided flows there are, by the name of the command that starts them."""

from collections.abc import Mapping

from bot.gesprek.formulier import Formuliergids
from bot.gesprek.gids import Gids
from bot.gesprek.overlegregelen import Overleghulp
from bot.gesprek.stappenplan import Afweging

GIDSEN: Mapping[str, Gids] = {
    "stappenplan": Afweging(),
    "casusoverleg": Overleghulp(),
    "formulier": Formuliergids(),
}
"""A new flow is a line here, and a line under `opdrachten` in teksten.yaml."""
