"""What is on disk at this moment: every file in a place that the settings name."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel


@dataclass(frozen=True)
class Bestand:
    """A file, or a place where none is yet."""

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
        gevonden = sorted(p for p in pad.rglob("*") if p.is_file())
    else:
        gevonden = sorted(pad.parent.glob(f"{pad.name}*")) if pad.parent.is_dir() else []
    yield from (Bestand(naam, p, p.stat().st_size) for p in gevonden)
    if not gevonden:
        yield Bestand(naam, pad, None)


def heeft(model: BaseModel, naam: str) -> bool:
    """Whether a setting with this dotted name is there and filled."""
    waarde: object = model
    for deel in naam.split("."):
        waarde = getattr(waarde, deel, None)
    return waarde is not None
