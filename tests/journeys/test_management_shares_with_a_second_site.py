"""An edition of one site on another: its editor links to it and tells it in his own way, and cannot edit it."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.journeys.cms_process import CmsProcess
from tests.journeys.test_management_editor_script import Script

OVERRIDE = """{ override { version data live isShown rights } refusal { code message }
  problems { field locale code message } conflict { version } }"""
ON_SITE = """query ($site: String!, $locale: Locale!, $path: String!) { site(key: $site, locale: $locale) {
  editions(first: 3) { nodes { itemId listLabel lead } }
  route(path: $path) { ... on Edition { itemId title lead } } } }"""


@pytest.fixture(scope="module")
def cms(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CmsProcess]:
    process = CmsProcess(tmp_path_factory.mktemp("sharing") / "data", "--demo")
    yield process
    assert process.stop() == 0, process.said


@pytest.fixture(scope="module")
def owner(cms: CmsProcess) -> Iterator[Script]:
    script = Script(cms, "editor@example.org")
    yield script
    script.http.close()


@pytest.fixture(scope="module")
def neighbour(cms: CmsProcess) -> Iterator[Script]:
    """Who edits the Czech site only."""
    script = Script(cms, "editor-nca@example.org")
    yield script
    script.http.close()


def overriding(script: Script, name: str, **input: Any) -> dict[str, Any]:
    kind = name[0].upper() + name[1:]
    return script.ask(f"mutation ($input: {kind}Input!) {{ {name}(input: $input) {OVERRIDE} }}", input=input)[name]


def seen(script: Script, site: str, locale: str, path: str) -> dict[str, Any]:
    """What visitors see."""
    variables = {"site": site, "locale": locale, "path": path}
    answer = script.http.post("/graphql", json={"query": ON_SITE, "variables": variables}).json()
    assert "errors" not in answer, answer
    return answer["data"]["site"]


def test_burgas_on_a_second_site(owner: Script, neighbour: Script) -> None:
    id = owner.first("Edition", "burgas")
    item = owner.ask("query ($id: ID!) { item(id: $id) { version site slugs { locale slug } data } }", id=id)["item"]
    assert item["site"] == "eccp"
    path = f"/editions/{next(one['slug'] for one in item['slugs'] if one['locale'] == 'en')}"
    owner.do("shareItem", id=id, sites=["nca"])
    original = seen(owner, "eccp", "en", path)
    on_nca = seen(owner, "nca", "en", path)
    assert on_nca["route"] == original["route"] and on_nca["editions"]["nodes"][0]["itemId"] != id

    # they read it and link to it
    read = neighbour.ask("query ($id: ID!) { item(id: $id) { rights } }", id=id)["item"]
    assert read["rights"] == []  # none that changes anything
    news = {"kind": "news", "title": {"cs": "Jedeme do Burgasu"}, "published_at": "2023-05", "edition": id}
    linked = neighbour.do("createItem", type="NewsItem", site="nca", data=news)
    neighbour.do("publishItem", id=linked["id"], locales=["cs"])
    uses = owner.ask("query ($id: ID!) { item(id: $id) { usedBy(first: 50) { nodes { item { id } } } } }", id=id)
    assert {"id": linked["id"]} in [one["item"] for one in uses["item"]["usedBy"]["nodes"]]

    # they do not edit, publish, share or delete it
    for name, given in (
        ("updateItem", {"baseVersion": item["version"], "changes": {"theme": {"en": "Ours"}}}),
        ("publishItem", {"locales": ["en"]}),
        ("unpublishItem", {"locales": ["en"]}),
        ("shareItem", {"sites": []}),
        ("deleteItem", {"evenIfUsed": True}),
        ("restoreVersion", {"version": 1}),
    ):
        refused = neighbour.attempt(name, id=id, **given)
        assert refused["refusal"]["code"] == "NOT_PERMITTED", name
    assert seen(owner, "eccp", "en", path) == original

    # they tell it in their own way, on their own site alone
    own = {"title": {"en": "Our trip to Burgas"}, "lead": {"en": "We went there together."}, "order": 1}
    saved = overriding(neighbour, "updateOverride", item=id, site="nca", baseVersion=0, changes=own)
    assert saved["refusal"] is None and saved["override"]["isShown"] is False
    assert seen(owner, "nca", "en", path) == on_nca
    assert overriding(neighbour, "publishOverride", item=id, site="nca")["override"]["isShown"] is True
    told = seen(owner, "nca", "en", path)
    assert told["route"] == {"itemId": id, "title": "Our trip to Burgas", "lead": "We went there together."}
    assert told["editions"]["nodes"][0] == {
        "itemId": id,
        "listLabel": "Our trip to Burgas",
        "lead": told["route"]["lead"],
    }
    assert seen(owner, "eccp", "en", path) == original
    refused = overriding(neighbour, "updateOverride", item=id, site="eccp", baseVersion=0, changes=own)
    assert refused["refusal"]["code"] == "NOT_PERMITTED"

    # what the owner changes shows through, but for what they say themselves
    owner.do(
        "updateItem", id=id, baseVersion=item["version"], changes={"theme": {**item["data"]["theme"], "en": "New"}}
    )
    owner.do("publishItem", id=id, locales=["en"])
    assert seen(owner, "nca", "en", path)["route"]["title"] == "Our trip to Burgas"

    # the original comes back with a withdrawal, and everything goes when it is not shared any more
    assert overriding(neighbour, "withdrawOverride", item=id, site="nca")["override"]["live"] is None
    assert seen(owner, "nca", "en", path) == on_nca
    owner.do("shareItem", id=id, sites=[])
    assert seen(owner, "nca", "en", path)["route"] is None
    assert overriding(neighbour, "publishOverride", item=id, site="nca")["refusal"]["code"] == "NOT_FOUND"
