"""Give a term another slug, with all its uses. Its label is changed like any other text."""

from cms.access.actor import Actor
from cms.content.fields.text import KEY
from cms.items.actions.merge_terms import vocabulary_to_move_in
from cms.items.term_moves import begin, rewrite
from cms.items.terms.vocabulary import require_term, term_of, with_copy
from cms.kernel.errors import Invalid, Problem
from cms.kernel.services import Services
from storage.documents import TermMove
from storage.mongo import Session


async def rename_term(
    services: Services, actor: Actor, vocabulary: str, slug: str, to: str, base_version: int
) -> TermMove:
    """How far it is, as `merge_terms`; while a worker is at it the vocabulary has the term under both slugs.

    Raises NotFound, NotPermitted, Conflict, TransitionNotAllowed as that, and Invalid (no such term, no slug, taken).
    """

    async def write(session: Session) -> TermMove:
        item = await vocabulary_to_move_in(services, actor, vocabulary, base_version, session)
        require_term(item.data, slug, "slug")
        if not KEY.fullmatch(to):
            raise Invalid([Problem("to", "NOT_A_KEY", "Use lower-case letters, digits and hyphens, at most 64.")])
        live = await services.repository.published.get(item.id, session)
        if term_of(item.data, to) or (live and term_of(live["data"], to)):
            raise Invalid([Problem("to", "TAKEN", f"There is a term {to} already; merge them instead.")])
        await rewrite(services, actor, item, lambda data: with_copy(data, slug, to), "rename_term", session)
        move = TermMove(vocabulary=vocabulary, old=slug, new=to, action="rename_term", by=actor.id, at=services.clock())
        return await begin(services, actor, item, move, session)

    return await services.transact(write)
