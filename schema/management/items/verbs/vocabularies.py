"""What may be done with the terms of vocabularies beyond editing them."""

import strawberry

from schema.management.items.mutations.merge_terms import merge_terms
from schema.management.items.mutations.rename_term import rename_term


@strawberry.type
class VocabularyVerbs:
    merge_terms = strawberry.mutation(
        merge_terms, description="Merge a term into another one, with all its uses in drafts and live."
    )
    rename_term = strawberry.mutation(
        rename_term, description="Give a term another slug, with all its uses in drafts and live."
    )
