"""The whole answer as Markdown: verdict first, then basis, consent, conditions, steps, warnings and sources."""

from bot.antwoord.model import BronRegel, GrondslagRegel, ToestemmingRegel
from bot.antwoord.opstellen import Opsteller, Stof
from kennis.model import Oordeel
from kennis.zinnen import Zinnen


def markdown(stof: Stof, opsteller: Opsteller, zinnen: Zinnen, wijs_door: str | None) -> str:
    """Text of one answer. Empty parts are left out."""
    inhoud = stof.inhoud
    delen = [_kop(stof, zinnen)]
    if inhoud.punten:
        delen.append(_lijst(inhoud.punten))
    if stof.per_optie:
        delen.append(_blok(zinnen.kopjes["opties"], [_optie(o, zinnen) for o in stof.per_optie]))
    grondslagen = opsteller.grondslagen(inhoud)
    if grondslagen:
        delen.append(f"**{zinnen.kopjes['grondslag']}:** " + "; ".join(grondslag_tekst(g) for g in grondslagen) + ".")
    toestemming = opsteller.toestemming(inhoud, stof.feiten)
    if toestemming:
        delen.append(f"**{zinnen.kopjes['toestemming']}:** {toestemming_tekst(toestemming, stof, opsteller, zinnen)}")
    for kop, regels in (("voorwaarden", inhoud.voorwaarden), ("stappen", inhoud.stappen), ("let_op", inhoud.let_op)):
        if regels:
            delen.append(_blok(zinnen.kopjes[kop], regels, genummerd=kop == "stappen"))
    if stof.bronnen:
        delen.append(f"**{zinnen.kopjes['bronnen']}:** " + bronnen_tekst(opsteller.bronnen(stof.bronnen)) + ".")
    if wijs_door:
        delen.append(zinnen.wijs_door.format(wie=wijs_door))
    return "\n\n".join(delen)


def _kop(stof: Stof, zinnen: Zinnen) -> str:
    oordeel = stof.inhoud.oordeel
    if oordeel is None or stof.inhoud.kort.startswith(zinnen.zegt_het_al):
        return stof.inhoud.kort
    return f"**{zinnen.oordelen[oordeel].opening}** {stof.inhoud.kort}"


def _optie(optie: tuple[str, Oordeel | None, str], zinnen: Zinnen) -> str:
    tekst, oordeel, kort = optie
    return f"*{tekst}*: {zinnen.oordelen[oordeel].woord if oordeel else ''}. {kort}"


def _lijst(regels: tuple[str, ...]) -> str:
    return "\n".join(f"- {r}" for r in regels)


def _blok(kop: str, regels: object, genummerd: bool = False) -> str:
    assert isinstance(regels, list | tuple)
    if len(regels) == 1:
        return f"**{kop}:** {regels[0]}"
    merk = [f"{nr}." if genummerd else "-" for nr in range(1, len(regels) + 1)]
    return f"**{kop}:**\n" + "\n".join(f"{m} {r}" for m, r in zip(merk, regels, strict=True))


def grondslag_tekst(grondslag: GrondslagRegel) -> str:
    """One basis in words: article as cited, number in force when it differs, place in the GDPR."""
    uit = f"artikel {grondslag.artikel} {grondslag.wet}" if grondslag.artikel else grondslag.wet
    if grondslag.artikel_nu and grondslag.artikel_nu != grondslag.artikel:
        uit += f" (nu: {grondslag.artikel_nu})"
    return f"{uit}, artikel {grondslag.avg} AVG" if grondslag.avg and grondslag.avg not in uit else uit


def bronnen_tekst(bronnen: tuple[BronRegel, ...]) -> str:
    """Sources in words, each document named once."""
    per_document: dict[str, list[str]] = {}
    for bron in bronnen:
        per_document.setdefault(bron.document, []).append(bron.artikel)
    return "; ".join(f"{document}: {', '.join(plekken)}" for document, plekken in per_document.items())


def toestemming_tekst(toestemming: ToestemmingRegel, stof: Stof, opsteller: Opsteller, zinnen: Zinnen) -> str:
    """The consent line: needed or not, whose, in what form, and that it may be withdrawn."""
    t = zinnen.toestemming
    if toestemming.nodig == "nee":
        return toestemming.toelichting or t["nee"]
    assert stof.inhoud.toestemming is not None
    zin = opsteller.leeftijdszin(stof.inhoud.toestemming, stof.feiten)
    wie = zin.tekst if zin else " en ".join(f"van {zinnen.wie.get(w, w)}" for w in toestemming.van)
    delen = [t[toestemming.nodig].format(wie=wie) if wie else t[f"{toestemming.nodig}_zonder_wie"]]
    if toestemming.vorm:
        delen.append(t["vorm"].format(vorm=toestemming.vorm))
    if toestemming.toelichting:
        delen.append(toestemming.toelichting)
    if toestemming.nodig == "ja":
        delen.append(t["intrekken"])
    return " ".join(delen)
