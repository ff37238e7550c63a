"""Tokens of programs, as their owners see them."""

from cms.access.actor import Actor
from cms.accounts.may_see_tokens import may_see_tokens
from cms.kernel.errors import NotFound
from cms.kernel.listing import Listing
from cms.kernel.services import Services
from storage.conditions import equal
from storage.keyset import Order


def list_tokens(services: Services, actor: Actor, account: str | None = None) -> Listing:
    """The latest first, those too that expired lately: one's own, or those of another account by whoever manages
    people. Raises NotFound."""
    whose = account or actor.id
    if not may_see_tokens(actor, whose):
        raise NotFound(f"There is no account {whose}.")
    return Listing(
        "tokens", services.repository.api_token_lists, equal({"account": whose}), Order("created_at"), ("token_hash",)
    )
