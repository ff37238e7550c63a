"""Which documents of an edition visitors see."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any


class DocumentKind(StrEnum):
    AGENDA_DRAFT = "agenda_draft"
    AGENDA_FINAL = "agenda_final"
    INPUT_PAPER = "input_paper"
    BOOKLET = "booklet"
    PROCEEDINGS = "proceedings"
    OTHER = "other"


DRAFT = DocumentKind.AGENDA_DRAFT
FINAL = DocumentKind.AGENDA_FINAL


def documents_shown(documents: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Of documents {kind, file?, link?, …} those that lead somewhere, in their order; a final agenda hides the draft.

    A final agenda without file or link hides nothing: the draft is then still the best there is.
    """
    leading = [document for document in documents if document.get("file") or document.get("link")]
    has_final = any(document.get("kind") == FINAL for document in leading)
    return [document for document in leading if not (has_final and document.get("kind") == DRAFT)]
