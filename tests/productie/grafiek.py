"""Line charts as SVG, by hand: no library for four lines."""

from collections.abc import Callable, Mapping, Sequence
from math import log10
from pathlib import Path

BREED, HOOG, RAND = 640, 320, 56
KLEUREN = ("#154273", "#b4530a", "#2e7d32", "#7b1fa2")
Punt = tuple[float, float]


def teken(doel: Path, titel: str, x: str, y: str, lijnen: Mapping[str, Sequence[Punt]], log_x: bool = False) -> None:
    """One chart; x may be on a scale of powers of ten."""
    punten = [p for lijn in lijnen.values() for p in lijn]
    schaal = [log10(p[0]) if log_x else p[0] for p in punten]
    links, rechts, top = min(schaal), max(schaal), 1.1 * max(p[1] for p in punten) or 1.0

    def plek(punt: Punt) -> tuple[float, float]:
        waar = log10(punt[0]) if log_x else punt[0]
        deel = (waar - links) / ((rechts - links) or 1.0)
        return RAND + deel * (BREED - 2 * RAND), HOOG - RAND - punt[1] / top * (HOOG - 2 * RAND)

    uit = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {BREED} {HOOG}" '
        'font-family="sans-serif" font-size="12">',
        f'<rect width="{BREED}" height="{HOOG}" fill="white"/>',
        f'<text x="{BREED / 2}" y="22" text-anchor="middle" font-size="15">{titel}</text>',
        f'<text x="{BREED / 2}" y="{HOOG - 8}" text-anchor="middle">{x}</text>',
        f'<text x="14" y="{HOOG / 2}" text-anchor="middle" transform="rotate(-90 14 {HOOG / 2})">{y}</text>',
        *_assen(sorted({p[0] for p in punten}), top, plek),
    ]
    for nr, (naam, lijn) in enumerate(lijnen.items()):
        kleur = KLEUREN[nr % len(KLEUREN)]
        baan = " ".join(f"{a:.1f},{b:.1f}" for a, b in map(plek, lijn))
        uit.append(f'<polyline points="{baan}" fill="none" stroke="{kleur}" stroke-width="2"/>')
        uit += [f'<circle cx="{a:.1f}" cy="{b:.1f}" r="3" fill="{kleur}"/>' for a, b in map(plek, lijn)]
        uit.append(f'<text x="{BREED - RAND + 4}" y="{RAND + 16 * nr}" fill="{kleur}" font-size="11">{naam}</text>')
    doel.parent.mkdir(parents=True, exist_ok=True)
    doel.write_text("\n".join([*uit, "</svg>"]) + "\n", encoding="utf-8")


def _assen(xen: Sequence[float], top: float, plek: Callable[[Punt], Punt]) -> list[str]:
    uit = [
        f'<path d="M{RAND} {RAND - 8}V{HOOG - RAND}H{BREED - RAND + 8}" fill="none" stroke="#888"/>',
    ]
    for waarde in xen if len(xen) <= 6 else (xen[0], xen[-1]):
        a, _ = plek((waarde, 0.0))
        uit.append(f'<text x="{a:.1f}" y="{HOOG - RAND + 16}" text-anchor="middle">{waarde:g}</text>')
    for deel in (0.0, 0.5, 1.0):
        _, b = plek((xen[0], deel * top))
        uit.append(f'<text x="{RAND - 6}" y="{b + 4:.1f}" text-anchor="end">{deel * top:.3g}</text>')
    return uit
