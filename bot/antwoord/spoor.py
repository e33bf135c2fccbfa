"""The trace of an answer: which fact, under which concept, which rule, which article, which verdict."""

from bot.antwoord.opstellen import Opsteller
from intents.begrijp import Begrip
from intents.laden import DELEN
from kennis.beslissen import Toepassing
from kennis.laden import Kennis

MEESTE_VERSLAGEN = 3
"""Weaker rules that are shown."""


def spoor(begrip: Begrip, opsteller: Opsteller, kennis: Kennis) -> list[str]:
    """Markdown lines; holds ids of the knowledge only, nothing that was typed."""
    uit = [f"**Soort vraag**: {begrip.intent} ({begrip.vertrouwen:.2f})", ""]
    if begrip.intent != DELEN:
        return uit
    besluit = opsteller.besluit(begrip.lezing.feiten)
    regel = besluit.regel
    uit += [
        f"- feit `{dim.value}` = `{feit}` valt onder `{voorwaarde}`"
        for dim, feit, voorwaarde in besluit.toepassing.gronden
    ]
    uit.append(f"- regel `{regel.id}` (rang {besluit.toepassing.rang[0]}, precisie {besluit.toepassing.rang[1]})")
    uit += [
        f"- grondslag `{g}`: {kennis.grondslagen[g].wet} {kennis.grondslagen[g].artikel or ''}"
        for g in regel.dan.grondslagen
    ]
    uit += [f"- bron {b}" for b in regel.bronnen]
    uit.append(f"- oordeel `{regel.dan.oordeel}`")
    uit += [f"- minder precies: {_zwakker(t)}" for t in besluit.verslagen[:MEESTE_VERSLAGEN]]
    return uit


def _zwakker(toepassing: Toepassing) -> str:
    return f"`{toepassing.regel.id}` (rang {toepassing.rang[0]}, precisie {toepassing.rang[1]})"
