"""Many news items, as editors see them: copies of one of the demo with words and days of their own."""

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from cms.content.rules.collation import order_key
from cms.content.rules.title_words import title_key, title_words
from cms.kernel.services import Services
from storage.documents import LANGUAGES
from storage.ids import new_id

BATCH = 2_000
WORDS = (
    *("airport", "battery", "cluster", "digital", "energy", "forest", "glass", "harbour", "innovation", "joint"),
    *("knowledge", "logistics", "maritime", "network", "optics", "plastics", "quality", "region", "steel", "textile"),
)


async def fill(services: Services, items: int) -> None:
    collection = services.repository.mongo.db["items"]
    template = await collection.find_one({"type": "NewsItem", "deleted_at": None})
    assert template is not None
    copies = _copies(template, items)
    while batch := [copy for _, copy in zip(range(BATCH), copies, strict=False)]:
        await collection.insert_many(batch, ordered=False)


def _copies(template: dict[str, Any], items: int) -> Iterator[dict[str, Any]]:
    draw, today = random.Random(items), datetime.now(UTC)
    for number in range(items):
        title = f"{' '.join(draw.sample(WORDS, 4)).capitalize()} {number}"
        changed = today - timedelta(minutes=number)
        yield {
            **template,
            "_id": new_id(),
            "data": {**template["data"], "title": {"en": title}, "published_at": changed.date().isoformat()},
            "addresses": [f"nca/en/benchmark/{number}"],
            "title_words": title_words([title]),
            "title_key": title_key(title),
            "title_order": {one: order_key(title, one) for one in LANGUAGES},
            "day": changed.date().isoformat(),
            "origin": f"benchmark:{number}",
            "modified_at": changed,
        }
