from pathlib import Path

import pytest

from cms.http import explorer
from tests.cms.http.graphql_sample import EXAMPLES, SDL, call, get, sample_endpoint

ENDPOINT = sample_endpoint(title="Cluster <CMS>")
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8"


@pytest.fixture(autouse=True)
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page as vite writes it."""
    page = tmp_path / "index.html"
    page.write_text("<!doctype html><title>{{title}}</title>", "utf-8")
    monkeypatch.setattr(explorer, "PAGE", page)


async def test_a_browser_gets_the_explorer() -> None:
    answer = await get(ENDPOINT, accept=BROWSER)

    assert answer.status == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert "<title>Cluster &lt;CMS&gt;</title>" in answer.body.decode()
    assert "Accept" in answer.headers["vary"]


async def test_a_browser_that_brings_a_query_gets_its_answer() -> None:
    answer = await get(ENDPOINT, parameters={"query": "{ __typename }"}, accept=BROWSER)

    assert answer.json == {"data": {"__typename": "Query"}}


@pytest.mark.parametrize("accept", ["", "*/*", "application/json", "application/json, text/html;q=0.5"])
async def test_a_program_without_a_query_gets_an_error_and_no_page(accept: str) -> None:
    answer = await get(ENDPOINT, accept=accept)

    assert (answer.status, answer.code) == (400, "BAD_REQUEST")


async def test_the_page_may_load_nothing_from_elsewhere() -> None:
    answer = await get(ENDPOINT, accept=BROWSER)

    policy = answer.headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; script-src 'self'; worker-src 'self';")
    assert "connect-src 'self';" in policy and "http" not in policy
    assert policy.count("unsafe") == policy.count("style-src 'self' 'unsafe-inline'") == 1
    assert "frame-ancestors 'none'" in policy


async def test_an_explorer_that_was_not_built_says_how_to_build_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(explorer, "PAGE", Path("nowhere"))

    answer = await get(sample_endpoint(), accept=BROWSER)

    assert answer.status == 503 and "python3 run.py" in answer.body.decode()


async def test_the_examples_are_listed_with_their_variables() -> None:
    answer = await get(ENDPOINT, "/graphql/examples")

    [example] = answer.json
    assert example == {"name": EXAMPLES[0].name, "query": EXAMPLES[0].query, "variables": {"site": "nca"}}


async def test_the_schema_is_served_as_text() -> None:
    answer = await get(ENDPOINT, "/graphql/schema.graphql")

    assert answer.body.decode() == SDL
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert answer.headers["content-length"] == str(len(answer.body))


@pytest.mark.parametrize("known", ["{}", "W/{}", '"other", {}', "*"])
async def test_who_has_the_schema_is_not_sent_it_again(known: str) -> None:
    etag = (await get(ENDPOINT, "/graphql/schema.graphql")).headers["etag"]

    answer = await get(ENDPOINT, "/graphql/schema.graphql", if_none_match=known.format(etag))

    assert (answer.status, answer.body) == (304, b"")
    assert answer.headers["etag"] == etag
    assert "content-length" not in answer.headers


async def test_who_has_another_schema_is_sent_this_one() -> None:
    answer = await get(ENDPOINT, "/graphql/schema.graphql", if_none_match='"other"')

    assert answer.status == 200


async def test_head_of_a_file_has_no_body() -> None:
    answer = await get(ENDPOINT, "/graphql/schema.graphql", method="HEAD")

    assert (answer.status, answer.body) == (200, b"")
    assert answer.headers["content-length"] == str(len(SDL.encode()))


async def test_files_are_not_written_to() -> None:
    answer = await call(ENDPOINT, "POST", "/graphql/schema.graphql", headers={"content-type": "application/json"})

    assert answer
    assert answer.status == 404
