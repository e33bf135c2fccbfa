"""JSON Schema of the knowledge files, so that an editor completes fields and marks errors while one types."""

import json
from pathlib import Path
from typing import Any

from kennis.model import Aanvulling, Antwoord, Begrip, Bron, Grondslag, Model, Regel, Regio, Tegenstrijdigheid
from kennis.toetsvragen import Toetsvraag

LIJSTEN: dict[str, type[Model]] = {
    "regels": Regel,
    "antwoorden": Antwoord,
    "aanvullingen": Aanvulling,
    "begrippen": Begrip,
    "grondslagen": Grondslag,
    "tegenstrijdigheden": Tegenstrijdigheid,
    "toetsvragen": Toetsvraag,
}
"""Files that hold a list under their own name."""
HELE_BESTANDEN: dict[str, type[Model]] = {"regios": Regio, "bronnen": Bron}
"""Kinds of which a file is one entry."""


def schemas() -> dict[str, dict[str, Any]]:
    """Kind of file to its schema."""
    return {
        **{naam: _lijst(naam, soort) for naam, soort in LIJSTEN.items()},
        **{naam: _met_losse_waarden(soort.model_json_schema()) for naam, soort in HELE_BESTANDEN.items()},
    }


def schrijf_schemas(map_: Path) -> list[Path]:
    """Write one file per kind: `regels.json`, `antwoorden.json`, ..."""
    map_.mkdir(parents=True, exist_ok=True)
    uit = []
    for naam, schema in schemas().items():
        pad = map_ / f"{naam}.json"
        pad.write_text(json.dumps(schema, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        uit.append(pad)
    return uit


def _lijst(naam: str, soort: type[Model]) -> dict[str, Any]:
    """A file with a list; what `standaard` says need not be repeated, so an entry only has to have an id."""
    deel = _met_losse_waarden(soort.model_json_schema())
    soorten = deel.pop("$defs", {})
    velden = {veld: vorm for veld, vorm in deel["properties"].items() if veld != "id"}
    standaard = {"type": "object", "properties": velden, "additionalProperties": False}
    deel["required"] = ["id"]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "type": "object",
        "required": [naam],
        "additionalProperties": False,
        "properties": {"standaard": standaard, naam: {"type": "array", "items": deel}},
        "$defs": soorten,
    }


def _met_losse_waarden(schema: Any) -> Any:
    """A list of words may be written as one word, without brackets."""
    if isinstance(schema, list):
        return [_met_losse_waarden(deel) for deel in schema]
    if not isinstance(schema, dict):
        return schema
    uit = {naam: _met_losse_waarden(deel) for naam, deel in schema.items()}
    if uit.get("type") == "array" and uit.get("items") == {"type": "string"}:
        return {"anyOf": [{"type": "string"}, uit]}
    return uit
