"""GraphQL documents as trees whose parts know where they stand in the text, but keep no tokens.

Tokens know the ones before and behind them. A tree that keeps them is not gone when nobody needs it, but with the next
walk of Python's garbage collector, and everybody waits while that walks through it.
"""

from graphql import DocumentNode, Location, Token, TokenKind
from graphql.language.parser import Parser, nested_too_deeply_error

from cms.kernel.breath import breathe

NO_TOKEN = Token(TokenKind.SOF, 0, 0, 0, 0)


class LeanParser(Parser):
    def loc(self, start_token: Token) -> Location | None:
        breathe()
        place = super().loc(start_token)
        if place:
            place.start_token = place.end_token = NO_TOKEN
        return place

    def unlink_tokens(self) -> None:
        token: Token | None = self._lexer.token
        while token:
            token.next, token.prev, token = None, None, token.prev


def parse(text: str, *, max_lexical_tokens: int, max_comments: int, max_source_length: int) -> DocumentNode:
    """As `graphql.parse` does it, which takes no other parser. Raises GraphQLSyntaxError."""
    parser = LeanParser(
        text, max_lexical_tokens=max_lexical_tokens, max_comments=max_comments, max_source_length=max_source_length
    )
    try:
        return parser.parse_document()
    except RecursionError:
        pass
    finally:
        parser.unlink_tokens()
    raise nested_too_deeply_error(parser)
