"""Uploads whose sender is slow: whoever trickles takes nothing from others, and does not go on for ever."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, AsyncExitStack

import httpx
import pytest

from cms.access.actor import Actor
from cms.app import build_app
from cms.files.uploads import upload_address
from cms.http import receiving
from cms.http.connection import connections
from cms.kernel.services import Services
from cms.kernel.settings import load_settings
from storage.documents import Upload
from tests.cms.files import samples
from tests.cms.http.clients import IMPATIENT
from tests.cms.http.served import served
from tests.services import person
from tests.trickling import Trickling, trickling
from tests.uploads import ticket

CONTENT = samples.pdf() + bytes(2 * receiving.BLOCK_BYTES)
Send = Callable[..., Awaitable[httpx.Response]]
Trickle = Callable[..., AbstractAsyncContextManager[Trickling]]


@pytest.fixture
async def origin(services: Services) -> AsyncIterator[str]:
    async with served(build_app(load_settings(), services, secret_key="s" * 32)) as origin:
        yield origin


@pytest.fixture
def trickle(services: Services, origin: str) -> Trickle:
    def begin(upload: Upload, network: str = "127.0.0.1") -> AbstractAsyncContextManager[Trickling]:
        return trickling(origin, upload_address(services, upload), upload.byte_size, network=network)

    return begin


@pytest.fixture
async def send(services: Services, origin: str) -> AsyncIterator[Send]:
    async with AsyncExitStack() as clients:

        async def put(upload: Upload, network: str = "127.0.0.1") -> httpx.Response:
            transport = httpx.AsyncHTTPTransport(local_address=network)
            client = await clients.enter_async_context(
                httpx.AsyncClient(base_url=origin, transport=transport, timeout=60)
            )
            return await client.put(upload_address(services, upload), content=CONTENT)

        yield put


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whose share is taken hears of it at once."""
    monkeypatch.setattr(receiving, "TURN_SECONDS", 0.05)


async def of(services: Services, name: str, number: int = 0) -> Upload:
    """A ticket of somebody."""
    return await ticket(services, person(name, eccp=["editor"]), CONTENT, f"{number}.pdf")


def code(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["error"]["code"]


async def test_more_people_who_trickle_than_there_are_turns_hold_nobody_up(
    services: Services, trickle: Trickle, send: Send
) -> None:
    async with AsyncExitStack() as slow:
        for number in range(receiving.TURNS + 4):
            upload = await of(services, f"slow{number}")
            begun = await slow.enter_async_context(trickle(upload, f"127.0.1.{number + 1}"))
            await begun.send(b"%")

        answers = await asyncio.gather(*[send(await of(services, name)) for name in ("ann", "bob")])

    assert [answer.status_code for answer in answers] == [200, 200]


@pytest.mark.usefixtures("impatient")
async def test_one_person_fills_no_more_than_a_share(services: Services, trickle: Trickle, send: Send) -> None:
    async with AsyncExitStack() as slow:
        for number in range(receiving.SENDERS["person"]):
            await slow.enter_async_context(trickle(await of(services, "slow", number), f"127.0.1.{number + 1}"))

        one_more, other = await send(await of(services, "slow", 99)), await send(await of(services, "other"))

    assert code(one_more) == (429, "TOO_MANY_REQUESTS") and one_more.headers["retry-after"]
    assert other.status_code == 200


@pytest.mark.usefixtures("impatient")
async def test_one_network_fills_no_more_than_a_share(
    services: Services, trickle: Trickle, send: Send, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(receiving.SENDERS, "network", 2)
    async with (
        served(build_app(load_settings(), services, secret_key="s" * 32)) as origin,
        trickling(origin, upload_address(services, await of(services, "ann")), len(CONTENT), network="127.0.1.1"),
        trickling(origin, upload_address(services, await of(services, "bob")), len(CONTENT), network="127.0.1.1"),
        httpx.AsyncClient(base_url=origin, transport=httpx.AsyncHTTPTransport(local_address="127.0.1.1")) as there,
        httpx.AsyncClient(base_url=origin, timeout=60) as elsewhere,
    ):
        cid = await of(services, "cid")
        refused = await there.put(upload_address(services, cid), content=CONTENT)
        taken = await elsewhere.put(upload_address(services, cid), content=CONTENT)

    assert code(refused) == (503, "BUSY") and refused.headers["retry-after"]
    assert taken.status_code == 200


async def test_an_office_of_thirty_behind_one_address_sends_its_letters(services: Services, send: Send) -> None:
    letters = [await of(services, f"person{number}") for number in range(30)]

    answers = await asyncio.gather(*map(send, letters))

    assert [answer.status_code for answer in answers] == [200] * 30


@pytest.mark.usefixtures("impatient")
async def test_one_ticket_is_received_once_at_a_time(
    services: Services, editor: Actor, trickle: Trickle, send: Send
) -> None:
    upload = await ticket(services, editor, CONTENT, "a.pdf")
    async with trickle(upload):
        meanwhile = await send(upload)
    while (afterwards := await send(upload)).status_code == 429:  # the server hears of the end in a moment
        pass

    assert code(meanwhile) == (429, "UPLOAD_UNDER_WAY") and meanwhile.headers["retry-after"]
    assert afterwards.status_code == 200


async def test_a_sender_that_trickles_is_let_go_with_all_that_it_held(services: Services) -> None:
    upload = await of(services, "slow")
    app = build_app(load_settings(), services, secret_key="s" * 32)

    async with (
        served(app, connections(IMPATIENT)) as origin,
        trickling(origin, upload_address(services, upload), len(CONTENT)) as slow,
    ):
        await slow.send(b"%")
        assert await slow.status() == 408
        async with httpx.AsyncClient(base_url=origin, timeout=60) as client:
            assert (await client.put(upload_address(services, upload), content=CONTENT)).status_code == 200


def test_the_deadline_of_a_letter_leaves_time_for_a_slow_line() -> None:
    letter, film = 5_000_000, 500_000_000

    assert 30 * 60 < receiving.deadline_of(letter) < receiving.LONGEST_DEADLINE == receiving.deadline_of(film)


async def test_an_upload_is_over_at_its_deadline(
    services: Services, trickle: Trickle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(receiving, "LONGEST_DEADLINE", 0.2)

    async with trickle(await of(services, "slow")) as slow:
        assert await slow.status() == 408


async def test_a_sender_who_pauses_gives_the_turn_back_and_goes_on_afterwards(
    services: Services, trickle: Trickle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(receiving, "TURNS", 1)
    monkeypatch.setattr(receiving, "PATIENCE_SECONDS", 0.05)
    half = receiving.BLOCK_BYTES + 1000
    async with served(build_app(load_settings(), services, secret_key="s" * 32)) as origin:
        address = upload_address(services, await of(services, "slow"))
        async with (
            trickling(origin, address, len(CONTENT)) as slow,
            httpx.AsyncClient(base_url=origin, timeout=60) as client,
        ):
            await slow.send(CONTENT[:half])
            others = [
                await client.put(upload_address(services, await of(services, name)), content=CONTENT)
                for name in ("ann", "bob")
            ]
            await slow.send(CONTENT[half:])
            status = await slow.status()

    assert [answer.status_code for answer in others] == [200, 200]
    assert status == 200
