"""Terms through the management schema, for every role."""

from typing import Any

import pytest

from cms.access.actor import RIGHTS, SYSTEM
from cms.items import actions
from cms.kernel.services import Services
from storage.documents import Item
from tests.schema.management.conftest import Ask, Records
from tests.services import Publish, person

RESULT = """{ move { vocabulary from into action state total moved by { id } } conflict { version }
  refusal { code message } problems { field code } }"""
TABLE: dict[str, dict[str, Any]] = {
    "mergeTerms": {"vocabulary": "sectors", "from": "power", "into": "energy", "baseVersion": 1},
    "renameTerm": {"vocabulary": "sectors", "slug": "power", "to": "electricity", "baseVersion": 1},
}


@pytest.fixture
async def edition(sites: None, publish: Publish, make_edition: Publish) -> Item:
    """One that uses the term that is moved."""
    terms = [{"slug": slug, "label": {"en": slug}} for slug in ("energy", "power")]
    await publish("Vocabulary", {"key": "sectors", "title": {"en": "Sectors"}, "terms": terms})
    return await make_edition(sectors=["power"])


async def run(ask: Ask, actor: Any, name: str, **changes: Any) -> dict[str, Any]:
    kind = name[0].upper() + name[1:]
    text = f"mutation ($input: {kind}Input!) {{ {name}(input: $input) {RESULT} }}"
    return (await ask(actor, text, input={**TABLE[name], **changes}))[name]


@pytest.mark.parametrize("role", RIGHTS)
@pytest.mark.parametrize("name", TABLE)
async def test_a_mutation_is_for_those_who_publish_on_the_vocabularys_site(
    edition: Item, ask: Ask, records: Records, name: str, role: str
) -> None:
    before = await records()

    result = await run(ask, person("somebody", eccp=[role]), name)

    after = await records()
    if "publish" in RIGHTS[role]:
        assert result["refusal"] is None, result
        assert {version["by"] for version in after["versions"][len(before["versions"]) :]} == {"somebody"}
        assert result["move"]["state"] == "done" and result["move"]["moved"] == 1
    else:
        assert result["refusal"]["code"] == "NOT_PERMITTED" and after == before


@pytest.mark.parametrize("name", TABLE)
async def test_editors_of_other_sites_and_strangers_move_nothing(
    edition: Item, ask: Ask, records: Records, name: str
) -> None:
    before = await records()

    neighbour = await run(ask, person("neighbour", nca=["administrator"]), name)
    stranger = await run(ask, person("stranger"), name)

    assert (neighbour["refusal"]["code"], stranger["refusal"]["code"]) == ("NOT_PERMITTED", "NOT_FOUND")
    assert await records() == before


async def test_uses_are_shown_first_and_moves_afterwards(services: Services, edition: Item, ask: Ask) -> None:
    query = """{ draft: termUses(vocabulary: "sectors", slug: "power") { totalCount nodes { at item { id } } }
      live: termUses(vocabulary: "sectors", slug: "power", world: LIVE) { totalCount }
      termMoves(vocabulary: "sectors") { nodes { from into state by { id } } } }"""
    editor = person("edita", eccp=["editor"])
    before = await ask(editor, query)

    await actions.merge_terms(services, editor, "sectors", "power", "energy", 1)
    after = await ask(editor, query)

    assert before["draft"] == {"totalCount": 1, "nodes": [{"at": "sectors", "item": {"id": edition.id}}]}
    assert before["live"] == {"totalCount": 1} and before["termMoves"]["nodes"] == []
    assert after["draft"]["totalCount"] == after["live"]["totalCount"] == 0
    assert [(move["from"], move["into"], move["state"]) for move in after["termMoves"]["nodes"]] == [
        ("power", "energy", "done")
    ]


async def test_a_vocabulary_that_was_changed_meanwhile_says_so(edition: Item, ask: Ask) -> None:
    result = await run(ask, SYSTEM, "mergeTerms", baseVersion=9)

    assert result["refusal"]["code"] == "CONFLICT" and result["conflict"] == {"version": 1}
