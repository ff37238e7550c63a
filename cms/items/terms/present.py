"""Texts that were written before a term was merged or renamed, with the term that took its place."""

from typing import Any

from cms.content_types.content_type import ContentType
from cms.items.terms.rewriting import used_terms, with_terms
from cms.kernel.services import Services
from storage.mongo import Session

MAX_STEPS = 20
"""Moves that follow each other: a became b, b became c."""


async def with_present_terms(
    services: Services, kind: type[ContentType], data: dict[str, Any], session: Session | None
) -> dict[str, Any]:
    """Only terms that are none any more are replaced; what was never moved stays for the checks to find."""
    for vocabulary, slugs in used_terms(kind, data).items():
        known = await live_terms(services, vocabulary, session)
        missing = slugs - known
        if missing and (moved := await _moves(services, vocabulary, missing, known, session)):
            data = with_terms(kind, data, vocabulary, moved)
    return data


async def live_terms(services: Services, vocabulary: str, session: Session | None) -> set[str]:
    """The slugs of the terms of the published vocabulary."""
    found = await services.repository.published.data_of_vocabularies([vocabulary], session)
    return {term["slug"] for data in found for term in data.get("terms", ())}


async def _moves(
    services: Services, vocabulary: str, missing: set[str], known: set[str], session: Session | None
) -> dict[str, str]:
    """{old: the term that is there now}, of those of `missing` that were moved to one."""
    ends = {slug: slug for slug in missing}
    for _ in range(MAX_STEPS):
        asked = sorted({end for end in ends.values() if end not in known})
        steps = await services.repository.term_moves.latest(vocabulary, asked, session) if asked else {}
        if not steps:
            break
        ends = {slug: end if end in known else steps.get(end, end) for slug, end in ends.items()}
    return {slug: end for slug, end in ends.items() if end in known}
