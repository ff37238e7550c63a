"""Faults in compiled functions: the answer is right all the same, and somebody should know."""

from collections.abc import Callable

import structlog

log = structlog.get_logger(__name__)

MOST_KNOWN = 1_000


class Faults:
    """`count` is called for each; the log tells once of each document. It names the document by its hash alone: texts
    of clients may hold what nobody should read."""

    def __init__(self, count: Callable[[], None] | None = None) -> None:
        self._count = count or (lambda: None)
        self._known: set[str] = set()

    def note(self, fault: Exception, document_hash: str, type_name: str) -> None:
        self._count()
        if document_hash in self._known or len(self._known) >= MOST_KNOWN:
            return
        self._known.add(document_hash)
        log.error("graphql.compiled_fault", document=document_hash, type=type_name, exc_info=fault)
