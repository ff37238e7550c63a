"""Where terms are used, and which are on their way to other terms."""

from cms.access.actor import Actor
from cms.access.reach import reads_anything
from cms.kernel.listing import Listing
from cms.kernel.services import Services
from storage.conditions import NOTHING, equal
from storage.documents.reference_edge import term_target
from storage.keyset import Order


def list_term_uses(services: Services, actor: Actor, vocabulary: str, slug: str, world: str) -> Listing:
    """In drafts ("draft") or live ("live"); for everybody who reads anything, as vocabularies are."""
    used = equal({"target": term_target(vocabulary, slug), "world": world})
    uses = used if reads_anything(actor) else NOTHING
    return Listing(f"term_uses.{world}", services.repository.reference_lists, uses, Order("source", descending=False))


def list_term_moves(services: Services, actor: Actor, vocabulary: str) -> Listing:
    """Of one vocabulary, the latest first; for everybody who reads anything, as vocabularies are."""
    moves = equal({"vocabulary": vocabulary}) if reads_anything(actor) else NOTHING
    return Listing("term_moves", services.repository.term_move_lists, moves, Order("at"))
