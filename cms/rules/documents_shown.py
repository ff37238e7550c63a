"""Which documents of an edition visitors see."""

from collections.abc import Iterable, Mapping
from typing import Any

DRAFT = "agenda_draft"
FINAL = "agenda_final"


def documents_shown(documents: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Of documents {kind, file?, link?, …} those that lead somewhere, in their order; a final agenda hides the draft.

    A final agenda without file or link hides nothing: the draft is then still the best there is.
    """
    leading = [document for document in documents if document.get("file") or document.get("link")]
    has_final = any(document.get("kind") == FINAL for document in leading)
    return [document for document in leading if not (has_final and document.get("kind") == DRAFT)]
