"""Requests to receivers: what is connected to is what was checked, and no answer takes long or is large."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from cms.webhooks.guarded_network import GuardedNetwork
from cms.webhooks.networks import allowed_networks
from cms.webhooks.sender import KEPT_BYTES, Answer, send
from tests.cms.webhooks.receiver import Receiver, dribbling, never, receiving, status

LOOPBACK = allowed_networks("127.0.0.0/8")
PUBLIC = "93.184.216.34"


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    async with receiving() as running:
        yield running


class Names:
    """A name server whose answers a test decides, one after the other, the last one for ever."""

    def __init__(self, *answers: list[str]) -> None:
        self.answers = list(answers)
        self.asked: list[str] = []

    async def __call__(self, host: str, port: int) -> list[str]:
        self.asked.append(host)
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]


async def post(url: str, network: GuardedNetwork, seconds: float = 20) -> Answer:
    return await send(network, url, b'{"a":1}', {"webhook-id": "msg_1"}, seconds)


def at_name(receiver: Receiver, name: str = "hooks.example.org") -> str:
    return receiver.url.replace("127.0.0.1", name)


async def test_a_request_arrives_with_the_name_that_was_asked_for(receiver: Receiver) -> None:
    receiver.will(status(200, b"thank you"))

    answer = await post(at_name(receiver), GuardedNetwork(LOOPBACK, Names(["127.0.0.1"])))

    assert (answer.status, answer.text, answer.error, answer.is_success) == (200, "thank you", None, True)
    [request] = receiver.received
    assert request.headers["host"] == at_name(receiver).split("/")[2]
    assert (request.path, request.body, request.headers["webhook-id"]) == ("/hook", b'{"a":1}', "msg_1")


@pytest.mark.parametrize(
    "address", ["127.0.0.1", "::1", "::ffff:127.0.0.1", "10.0.0.1", "169.254.169.254", "0.0.0.0", "fe80::1%lo"]
)
async def test_a_name_that_leads_inside_is_not_connected_to(receiver: Receiver, address: str) -> None:
    answer = await post(at_name(receiver), GuardedNetwork((), Names([address])))

    assert answer.status is None and answer.error
    assert answer.error == f"hooks.example.org leads to {address}, which webhooks may not reach"
    assert receiver.received == []


@pytest.mark.parametrize("addresses", [[PUBLIC, "127.0.0.1"], ["127.0.0.1", PUBLIC]])
async def test_a_name_that_leads_both_ways_is_not_connected_to(receiver: Receiver, addresses: list[str]) -> None:
    answer = await post(at_name(receiver), GuardedNetwork((), Names(addresses)))

    assert answer.status is None and "127.0.0.1, which webhooks may not reach" in (answer.error or "")
    assert receiver.received == []


async def test_an_answer_of_the_name_server_that_changes_after_the_check_changes_nothing(receiver: Receiver) -> None:
    """Otherwise a public address for the check and a private one for the connection would be a way in."""
    names = Names(["127.0.0.1"], ["127.0.0.2"])

    answer = await post(at_name(receiver), GuardedNetwork(allowed_networks("127.0.0.1"), names))

    assert answer.status == 204  # asked once: connected to what was checked
    assert names.asked == ["hooks.example.org"]


async def test_a_name_that_was_public_is_checked_again_the_next_time(receiver: Receiver) -> None:
    network = GuardedNetwork(allowed_networks("127.0.0.1"), Names(["127.0.0.1"], ["127.0.0.2"]))

    first, second = await post(at_name(receiver), network), await post(at_name(receiver), network)

    assert first.is_success and not second.is_success
    assert second.error == "hooks.example.org leads to 127.0.0.2, which webhooks may not reach"


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "0177.0.0.1", "127.1"])
async def test_other_ways_to_write_loopback_lead_nowhere(receiver: Receiver, host: str) -> None:
    """By the system's own resolver, which reads numbers as addresses."""
    answer = await post(at_name(receiver, host), GuardedNetwork(()))

    assert answer.status is None and answer.error
    assert receiver.received == []


async def test_the_same_address_is_tried_where_it_is_allowed(receiver: Receiver) -> None:
    assert (await post(receiver.url, GuardedNetwork(LOOPBACK))).is_success


@pytest.mark.parametrize("code", [301, 302, 303, 307, 308])
async def test_redirects_are_not_followed(receiver: Receiver, code: int) -> None:
    async with receiving() as inside:
        receiver.will(status(code, location=inside.url))

        answer = await post(receiver.url, GuardedNetwork(LOOPBACK))

        assert (answer.status, answer.is_success) == (code, False)
        assert inside.received == []


async def test_the_next_address_is_tried_when_one_does_not_answer(receiver: Receiver) -> None:
    names = Names(["127.0.0.9", "127.0.0.1"])  # the server listens on one of them

    assert (await post(at_name(receiver), GuardedNetwork(LOOPBACK, names))).is_success


async def test_an_unknown_name_and_a_closed_port_are_said(receiver: Receiver) -> None:
    async def unknown(host: str, port: int) -> list[str]:
        raise OSError("no such name")

    nameless = await post(at_name(receiver), GuardedNetwork(LOOPBACK, unknown))
    closed = await post("http://127.0.0.1:1/", GuardedNetwork(LOOPBACK))

    assert nameless.error == "hooks.example.org is not known: no such name"
    assert closed.status is None and closed.error


async def test_proxies_of_the_environment_are_not_used(receiver: Receiver, monkeypatch: pytest.MonkeyPatch) -> None:
    async with receiving() as proxy:
        for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
            monkeypatch.setenv(name, proxy.url)

        assert (await post(receiver.url, GuardedNetwork(LOOPBACK))).is_success
        assert proxy.received == [] and len(receiver.received) == 1


async def test_a_receiver_that_says_nothing_is_given_up(receiver: Receiver) -> None:
    receiver.will(never(receiver))

    answer = await post(receiver.url, GuardedNetwork(LOOPBACK), seconds=0.1)

    assert (answer.status, answer.error) == (None, "no complete answer within 0.1 s")
    assert answer.milliseconds >= 100


async def test_a_huge_answer_is_read_no_further_than_it_is_kept(receiver: Receiver) -> None:
    receiver.will(dribbling(receiver, b"HTTP/1.1 200 OK\r\ncontent-length: 99999999999\r\n\r\n", b"x" * 60_000))

    async with asyncio.timeout(20):
        answer = await post(receiver.url, GuardedNetwork(LOOPBACK))

    assert answer.is_success and answer.error is None
    assert answer.text == "x" * KEPT_BYTES


async def test_a_yes_counts_though_the_rest_of_the_answer_never_ends(receiver: Receiver) -> None:
    receiver.will(dribbling(receiver, b"HTTP/1.1 202 OK\r\ncontent-length: 99999999\r\n\r\nok", b""))

    answer = await post(receiver.url, GuardedNetwork(LOOPBACK), seconds=0.2)

    assert (answer.status, answer.text, answer.is_success) == (202, "ok", True)
    assert answer.error == "no complete answer within 0.2 s"


@pytest.mark.parametrize(
    "garbage", [b"SSH-2.0-OpenSSH_9\r\n", b"\x00" * 100, b"HTTP/1.1 200 OK\r\n" + b"a: b\r\n" * 20_000]
)
async def test_what_is_no_http_is_a_failure(receiver: Receiver, garbage: bytes) -> None:
    receiver.will(dribbling(receiver, garbage, b""))
    receiver.leaving.set()

    answer = await post(receiver.url, GuardedNetwork(LOOPBACK), seconds=5)

    assert not answer.is_success and answer.error


async def test_bytes_that_are_no_text_are_kept_as_text(receiver: Receiver) -> None:
    receiver.will(status(500, b"\xff\xfe\x00 error"))

    answer = await post(receiver.url, GuardedNetwork(LOOPBACK))

    assert (answer.status, answer.text) == (500, "��� error")
