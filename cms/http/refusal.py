"""An HTTP request that is turned away before GraphQL sees it."""


class Refusal(Exception):
    """`code` and the message go into a GraphQL error; headers are added to the answer (Allow, Retry-After)."""

    def __init__(self, status: int, code: str, message: str, *headers: tuple[bytes, bytes]) -> None:
        super().__init__(message)
        self.status = status
        self.code = code
        self.message = message
        self.headers = headers
