"""Give a term another slug, with all its uses. Its label is changed like any other text."""

from cms.access.action import action
from cms.content.fields.text import KEY
from cms.items.term_change import TermChange
from cms.items.term_moves import rewrite
from cms.items.terms.vocabulary import require_term, term_of, with_copy
from cms.kernel.errors import Invalid, Problem
from storage.documents import TermMove


@action(right="publish", event="ItemUpdated")
async def rename_term(change: TermChange, vocabulary: str, slug: str, to: str, base_version: int) -> TermMove:
    """How far it is, as `merge_terms`; while a worker is at it the vocabulary has the term under both slugs.

    Raises NotFound, NotPermitted, Conflict, TransitionNotAllowed as that, and Invalid (no such term, no slug, taken).
    """
    item = change.item
    require_term(item.data, slug, "slug")
    if not KEY.fullmatch(to):
        raise Invalid([Problem("to", "NOT_A_KEY", "Use lower-case letters, digits and hyphens, at most 64.")])
    live = await change.repository.published.get(item.id, change.session)
    if term_of(item.data, to) or (live and term_of(live["data"], to)):
        raise Invalid([Problem("to", "TAKEN", f"There is a term {to} already; merge them instead.")])
    await rewrite(
        change.services,
        change.actor,
        item,
        lambda data: with_copy(data, slug, to),
        change.action,
        change.session,
    )
    return await change.begin(vocabulary, slug, to)
