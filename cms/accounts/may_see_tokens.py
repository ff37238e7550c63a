"""Whose tokens somebody sees and revokes."""

from cms.access.actor import EVERYWHERE, Actor


def may_see_tokens(actor: Actor, account: str) -> bool:
    """Whether the tokens of an account are the actor's to see and to revoke; never by a token."""
    if actor.only is not None:
        return False
    return account == actor.id or actor.may("manage_people", EVERYWHERE)
