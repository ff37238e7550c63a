"""Merge a term of a vocabulary into another one, with all its uses."""

from cms.access.action import action
from cms.items.term_change import TermChange
from cms.items.terms.vocabulary import require_term, term_of
from cms.kernel.errors import Invalid, Problem
from storage.documents import TermMove


@action(right="publish", event="ItemUpdated")
async def merge_terms(change: TermChange, vocabulary: str, old: str, into: str, base_version: int) -> TermMove:
    """How far it is: done, or moving where a worker goes on with the many uses that there are. Every use of `old`, in
    drafts and live, becomes one of `into`, and `old` goes from the vocabulary. `vocabulary` is its key.

    Raises NotFound, NotPermitted (`publish` on the vocabulary), Conflict (it was changed since `base_version`), Invalid
    (no such term), TransitionNotAllowed (other terms of it are being moved).
    """
    data = change.item.data
    if old == into:
        raise Invalid([Problem("into", "SAME_TERM", "Choose another term to merge it into.")])
    require_term(data, old, "from")
    require_term(data, into, "into")
    live = await change.repository.published.get(change.item.id, change.session)
    if live and term_of(live["data"], old) and not term_of(live["data"], into):
        message = f"The term {into} is not published yet; publish the vocabulary first."
        raise Invalid([Problem("into", "NOT_PUBLISHED", message)])
    return await change.begin(vocabulary, old, into)
