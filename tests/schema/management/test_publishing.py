"""What editors see of publishing by the management schema: targets, releases, what is scheduled, previews."""

from typing import Any

import pytest

from cms.access.actor import SYSTEM
from cms.items import actions
from cms.kernel.services import Services
from storage.conditions import equal
from storage.documents import Item, ReleaseEntry
from tests.schema.management.conftest import Ask
from tests.services import Clock, Publish, person

RITA = person("rita", eccp=["reviewer"])
CARA = person("cara", eccp=["contributor"])
TARGETS = "{ isComplete targets { id item { title } locales at source isLive mayPublish problems { field code } } }"
PUBLISH = f"""mutation ($input: PublishItemInput!) {{ publishItem(input: $input) {{
  item {{ id }} together {{ id }} unpublishedTargets {TARGETS}
  refusal {{ code }} problems {{ code item field }} }} }}"""
LOOK = f'query ($id: ID!) {{ unpublishedTargets(id: $id, locales: ["en"]) {TARGETS} }}'
RELEASE = """{ id name site state entries { id action locales version evenIfUsed item { title } }
  problems { item field code } scheduledFor publishedBy { id } }"""
SCHEDULED = """query ($site: String, $until: DateTime, $first: Int = 10, $after: String) {
  scheduled(site: $site, until: $until, first: $first, after: $after) { totalCount pageInfo { endCursor hasNextPage }
    nodes { item { id } moments { at locale action version release } } } }"""
PREVIEW = "{ id site locale path item asOf createdBy { id } expires token url }"


async def release(ask: Ask, verb: str, **input: Any) -> dict[str, Any]:
    kind = verb[0].upper() + verb[1:]
    fields = f"{{ release {RELEASE} refusal {{ code }} problems {{ item field code }} }}"
    text = f"mutation ($input: {kind}Input!) {{ {verb}(input: $input) {fields} }}"
    return (await ask(RITA, text, input=input))[verb]


@pytest.fixture
async def host(services: Services, draft: Item) -> Item:
    """That the draft refers to."""
    made = await actions.create_item(services, SYSTEM, type="Organisation", site="eccp", data={"name": {"en": "Host"}})
    partners = [{"id": "p1", "organisation": made.id, "role": "host"}]
    await actions.update_item(services, SYSTEM, draft.id, 1, {"partners": partners})
    return made


async def test_targets_are_seen_before_refused_or_taken_along_and_told_of_after(
    ask: Ask, draft: Item, host: Item
) -> None:
    expected = {
        "id": host.id,
        "item": {"title": "Host"},
        "locales": ["en"],
        "at": "partners.p1.organisation",
        "source": draft.id,
        "isLive": False,
        "mayPublish": True,
        "problems": [],
    }

    before = (await ask(RITA, LOOK, id=draft.id))["unpublishedTargets"]
    refused = (await ask(RITA, PUBLISH, input={"id": draft.id, "locales": ["en"], "targets": "REFUSE"}))["publishItem"]
    alone = (await ask(RITA, PUBLISH, input={"id": draft.id, "locales": ["en"]}))["publishItem"]
    both = (await ask(RITA, PUBLISH, input={"id": draft.id, "locales": ["en"], "targets": "TOGETHER"}))["publishItem"]

    assert before == {"isComplete": True, "targets": [expected]}
    assert (refused["item"], refused["unpublishedTargets"], refused["refusal"]) == (None, None, {"code": "INVALID"})
    assert refused["problems"] == [{"code": "UNPUBLISHED_TARGET", "item": host.id, "field": "partners.p1.organisation"}]
    assert (alone["item"], alone["together"]) == ({"id": draft.id}, [])
    assert alone["unpublishedTargets"] == {"isComplete": True, "targets": [expected]}
    assert both["together"] == [{"id": host.id}] and both["unpublishedTargets"]["targets"] == []


async def test_every_way_of_going_live_takes_along_what_is_named(
    ask: Ask, services: Services, draft: Item, host: Item
) -> None:
    schedule = """mutation ($input: SchedulePublicationInput!) { schedulePublication(input: $input) {
      item { state(locale: "en") { goesAlong } } refusal { code } problems { code item } } }"""
    later = {"id": draft.id, "locale": "en", "at": "2024-06-03T09:00"}
    many = f"query ($items: [GoingLiveInput!]!) {{ unpublishedTargetsOf(items: $items) {TARGETS} }}"
    both = [{"id": one.id, "locales": ["en"]} for one in (draft, host)]
    check = f"query ($id: ID!) {{ releaseCheck(id: $id) {{ isReady unpublishedTargets {TARGETS} }} }}"

    refused = (await ask(RITA, schedule, input={**later, "targets": "REFUSE"}))["schedulePublication"]
    planned = await ask(RITA, schedule, input={**later, "targets": "TOGETHER", "together": [host.id]})
    alone, together = [(await ask(RITA, many, items=items))["unpublishedTargetsOf"] for items in (both[:1], both)]
    made = (await release(ask, "createRelease", site="eccp", name="Spring"))["release"]
    await release(ask, "addToRelease", id=made["id"], entries=both[:1])
    before = (await ask(RITA, check, id=made["id"]))["releaseCheck"]
    filled = await release(ask, "addToRelease", id=made["id"], entries=[], targets="TOGETHER", together=[host.id])
    after = (await ask(RITA, check, id=made["id"]))["releaseCheck"]

    assert refused["problems"] == [{"code": "UNPUBLISHED_TARGET", "item": host.id}]
    assert planned["schedulePublication"]["item"] == {"state": {"goesAlong": [host.id]}}
    assert ([one["id"] for one in alone["targets"]], together["targets"]) == ([host.id], [])
    assert before["isReady"] and [one["id"] for one in before["unpublishedTargets"]["targets"]] == [host.id]
    assert [one["id"] for one in filled["release"]["entries"]] == [draft.id, host.id]
    assert after == {"isReady": True, "unpublishedTargets": {"isComplete": True, "targets": []}}


async def test_looking_before_publishing_tells_of_texts_that_nobody_translated(
    ask: Ask, services: Services, draft: Item
) -> None:
    copies = "{ copies { item { id } locale count } }"
    many = f"query ($items: [GoingLiveInput!]!) {{ unpublishedTargetsOf(items: $items) {copies} }}"
    copied = await actions.copy_from_source(services, SYSTEM, draft.id, "bg", draft.version)
    await actions.update_item(services, SYSTEM, draft.id, copied.version, {"theme": {"bg": "Иновации"}})

    asked = [{"id": draft.id, "locales": ["cs", "bg"]}]
    told = (await ask(RITA, many, items=asked))["unpublishedTargetsOf"]["copies"]
    czech = (await ask(RITA, many, items=[{"id": draft.id, "locales": ["cs"]}]))["unpublishedTargetsOf"]["copies"]

    assert told == [{"item": {"id": draft.id}, "locale": "bg", "count": 2}] and czech == []


async def test_a_viewer_without_the_right_sees_that_they_may_not_publish_it(ask: Ask, draft: Item, host: Item) -> None:
    found = (await ask(CARA, LOOK, id=draft.id))["unpublishedTargets"]

    assert [one["mayPublish"] for one in found["targets"]] == [False]


async def test_a_release_from_its_name_to_its_publication(
    ask: Ask, services: Services, draft: Item, host: Item
) -> None:
    made = (await release(ask, "createRelease", site="eccp", name="Spring"))["release"]
    entries = [{"id": draft.id, "locales": ["en", "en"]}, {"id": host.id, "locales": ["en"]}]
    filled = (await release(ask, "addToRelease", id=made["id"], entries=entries))["release"]
    check = f'query {{ releaseCheck(id: "{made["id"]}") {{ isReady problems {{ item code }} }} }}'
    ready = (await ask(RITA, check))["releaseCheck"]
    done = await release(ask, "publishRelease", id=made["id"])
    again = await release(ask, "publishRelease", id=made["id"])
    listed = f'{{ releases(filter: {{state: PUBLISHED, site: "eccp"}}) {{ nodes {RELEASE} }} }}'

    assert made["state"] == "DRAFT" and [one["locales"] for one in filled["entries"]] == [["en"], ["en"]]
    assert ready == {"isReady": True, "problems": []}
    assert (done["refusal"], done["release"]["state"]) == (None, "PUBLISHED")
    assert done["release"]["publishedBy"] == {"id": "rita"}
    assert [one["version"] for one in done["release"]["entries"]] == [2, 1]
    assert again["refusal"] == {"code": "TRANSITION_NOT_ALLOWED"}
    assert (await ask(CARA, listed))["releases"]["nodes"] == [done["release"]]
    assert (await ask(person("nina", nca=["editor"]), listed))["releases"]["nodes"] == []
    of_item = f'{{ releases(filter: {{item: "{host.id}"}}) {{ nodes {{ id }} }} }}'
    assert (await ask(RITA, of_item))["releases"]["nodes"] == [{"id": made["id"]}]


async def test_a_release_that_is_not_ready_names_each_problem_with_its_item(
    ask: Ask, services: Services, draft: Item
) -> None:
    bare = await actions.create_item(services, SYSTEM, type="NewsItem", site="eccp", data={"title": {"en": "Bare"}})
    made = (await release(ask, "createRelease", site="eccp", name="Spring"))["release"]
    entries = [{"id": one.id, "locales": ["en"]} for one in (draft, bare)]
    await release(ask, "addToRelease", id=made["id"], entries=entries)

    refused = await release(ask, "publishRelease", id=made["id"])
    check = f'query {{ releaseCheck(id: "{made["id"]}") {{ isReady problems {{ item field code }} }} }}'
    checked = (await ask(RITA, check))["releaseCheck"]

    assert refused["refusal"] == {"code": "INVALID"} and refused["release"] is None
    assert checked == {"isReady": False, "problems": refused["problems"]}
    assert {one["item"] for one in refused["problems"]} == {bare.id}


async def test_a_release_that_may_not_be_read_is_not_found(answer: Ask, ask: Ask, draft: Item) -> None:
    made = (await release(ask, "createRelease", site="eccp", name="Spring"))["release"]
    look = f'query {{ release(id: "{made["id"]}") {{ id }} releaseCheck(id: "{made["id"]}") {{ isReady }} }}'

    strange = await answer(person("nina", nca=["administrator"]), look)
    reading = await answer(CARA, look)

    assert {one["extensions"]["code"] for one in strange["errors"]} == {"NOT_FOUND"}
    assert [one["extensions"]["code"] for one in reading["errors"]] == ["NOT_PERMITTED"]


async def test_what_is_scheduled_comes_in_its_order_for_those_who_may_read_it(
    ask: Ask, services: Services, draft: Item, host: Item, make_edition: Publish
) -> None:
    live = await make_edition("live")
    await actions.schedule_publication(services, SYSTEM, draft.id, "en", "2024-06-03T09:00")
    await actions.schedule_expiry(services, SYSTEM, live.id, "en", "2024-06-02T09:00")
    await actions.schedule_expiry(services, SYSTEM, draft.id, "en", "2024-12-01T09:00")
    made = await actions.create_release(services, SYSTEM, "eccp", "Spring")
    await actions.add_to_release(services, SYSTEM, made.id, [ReleaseEntry(item=host.id, locales=["en"])])
    await actions.schedule_release(services, SYSTEM, made.id, "2024-06-01T09:00")

    found = (await ask(RITA, SCHEDULED))["scheduled"]
    first = (await ask(RITA, SCHEDULED, first=1))["scheduled"]
    second = (await ask(RITA, SCHEDULED, first=1, after=first["pageInfo"]["endCursor"]))["scheduled"]
    soon = (await ask(RITA, SCHEDULED, until="2024-06-02T07:00:00+00:00"))["scheduled"]
    theirs = (await ask(person("nina", nca=["editor"]), SCHEDULED, site="nca"))["scheduled"]

    assert [one["item"]["id"] for one in found["nodes"]] == [host.id, live.id, draft.id]
    assert found["nodes"][0]["moments"] == [moment("2024-06-01T07:00:00+00:00", "PUBLISH", release=made.id)]
    assert found["nodes"][2]["moments"] == [
        moment("2024-06-03T07:00:00+00:00", "PUBLISH", version=2),
        moment("2024-12-01T08:00:00+00:00", "UNPUBLISH"),
    ]
    assert [first["nodes"], second["nodes"]] == [found["nodes"][:1], found["nodes"][1:2]]
    assert [one["item"]["id"] for one in soon["nodes"]] == [host.id, live.id]
    assert [one["item"]["id"] for one in theirs["nodes"]] == [live.id]  # shared with that site
    await actions.cancel_release(services, SYSTEM, made.id)
    await actions.schedule_expiry(services, SYSTEM, live.id, "en", None)
    assert [one["item"]["id"] for one in (await ask(RITA, SCHEDULED))["scheduled"]["nodes"]] == [draft.id]


def moment(at: str, action: str, version: int | None = None, release: str | None = None) -> dict[str, Any]:
    return {"at": at, "locale": "en", "action": action, "version": version, "release": release}


async def preview(ask: Ask, **input: Any) -> dict[str, Any]:
    fields = f"{{ preview {PREVIEW} refusal {{ code }} problems {{ field code }} }}"
    text = f"mutation ($input: CreatePreviewInput!) {{ createPreview(input: $input) {fields} }}"
    return (await ask(RITA, text, input=input))["createPreview"]


async def test_a_preview_has_the_address_that_its_site_shows_previews_at(
    ask: Ask, services: Services, draft: Item
) -> None:
    plain = (await preview(ask, site="eccp", item=draft.id))["preview"]
    assert (plain["url"], plain["path"], plain["locale"]) == (None, "/editions/iasi-2023", "en")
    site = await services.repository.items.newest(equal({"type": "Site", "site": "eccp"}), None)  # pyright: ignore[reportArgumentType]
    assert site
    template = "https://preview.example.org/open?t={token}&l={locale}&p={path}"
    await actions.update_item(services, SYSTEM, site.id, 1, {"preview_url": template})
    await actions.publish_item(services, SYSTEM, site.id, ["en"])

    given = {"path": "/about us", "asOf": "2024-06-01T09:00", "hours": 1}
    made = (await preview(ask, site="eccp", **given))["preview"]
    listed = (await ask(RITA, f"{{ previews {{ nodes {PREVIEW} }} }}"))["previews"]["nodes"]

    assert made["url"] == f"https://preview.example.org/open?t={made['token']}&l=en&p=/about%20us"
    assert (made["asOf"], made["expires"]) == ("2024-06-01T07:00:00+00:00", "2024-04-02T13:00:00+00:00")
    assert listed[0] == made and listed[1]["id"] == plain["id"] and listed[1]["url"]
    assert (await ask(CARA, "{ previews { nodes { token } } }"))["previews"]["nodes"] == []


async def test_previews_that_ended_are_not_listed(ask: Ask, clock: Clock, draft: Item) -> None:
    short, revoked = [(await preview(ask, site="eccp", hours=1))["preview"]["id"] for _ in range(2)]
    long = (await preview(ask, site="eccp"))["preview"]["id"]
    text = "mutation ($input: RevokePreviewInput!) { revokePreview(input: $input) { revoked refusal { code } } }"
    done = [(await ask(RITA, text, input={"id": revoked}))["revokePreview"] for _ in range(2)]

    clock.set("2024-04-02T13:00:00+00:00")

    listed = (await ask(RITA, "{ previews { nodes { id } } }"))["previews"]["nodes"]
    assert listed == [{"id": long}] and short != long
    assert done == [{"revoked": True, "refusal": None}, {"revoked": None, "refusal": {"code": "NOT_FOUND"}}]


@pytest.mark.parametrize(
    ("input", "problem"),
    [
        ({"locale": "cs"}, ("locale", "LOCALE_NOT_OFFERED")),
        ({"path": "//elsewhere.example.org"}, ("path", "NOT_A_PATH")),
        ({"path": "https://elsewhere.example.org"}, ("path", "NOT_A_PATH")),
        ({"path": "/" + "x" * 2000}, ("path", "NOT_A_PATH")),
        ({"hours": 721}, ("hours", "OUT_OF_RANGE")),
        ({"hours": 0}, ("hours", "OUT_OF_RANGE")),
        ({"asOf": "soon"}, ("as_of", "NOT_A_WALL_TIME")),
    ],
)
async def test_a_preview_that_cannot_be_is_refused(
    ask: Ask, sites: None, input: dict[str, Any], problem: tuple[str, str]
) -> None:
    refused = await preview(ask, site="eccp", **input)

    assert [(one["field"], one["code"]) for one in refused["problems"]] == [problem] and refused["preview"] is None


async def test_a_preview_of_an_item_that_the_site_does_not_show_is_refused(
    ask: Ask, services: Services, sites: None
) -> None:
    data = {"title": {"en": "Theirs"}}
    theirs = await actions.create_item(services, SYSTEM, type="NewsItem", site="nca", data=data)

    refused = await preview(ask, site="eccp", item=theirs.id)
    both = person("rita", eccp=["reviewer"], nca=["reviewer"])
    text = "mutation ($input: CreatePreviewInput!) { createPreview(input: $input) { problems { field code } } }"
    seen = (await ask(both, text, input={"site": "eccp", "item": theirs.id}))["createPreview"]

    assert refused["refusal"] == {"code": "NOT_FOUND"}
    assert seen["problems"] == [{"field": "item", "code": "NOT_SHARED"}]
