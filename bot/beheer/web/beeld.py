"""Makes pages from templates. Everything is escaped; only what `veilig_markdown` made may hold marks."""

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markdown_it import MarkdownIt
from markupsafe import Markup

from bot.beheer.web.namen import NAMEN

SJABLONEN = Path(__file__).with_name("sjablonen")
STATISCH = Path(__file__).with_name("statisch")
_MARKDOWN = MarkdownIt("commonmark", {"html": False})


class Beeld:
    """Renders templates."""

    def __init__(self) -> None:
        self._omgeving = Environment(
            loader=FileSystemLoader(SJABLONEN),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        self._omgeving.filters |= {"datum": datum, "markdown": veilig_markdown, "getal": getal}
        self._omgeving.globals |= {"namen": NAMEN}

    def toon(self, sjabloon: str, waarden: Mapping[str, Any]) -> str:
        """A page as HTML."""
        return self._omgeving.get_template(sjabloon).render(waarden)


def veilig_markdown(tekst: str) -> Markup:
    """Markdown as HTML; HTML that was typed into it shows as text."""
    return Markup(_MARKDOWN.render(tekst))


def datum(waarde: date | datetime | str | None) -> str:
    """A date as Dutch readers write it."""
    if waarde is None or waarde == "":
        return ""
    moment = datetime.fromisoformat(waarde) if isinstance(waarde, str) else waarde
    if isinstance(moment, datetime) and (moment.hour or moment.minute or moment.second):
        return f"{moment:%d-%m-%Y %H:%M}"
    return f"{moment:%d-%m-%Y}"


def getal(waarde: int) -> str:
    """A number with Dutch thousands separators."""
    return f"{waarde:,}".replace(",", ".")
