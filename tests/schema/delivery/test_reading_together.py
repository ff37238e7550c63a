"""Fields that are resolved at the same time share what they load."""

from tests.delivery import Ask
from tests.desk import Publish

TWICE = """query { site(key: "eccp") { first: edition(slug: "one") { ...E } second: edition(slug: "two") { ...E }
  third: editions { nodes { ...E } } } }
fragment E on Edition { partners { organisation { name } } }"""


async def test_fields_that_wait_for_the_same_items_all_get_them(
    ask: Ask, publish: Publish, make_edition: Publish
) -> None:
    host = await publish("Organisation", {"name": {"en": "Host Agency"}})
    partners = [{"organisation": host.id, "role": "host"}]
    for slug in ("one", "two"):
        await make_edition(slug, partners=partners)

    shown = (await ask(TWICE))["site"]

    expected = {"partners": [{"organisation": {"name": "Host Agency"}}]}
    assert (shown["first"], shown["second"]) == (expected, expected)
    assert shown["third"]["nodes"] == [expected, expected]
