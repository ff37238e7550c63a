"""What compiled queries read of an item by expressions is what the objects give that GraphQL reads."""

from datetime import UTC, datetime
from typing import Any

import pytest

from cms.content.fields import Embedded
from cms.content.sites import rules_of
from cms.content_types import registry
from cms.content_types.declarations import parts_of
from schema.delivery import types  # noqa: F401  defines them
from schema.delivery.projection.delivered import projections
from schema.delivery.projection.field_resolver import Computed
from schema.delivery.projection.plan import Plan
from schema.delivery.projection.published_item import PublishedItem
from schema.delivery.projection.read_context import ReadContext
from schema.delivery.projection.selection import Selection
from schema.delivery.values import LaterHtml, RichText
from schema.execution.compiled.source import Source
from tests.schema.delivery.sample_values import SPECIAL, Samples

SITE = {"key": "eccp", "locales": ["en", "cs"], "default_locale": "en", "time_zone": "Europe/Prague"}
TERMS = {"sectors": {"ict": {"en": "ICT"}}}
PARTS = {part for kind in registry.values() for part in (kind, *parts_of(kind))}
DELIVERED = sorted((part for part in PARTS if part.__name__ in projections), key=lambda part: part.__name__)


def _item(kind: type[Embedded], reading: Any, data: dict[str, Any]) -> PublishedItem:
    document = {"_id": kind.__name__, "type": kind.__name__, "data": data, "derived": data}
    return PublishedItem(document, data, ["en", "cs"], reading)


@pytest.fixture
def reading() -> ReadContext:
    """One item of each type is loaded; it refers to the others."""
    unused: Any = None
    made = ReadContext(unused, rules_of(SITE), {"_id": "site", "data": SITE}, "en", datetime.now(UTC), unused)
    made.vocabularies = TERMS
    samples = Samples({name: name for name in registry})
    made.entities = {
        name: _item(kind, made, {**samples.data(kind), **SPECIAL.get(name, {})}) for name, kind in registry.items()
    }
    return made


def _plan(part: type[Embedded], *selected: str) -> Plan:
    """Of all its fields, or of those that are selected."""
    selection = Selection()
    selection.fields = {name: Selection() for name in selected or projections[part.__name__].resolvers}
    return projections[part.__name__].plan(selection)


def _by_expression(plan: Plan, attr: str, entry: PublishedItem) -> Any:
    source = Source()
    read = plan.read(attr, source, "entry")
    assert read is not None
    value = eval(read.code, {**source.constants, "entry": entry})

    def viewed(one: PublishedItem | None) -> Any:
        key = eval(read.key.format(entry="one"), {"one": one}) if one else None
        shown: Any = read.plans[key] if one else None
        return shown.build(one) if one else None

    if not read.key or value is None:
        return value
    return [viewed(one) for one in value] if isinstance(value, list) else viewed(value)


def _plainly(value: Any) -> Any:
    if hasattr(value, "_plan"):
        return type(value), value._plan, value._entry.document["_id"], value._entry.data
    if isinstance(value, LaterHtml | RichText):
        return type(value), value._text
    return [_plainly(one) for one in value] if isinstance(value, list) else value


def _other_language(value: Any) -> Any:
    return {"cs" if key == "en" else key: one for key, one in value.items()} if isinstance(value, dict) else value


@pytest.mark.parametrize("part", DELIVERED, ids=lambda part: part.__name__)
def test_every_declared_field_has_the_value_of_its_view(part: type[Embedded], reading: ReadContext) -> None:
    whole = Samples({name: name for name in registry}).data(part)
    plan = _plan(part)
    for data in (whole, {}, {name: _other_language(value) for name, value in whole.items()}):
        entry = _item(part, reading, data)
        for attr, (resolver, _below) in plan._chosen.items():
            if not isinstance(resolver, Computed):
                assert _plainly(_by_expression(plan, attr, entry)) == _plainly(getattr(plan.build(entry), attr)), attr


def test_an_item_that_is_not_shown_here_is_none(reading: ReadContext) -> None:
    entry = _item(registry["NewsItem"], reading, {"image": "gone", "edition": "gone"})
    plan = _plan(registry["NewsItem"])
    assert [_by_expression(plan, attr, entry) for attr in ("image", "edition")] == [None, None]


def test_what_is_not_selected_only_the_view_can_say() -> None:
    plan = projections["NewsItem"].plan(Selection())
    assert plan.read("title", Source(), "entry") is None


def test_items_and_files_may_stand_in_several_places_and_parts_may_not(reading: ReadContext) -> None:
    def is_shared(part: str, attr: str) -> bool:
        read = _plan(next(one for one in DELIVERED if one.__name__ == part)).read(attr, Source(), "entry")
        return read is not None and read.is_shared

    assert is_shared("Talk", "presentations") and is_shared("Speaker", "person") and is_shared("NewsItem", "image")
    assert not is_shared("Talk", "speakers") and not is_shared("NewsItem", "blocks")


class Asked(dict[str, Any]):
    """Items by id, which notes whom it was asked for."""

    def __init__(self, items: dict[str, Any]) -> None:
        super().__init__(items)
        self.ids: set[str] = set()

    def get(self, id: str, default: Any = None) -> Any:
        self.ids.add(id)
        return super().get(id, default)


@pytest.mark.parametrize("part", DELIVERED, ids=lambda part: part.__name__)
def test_what_a_declared_field_looks_up_was_named_beforehand(part: type[Embedded], reading: ReadContext) -> None:
    plan = _plan(part)
    entry = _item(part, reading, Samples({name: name for name in registry}).data(part))
    named = {id for id, _selection in plan.references(entry)}
    reading.entities = asked = Asked(reading.entities)
    for attr, (resolver, _below) in plan._chosen.items():
        if not isinstance(resolver, Computed):
            getattr(plan.build(entry), attr)
    assert asked.ids <= named


def test_several_fields_of_the_same_item_name_it_once(reading: ReadContext) -> None:
    plan = _plan(registry["PresentationFile"], "url", "filename", "mime", "bytes")
    presentation = _item(registry["PresentationFile"], reading, {"file": "FileAsset"})
    assert [id for id, _selection in plan.references(presentation)] == ["FileAsset"]
