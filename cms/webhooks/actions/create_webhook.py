"""Let a program be told of what changes on a site."""

from collections.abc import Sequence

from cms.access.action import action
from cms.access.change import SiteChange
from cms.content.sites import published_sites
from cms.kernel.errors import Invalid, Problem
from cms.kernel.services import Services
from cms.webhooks.events import EVENTS
from cms.webhooks.invalidation import note_telling
from cms.webhooks.networks import allowed_networks
from cms.webhooks.signing import new_secret, sealed
from cms.webhooks.url import url_problems
from cms.webhooks.webhook_record import RIGHT, webhook_details
from storage.documents import Webhook
from storage.ids import new_id

LONGEST_DESCRIPTION = 200
MAX_PER_SITE = 20


@action(right=RIGHT)
async def create_webhook(
    change: SiteChange, *, site: str, url: str, events: Sequence[str], description: str = ""
) -> tuple[Webhook, str]:
    """The webhook and its secret, which is not shown again. Raises NotPermitted, Invalid."""
    services, wanted = change.services, list(dict.fromkeys(events))
    check_webhook(services, url=url, events=wanted, description=description)
    await published_sites(change.repository, [site], change.session)
    await change.repository.serialize(f"webhooks {site}", change.session)
    if await change.repository.webhooks.count(site, change.session) >= MAX_PER_SITE:
        message = f"A site has at most {MAX_PER_SITE} webhooks; delete one first."
        raise Invalid([Problem("site", "TOO_MANY", message)])
    id, secret = new_id(), new_secret()
    webhook = Webhook(
        id=id,
        site=site,
        url=url,
        events=wanted,
        description=description.strip(),
        sealed_secret=sealed(services.vault, id, secret),
        created_at=change.now,
        created_by=change.actor.id,
        modified_at=change.now,
    )
    await change.repository.webhooks.insert(webhook, change.session)
    note_telling(site, wanted, change.session)
    change.tell(**webhook_details(webhook), events=wanted)
    return webhook, secret


def check_webhook(services: Services, *, url: str, events: Sequence[str], description: str) -> None:
    """Raises Invalid with all that is wrong."""
    problems = url_problems(url, allowed_networks(services.settings.webhook_allowed_networks))
    known = ", ".join(EVENTS)
    if not events:
        problems.append(Problem("events", "REQUIRED", f"Choose at least one of {known}."))
    problems += [
        Problem("events", "UNKNOWN_EVENT", f"There is no event {event[:50]}; known: {known}.")
        for event in events
        if event not in EVENTS
    ]
    if len(description) > LONGEST_DESCRIPTION:
        problems.append(Problem("description", "TOO_LONG", f"Use at most {LONGEST_DESCRIPTION} characters."))
    if problems:
        raise Invalid(problems)
