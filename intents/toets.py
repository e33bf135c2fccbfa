"""Show how a sentence is read: words, roles, inferences, alternatives with scores."""

from intents.begrijp import Begrijper


def toon_lezing(begrijper: Begrijper, zin: str, rol: str | None = None) -> list[str]:
    """Lines for a privacy officer to see why a sentence is understood as it is."""
    begrip = begrijper.begrijp(zin, rol)
    lezing = begrip.lezing
    uit = ["Gevonden woorden:"]
    for v in lezing.vermeldingen:
        woorden = " ".join(w.vorm for w in lezing.woorden[v.begin : v.eind])
        zwak = ", zwak" if v.zwak else ""
        uit.append(f"  '{woorden}' -> {v.naam.taxonomie}: {v.naam.begrip} ({v.hoe}{zwak})")
    hersteld = [f"{w.vorm} -> {s}" for w, s in zip(lezing.woorden, lezing.sleutels, strict=True) if w.vorm != s]
    uit.append("Teruggebracht tot: " + (", ".join(hersteld) or "niets"))
    r = lezing.rollen
    uit.append(f"Rollen uit de zinsbouw: van={r.van}, naar={r.naar}, vrager={r.vrager}, op verzoek={r.op_verzoek}")
    uit.append("Afgeleid met: " + (", ".join(lezing.afgeleid) or "niets"))
    uit.append(f"Feiten: {lezing.feiten.als_ids()}")
    uit.append("Soort vraag:")
    uit.extend(f"  {k.intent}: {k.kans:.2f}" for k in begrip.alternatieven)
    return uit
