"""Errors of the word lists and example questions."""

from kennis.fouten import KennisFout


class IntentFout(KennisFout):
    """Word lists or example questions cannot be used; carries every finding."""
