"""Relay, set up as the documentation says: its compiler takes every connection, its store never mixes places, and
`usePaginationFragment` loads page after page of a site, live and in a preview."""

import functools
import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from graphql import GraphQLField, GraphQLObjectType, GraphQLSchema, build_schema, get_named_type, is_required_argument

from tests.clients.documented import example
from tests.clients.three_sites import EDITIONS
from tests.clients.typescript import type_errors
from tests.clients.workspace import Workspace

SCHEMA = Path(__file__).resolve().parents[2] / "schema" / "delivery.graphql"
VALUES = {"memberOf": '"members"'}
"""For arguments that a list cannot do without."""
PAGE_SIZE = 3
BACKWARDS = {
    "Editions": "Backwards",
    "first: $count, after:": "last: $count, before:",
    "hasNext": "hasPrevious",
    "loadNext": "loadPrevious",
}
DIRECTIONS = (("first", "after"), ("last", "before"))


@pytest.fixture
def relay(workspace: Workspace, endpoint: str) -> Workspace:
    """A site with the code of the documentation, the pages smaller than there."""
    cms = endpoint.removesuffix("/graphql")
    workspace.write("schema.graphql", SCHEMA.read_text("utf-8"))
    workspace.write("relay.config.json", example("Relay", "json"))
    workspace.write("src/environment.ts", example("Relay", "ts", cms))
    workspace.write("src/Editions.tsx", example("Relay", "tsx").replace("12", str(PAGE_SIZE)))
    workspace.copy("relay/compile.mjs", "relay/pages.mjs", "relay/store.mjs")
    return workspace


async def compiled(relay: Workspace) -> None:
    await relay.run(relay.packages / "relay-compiler/cli.js", "relay.config.json")
    await relay.run("compile.mjs")


def variables(place: dict[str, Any]) -> dict[str, Any]:
    return {"site": place["site"], "locale": place["l"], "preview": place["preview"]}


def refetchable_lists(schema: GraphQLSchema) -> Iterator[str]:
    """A module for each list of whatever Relay can ask for again, in each direction in which it pages."""
    node = schema.get_type("Node")
    owners = [type for type in schema.type_map.values() if isinstance(type, GraphQLObjectType)]
    owners = [type for type in owners if node in type.interfaces or type.name == "Viewer"]
    lists = [(owner, name, field) for owner in owners for name, field in owner.fields.items() if is_list(field)]
    for (owner, name, field), (size, cursor) in itertools.product(lists, DIRECTIONS):
        yield refetchable(owner.name, name, field, size, cursor)


def is_list(field: GraphQLField) -> bool:
    return get_named_type(field.type).name.endswith("Connection")


def refetchable(owner: str, name: str, field: GraphQLField, size: str, cursor: str) -> str:
    needed = "".join(f", {each}: {VALUES[each]}" for each, given in field.args.items() if is_required_argument(given))
    return f"""fragment MODULE_{name} on {owner} @refetchable(queryName: "MODULEQuery")
      @argumentDefinitions(size: {{type: "Int", defaultValue: 3}}, cursor: {{type: "String"}}) {{
        {name}({size}: $size, {cursor}: $cursor{needed}) @connection(key: "MODULE_{name}") {{
          edges {{ node {{ __typename }} }} }} }}"""


async def test_the_compiler_takes_every_connection_in_both_directions(relay: Workspace) -> None:
    fragments = list(refetchable_lists(build_schema(SCHEMA.read_text("utf-8"))))
    for number, fragment in enumerate(fragments):
        text = fragment.replace("MODULE", f"List{number}")
        relay.write(
            f"src/List{number}.ts", f"import {{ graphql }} from 'react-relay'\nexport const list = graphql`{text}`"
        )

    await relay.run(relay.packages / "relay-compiler/cli.js", "relay.config.json")

    queries = list((relay.folder / "src/__generated__").glob("List*Query.graphql.ts"))
    assert (
        len(queries)
        == len(fragments)
        >= len(DIRECTIONS) * len(["editions", "news", "calls", "pages", "people", "presentations", "organisations"])
    )


async def test_generated_types_take_right_code_and_refuse_wrong_one(relay: Workspace) -> None:
    await relay.run(relay.packages / "relay-compiler/cli.js", "relay.config.json")
    assert await type_errors(relay) == set()

    right = (relay.folder / "src/Editions.tsx").read_text()
    relay.write("src/Misspelt.tsx", right.replace("node.title", "node.titel"))
    relay.write("src/Untyped.tsx", right.replace("<Editions site={site}", "<Editions site={site.name}"))

    assert await type_errors(relay) == {("src/Misspelt.tsx", "TS2551"), ("src/Untyped.tsx", "TS2322")}


async def test_pages_of_a_site_follow_each_other_live_and_in_a_preview(
    relay: Workspace, places: list[dict[str, Any]]
) -> None:
    await compiled(relay)
    asked = [variables(place) for place in places[::4]]
    shown = await relay.ask("pages.mjs", {"module": "Editions", "places": asked})

    for pages, place in zip(shown, asked, strict=True):
        whole = pages[-1]
        assert len(set(whole)) == len(whole) == EDITIONS
        assert pages == [whole[:PAGE_SIZE], whole[: 2 * PAGE_SIZE], whole]
        assert {f"[{place['locale']}" in title for title in whole} == {True}
        assert {"draft" in title for title in whole} == {place["preview"] is not None and place["site"] == "eccp"}


async def test_pages_precede_each_other_where_a_list_is_read_from_its_end(
    relay: Workspace, places: list[dict[str, Any]]
) -> None:
    forwards = (relay.folder / "src/Editions.tsx").read_text()
    backwards = functools.reduce(lambda text, words: text.replace(*words), BACKWARDS.items(), forwards)
    relay.write("src/Backwards.tsx", backwards)
    await compiled(relay)
    question = {"module": "Backwards", "places": [variables(places[0])]}

    [pages] = await relay.ask("pages.mjs", question)

    whole = pages[-1]
    assert len(set(whole)) == len(whole) == EDITIONS
    assert pages == [whole[-PAGE_SIZE:], whole[-2 * PAGE_SIZE :], whole]


async def test_the_store_never_mixes_sites_languages_live_and_preview(
    relay: Workspace, endpoint: str, places: list[dict[str, Any]]
) -> None:
    relay.copy("relay/Everything.ts")
    (relay.folder / "Everything.ts").rename(relay.folder / "src/Everything.ts")
    await compiled(relay)

    wrong = await relay.ask("store.mjs", {"endpoint": endpoint, "places": [variables(place) for place in places]})

    assert wrong == []
