import pytest
from starlette.types import Message

from cms.http.cors import Cors
from tests.cms.http.graphql_sample import call, get, post, sample_endpoint

ANY = sample_endpoint()
LISTED = sample_endpoint(cors=Cors(["https://nca.cz"]))
NONE = sample_endpoint(cors=Cors([]))


async def test_any_page_may_read_the_public_api_without_credentials() -> None:
    answers = [
        await post(ANY, {"query": "{ __typename }"}, origin="https://any.example"),
        await get(ANY, parameters={"query": "{"}, origin="https://any.example"),
        await get(ANY, "/graphql/schema.graphql", origin="https://any.example"),
        await post(ANY, b"no json", origin="https://any.example"),
    ]

    assert {answer.headers["access-control-allow-origin"] for answer in answers} == {"*"}
    assert not any("access-control-allow-credentials" in answer.headers for answer in answers)
    assert {answer.headers["vary"] for answer in answers} == {"Accept, Accept-Encoding, Authorization"}


async def test_a_preflight_allows_json_by_post_with_any_header() -> None:
    answer = await call(
        ANY, "OPTIONS", headers={"origin": "https://a.example", "access-control-request-method": "POST"}
    )

    assert answer
    assert (answer.status, answer.body) == (204, b"")
    assert answer.headers["access-control-allow-origin"] == "*"
    assert "POST" in answer.headers["access-control-allow-methods"]
    assert answer.headers["access-control-allow-headers"] == "*, authorization"
    assert answer.headers["allow"] == "GET, HEAD, POST, OPTIONS"


async def test_a_list_of_origins_lets_in_these_only() -> None:
    listed = await post(LISTED, {"query": "{ __typename }"}, origin="https://nca.cz")
    other = await post(LISTED, {"query": "{ __typename }"}, origin="https://nca.cz.evil.example")
    preflight = await call(LISTED, "OPTIONS", headers={"origin": "https://evil.example"})

    assert listed.headers["access-control-allow-origin"] == "https://nca.cz"
    assert "access-control-allow-origin" not in other.headers
    assert {listed.headers["vary"], other.headers["vary"]} == {"Accept, Origin, Accept-Encoding, Authorization"}
    assert preflight
    assert not any(name.startswith("access-control") for name in preflight.headers)


async def test_no_origins_means_none() -> None:
    answer = await post(NONE, {"query": "{ __typename }"}, origin="null")

    assert "access-control-allow-origin" not in answer.headers


async def test_a_websocket_is_closed_because_there_are_no_subscriptions() -> None:
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "websocket.connect"}

    async def send(message: Message) -> None:
        sent.append(message)

    await ANY({"type": "websocket", "path": "/graphql"}, receive, send)

    assert [message["type"] for message in sent] == ["websocket.close"]


@pytest.mark.parametrize("path", ["/graphql/schema.graphql", "/graphql/examples"])
async def test_files_answer_preflights_too(path: str) -> None:
    answer = await call(ANY, "OPTIONS", path, headers={"origin": "https://a.example"})

    assert answer
    assert answer.headers["access-control-allow-origin"] == "*"
