"""What an item refers to that visitors would not see."""

from typing import Optional

import strawberry

from cms.items.queries.unpublished_targets import SeenTarget, SeenTargets
from schema.management.items.types.item import Item, item
from schema.management.problems import Problem, problem


@strawberry.type(description="Something that an item refers to and that would not be seen where it is shown.")
class UnpublishedTarget:
    id: strawberry.ID = strawberry.field(description="Of the item that is referred to.")
    item: Optional[Item] = strawberry.field(description="Null where the viewer may not read it.")
    locales: list[str] = strawberry.field(description="Those in which it would be published together.")
    source: strawberry.ID = strawberry.field(description="An item that refers to it: the one asked about, or a target.")
    at: str = strawberry.field(description="Dotted path of the field of `source`, with element ids.")
    is_live: bool = strawberry.field(description="It is live in another language, which is shown instead.")
    may_publish: bool = strawberry.field(description="Whether the viewer has the right to publish it.")
    problems: list[Problem] = strawberry.field(description="What else stops it from being published.")


@strawberry.type(description="Texts that were copied from the source language and that nobody has translated yet.")
class UntranslatedCopies:
    item: Item = strawberry.field(description="One of those that were asked about.")
    locale: str = strawberry.field(description="The language in which they are shown.")
    count: int = strawberry.field(description="How many texts of the item.")


@strawberry.type(description="What the items that are to go live refer to and visitors would not see.")
class UnpublishedTargets:
    targets: list[UnpublishedTarget] = strawberry.field(description="The nearest first.")
    is_complete: bool = strawberry.field(description="False where there are more, too many to publish them together.")
    copies: list[UntranslatedCopies] = strawberry.field(
        description="Look at these before publishing: visitors would read the source language in another one."
    )


def unpublished(found: SeenTargets) -> UnpublishedTargets:
    return UnpublishedTargets(
        targets=[_target(one) for one in found.found],
        is_complete=found.is_complete,
        copies=[UntranslatedCopies(item=item(one.item), locale=one.locale, count=one.count) for one in found.copies],
    )


def _target(seen: SeenTarget) -> UnpublishedTarget:
    stored = seen.target.item
    return UnpublishedTarget(
        id=strawberry.ID(stored.id),
        item=item(seen.item) if seen.item else None,
        locales=list(seen.target.locales),
        source=strawberry.ID(seen.target.source),
        at=seen.target.at,
        is_live=any(state.version is not None for state in stored.states.values()),
        may_publish=seen.may_publish,
        problems=[problem(one) for one in seen.problems],
    )
