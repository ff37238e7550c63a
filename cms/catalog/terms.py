"""Where terms are used, and which are on their way to other terms."""

from cms.access import Actor
from cms.catalog.listing import Listing
from cms.catalog.reach import NOTHING
from cms.desk import Desk
from storage.documents.reference_edge import term_target
from storage.keyset import Order


def list_term_uses(desk: Desk, vocabulary: str, slug: str, world: str) -> Listing:
    """In drafts ("draft") or live ("live")."""
    query = {"target": term_target(vocabulary, slug), "world": world}
    return Listing(f"term_uses.{world}", desk.repository.reference_lists, query, Order("source", descending=False))


def list_term_moves(desk: Desk, actor: Actor, vocabulary: str) -> Listing:
    """Of one vocabulary, the latest first; for everybody who reads anything, as vocabularies are."""
    query = {"vocabulary": vocabulary} if actor.sites("read") or actor.items("read") else NOTHING
    return Listing("term_moves", desk.repository.term_move_lists, query, Order("at"))
