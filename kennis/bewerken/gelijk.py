"""When two values of a field say the same: one word or a list of one, nothing or an empty list."""

from kennis.bewerken.model import Waarde

LEEG: tuple[Waarde, ...] = (None, "", [], {}, False)
"""A field with one of these says nothing: the same as no field."""
NAAMVELDEN = ("id", "overleg", "naam")
"""Fields by which an item of a list is known: an option, a meeting of a region, an organisation."""


def is_leeg(waarde: Waarde) -> bool:
    """Whether a field may as well be left out."""
    return any(waarde is leeg or (type(waarde) is type(leeg) and waarde == leeg) for leeg in LEEG)


def gelijk(een: Waarde, ander: Waarde) -> bool:
    """Whether two values say the same."""
    return bool(_kern(een) == _kern(ander))


def op_naam(lijst: Waarde) -> dict[str, Waarde] | None:
    """The items of a list by name; None when they are no list, or not all have a name of their own."""
    if not isinstance(lijst, list) or not all(isinstance(deel, dict) for deel in lijst):
        return None
    uit = {next((str(deel[veld]) for veld in NAAMVELDEN if veld in deel), ""): deel for deel in lijst}
    return uit if len(uit) == len(lijst) and "" not in uit else None


def _kern(waarde: Waarde) -> Waarde:
    if isinstance(waarde, dict):
        return {naam: _kern(deel) for naam, deel in waarde.items() if not is_leeg(deel)}
    if isinstance(waarde, list):
        kern = [_kern(deel) for deel in waarde]
        return kern[0] if len(kern) == 1 and not isinstance(kern[0], dict | list) else kern or None
    if is_leeg(waarde):
        return None
    return waarde.strip() if isinstance(waarde, str) else (type(waarde).__name__, waarde)
