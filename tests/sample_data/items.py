"""Items in each state of the workflow: live or not, planned, moved, deleted, commented, overridden, previewed."""

from datetime import timedelta

from cms.files.actions import complete_upload, create_upload, replace_file
from cms.items.actions import (
    add_comment,
    add_redirect,
    add_to_release,
    announce_presence,
    archive_item,
    copy_from_source,
    create_preview,
    create_release,
    delete_comment,
    delete_item,
    merge_terms,
    publish_item,
    publish_override,
    publish_release,
    rename_term,
    reply_to_comment,
    resolve_comment,
    schedule_expiry,
    schedule_publication,
    schedule_release,
    send_back_item,
    share_item,
    submit_item,
    unpublish_item,
    update_item,
    update_override,
)
from storage.documents import Item, ReleaseEntry
from tests.cms.files import samples
from tests.sample_data.stories import Stories
from tests.uploads import put


async def items_in_each_state(stories: Stories) -> None:
    await _workflow(stories)
    await _plans_and_places(stories)
    await _teamwork(stories)
    await _releases(stories)
    await _files(stories)
    await _terms(stories)


async def _workflow(stories: Stories) -> None:
    services, editor = stories.services, stories.editor
    await stories.news("private")
    pending = await stories.news("pending")
    await submit_item(services, editor, pending.id, "cs")
    sent_back = await stories.news("sent-back")
    await submit_item(services, editor, sent_back.id, "cs")
    await send_back_item(services, stories.admin, sent_back.id, "cs", "The date is missing.")
    await _live(stories, "published")
    changed = await _live(stories, "changed-since")
    await update_item(services, editor, changed.id, changed.version, {"lead": {"cs": "Another sentence."}})
    await submit_item(services, editor, changed.id, "cs")
    unpublished = await _live(stories, "unpublished")
    await unpublish_item(services, editor, unpublished.id, ["cs", "en"])
    archived = await _live(stories, "archived")
    await archive_item(services, editor, archived.id, "cs")
    deleted = await _live(stories, "deleted")
    await delete_item(services, editor, deleted.id)


async def _plans_and_places(stories: Stories) -> None:
    services, editor, year = stories.services, stories.editor, stories.services.clock().year
    planned = await stories.news("planned")
    await schedule_publication(services, editor, planned.id, "cs", f"{year + 1}-06-01T09:00")
    await schedule_expiry(services, editor, planned.id, "cs", f"{year + 2}-06-01T09:00")
    moved = await _live(stories, "address-before")
    moved = await update_item(services, editor, moved.id, moved.version, {}, {"cs": "address-after"})
    moved = await publish_item(services, editor, moved.id, ["cs"])
    await add_redirect(services, stories.admin, "nca", "/old/place", moved.id, "cs")
    shared = await share_item(services, editor, moved.id, ["eccp"])
    await update_override(services, editor, shared.id, "eccp", 0, {"title": {"en": "Seen from Brussels"}, "order": 1})
    await publish_override(services, editor, shared.id, "eccp")
    await update_override(services, editor, shared.id, "eccp", 1, {"title": {"en": "Seen anew from Brussels"}})


async def _teamwork(stories: Stories) -> None:
    services, editor, admin = stories.services, stories.editor, stories.admin
    item = await stories.news("talked-about", locales=("cs",))
    thread = await add_comment(
        services, editor, item.id, "Is this true?", field="lead", locale="cs", mentions=[admin.id]
    )
    await reply_to_comment(services, admin, thread.id, "It is.")
    await resolve_comment(services, editor, thread.id)
    taken_back = await add_comment(services, editor, item.id, "Wrong item.")
    await reply_to_comment(services, admin, taken_back.id, "Indeed.")
    await delete_comment(services, editor, taken_back.comments[0].id)
    await announce_presence(services, editor, item.id, field="lead", locale="cs")
    item = await copy_from_source(services, editor, item.id, "en", item.version)
    for text in ("A", "A sent", "A sentence by autosave."):
        item = await update_item(services, editor, item.id, item.version, {"lead": {"cs": text}}, autosave=True)
    await create_preview(services, editor, "nca", item=item.id, locale="cs", lasts=timedelta(days=7))


async def _releases(stories: Stories) -> None:
    services, editor, year = stories.services, stories.editor, stories.services.clock().year
    for name in ("draft", "scheduled", "published"):
        item = await stories.news(f"in-a-{name}-release")
        release = await create_release(services, editor, "nca", f"Sample, {name}")
        await add_to_release(services, editor, release.id, [ReleaseEntry(item=item.id, locales=["cs"])])
        if name == "scheduled":
            await schedule_release(services, editor, release.id, f"{year + 1}-07-01T09:00")
        elif name == "published":
            await publish_release(services, editor, release.id)


async def _files(stories: Stories) -> None:
    services, editor = stories.services, stories.editor
    picture = await _uploaded(stories, samples.image("PNG", 60, 40), "sample.png")
    await publish_item(services, editor, picture.id, ["en"])
    document = await _uploaded(stories, samples.pdf(2), "sample.pdf")
    content = samples.pdf(3)
    newer = await create_upload(services, editor, site="nca", filename="newer.pdf", byte_size=len(content))
    await put(services, newer, content)
    await replace_file(services, editor, document.id, newer.id)
    await publish_item(services, editor, document.id, ["en"])
    await create_upload(services, editor, site="nca", filename="never-came.pdf", byte_size=1_000)


async def _uploaded(stories: Stories, content: bytes, filename: str) -> Item:
    services, editor = stories.services, stories.editor
    upload = await create_upload(services, editor, site="nca", filename=filename, byte_size=len(content))
    await put(services, upload, content)
    completion = await complete_upload(services, editor, upload.id, {"alt": {"en": "A sample", "cs": "Ukázka"}})
    assert completion.item
    return completion.item


async def _terms(stories: Stories) -> None:
    """One rename that is through, and a merge for which a worker is needed."""
    services, admin = stories.services, stories.admin
    vocabulary = await services.repository.items.by_address("vocabulary:event-types")
    assert vocabulary
    first, second, third = [term["slug"] for term in vocabulary.data["terms"][:3]]
    await rename_term(services, admin, "event-types", first, f"{first}-renamed", vocabulary.version)
    await stories.work_off()
    vocabulary = await services.repository.items.by_address("vocabulary:event-types")
    assert vocabulary
    await merge_terms(services, admin, "event-types", third, second, vocabulary.version)


async def _live(stories: Stories, slug: str) -> Item:
    made = await stories.news(slug)
    return await publish_item(stories.services, stories.editor, made.id, ["cs", "en"])
