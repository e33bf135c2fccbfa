"""What is on disk at this moment: every file in a place that the settings name."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel

GEHEEL = frozenset({"git", "versies", "concepten", "taal"})
"""Folders of the knowledge repository that are told as one: no file in them says more than the folder does."""


@dataclass(frozen=True)
class Bestand:
    """A file, a folder that is told as one, or a place where nothing is yet."""

    instelling: str
    """Dotted name of the setting that names it, or the folder it is in."""
    pad: Path
    grootte: int | None
    """Bytes; None when it does not exist."""


def paden(model: BaseModel, boven: str = "") -> Iterator[tuple[str, Path]]:
    """Every setting that holds a path, with its dotted name."""
    for naam in type(model).model_fields:
        waarde = getattr(model, naam)
        if isinstance(waarde, BaseModel):
            yield from paden(waarde, f"{boven}{naam}.")
        elif isinstance(waarde, Path):
            yield f"{boven}{naam}", waarde


def op_schijf(model: BaseModel) -> list[Bestand]:
    """All files that these settings lead to, the side files of a database included."""
    return [bestand for naam, pad in paden(model) for bestand in _bij(naam, pad)]


def _bij(naam: str, pad: Path) -> Iterator[Bestand]:
    if pad.is_dir():
        gevonden = list(_in(pad))
    else:
        gevonden = sorted(pad.parent.glob(f"{pad.name}*")) if pad.parent.is_dir() else []
    yield from (Bestand(naam, p, sum(deel.stat().st_size for deel in _bestanden(p))) for p in gevonden)
    if not gevonden:
        yield Bestand(naam, pad, None)


def _in(map_: Path) -> Iterator[Path]:
    for pad in sorted(map_.iterdir()):
        if pad.is_dir() and pad.name not in GEHEEL:
            yield from () if pad.is_symlink() else _in(pad)
        else:
            yield pad


def _bestanden(pad: Path) -> Iterator[Path]:
    yield from (p for p in pad.rglob("*") if p.is_file()) if pad.is_dir() else (pad,)


def heeft(model: BaseModel, naam: str) -> bool:
    """Whether a setting with this dotted name is there and filled."""
    waarde: object = model
    for deel in naam.split("."):
        waarde = getattr(waarde, deel, None)
    return waarde is not None
