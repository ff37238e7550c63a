"""Changes of what is said about an item, by the right to comment on it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from cms.items.comment_threads import commented_item, settle_mentions, thread_of, thread_with_comment
from cms.items.item_change import ItemChange
from storage.documents import Comment, CommentThread


@dataclass
class CommentedItemChange(ItemChange):
    """A conversation about the item begins."""

    thread: CommentThread = field(init=False)

    async def load(self, id: str) -> None:
        """Raises NotFound, also for whoever may not read it, and NotPermitted."""
        self.found(await commented_item(self.services, self.actor, id, self.session))

    def tell_of(self, comment: Comment, mentions: Sequence[str] = ()) -> None:
        """`mentions`: people who are mentioned now and were not before. What was said is in the thread alone."""
        self.tell(locale=self.thread.locale, thread=self.thread.id, comment=comment.id, mentions=list(mentions))


@dataclass
class ThreadChange(CommentedItemChange):
    """A conversation goes on, or is over."""

    async def load(self, id: str) -> None:
        """Raises NotFound, NotPermitted."""
        self.thread, item = await thread_of(self.services, self.actor, id, self.session)
        self.found(item)

    async def store(self) -> None:
        settle_mentions(self.thread)
        await self.repository.comments.replace(self.thread, self.session)


@dataclass
class CommentChange(ThreadChange):
    """One of its comments is changed or deleted."""

    comment: Comment = field(init=False)

    async def load(self, id: str) -> None:
        """Raises NotFound, NotPermitted."""
        self.thread, self.comment, item = await thread_with_comment(self.services, self.actor, id, self.session)
        self.found(item)
