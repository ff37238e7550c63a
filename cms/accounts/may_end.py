"""Whose sessions somebody sees and ends."""

from cms.access.actor import EVERYWHERE, Actor


def may_end(actor: Actor, account: str) -> bool:
    """Whether these sessions are the actor's to see and to end."""
    return actor.may("manage_people", EVERYWHERE) or (account == actor.id and actor.only is None)
