"""Fields that are resolved at the same time share what they load."""

import gc
import weakref
from collections import Counter
from typing import Any

import pytest

from cms.content import richtext
from cms.content.richtext import VERSION
from cms.kernel.services import Services
from schema.delivery.projection import shown_text
from schema.delivery.projection.read_context import ReadContext
from tests.delivery import Ask
from tests.services import Publish

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


@pytest.mark.parametrize(
    ("version", "expected"),
    [
        (VERSION, {"filled": 1}),
        (VERSION + 1, {"to_text": 1, "to_html": 1, "references": 1}),
    ],
    ids=["prepared when it was published", "prepared by another release"],
)
async def test_a_text_that_is_asked_for_under_many_names_is_worked_out_once(
    ask: Ask,
    services: Services,
    make_edition: Publish,
    monkeypatch: pytest.MonkeyPatch,
    version: int,
    expected: dict[str, int],
) -> None:
    text = {"type": "doc", "content": [{"type": "paragraph", "content": [{"type": "text", "text": "Words"}]}]}
    edition = await make_edition("one", context={"en": text})
    prepared_by = {"data.context.en.prepared.version": version}
    await services.repository.published.set_each({edition.id: prepared_by}, None)
    done: Counter[str] = Counter()

    def counted(name: str) -> Any:
        work = getattr(richtext, name)
        return lambda *given: (done.update([name]), work(*given))[1]

    for name in ("to_text", "to_html", "references", "filled"):
        monkeypatch.setattr(shown_text.richtext, name, counted(name))
    aliases = " ".join(f'a{number}: edition(slug: "one") {{ contextContent {{ html text }} }}' for number in range(9))

    shown = (await ask(f'{{ site(key: "eccp") {{ {aliases} }} }}'))["site"]

    assert list(shown.values()) == [{"contextContent": {"html": "<p>Words</p>", "text": "Words"}}] * 9
    assert done == expected


async def test_what_a_request_has_read_is_gone_with_its_answer(
    ask: Ask, publish: Publish, make_edition: Publish, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not with the next walk of the garbage collector, for which everybody waits."""
    host = await publish("Organisation", {"name": {"en": "Host Agency"}})
    for slug in ("one", "two"):
        await make_edition(slug, partners=[{"organisation": host.id, "role": "host"}])
    readings: list[weakref.ref[ReadContext]] = []
    begin = ReadContext.__init__

    def remembered(self: ReadContext, *args: Any, **options: Any) -> None:
        readings.append(weakref.ref(self))
        begin(self, *args, **options)

    monkeypatch.setattr(ReadContext, "__init__", remembered)
    gc.disable()
    try:
        await ask(TWICE)
        assert [reading() for reading in readings] == [None]
    finally:
        gc.enable()
