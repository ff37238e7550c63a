"""The applications of the person who asks, page by page."""

from datetime import datetime
from typing import Any

from cms.applications.applicant import ApplicantActor
from cms.kernel.services import Services
from schema.delivery.applications.application import Application, shown
from schema.delivery.lists.connections import (
    COUNTED,
    DEFAULT_PAGE,
    PageInfo,
    check_page_size,
    connection_type,
    edge_type,
)
from schema.delivery.lists.cursors import Cursors

NAME = "Application"


ApplicationConnection: Any = connection_type(NAME, Application)


async def own_applications(
    cursors: Cursors, services: Services, actor: ApplicantActor, first: int | None, after: str | None
) -> Any:
    """The newest first. Raises Invalid for a page size out of range or a foreign cursor."""
    first = DEFAULT_PAGE if first is None else first
    check_page_size(first)
    applications = services.repository.applications
    start = _place(cursors.open(after, NAME)) if after is not None else None
    found = await applications.page_of_applicant(actor.id, first + 1, start)
    nodes = [shown(services, actor, one) for one in found[:first]]
    seals = [cursors.seal(NAME, one.created_at.isoformat(), one.id) for one in found[:first]]
    connection = object.__new__(ApplicationConnection)
    connection.__dict__.update(
        nodes=nodes,
        edges=[edge_type(NAME)(cursor=seal, node=node) for seal, node in zip(seals, nodes, strict=True)],
        page_info=PageInfo(
            has_next_page=len(found) > first,
            has_previous_page=after is not None,
            start_cursor=seals[0] if seals else None,
            end_cursor=seals[-1] if seals else None,
        ),
        _count=lambda: applications.count_of_applicant(actor.id, COUNTED + 1),
    )
    return connection


def _place(opened: tuple[Any, str]) -> tuple[datetime, str]:
    value, id = opened
    return datetime.fromisoformat(value), id
