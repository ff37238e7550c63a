"""Bodies in parts, bodies that are too large, and clients that go away."""

import asyncio
from collections.abc import AsyncGenerator
from typing import Any

import orjson
import pytest
from starlette.types import Message

from cms.http.disconnect import CancelledWithClient
from cms.http.refusal import Refusal
from cms.http.request_body import ClientGone, read_body
from cms.kernel.graphql_request import GraphQLAnswer, GraphQLRequest, Outcome
from tests.cms.http.graphql_sample import Client, call, no_context, post, sample_endpoint
from tests.cms.http.served import served
from tests.schema.sample_schema import Deadline

JSON = {"content-type": "application/json"}
BODY = orjson.dumps({"query": "{ __typename }"})


async def test_a_body_in_many_parts_is_one_body() -> None:
    answer = await call(sample_endpoint(), headers=JSON, parts=[BODY[n : n + 1] for n in range(len(BODY))] + [b""])

    assert answer
    assert answer.json == {"data": {"__typename": "Query"}}


async def test_a_body_of_exactly_the_limit_is_read() -> None:
    answer = await post(sample_endpoint(max_body_bytes=len(BODY)), BODY)

    assert answer.status == 200


@pytest.mark.parametrize("parts", [[BODY], [BODY[:5], BODY[5:]], [BODY[:5], BODY[5:], b""]])
async def test_a_body_above_the_limit_is_refused(parts: list[bytes]) -> None:
    answer = await call(sample_endpoint(max_body_bytes=len(BODY) - 1), headers=JSON, parts=parts)

    assert answer
    assert (answer.status, answer.code) == (413, "BODY_TOO_LARGE")
    assert str(len(BODY) - 1) in answer.json["errors"][0]["message"]
    assert answer.headers["connection"] == "close"


async def test_a_declared_length_above_the_limit_is_refused_without_reading() -> None:
    client = Client([])
    scope = {
        "type": "http",
        "method": "POST",
        "path": "/graphql",
        "headers": [(b"content-type", b"application/json"), (b"content-length", b"99999999999999999999999")],
    }

    await sample_endpoint()(scope, client.receive, client.send)

    answer = client.answer()
    assert answer
    assert answer.status == 413


async def test_an_endless_stream_is_cut_at_the_limit() -> None:
    client = Client([b"x" * 1_000] * 1_000)

    with pytest.raises(Refusal) as refusal:
        await read_body(client.receive, limit=10_500)

    assert refusal.value.status == 413
    assert len(client.unsent) == 1_000 - 11


async def test_a_declared_length_that_is_a_lie_does_not_help() -> None:
    client = Client([b"x" * 1_000] * 20)

    with pytest.raises(Refusal):
        await read_body(client.receive, limit=10_500, declared=b"5")


@pytest.mark.parametrize("sent", [[], [b"x"]])
async def test_a_body_that_never_ends_is_given_up(sent: list[bytes]) -> None:
    async def parts_then_silence() -> AsyncGenerator[Message, None]:
        for part in sent:
            yield {"type": "http.request", "body": part, "more_body": True}
        await asyncio.get_running_loop().create_future()

    parts = parts_then_silence()

    with pytest.raises(Refusal) as refusal:
        await read_body(lambda: anext(parts), limit=100, seconds=0.01)

    assert (refusal.value.status, refusal.value.code) == (408, "REQUEST_TIMEOUT")
    await parts.aclose()


@pytest.mark.parametrize("parts", [[], [b"{"]])
async def test_a_client_that_leaves_while_sending_is_not_answered(parts: list[bytes]) -> None:
    messages = [{"type": "http.request", "body": part, "more_body": True} for part in parts]
    messages.append({"type": "http.disconnect"})
    sent: list[Message] = []

    async def receive() -> Message:
        return messages.pop(0)

    async def send(message: Message) -> None:
        sent.append(message)

    scope = {"type": "http", "method": "POST", "path": "/graphql", "headers": [(b"content-type", b"application/json")]}
    await sample_endpoint()(scope, receive, send)

    assert (messages, sent) == ([], [])


class Waiting:
    """An executor that waits until it is cancelled, or until `finish` is set."""

    def __init__(self) -> None:
        self.started = asyncio.Event()
        self.finish = asyncio.Event()
        self.was_cancelled = False

    async def __call__(self, request: GraphQLRequest, context: Any) -> GraphQLAnswer:
        self.started.set()
        try:
            await self.finish.wait()
        except asyncio.CancelledError:
            self.was_cancelled = True
            raise
        return GraphQLAnswer({"data": {}}, Outcome.EXECUTED)


class Leaving(Client):
    """A client that can go away after its body."""

    def __init__(self) -> None:
        super().__init__([BODY])
        self.gone = asyncio.Event()

    async def receive(self) -> Message:
        if self.unsent:
            return await super().receive()
        await self.gone.wait()
        return {"type": "http.disconnect"}


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "cms.http.graphql.CancelledWithClient", lambda receive: CancelledWithClient(receive, patience=0)
    )


def start(execute: Waiting, client: Leaving) -> asyncio.Task[None]:
    app = sample_endpoint(execute=execute, make_context=no_context)
    scope = {"type": "http", "method": "POST", "path": "/graphql", "headers": [(b"content-type", b"application/json")]}
    return asyncio.create_task(app(scope, client.receive, client.send))


@pytest.mark.usefixtures("impatient")
async def test_a_client_that_leaves_stops_the_execution() -> None:
    execute, client = Waiting(), Leaving()
    task = start(execute, client)
    await execute.started.wait()

    client.gone.set()
    await task

    assert execute.was_cancelled
    assert client.messages == []
    assert task.cancelling() == 0


@pytest.mark.usefixtures("impatient")
async def test_a_client_that_stays_is_answered() -> None:
    execute, client = Waiting(), Leaving()
    task = start(execute, client)
    await execute.started.wait()

    execute.finish.set()
    await task

    answer = client.answer()
    assert answer
    assert answer.status == 200


@pytest.mark.usefixtures("impatient")
async def test_a_server_that_stops_is_not_taken_for_a_client_that_left() -> None:
    execute, client = Waiting(), Leaving()
    task = start(execute, client)
    await execute.started.wait()

    task.cancel()

    with pytest.raises(asyncio.CancelledError):
        await task


async def test_leaving_is_told_apart_from_other_errors_of_the_block() -> None:
    client = Leaving()
    client.unsent = []
    client.gone.set()

    with pytest.raises(ClientGone), CancelledWithClient(client.receive, patience=0):
        await asyncio.get_running_loop().create_future()
    with pytest.raises(RuntimeError), CancelledWithClient(client.receive, patience=0):
        raise RuntimeError


async def test_an_error_while_stopping_is_not_hidden() -> None:
    client = Leaving()
    client.unsent = []
    client.gone.set()

    async def stop_badly() -> None:
        try:
            await asyncio.get_running_loop().create_future()
        finally:
            raise ValueError("while stopping")

    with pytest.raises(ValueError, match="while stopping"), CancelledWithClient(client.receive, patience=0):
        await stop_badly()


async def test_nobody_listens_to_the_client_after_the_block() -> None:
    client = Client([])

    with CancelledWithClient(client.receive, patience=0):
        pass
    for _ in range(3):
        await asyncio.sleep(0)

    assert client.asked == 0


async def test_a_connection_that_breaks_stops_the_query_on_a_real_server() -> None:
    Deadline.started.clear()
    Deadline.cancelled.clear()
    body = orjson.dumps({"query": "{ forever }"})
    head = f"POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: {len(body)}\r\n\r\n"

    async with served(sample_endpoint()) as origin:
        _, writer = await asyncio.open_connection("127.0.0.1", int(origin.rsplit(":", 1)[1]))
        writer.write(head.encode() + body)
        await Deadline.started.wait()
        writer.close()
        await writer.wait_closed()

        async with asyncio.timeout(5):
            await Deadline.cancelled.wait()
