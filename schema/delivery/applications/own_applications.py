"""The applications of the person who asks, page by page."""

from datetime import datetime
from typing import Any

from cms.applications.applicant import ApplicantActor
from cms.kernel.services import Services
from schema.delivery.applications.application import Application, shown
from schema.delivery.lists.connections import COUNTED, connection_type, edge_type, of_page, page_info
from schema.delivery.lists.cursors import Cursors
from schema.delivery.lists.page_asked import PageAsked
from storage.keyset import Span

NAME = "Application"


ApplicationConnection: Any = connection_type(NAME, Application)


async def own_applications(cursors: Cursors, services: Services, actor: ApplicantActor, asked: PageAsked) -> Any:
    """The newest first. Raises Invalid for a foreign cursor."""
    applications = services.repository.applications
    after, before = (
        _place(cursors.open(given, NAME, at)) if given is not None else None
        for at, given in (("after", asked.after), ("before", asked.before))
    )
    found = await applications.page_of_applicant(actor.id, Span(asked.size + 1, after, before, asked.is_backwards))
    page = of_page(asked, found)
    nodes = [shown(services, actor, one) for one in page]
    seals = [cursors.seal(NAME, one.created_at.isoformat(), one.id) for one in page]
    connection = object.__new__(ApplicationConnection)
    connection.__dict__.update(
        nodes=nodes,
        edges=[edge_type(NAME)(cursor=seal, node=node) for seal, node in zip(seals, nodes, strict=True)],
        page_info=page_info(asked, len(found) > asked.size, seals),
        _count=lambda: applications.count_of_applicant(actor.id, COUNTED + 1),
    )
    return connection


def _place(opened: tuple[Any, str]) -> tuple[datetime, str]:
    value, id = opened
    return datetime.fromisoformat(value), id
