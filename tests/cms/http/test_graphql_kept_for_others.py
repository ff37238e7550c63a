"""What an executed answer tells caches, and what they may never keep."""

from typing import Any

import brotli
import pytest

from cms.kernel.graphql_request import GraphQLAnswer, GraphQLRequest, Outcome
from storage.freshness import Freshness
from tests.cms.http.graphql_sample import GRAPHQL_TYPE, Answer, get, post, sample_endpoint

FRESH = Freshness(frozenset({"site:nca", "list:News:nca"}))
DATA = {"data": {"site": "Národní klastrová asociace " * 100}}
ASKED = {"query": "{ site }"}


def answering(**answer: Any) -> Any:
    async def execute(request: GraphQLRequest, context: Any) -> GraphQLAnswer:
        return GraphQLAnswer(**{"response": DATA, "outcome": Outcome.EXECUTED, "freshness": FRESH} | answer)

    return sample_endpoint(execute=execute, personal=("preview-token",))


PUBLIC = answering()


async def test_a_public_answer_says_how_long_it_holds_what_it_is_made_of_and_by_what_it_varies() -> None:
    answer = await get(PUBLIC, parameters=ASKED)

    assert answer.headers["cache-control"] == "public, max-age=0, must-revalidate"
    assert answer.headers["cache-tag"] == "list:News:nca,site:nca"
    assert answer.headers["vary"] == "Accept, Accept-Encoding, Authorization, Preview-Token"
    assert answer.headers["etag"].startswith('"')
    assert "cache-tag, etag" in answer.headers["access-control-expose-headers"]


async def test_who_has_it_gets_304_that_a_page_of_another_site_may_read() -> None:
    whole = await get(PUBLIC, parameters=ASKED, accept_encoding="br")
    again = await get(PUBLIC, parameters=ASKED, accept_encoding="br", if_none_match=whole.headers["etag"])

    assert (again.status, again.body) == (304, b"")
    assert again.headers["access-control-allow-origin"] == "*"
    assert again.headers.items() <= whole.headers.items()


async def test_it_comes_compressed_by_get_and_post() -> None:
    answers = [
        await get(PUBLIC, parameters=ASKED, accept_encoding="br"),
        await post(PUBLIC, ASKED, accept_encoding="br"),
    ]

    assert [answer.headers["content-encoding"] for answer in answers] == ["br", "br"]
    assert {brotli.decompress(answer.body) for answer in answers} == {(await get(PUBLIC, parameters=ASKED)).body}


async def test_its_two_media_types_have_tags_of_their_own() -> None:
    answers = [await get(PUBLIC, parameters=ASKED, accept=accept) for accept in ("application/json", GRAPHQL_TYPE)]

    assert answers[0].body == answers[1].body
    assert answers[0].headers["etag"] != answers[1].headers["etag"]


async def test_head_has_the_headers_of_get() -> None:
    whole, head = await get(PUBLIC, parameters=ASKED), await get(PUBLIC, parameters=ASKED, method="HEAD")

    assert (head.status, head.body, head.headers) == (200, b"", whole.headers)


async def test_who_sees_no_headers_asks_for_the_tags_in_the_answer() -> None:
    told = await post(PUBLIC, ASKED | {"extensions": {"cacheTags": True}})
    by_get = await get(PUBLIC, parameters=ASKED | {"extensions": '{"cacheTags":true}'})
    untold = await post(PUBLIC, ASKED | {"extensions": {"cacheTags": 1}})

    assert told.json == by_get.json == DATA | {"extensions": {"cacheTags": ["list:News:nca", "site:nca"]}}
    assert told.headers["etag"] != untold.headers["etag"]
    assert untold.json == DATA


@pytest.mark.parametrize(
    "answer",
    [
        {"freshness": None},
        {"is_mutation": True},
        *({"outcome": outcome} for outcome in Outcome if outcome is not Outcome.EXECUTED),
    ],
)
async def test_what_is_not_for_all_or_not_whole_is_kept_by_nobody(answer: dict[str, Any]) -> None:
    asked = ASKED | {"extensions": {"cacheTags": True}}
    got = await post(answering(**answer), asked, if_none_match="*", accept_encoding="br")

    assert unkept(got) and got.headers["cache-control"] == "no-store"
    assert "extensions" not in got.json


@pytest.mark.parametrize("header", ["authorization", "preview_token"])
async def test_an_answer_to_somebody_in_particular_is_kept_by_nobody(header: str) -> None:
    got = await get(PUBLIC, parameters=ASKED, **{header: "Bearer x", "if_none_match": "*"})

    assert unkept(got) and got.headers["cache-control"] == "private, no-store"


def unkept(answer: Answer) -> bool:
    return not {"etag", "cache-tag", "content-encoding"} & set(answer.headers) and answer.status != 304
