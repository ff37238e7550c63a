"""The workflow of each language version of an item, declared as data.

The state says where the draft stands. One that visitors see a version of (`LocaleState.version`) is never private: it
is published, changed or not, or pending while its changes wait for review, and published again once they were sent
back.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from cms.access.actor import Actor
from cms.kernel.errors import TransitionNotAllowed
from storage.documents import Item, LocaleState

PRIVATE, PENDING, PUBLISHED, ARCHIVED = "private", "pending", "published", "archived"


@dataclass(frozen=True, slots=True)
class Transition:
    """`right` is one of `cms.access.actor.RIGHTS`; `from_states` where it may begin."""

    from_states: frozenset[str]
    to: str
    right: str


TRANSITIONS: Mapping[str, Transition] = {
    "submit": Transition(frozenset({PRIVATE, PUBLISHED}), PENDING, "update"),
    "withdraw": Transition(frozenset({PENDING}), PRIVATE, "update"),
    "send_back": Transition(frozenset({PENDING}), PRIVATE, "publish"),
    "publish": Transition(frozenset({PRIVATE, PENDING, PUBLISHED}), PUBLISHED, "publish"),
    "unpublish": Transition(frozenset({PRIVATE, PENDING, PUBLISHED}), PRIVATE, "publish"),
    "archive": Transition(frozenset({PRIVATE, PENDING, PUBLISHED}), ARCHIVED, "publish"),
    "reopen": Transition(frozenset({ARCHIVED}), PRIVATE, "publish"),
}


def at_rest(live_version: int | None) -> str:
    """The state of a draft that nobody reviews and that is not put away."""
    return PRIVATE if live_version is None else PUBLISHED


def state_of(item: Item, locale: str) -> LocaleState:
    return item.states.get(locale) or LocaleState()


def require(name: str, actor: Actor, item: Item, locale: str) -> Transition:
    """The transition, when `actor` may make it now. Raises NotPermitted and TransitionNotAllowed."""
    transition = TRANSITIONS[name]
    actor.require_on(transition.right, item)
    state = state_of(item, locale).state
    if state not in transition.from_states:
        allowed = ", ".join(allowed_transitions(actor, item, locale)) or "nothing"
        raise TransitionNotAllowed(
            f"It is {state} in {locale}, so it cannot be changed by {name}; possible: {allowed}."
        )
    return transition


def allowed_transitions(actor: Actor, item: Item, locale: str) -> list[str]:
    """What this person may do next."""
    state = state_of(item, locale)
    return [
        name
        for name, one in TRANSITIONS.items()
        if state.state in one.from_states
        and actor.may_on(one.right, item)
        and (name != "unpublish" or state.version is not None)
    ]
