"""Every content type, by the registry alone: create, edit, publish, read."""

import pytest

from cms.access.actor import SYSTEM
from cms.content_types import ContentType, registry
from cms.items.actions import create_item, publish_item, update_item
from cms.kernel.services import Services
from schema.delivery.projection.delivered import projections
from tests.delivery import Ask
from tests.schema.delivery.sample_values import SPECIAL, Samples


@pytest.mark.parametrize("kind", registry.values(), ids=registry)
async def test_every_type_goes_from_draft_to_visitor(
    kind: type[ContentType], services: Services, samples: Samples, ask: Ask
) -> None:
    given = {**samples.data(kind), **SPECIAL.get(kind.type_name, {})}
    facts = {name: given.pop(name) for name in kind.machine_fields()}
    slugs = {"en": "sample"} if kind.delivery.has_slug else {}

    site = given["key"] if kind.site_problems(given, "eccp") else "eccp"

    draft = await create_item(services, SYSTEM, type=kind.type_name, site=site, data=given, slugs=slugs, facts=facts)
    edited = await update_item(services, SYSTEM, draft.id, 1, {kind.titles.field: given[kind.titles.field]})
    published = await publish_item(services, SYSTEM, draft.id, ["en"])

    assert (edited.version, published.states["en"].version) == (2, 2)
    live = await services.repository.published.by_id(draft.id)
    assert live and live["channels"]
    if kind.type_name in projections and kind.type_name != "Site" and "id" in projections[kind.type_name].resolvers:
        query = f'{{ site(key: "eccp") {{ item(itemId: "{draft.id}") {{ itemId __typename }} }} }}'
        assert (await ask(query))["site"]["item"] == {"itemId": draft.id, "__typename": kind.type_name}
