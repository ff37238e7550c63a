"""What stops a document from being registered: it is not valid, or beyond the limits of requests."""

from collections.abc import Sequence
from typing import Any

from schema.delivery.schema import schema
from schema.execution.documents import Documents, Refused
from schema.limits import LimitExceeded, Limits


class DocumentCheck:
    """Implements `cms.persisted_queries.registration.Check`."""

    def __init__(self, limits: Limits) -> None:
        self._documents = Documents(schema._schema, limits)

    async def __call__(self, text: str) -> Sequence[str]:
        """With line and column of each fault."""
        try:
            await self._documents.ready(text)
        except Refused as refused:
            return [_with_place(error) for error in refused.errors]
        except LimitExceeded as error:
            return [str(error)]
        return []


def _with_place(error: dict[str, Any]) -> str:
    places = ", ".join(f"{place['line']}:{place['column']}" for place in error.get("locations", ()))
    return f"{error['message']} ({places})" if places else error["message"]
