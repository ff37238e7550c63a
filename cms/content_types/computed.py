"""A value that follows from the stored ones: worked out when an item is published, kept beside it, read by visitors."""

from collections.abc import Callable, Mapping
from typing import Any

from cms.content.fields import Field


class Computed:
    """Declared beside the fields: `size = Computed(Choice(SIZES, enum="TenderSize"), size_of)`.

    `kind`: what its values are, for GraphQL, filters and orders; its `description` is that of the delivered field.
    `of(data)`: the value, in the form in which such a field stores it, or None. It is asked with what is live, or with
    an unfinished draft, of which any field may be missing. What depends on the clock cannot be kept like this.
    """

    def __init__(self, kind: Field, of: Callable[[Mapping[str, Any]], Any]) -> None:
        self.kind = kind
        self.of = of

    def __set_name__(self, owner: type, name: str) -> None:
        self.kind.__set_name__(owner, name)
