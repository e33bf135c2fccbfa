"""Two Teams replicas behave as one, also while Redis is gone for a while; and Redis holds nobody's words or names."""

import asyncio
import random
from collections import Counter

from bot.kern import Kern
from bot.opslag.gedeeld import ADEM_S
from tests.productie.redis import Redisserver
from tests.productie.replicas import Verdeler, verdeler

WEDERVRAAG = "mag ik een diagnose delen"
GEHEIM = (b"29:gebruiker", b"a:gesprek", b"diagnose delen", b"Gebruiker", b"aaaaaaaa-bbbb", b"Zwaluwstaart")


async def _vraag(v: Verdeler, tekst: str, verwacht: int) -> str:
    assert await v.stuur(v.bericht(tekst)) == 200
    return (await v.nep.wacht_op(verwacht))[-1].tekst


def test_elke_activiteit_wordt_een_keer_beantwoord(kern: Kern, redis: Redisserver) -> None:
    async def verloop() -> None:
        async with verdeler(kern, redis) as v:
            storm = [v.in_gesprek(nr, "hulp") for nr in range(20)] * 5
            random.Random(3).shuffle(storm)
            assert set(await asyncio.gather(*map(v.stuur, storm))) == {200}
            await v.nep.wacht_op(20)
        assert set(Counter(a.gesprek for a in v.nep.aanroepen).values()) == {1}
        assert len(v.nep.aanroepen) == 20

    asyncio.run(verloop())


def test_een_gesprek_gaat_verder_bij_de_andere_replica(kern: Kern, redis: Redisserver) -> None:
    """The options come from replica A; the number is typed at B, which must know them; A knows what B answered."""

    async def verloop() -> None:
        async with verdeler(kern, redis) as v:
            eerst = await _vraag(v, WEDERVRAAG, 1)
            gekozen = await _vraag(v, "1", 2)
            bron = await _vraag(v, "bron", 3)
        async with verdeler(kern, redis, aantal=1) as alleen:
            await _vraag(alleen, "wis", 1)
            assert await _vraag(alleen, WEDERVRAAG, 2) == eerst
            assert await _vraag(alleen, "1", 3) == gekozen
            assert await _vraag(alleen, "bron", 4) == bron
        assert len({eerst, gekozen, bron}) == 3

    asyncio.run(verloop())


def test_wissen_bij_de_een_wist_bij_de_ander(kern: Kern, redis: Redisserver) -> None:
    async def verloop() -> None:
        async with verdeler(kern, redis) as v:
            await _vraag(v, "hulp", 1)
            niets = await _vraag(v, "meer", 2)
            await _vraag(v, WEDERVRAAG, 3)
            await _vraag(v, "wis", 4)
            assert await _vraag(v, "meer", 5) == niets
            assert await _vraag(v, "meer", 6) == niets

    asyncio.run(verloop())


def test_in_redis_staan_geen_woorden_geen_mensen_en_alles_verloopt(kern: Kern, redis: Redisserver) -> None:
    async def verloop() -> None:
        async with verdeler(kern, redis) as v:
            await _vraag(v, "Mag ik over Xantippe Zwaluwstaart iets delen met leerplicht?", 1)
            await _vraag(v, WEDERVRAAG, 2)
        inhoud = redis.alles()
        assert len(inhoud) >= 3
        alles = b"\n".join(sleutel + b"=" + waarde for sleutel, waarde in inhoud.items())
        assert not [woord for woord in GEHEIM if woord in alles]
        assert not redis.zonder_einde()

    asyncio.run(verloop())


def test_redis_weg_en_weer_terug(kern: Kern, redis: Redisserver) -> None:
    """Nobody waits, nobody gets nothing; a conversation that stays with one replica does not even notice."""

    async def verloop() -> None:
        async with verdeler(kern, redis) as v:
            await _vraag(v, WEDERVRAAG, 1)
            redis.stop()
            for nr in range(10):
                assert await v.stuur(v.in_gesprek(nr, "hulp")) == 200
            await v.nep.wacht_op(11)
            assert all(replica.opslag.gestoord for replica in v.replicas)
            redis.start()
            await asyncio.sleep(1.1 * ADEM_S)  # they look again after this
            berichten = [v.in_gesprek(nr, "hulp") for nr in range(10)]
            await asyncio.gather(*map(v.stuur, berichten * 3))
            await v.nep.wacht_op(21)
            assert not any(replica.opslag.gestoord for replica in v.replicas)
        assert len(v.nep.aanroepen) == 21

    asyncio.run(verloop())
