"""Where terms are used, and which are on their way to other terms."""

from typing import Annotated, Optional

import strawberry

from cms.items.queries.terms import list_term_moves, list_term_uses
from schema.management.context import ManagementInfo
from schema.management.enums import World
from schema.management.items.types.terms import TermMove, listed_move
from schema.management.items.types.uses import Use, use
from schema.management.pages import DEFAULT_PAGE, After, Connection, First, page


@strawberry.type
class VocabularyQueries:
    @strawberry.field(
        description="Look before merging or taking away a term: where items use it, in drafts unless another world is "
        "named. `vocabulary` is its key."
    )
    async def term_uses(
        self,
        info: ManagementInfo,
        vocabulary: Annotated[str, strawberry.argument(description="Key of the vocabulary, such as sectors.")],
        slug: Annotated[str, strawberry.argument(description="The term, as items store it.")],
        world: Annotated[Optional[World], strawberry.argument(description="DRAFT where left out.")] = None,
        first: First = DEFAULT_PAGE,
        after: After = None,
    ) -> Connection[Use]:
        listing = list_term_uses(
            info.context.services, info.context.actor, vocabulary, slug, str((world or World.DRAFT).value)
        )
        return await page(info, listing, use, first, after)

    @strawberry.field(description="Merged and renamed terms of a vocabulary, the latest first, with how far they are.")
    async def term_moves(
        self,
        info: ManagementInfo,
        vocabulary: Annotated[str, strawberry.argument(description="Key of the vocabulary, such as sectors.")],
        first: First = DEFAULT_PAGE,
        after: After = None,
    ) -> Connection[TermMove]:
        listing = list_term_moves(info.context.services, info.context.actor, vocabulary)
        return await page(info, listing, listed_move, first, after)
