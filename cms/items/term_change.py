"""A change of a vocabulary in which a term gives way to another."""

from dataclasses import dataclass, field

from cms.access.change import Change
from cms.access.reach import may_read
from cms.items.term_moves import begin
from cms.kernel.errors import Conflict, NotFound, TransitionNotAllowed
from storage.documents import Item, TermMove


@dataclass
class TermChange(Change):
    """By the right on the vocabulary's item. What is left behind is left with each item in which the term stood."""

    item: Item = field(init=False)

    async def load(self, vocabulary: str, base_version: int) -> None:
        """`vocabulary` is its key. Raises NotFound, NotPermitted, Conflict, TransitionNotAllowed."""
        self.is_recorded = True
        item = await self.repository.items.by_address(f"vocabulary:{vocabulary}", self.session)
        if item is None or not may_read(self.actor, item):
            raise NotFound(f"There is no vocabulary {vocabulary[:64]}.")
        self.actor.require_on(self.right, item)
        if await self.repository.term_moves.under_way(vocabulary, self.session):
            raise TransitionNotAllowed("Terms of this vocabulary are being moved; wait until that is done.")
        if item.version != base_version:
            message = "Somebody else changed this vocabulary meanwhile; look at it again and repeat your change."
            raise Conflict(message, (), item.version)
        self.item = item

    async def begin(self, vocabulary: str, old: str, new: str) -> TermMove:
        move = TermMove(vocabulary=vocabulary, old=old, new=new, action=self.action, by=self.actor.id, at=self.now)
        return await begin(self.services, self.actor, self.item, move, self.session)
