"""Apollo Client, and urql with Graphcache: as they are by default, and set up as the documentation says."""

from typing import Any

import pytest

from tests.clients.documented import example
from tests.clients.three_sites import LOCALES
from tests.clients.workspace import HERE, Workspace

CACHES = HERE / "caches"
CLIENTS = {"apollo": "Apollo Client", "urql": "urql"}
"""{client: heading in the documentation}."""
GET = {"apollo": ["GET", "POST", "GET", "GET"], "urql": ["GET"] * 4}
"""{client: how it sends the hash, the text when that is not known, and the hash again and again}."""
BY_POST = {
    "apollo": (", useGETForHashedQueries: true", ""),
    "urql": ("persistedExchange()", "persistedExchange({ preferGetForPersistedQueries: false })"),
}
LANGUAGES = len(LOCALES)
Places = list[dict[str, Any]]


def text(name: str) -> str:
    return (CACHES / name).read_text("utf-8")


async def set_up(workspace: Workspace, client: str, endpoint: str) -> None:
    """Lays down client.mjs as the documentation says, and all programs of these tests."""
    workspace.copy(*(f"{CACHES.name}/{path.name}" for path in CACHES.glob("*.mjs")))
    workspace.write("schema.graphql", (HERE.parents[1] / "schema" / "delivery.graphql").read_text("utf-8"))
    await workspace.run(workspace.write("facts.mjs", example("What caches must know", "js")))
    workspace.write("client.mjs", example(CLIENTS[client], "js", endpoint.removesuffix("/graphql")))


@pytest.mark.parametrize("client", CLIENTS)
async def test_sites_languages_and_previews_never_mix(
    client: str, workspace: Workspace, endpoint: str, places: Places
) -> None:
    await set_up(workspace, client, endpoint)
    by_default, documented = f"./{client}_default.mjs", "./client.mjs"
    orders = [{"module": module, "seed": seed} for seed, module in enumerate([by_default, by_default, documented])]
    live = [place for place in places if not place["preview"]]
    previews = [place for place in places if place["preview"]][::2]
    by_address = {"site": "eccp", "l": None, "preview": None}
    places = [*live, *previews, by_address]
    question = {"endpoint": endpoint, "places": places, "documents": text("pages.graphql"), "orders": orders}

    found = await workspace.ask(f"{client}_mixing.mjs", question)

    assert found["problems"][:3] == []
    assert found["pages"] == 8 * len(places) == 8 * 15 and found["readBack"] > len(orders) * found["pages"]
    assert [said["words"] for said in found["warnings"] if said["module"] == documented] == []
    if client == "apollo":
        assert found["warnings"] == []


@pytest.mark.parametrize("client", CLIENTS)
async def test_pages_of_a_list_are_joined(client: str, workspace: Workspace, endpoint: str, places: Places) -> None:
    await set_up(workspace, client, endpoint)
    some = [places[0], places[1], places[LANGUAGES]]  # two languages, and a preview
    question = {"endpoint": endpoint, "places": some, "documents": text("lists.graphql")}

    for operation in ("Onwards", "Back"):
        found = await workspace.ask(f"{client}_paging.mjs", {**question, "operation": operation})
        assert found == [{"lengths": [3, 6, 7], "isRight": True}] * len(some)


@pytest.mark.parametrize("client", CLIENTS)
async def test_persisted_queries_fall_back_to_the_text_once(
    client: str, workspace: Workspace, endpoint: str, places: Places
) -> None:
    await set_up(workspace, client, endpoint)
    by_get = (workspace.folder / "client.mjs").read_text("utf-8")
    by_post = by_get.replace(*BY_POST[client])
    assert by_post != by_get

    for program, methods in ((by_get, GET[client]), (by_post, ["POST"] * 4)):
        workspace.write("client.mjs", program)
        query = f"query Asked{methods[0]}($site: String!, $l: Locale) {{ site(key: $site, locale: $l) {{ id name }} }}"
        question = {"endpoint": endpoint, "places": places[:LANGUAGES], "documents": query}
        found = await workspace.ask(f"{client}_persisted.mjs", question)

        names = [answer["site"]["name"] for answer in found["answers"]]
        assert names == [f"Site eccp [{locale}]" for locale in LOCALES]
        assert all(sent["hash"] for sent in found["sent"])
        assert [sent["text"] for sent in found["sent"]] == [False, True, False, False]
        assert [sent["method"] for sent in found["sent"]] == methods


async def test_fragments_on_interfaces_need_the_types_behind_them(
    workspace: Workspace, endpoint: str, places: Places
) -> None:
    await set_up(workspace, "apollo", endpoint)
    question = {"endpoint": endpoint, "places": places[:2], "documents": text("interfaces.graphql")}

    found = await workspace.ask("fragments.mjs", question)

    assert found == {"knowing": [True] * 4, "unknowing": [False] * 4}
