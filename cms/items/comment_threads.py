"""What the verbs about comments share: who may, what a text may be, whom it may mention, what is recorded."""

from collections.abc import Sequence

from cms.access.actor import Actor
from cms.access.load_item import load_item
from cms.access.reach import may_read
from cms.accounts.people import actor_of
from cms.content.fields import Report, Text
from cms.kernel.errors import Invalid, NotFound, Problem
from cms.kernel.services import Services
from storage.documents import Comment, CommentThread, Item
from storage.mongo import Session

LONGEST_COMMENT = 4_000
MAX_MENTIONS = 20
MAX_COMMENTS = 100
MAX_THREADS = 500
"""On one item, resolved ones included."""

TEXT = Text(multiline=True)


async def commented_item(services: Services, actor: Actor, id: str, session: Session) -> Item:
    """Raises NotFound, also for whoever may not read it, and NotPermitted."""
    item = await load_item(services, id, session)
    if not may_read(actor, item):
        raise NotFound(f"There is no item {id}.")
    actor.require_on("comment", item)
    return item


async def thread_of(services: Services, actor: Actor, id: str, session: Session) -> tuple[CommentThread, Item]:
    """The thread `id` and its item. Raises NotFound, NotPermitted."""
    return await _with_item(services, actor, id, await services.repository.comments.get(id, session), session)


async def thread_with_comment(
    services: Services, actor: Actor, id: str, session: Session
) -> tuple[CommentThread, Comment, Item]:
    """The thread that the comment `id` is in, the comment, and the item. Raises NotFound, NotPermitted."""
    found = await services.repository.comments.with_comment(id, session)
    thread, item = await _with_item(services, actor, id, found, session)
    return thread, next(one for one in thread.comments if one.id == id), item


async def _with_item(
    services: Services, actor: Actor, id: str, thread: CommentThread | None, session: Session
) -> tuple[CommentThread, Item]:
    hidden = NotFound(f"There is no comment {id[:64]}.")
    if thread is None:
        raise hidden
    try:
        return thread, await commented_item(services, actor, thread.item, session)
    except NotFound:
        raise hidden from None


def checked_text(text: str) -> str:
    """As it is stored. Raises Invalid."""
    if len(text) > LONGEST_COMMENT:
        raise Invalid([Problem("text", "TOO_LONG", f"Shorten this to at most {LONGEST_COMMENT:,} characters.")])
    cleaned = TEXT.clean_value(text, "text", Report())
    if not cleaned:
        raise Invalid([Problem("text", "REQUIRED", "Say something.")])
    return cleaned


async def checked_mentions(services: Services, item: Item, ids: Sequence[str], session: Session) -> list[str]:
    """Each once. Raises Invalid for anybody who could not read the item."""
    wanted = list(dict.fromkeys(ids))
    if len(wanted) > MAX_MENTIONS:
        raise Invalid([Problem("mentions", "TOO_MANY", f"Mention at most {MAX_MENTIONS} people at once.")])
    accounts = await services.repository.accounts.with_ids(wanted, session) if wanted else []
    readers = {one.id for one in accounts if one.is_active and may_read(actor_of(one), item)}
    problems = [
        Problem("mentions", "CANNOT_READ", f"Nobody with the id {id[:64]} can read this item.")
        for id in wanted
        if id not in readers
    ]
    if problems:
        raise Invalid(problems)
    return wanted


def settle_mentions(thread: CommentThread) -> None:
    """After its comments have changed."""
    thread.mentioned = sorted({id for comment in thread.comments for id in comment.mentions})
