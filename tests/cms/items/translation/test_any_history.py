"""Whatever is done to an item in whatever order: a translation counts as current only where somebody saw it so."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cms.access.actor import SYSTEM
from cms.content_types.page import Page
from cms.items.actions import create_item, mark_translated, restore_version, update_item
from cms.items.translation.state import CURRENT, standing
from cms.items.translation_notes import drafted
from cms.kernel.services import Services
from storage.documents import Item

STEPS = st.lists(
    st.one_of(
        st.tuples(st.sampled_from(["en", "cs", "both"]), st.integers(0, 2), st.booleans()),
        st.tuples(st.sampled_from(["restore", "mark"]), st.integers(0, 9), st.booleans()),
    ),
    max_size=10,
)


def is_current(item: Item) -> bool:
    return standing(drafted(Page, item), "cs").state == CURRENT


def pair(item: Item) -> tuple[str, str]:
    return item.data["title"]["en"], item.data["title"]["cs"]


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(steps=STEPS)
async def test_current_is_what_somebody_wrote_or_confirmed_beside_this_source(
    services: Services, sites: None, steps: list[tuple[str, int, bool]]
) -> None:
    data = {"title": {"en": "en 0", "cs": "cs 0"}}
    item = await create_item(services, SYSTEM, type="Page", site="eccp", data=data, slugs={})
    seen_together, known = {pair(item)}, {1: (pair(item), True)}

    for step, number, flag in steps:
        before = item
        if step == "restore":
            wanted = sorted(known)[number % len(known)]
            item = await restore_version(services, SYSTEM, item.id, wanted)
            assert pair(item) == known[wanted][0] and is_current(item) >= known[wanted][1]
        elif step == "mark":
            item = await mark_translated(services, SYSTEM, item.id, "cs", item.version)
            seen_together.add(pair(item))
            assert is_current(item)
        else:
            languages = ["en", "cs"] if step == "both" else [step]
            titles = {**item.data["title"], **{one: f"{one} {number}" for one in languages}}
            item = await update_item(services, SYSTEM, item.id, item.version, {"title": titles}, autosave=flag)
            if item.data["title"]["cs"] != before.data["title"]["cs"]:
                seen_together.add(pair(item))
                assert is_current(item)
        if item.version != before.version:
            known[item.version] = (pair(item), is_current(item))

        assert not is_current(item) or pair(item) in seen_together
        assert ("stale/cs" in item.translation) == (not is_current(item))
