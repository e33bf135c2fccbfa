"""The code survives a round trip, and a wrong one is refused."""

from hypothesis import given
from hypothesis import strategies as st

from bot.leren.code import LESBITS, LETTERS, lees_code, lijkt_code, maak_code

ROLLEN = st.integers(0, 31)
LESSEN = st.sets(st.integers(1, LESBITS))


def _tekens(code: str) -> list[int]:
    return [nr for nr, teken in enumerate(code) if nr > 2 and teken != "-"]


@given(ROLLEN, LESSEN)
def test_heen_en_terug(rol: int, lessen: set[int]) -> None:
    bewaard = lees_code(maak_code(rol, lessen))
    assert bewaard is not None
    assert bewaard.rol == rol
    assert set(bewaard.lessen) == lessen


@given(ROLLEN, LESSEN, st.integers(0, 10), st.sampled_from(LETTERS))
def test_een_ander_teken_wordt_geweigerd(rol: int, lessen: set[int], plaats: int, teken: str) -> None:
    code = maak_code(rol, lessen)
    nr = _tekens(code)[plaats]
    anders = code[:nr] + teken + code[nr + 1 :]
    assert (lees_code(anders) is None) == (anders != code)


@given(ROLLEN, LESSEN, st.integers(0, 9))
def test_twee_verwisselde_tekens_worden_geweigerd(rol: int, lessen: set[int], plaats: int) -> None:
    code = list(maak_code(rol, lessen))
    een, ander = _tekens("".join(code))[plaats : plaats + 2]
    zelfde = code[een] == code[ander]
    code[een], code[ander] = code[ander], code[een]
    assert (lees_code("".join(code)) is None) == (not zelfde)


@given(st.text(max_size=40) | st.text("dwDW-. 0o1l" + LETTERS, max_size=20).map("DW-".__add__))
def test_losse_tekst_geeft_geen_fout(tekst: str) -> None:
    assert lees_code(tekst) is None or lijkt_code(tekst)


def test_overgetypt_zonder_streepjes_en_met_kleine_letters_mag() -> None:
    code = maak_code(3, {1, 2, 11})
    los = code.replace("-", " ").lower().replace("0", "o").replace("1", "l")
    assert lees_code(los) == lees_code(code)


def test_te_kort_of_te_lang_is_een_code_die_niet_klopt() -> None:
    code = maak_code(1, {1})
    for fout in (code[:-1], code[:6], code + "0", f"{code}."):
        assert lijkt_code(fout)
        assert lees_code(fout) is None


def test_het_woord_code_ervoor_mag() -> None:
    code = maak_code(1, {1})
    assert lees_code(code) is not None
    assert lees_code(f"mijn code is {code}") == lees_code(f"code: {code}") == lees_code(code)


def test_een_vraag_die_zo_begint_is_geen_code() -> None:
    assert not lijkt_code("dw is dat een code?")
