"""What one GraphQL request may ask for. Everything is bounded before the expensive work begins."""

from dataclasses import dataclass

from graphql import GraphQLError, Node


@dataclass(frozen=True, slots=True)
class Limits:
    """One set of limits for one schema; the defaults leave room for pages far larger than any of ours.

    Counts of an operation include its fragments, as often as they are spread.
    """

    max_tokens: int = 3_000
    """Tokens of the whole document."""
    max_document_chars: int = 50_000
    """Length of the document's text, comments and strings included."""
    max_selections: int = 3_000
    """Fields, spreads and inline fragments of all operations together."""
    max_depth: int = 15
    """Nested fields of an operation."""
    max_introspection_depth: int = 20
    """Nested fields of an operation that only asks for `__schema` and `__type`."""
    max_aliases: int = 100
    max_root_fields: int = 20
    max_directives: int = 100
    max_repeats: int = 50
    """How often the same response name may be selected in one place: validation compares each pair of them."""
    max_variables: int = 100
    """Variables that an operation declares, and values that come with it."""
    max_variables_bytes: int = 65_536
    """Text in the values of all variables, plus eight bytes for each value."""
    max_variables_values: int = 10_000
    """Values in all variables together, those inside JSON included."""
    max_variables_depth: int = 100
    """Lists and objects in each other, inside JSON included."""
    max_input_values: int = 2_000
    """Values in arguments, at each use of a variable anew, input objects with all fields of their types."""
    max_input_depth: int = 8
    """Input objects in each other."""
    max_page_size: int = 100
    default_page_size: int = 10
    max_cost: int = 10_000
    """Fields in the answer when every page is full; see `schema.limits.cost_counter`."""
    max_errors: int = 20
    """Errors in an answer."""
    max_answer_bytes: int = 5_000_000
    """Data of an answer as JSON, nearly: names and values, without what JSON escapes."""
    timeout_seconds: float = 10.0


class LimitExceeded(GraphQLError):
    """The request asks for more than a limit allows. `code` is stable, the message says what to change."""

    def __init__(self, code: str, message: str, node: Node | None = None) -> None:
        super().__init__(message, node, extensions={"code": code})
        self.code = code
