"""Merge a term of a vocabulary into another one, with all its uses."""

from cms.access.actor import Actor
from cms.access.reach import may_read
from cms.items.term_moves import begin
from cms.items.terms.vocabulary import require_term, term_of
from cms.kernel.errors import Conflict, Invalid, NotFound, Problem, TransitionNotAllowed
from cms.kernel.services import Services
from storage.documents import Item, TermMove
from storage.mongo import Session


async def merge_terms(
    services: Services, actor: Actor, vocabulary: str, old: str, into: str, base_version: int
) -> TermMove:
    """How far it is: done, or moving where a worker goes on with the many uses that there are. Every use of `old`, in
    drafts and live, becomes one of `into`, and `old` goes from the vocabulary. `vocabulary` is its key.

    Raises NotFound, NotPermitted (`publish` on the vocabulary), Conflict (it was changed since `base_version`), Invalid
    (no such term), TransitionNotAllowed (other terms of it are being moved).
    """

    async def write(session: Session) -> TermMove:
        item = await vocabulary_to_move_in(services, actor, vocabulary, base_version, session)
        if old == into:
            raise Invalid([Problem("into", "SAME_TERM", "Choose another term to merge it into.")])
        require_term(item.data, old, "from")
        require_term(item.data, into, "into")
        live = await services.repository.published.get(item.id, session)
        if live and term_of(live["data"], old) and not term_of(live["data"], into):
            message = f"The term {into} is not published yet; publish the vocabulary first."
            raise Invalid([Problem("into", "NOT_PUBLISHED", message)])
        move = TermMove(
            vocabulary=vocabulary, old=old, new=into, action="merge_terms", by=actor.id, at=services.clock()
        )
        return await begin(services, actor, item, move, session)

    return await services.transact(write)


async def vocabulary_to_move_in(
    services: Services, actor: Actor, key: str, base_version: int, session: Session
) -> Item:
    """Raises NotFound, NotPermitted, Conflict, TransitionNotAllowed."""
    item = await services.repository.items.by_address(f"vocabulary:{key}", session)
    if item is None or not may_read(actor, item):
        raise NotFound(f"There is no vocabulary {key[:64]}.")
    actor.require_on("publish", item)
    if await services.repository.term_moves.under_way(key, session):
        raise TransitionNotAllowed("Terms of this vocabulary are being moved; wait until that is done.")
    if item.version != base_version:
        message = "Somebody else changed this vocabulary meanwhile; look at it again and repeat your change."
        raise Conflict(message, (), item.version)
    return item
