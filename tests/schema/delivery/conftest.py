"""Items that samples refer to."""

import pytest

from storage.documents import Item
from tests.schema.delivery.sample_values import Samples
from tests.services import Publish


@pytest.fixture
async def samples(publish: Publish, series: Item) -> Samples:
    terms = [{"slug": "ict", "label": {"en": "ICT"}}]
    await publish("Vocabulary", {"key": "sectors", "title": {"en": "Sectors"}, "terms": terms})
    organisation = await publish("Organisation", {"name": {"en": "Cluster"}})
    person = await publish("Person", {"name": "Jana Nováková"})
    facts = {"mime": "image/png", "byte_size": 1, "sha256": "1" * 64}
    image = await publish("FileAsset", {"filename": "a.png", "alt": {"en": "A harbour"}}, facts=facts)
    return Samples({"Series": series.id, "Organisation": organisation.id, "Person": person.id, "FileAsset": image.id})
