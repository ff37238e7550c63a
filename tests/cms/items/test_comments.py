"""Comments on items: who may, whom they mention, and what becomes of them."""

from collections.abc import Callable
from typing import Any

import pytest

from cms.access.actor import SYSTEM, Actor
from cms.items.actions import (
    add_comment,
    create_item,
    delete_comment,
    delete_item,
    edit_comment,
    purge_item,
    reopen_comment,
    reply_to_comment,
    resolve_comment,
    restore_item,
    send_back_item,
    share_item,
    submit_item,
)
from cms.items.comment_threads import LONGEST_COMMENT, MAX_COMMENTS, MAX_MENTIONS, MAX_THREADS
from cms.items.queries.comments import list_comments, mentionable, open_mentions
from cms.kernel.errors import Invalid, NotFound, NotPermitted, TransitionNotAllowed
from cms.kernel.services import Services
from storage.documents import Account, CommentThread, Item
from storage.mongo import Mongo
from tests.services import person

ANA, BEN = person("ana", eccp=["contributor"]), person("ben", eccp=["editor"])
CALL_REVIEWER, NEIGHBOUR = person("cid", eccp=["call_reviewer"]), person("nina", nca=["editor"])


@pytest.fixture
async def draft(services: Services, edition_data: Callable[..., dict[str, Any]]) -> Item:
    return await create_item(services, SYSTEM, type="Edition", site="eccp", data=edition_data())


@pytest.fixture
async def accounts(services: Services) -> None:
    await account(services, "ana", "Ana Popescu", eccp=["contributor"])
    await account(services, "ben", "Ben Novák", eccp=["editor"])
    await account(services, "nina", "Nina Nowak", nca=["editor"])
    await account(services, "root", "Rosa", everywhere=["administrator"])
    await account(services, "gone", "Ana Gone", is_active=False, eccp=["editor"])


async def account(services: Services, id: str, name: str, *, is_active: bool = True, **roles: list[str]) -> None:
    given = {"*" if site == "everywhere" else site: names for site, names in roles.items()}
    made = Account(id=id, email=f"{id}@example.org", name=name, password_hash="-", roles=given, is_active=is_active)
    await services.transact(lambda session: services.repository.accounts.insert(made, session))


async def stored(services: Services, item: Item) -> list[dict[str, Any]]:
    return await list_comments(services, item).page(1000)


def texts(thread: CommentThread) -> list[str]:
    return [one.text for one in thread.comments]


async def test_people_talk_about_a_field(services: Services, draft: Item, mongo: Mongo) -> None:
    thread = await add_comment(services, ANA, draft.id, " Is it\r two days? \x00", field="days.a.label", locale="en")
    answered = await reply_to_comment(services, BEN, thread.id, "Three.")

    assert (thread.item, thread.field, thread.locale, thread.comments[0].by) == (draft.id, "days.a.label", "en", "ana")
    assert texts(answered) == ["Is it\r two days?", "Three."] and answered.resolved_at is None
    entries = await mongo.db["audit"].find({"item": draft.id}).sort("_id", -1).limit(2).to_list(None)
    events = await mongo.db["outbox"].find({"name": "ItemCommented"}).sort("_id", 1).to_list(None)
    assert [(one["action"], one["by"]) for one in entries] == [("reply_to_comment", "ben"), ("add_comment", "ana")]
    assert [(one["payload"]["thread"], one["payload"]["by"]) for one in events] == [
        (thread.id, "ana"),
        (thread.id, "ben"),
    ]
    assert "two days" not in str(entries) + str(events)


async def test_a_comment_is_no_change_of_the_item(services: Services, draft: Item) -> None:
    await add_comment(services, ANA, draft.id, "Well done")

    assert await services.repository.items.get(draft.id) == draft


@pytest.mark.parametrize(
    ("actor", "refusal"),
    [(CALL_REVIEWER, NotPermitted), (NEIGHBOUR, NotFound), (person("nobody"), NotFound)],
    ids=["reads", "another site", "nobody"],
)
async def test_whoever_may_not_comment_leaves_no_trace(
    services: Services, draft: Item, mongo: Mongo, actor: Actor, refusal: type[Exception]
) -> None:
    thread = await add_comment(services, ANA, draft.id, "First")
    audited = await mongo.db["audit"].count_documents({})
    comment = thread.comments[0].id

    for attempt in (
        add_comment(services, actor, draft.id, "Me too"),
        reply_to_comment(services, actor, thread.id, "Me too"),
        edit_comment(services, actor, comment, "Me too"),
        delete_comment(services, actor, comment),
        resolve_comment(services, actor, thread.id),
        reopen_comment(services, actor, thread.id),
    ):
        with pytest.raises(refusal):
            await attempt

    [found] = await stored(services, draft)
    assert CommentThread.model_validate(found) == thread and await mongo.db["audit"].count_documents({}) == audited


async def test_whoever_only_sees_a_shared_item_may_read_and_not_comment(services: Services, draft: Item) -> None:
    await share_item(services, SYSTEM, draft.id, ["nca"])

    with pytest.raises(NotPermitted):
        await add_comment(services, NEIGHBOUR, draft.id, "Hello")


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ({"text": " \n "}, "REQUIRED"),
        ({"text": "x" * (LONGEST_COMMENT + 1)}, "TOO_LONG"),
        ({"field": "colour"}, "UNKNOWN_FIELD"),
        ({"field": "days." + "x" * 300}, "UNKNOWN_FIELD"),
        ({"mentions": ["nobody-like-that"]}, "CANNOT_READ"),
        ({"mentions": ["nina"]}, "CANNOT_READ"),
        ({"mentions": ["gone"]}, "CANNOT_READ"),
        ({"mentions": [f"p{number}" for number in range(MAX_MENTIONS + 1)]}, "TOO_MANY"),
    ],
    ids=lambda value: str(value)[:30],
)
async def test_what_is_no_comment_is_refused(
    services: Services, draft: Item, accounts: None, options: dict[str, Any], code: str
) -> None:
    given = {"text": "Hello", **options}

    with pytest.raises(Invalid) as refused:
        await add_comment(services, BEN, draft.id, given.pop("text"), **given)

    assert {one.code for one in refused.value.problems} == {code} and await stored(services, draft) == []


async def test_who_cannot_read_and_who_does_not_exist_look_the_same(
    services: Services, draft: Item, accounts: None
) -> None:
    messages: list[str] = []
    for id in ("nina", "none"):
        with pytest.raises(Invalid) as refused:
            await add_comment(services, BEN, draft.id, "Hello", mentions=[id])
        messages.append(str(refused.value).replace(id, "X"))

    assert messages[0] == messages[1]


async def test_people_who_are_mentioned_find_it_until_it_is_resolved(
    services: Services, draft: Item, accounts: None
) -> None:
    thread = await add_comment(services, BEN, draft.id, "Please look", mentions=["ana", "ana"])
    await add_comment(services, BEN, draft.id, "Nobody in particular")

    async def found(actor: Actor) -> list[str]:
        return [one["_id"] for one in await (await open_mentions(services, actor)).page(10)]

    assert await found(ANA) == [thread.id] and await found(BEN) == []
    await resolve_comment(services, ANA, thread.id)
    assert await found(ANA) == []
    await reopen_comment(services, BEN, thread.id)
    assert await found(ANA) == [thread.id]
    assert await found(person("ana", nca=["editor"])) == [], "who lost the right to read"
    await delete_item(services, SYSTEM, draft.id)
    assert await found(ANA) == []


async def test_only_new_mentions_of_a_change_are_told(
    services: Services, draft: Item, accounts: None, mongo: Mongo
) -> None:
    thread = await add_comment(services, BEN, draft.id, "Please look", mentions=["ana"])
    id = thread.comments[0].id

    kept = await edit_comment(services, BEN, id, "Please look at it")
    changed = await edit_comment(services, BEN, id, "Please look", mentions=["root", "ana"])
    none = await edit_comment(services, BEN, id, "Never mind", mentions=[])

    assert kept.mentioned == ["ana"] and changed.mentioned == ["ana", "root"] and none.mentioned == []
    assert none.comments[0].edited_at is not None and texts(none) == ["Never mind"]
    events = await mongo.db["outbox"].find({"name": "ItemCommentEdited"}).sort("_id", 1).to_list(None)
    assert [one["payload"]["mentions"] for one in events] == [[], ["root"], []]


async def test_only_its_author_changes_a_comment(services: Services, draft: Item) -> None:
    thread = await add_comment(services, ANA, draft.id, "Mine")

    with pytest.raises(NotPermitted):
        await edit_comment(services, BEN, thread.comments[0].id, "Yours")

    assert (await stored(services, draft))[0]["comments"][0]["text"] == "Mine"


async def test_one_deletes_ones_own_comments_and_who_may_delete_the_item_all(services: Services, draft: Item) -> None:
    thread = await add_comment(services, BEN, draft.id, "First")
    thread = await reply_to_comment(services, ANA, thread.id, "Second")
    thread = await reply_to_comment(services, ANA, thread.id, "Third")
    first, second, third = (one.id for one in thread.comments)

    with pytest.raises(NotPermitted):
        await delete_comment(services, ANA, first)
    shorter = await delete_comment(services, ANA, third)
    emptied = await delete_comment(services, BEN, first)
    nothing = await delete_comment(services, BEN, second)

    assert shorter and texts(shorter) == ["First", "Second"]
    assert emptied and texts(emptied) == ["", "Second"] and emptied.comments[0].deleted_at
    assert nothing is None and await stored(services, draft) == []
    with pytest.raises(NotFound):
        await reply_to_comment(services, ANA, thread.id, "Hello?")


async def test_a_deleted_comment_is_neither_changed_nor_deleted_again(services: Services, draft: Item) -> None:
    thread = await add_comment(services, BEN, draft.id, "First")
    await reply_to_comment(services, ANA, thread.id, "Second")
    id = thread.comments[0].id
    await delete_comment(services, BEN, id)

    for attempt in (edit_comment(services, BEN, id, "Again"), delete_comment(services, BEN, id)):
        with pytest.raises(NotFound):
            await attempt


async def test_what_is_resolved_is_not_resolved_again(services: Services, draft: Item) -> None:
    thread = await add_comment(services, ANA, draft.id, "Done?")

    resolved = await resolve_comment(services, BEN, thread.id)
    with pytest.raises(TransitionNotAllowed):
        await resolve_comment(services, ANA, thread.id)
    opened = await reopen_comment(services, ANA, thread.id)
    with pytest.raises(TransitionNotAllowed):
        await reopen_comment(services, ANA, thread.id)

    assert resolved.resolved_by == "ben" and opened.resolved_at is opened.resolved_by is None


async def test_comments_are_bounded_in_number(services: Services, draft: Item, mongo: Mongo) -> None:
    thread = await add_comment(services, ANA, draft.id, "First")
    document = await mongo.db["comments"].find_one({"_id": thread.id})
    assert document
    [comment] = document["comments"]
    many = [{**comment, "id": f"{number}"} for number in range(MAX_COMMENTS)]
    await mongo.db["comments"].update_one({"_id": thread.id}, {"$set": {"comments": many}})
    await mongo.db["comments"].insert_many([{**document, "_id": f"t{one}"} for one in range(MAX_THREADS - 1)])

    for attempt in (reply_to_comment(services, ANA, thread.id, "More"), add_comment(services, ANA, draft.id, "More")):
        with pytest.raises(Invalid) as refused:
            await attempt
        assert refused.value.problems[0].code == "TOO_MANY"


async def test_sending_back_leaves_a_comment_for_the_author(services: Services, draft: Item, mongo: Mongo) -> None:
    await submit_item(services, BEN, draft.id, "cs")
    await send_back_item(services, SYSTEM, draft.id, "cs", "Add the venue.")

    [thread] = await stored(services, draft)
    mentions = await (await open_mentions(services, BEN)).page(10)
    entry = await mongo.db["audit"].find_one({"action": "send_back_item"})
    assert (thread["locale"], thread["comments"][0]["text"], thread["mentioned"]) == ("cs", "Add the venue.", ["ben"])
    assert [one["_id"] for one in mentions] == [thread["_id"]]
    assert entry and entry["details"] == {"locale": "cs", "comment": "Add the venue."}
    assert await mongo.db["outbox"].count_documents({"name": "ItemCommented"}) == 0, "ItemSentBack tells of it"


async def test_comments_come_back_with_their_item_and_go_with_it(services: Services, draft: Item) -> None:
    thread = await add_comment(services, ANA, draft.id, "First")

    await delete_item(services, SYSTEM, draft.id)
    with pytest.raises(NotFound):
        await reply_to_comment(services, ANA, thread.id, "Second")
    await restore_item(services, SYSTEM, draft.id)
    assert len(await stored(services, draft)) == 1
    await delete_item(services, SYSTEM, draft.id)
    await purge_item(services, SYSTEM, draft.id)

    assert await stored(services, draft) == []


async def test_comments_of_a_field_are_those_of_its_parts_too(services: Services, draft: Item) -> None:
    for field in ("days", "days.a.label", "days.a", "documents", ""):
        await add_comment(
            services, ANA, draft.id, field or "all", field=field, locale="cs" if field == "days.a" else None
        )

    async def found(**wanted: Any) -> list[str]:
        page = await list_comments(services, draft, **wanted).page(10)
        return sorted(one["comments"][0]["text"] for one in page)

    assert await found(field="days") == ["days", "days.a", "days.a.label"]
    assert await found(field="days.a", locale="cs") == ["days.a"] and await found(is_resolved=True) == []
    assert len(await found()) == 5


async def test_people_to_mention_are_those_who_may_read_it(services: Services, draft: Item, accounts: None) -> None:
    async def offered(search: str = "") -> list[str]:
        item = await services.repository.items.get(draft.id)
        assert item
        return [one.id for one in await mentionable(services, item, search)]

    assert await offered() == ["ana", "ben", "root"]
    assert await offered("nov") == ["ben"] and await offered("NOVAK be") == ["ben"] and await offered("(.*") == []
    await share_item(services, SYSTEM, draft.id, ["nca"])
    assert await offered("n") == ["ben", "nina"]
