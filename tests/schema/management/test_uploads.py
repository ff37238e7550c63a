"""Uploads and the library of files through the management schema, and that denied calls change nothing."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from cms.access.actor import RIGHTS, SYSTEM, Actor
from cms.content_types import registry
from cms.items.actions import publish_item
from cms.kernel.services import Services
from storage.documents import Item
from storage.mongo import Mongo
from tests.cms.files import samples
from tests.schema.management.conftest import Ask
from tests.services import Publish, person
from tests.uploads import put, ticket, uploaded

State = Callable[[], Awaitable[dict[str, list[dict[str, Any]]]]]

CREATE = """mutation ($input: CreateUploadInput!) { createUpload(input: $input) {
  upload { id url method headers { name value } expires } refusal { code } problems { field code } } }"""
RESULT = """{ item { id version data file { filename mime byteSize pageCount width height url liveUrl
    renditionUrl(width: 300) } }
  isChecking isDuplicate refusal { code message } problems { field locale code }
  conflict { version clashes { at } } }"""
COMPLETE = f"mutation ($input: CompleteUploadInput!) {{ completeUpload(input: $input) {RESULT} }}"
REPLACE = f"mutation ($input: ReplaceFileInput!) {{ replaceFile(input: $input) {RESULT} }}"
CANCEL = """mutation ($input: CancelUploadInput!) { cancelUpload(input: $input) {
  cancelled refusal { code } problems { field code } } }"""
FILES = """query ($filter: FileFilterInput, $first: Int, $after: String) {
  files(filter: $filter, first: $first, after: $after) {
    totalCount nodes { file { filename } } pageInfo { hasNextPage endCursor } } }"""


@pytest.fixture
def state(mongo: Mongo) -> State:
    """Everything that is stored, but for locks."""

    async def read() -> dict[str, list[dict[str, Any]]]:
        names = sorted(set(await mongo.db.list_collection_names()) - {"locks"})
        return {name: await mongo.db[name].find().sort("_id", 1).to_list(None) for name in names}

    return read


async def do(ask: Ask, actor: Actor, mutation: str, **input: Any) -> dict[str, Any]:
    [result] = (await ask(actor, mutation, input=input)).values()
    return result


async def test_a_file_by_ticket_bytes_and_completion(services: Services, editor: Actor, ask: Ask) -> None:
    content = samples.image("PNG", 800, 600)

    given = await do(ask, editor, CREATE, site="eccp", filename="Harbour.PNG", byteSize=len(content))
    upload = given["upload"]
    await services.store.put(f"uploads/{upload['id']}", content, "image/png")
    alt = {"en": "A harbour"}
    done = await do(
        ask,
        editor,
        COMPLETE,
        id=upload["id"],
        alt=alt,
        licence="CC0",
        visibility="protected",
        tags=["Sea"],
        focalPoint={"x": 0.25, "y": 1},
    )
    await publish_item(services, editor, done["item"]["id"], ["en"])
    again = await do(ask, editor, COMPLETE, id=upload["id"])

    assert given["refusal"] is None
    assert (upload["method"], upload["expires"]) == ("PUT", "2024-04-02T13:00:00+00:00")
    assert upload["url"].startswith(f"/uploads/{upload['id']}?token=")
    assert upload["headers"] == [{"name": "Content-Type", "value": "application/octet-stream"}]
    item, id = done["item"], done["item"]["id"]
    assert item["data"]["alt"] == alt and item["data"]["licence"] == "CC0"
    assert (item["data"]["visibility"], item["data"]["tags"]) == ("protected", ["Sea"])
    assert item["data"]["focal_point"] == {"x": 0.25, "y": 1.0}
    assert item["file"] == {
        "filename": "Harbour.png",
        "mime": "image/png",
        "byteSize": len(content),
        "pageCount": None,
        "width": 800,
        "height": 600,
        "url": f"/files/{id}/Harbour.png?draft=1",
        "renditionUrl": f"/files/{id}/Harbour.png?draft=1&width=320",
        "liveUrl": None,
    }
    assert not done["isChecking"] and not done["isDuplicate"]
    assert again["item"]["id"] == id and again["item"]["file"]["liveUrl"] == f"/files/{id}/Harbour.png"


async def test_the_same_bytes_are_told_and_may_become_another_file(services: Services, editor: Actor, ask: Ask) -> None:
    known = await uploaded(services, editor, samples.pdf(2), "a.pdf")
    upload = await ticket(services, editor, samples.pdf(2), "b.pdf")
    await put(services, upload, samples.pdf(2))

    same = await do(ask, editor, COMPLETE, id=upload.id)
    another = await do(ask, editor, COMPLETE, id=upload.id, evenIfThere=True)

    assert (same["item"]["id"], same["isDuplicate"]) == (known.id, True)
    assert another["item"]["id"] != known.id and not another["isDuplicate"]


async def test_refused_bytes_are_told_at_the_file(services: Services, editor: Actor, ask: Ask) -> None:
    upload = await ticket(services, editor, samples.program(), "letter.pdf")
    await put(services, upload, samples.program())

    result = await do(ask, editor, COMPLETE, id=upload.id)

    assert result["item"] is None and result["refusal"]["code"] == "INVALID"
    assert result["problems"] == [{"field": "file", "locale": None, "code": "FILE_TYPE"}]
    assert "Windows" in result["refusal"]["message"]


@pytest.mark.parametrize("role", RIGHTS)
async def test_tickets_are_for_the_roles_that_may_create(ask: Ask, state: State, role: str) -> None:
    before = await state()

    result = await do(ask, person("somebody", eccp=[role]), CREATE, site="eccp", filename="a.pdf", byteSize=1)

    if "create" in RIGHTS[role]:
        after = await state()
        assert result["upload"] and len(after["audit"]) == len(before.get("audit", [])) + 1
        assert after["audit"][-1]["action"] == "create_upload" and after["audit"][-1]["by"] == "somebody"
    else:
        assert result["upload"] is None and result["refusal"]["code"] == "NOT_PERMITTED"
        assert await state() == before


@pytest.mark.parametrize("mutation", [COMPLETE, CANCEL])
@pytest.mark.parametrize("role", RIGHTS)
async def test_nobody_uses_the_ticket_of_another(
    services: Services, editor: Actor, ask: Ask, state: State, role: str, mutation: str
) -> None:
    upload = await ticket(services, editor, samples.pdf(), "a.pdf")
    await put(services, upload, samples.pdf())
    before = await state()

    result = await do(ask, person("somebody", everywhere=[role]), mutation, id=upload.id)

    assert result["refusal"]["code"] == "NOT_FOUND" and await state() == before
    assert (await services.store.stat(upload.key)).bytes == upload.byte_size


@pytest.mark.parametrize("role", RIGHTS)
async def test_files_are_replaced_by_the_roles_that_may_change_them(
    services: Services, ask: Ask, state: State, role: str
) -> None:
    somebody = person("somebody", eccp=[role])
    item = await uploaded(services, SYSTEM, samples.pdf(), "a.pdf")
    upload = await ticket(services, person("somebody", eccp=["editor"]), samples.pdf(2), "b.pdf")
    await put(services, upload, samples.pdf(2))
    before = await state()

    result = await do(ask, somebody, REPLACE, id=item.id, upload=upload.id, baseVersion=1)

    if "update" in RIGHTS[role]:
        after = await state()
        assert (result["item"]["version"], result["item"]["file"]["pageCount"]) == (2, 2)
        assert [one["action"] for one in after["audit"][len(before["audit"]) :]] == ["replace_file"]
    else:
        assert result["item"] is None and result["refusal"]["code"] == "NOT_PERMITTED"
        assert await state() == before


async def test_a_conflicting_replacement_shows_what_differs(services: Services, editor: Actor, ask: Ask) -> None:
    item = await uploaded(services, editor, samples.pdf(), "a.pdf")
    for pages in (2, 3):
        upload = await ticket(services, editor, samples.pdf(pages), "b.pdf")
        await put(services, upload, samples.pdf(pages))
        result = await do(ask, editor, REPLACE, id=item.id, upload=upload.id, baseVersion=1)

    assert result["refusal"]["code"] == "CONFLICT" and result["conflict"]["version"] == 2
    assert {"at": "sha256"} in result["conflict"]["clashes"]


@pytest.mark.parametrize("name", ["createItem", "updateItem"])
async def test_nobody_sets_what_follows_from_the_bytes(services: Services, editor: Actor, ask: Ask, name: str) -> None:
    item = await uploaded(services, editor, samples.pdf(), "a.pdf")
    kind = name[0].upper() + name[1:]
    asked = "{ refusal { code } problems { field code } }"
    text = f"mutation ($input: {kind}Input!) {{ {name}(input: $input) {asked} }}"
    forged = {"mime": "text/html", "sha256": "0" * 64, "byte_size": 1}
    given = {"type": "FileAsset", "site": "eccp", "data": forged}
    result = await do(
        ask, editor, text, **(given if name == "createItem" else {"id": item.id, "baseVersion": 1, "changes": forged})
    )

    assert result["refusal"]["code"] == "INVALID"
    assert {(one["field"], one["code"]) for one in result["problems"]} == {(one, "SET_BY_CMS") for one in forged}


async def test_the_form_says_which_fields_the_cms_fills_in(editor: Actor, ask: Ask) -> None:
    kinds = (await ask(editor, "{ contentTypes { name fields { name switches } } }"))["contentTypes"]

    for kind in kinds:
        shown = [field["name"] for field in kind["fields"] if "machine" in field["switches"]]
        assert shown == registry[kind["name"]].machine_fields()
    assert registry["FileAsset"].machine_fields() == ["mime", "byte_size", "sha256", "width", "height", "page_count"]


# -- the library ----------------------------------------------------------------------------------------------------


@pytest.fixture
async def library(services: Services, editor: Actor, publish: Publish) -> list[Item]:
    made = [
        await uploaded(services, editor, samples.pdf(1), "Agenda Iași.pdf", tags=["Iași"]),
        await uploaded(services, editor, samples.pdf(2), "Input paper.pdf"),
        await uploaded(services, editor, samples.image("PNG", 60, 40), "Harbour.png", tags=["Sea", "iași"]),
        await uploaded(services, editor, samples.image("JPEG", 60, 40), "Opera.jpg"),
    ]
    await publish_item(services, SYSTEM, made[1].id, ["en"])
    await publish("PresentationFile", {"title": {"en": "Paper"}, "file": made[1].id})
    return made


@pytest.mark.parametrize(
    ("filter", "expected"),
    [
        ({}, {"Agenda Iași.pdf", "Input paper.pdf", "Harbour.png", "Opera.jpg"}),
        ({"mime": "image"}, {"Harbour.png", "Opera.jpg"}),
        ({"mime": "image/jpeg"}, {"Opera.jpg"}),
        ({"mime": "video"}, set()),
        ({"tag": "IAŞI".replace("Ş", "Ș")}, {"Agenda Iași.pdf", "Harbour.png"}),
        ({"tag": "iași", "mime": "application/pdf"}, {"Agenda Iași.pdf"}),
        ({"search": "iasi age"}, {"Agenda Iași.pdf"}),
        ({"isUnused": True}, {"Agenda Iași.pdf", "Harbour.png", "Opera.jpg"}),
        ({"isUnused": True, "mime": "application"}, {"Agenda Iași.pdf"}),
        ({"site": "nca"}, set()),
        ({"mime": "sha256:x", "tag": "mime:image/png"}, set()),
    ],
    ids=lambda given: str(sorted(given)),  # sets are in another order in each process
)
async def test_the_library_is_narrowed(
    ask: Ask, editor: Actor, library: list[Item], filter: dict[str, Any], expected: set[str]
) -> None:
    found = (await ask(editor, FILES, filter=filter))["files"]

    assert {one["file"]["filename"] for one in found["nodes"]} == expected
    assert found["totalCount"] == len(expected)


@pytest.mark.parametrize("is_unused", [True, False])
async def test_pages_of_the_library_are_the_whole_of_it(
    ask: Ask, editor: Actor, library: list[Item], is_unused: bool
) -> None:
    names, after = [], None
    while True:
        found = (await ask(editor, FILES, filter={"isUnused": is_unused}, first=1, after=after))["files"]
        names += [one["file"]["filename"] for one in found["nodes"]]
        after = found["pageInfo"]["endCursor"]
        if not found["pageInfo"]["hasNextPage"]:
            break

    assert names == [
        n for n in ["Opera.jpg", "Harbour.png", "Input paper.pdf", "Agenda Iași.pdf"] if n[0] != "I" or not is_unused
    ]


async def test_known_bytes_are_found_before_they_are_uploaded(ask: Ask, editor: Actor, library: list[Item]) -> None:
    query = "query ($sha: String!) { fileBySha256(sha256: $sha) { id } }"
    sha256 = library[2].data["sha256"]

    assert (await ask(editor, query, sha=sha256.upper()))["fileBySha256"] == {"id": library[2].id}
    assert (await ask(editor, query, sha="0" * 64))["fileBySha256"] is None
    assert (await ask(person("stranger"), query, sha=sha256))["fileBySha256"] is None


async def test_strangers_see_no_files(ask: Ask, library: list[Item]) -> None:
    assert (await ask(person("stranger"), FILES))["files"]["nodes"] == []
    assert (await ask(person("stranger"), FILES, filter={"isUnused": True}))["files"]["nodes"] == []


async def test_other_items_hold_no_file(ask: Ask, editor: Actor, series: Item) -> None:
    query = "query ($id: ID!) { item(id: $id) { file { url } } }"

    assert (await ask(editor, query, id=series.id))["item"]["file"] is None
