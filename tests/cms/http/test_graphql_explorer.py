import re

import pytest

from cms.http import explorer
from tests.cms.http.graphql_sample import EXAMPLES, SDL, call, get, sample_endpoint

ENDPOINT = sample_endpoint(title="Cluster <CMS>")
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8"


async def test_a_browser_gets_the_explorer() -> None:
    answer = await get(ENDPOINT, accept=BROWSER)

    assert answer.status == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert "<h1>Cluster &lt;CMS&gt;</h1>" in answer.body.decode()
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
    assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';")
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy


async def test_the_page_keeps_to_its_policy() -> None:
    page = (await get(ENDPOINT, accept=BROWSER)).body.decode()
    sources = "".join(path.read_text() for path in explorer.FOLDER.iterdir() if path.suffix in {".js", ".css", ".html"})

    assert not re.search(r"<script(?![^>]* src=)|<style|\sstyle=|\son\w+=", page)
    assert set(re.findall(r"https?://[^\s'\"]+", sources)) == {"http://www.w3.org/2000/svg"}
    assert not re.search(r"\beval\(|innerHTML|new Function", sources)


async def test_every_file_of_the_page_is_served() -> None:
    page = (await get(ENDPOINT, accept=BROWSER)).body.decode()
    linked = set(re.findall(r'(?:src|href)="(graphql/[^"]+)"', page))
    imported = {
        f"graphql/explorer/{name}"
        for path in explorer.FOLDER.glob("*.js")
        for name in re.findall(r'from "\./([\w.]+)"', path.read_text())
    }

    answers = {path: await get(ENDPOINT, f"/{path}") for path in linked | imported}

    assert {answer.status for answer in answers.values()} == {200}
    assert {path.rsplit("/", 1)[1] for path in answers if "/explorer/" in path} == set(explorer.FILES)
    assert {path.suffix for path in explorer.FOLDER.iterdir()} - {".js", ".css", ".html", ".py", ""} == set()


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
