"""The texts of what goes live, prepared for all who will read them (`cms.content.richtext.prepared`)."""

from collections.abc import Iterable, Mapping
from typing import Any

import orjson

from cms.content import richtext
from cms.kernel.turns import let_others_go_on
from storage.prepared_texts import MARK, PREPARED, Text, texts_in, with_texts, without_prepared_texts

SHOWN = ("data", "overrides")
"""Where a snapshot has texts that visitors read."""
MAX_BYTES = 1024 * 1024
"""Of what one item keeps: MongoDB takes no more than 16 MB. Further texts are made when they are read."""


async def prepared_snapshot(snapshot: Mapping[str, Any]) -> dict[str, Any]:
    """A snapshot as the delivery world stores it."""
    shown = {name: snapshot[name] for name in SHOWN if name in snapshot}
    return {**snapshot, **await with_prepared_texts(shown), MARK: richtext.VERSION}


async def with_prepared_texts(value: dict[str, Any]) -> dict[str, Any]:
    """The same of a part of one, such as its overrides; what its texts had beside them is made anew."""
    plain = without_prepared_texts(value)
    prepared = await _prepared(texts_in(plain))

    def change(text: Text) -> Text:
        found = prepared.get(id(text))
        return {**text, PREPARED: found} if found else text

    return with_texts(plain, change)


async def _prepared(texts: Iterable[Text]) -> dict[int, richtext.Prepared]:
    """By the identity of the text."""
    found: dict[int, richtext.Prepared] = {}
    left = MAX_BYTES
    for text in texts:
        await let_others_go_on()
        one = richtext.prepare(text)
        left -= len(orjson.dumps(one))
        if left < 0:
            break
        found[id(text)] = one
    return found
