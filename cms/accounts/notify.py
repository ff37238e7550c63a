"""Mails about what others did, to people who want such mails; queued once however often it is asked for."""

from collections.abc import Mapping, Sequence

from cms.access.actor import RIGHTS, SYSTEM
from cms.accounts.people import actor_of
from cms.content.localization import pick
from cms.content_types import registry
from cms.kernel.services import Services
from cms.mail.links import item_link
from cms.mail.queue_mail import queue_mail
from storage.documents import Account, Item, OutboxEvent
from storage.mongo import Session

MOST = 50
"""People who are told of one thing."""


async def notify(
    services: Services,
    event: OutboxEvent,
    people: Sequence[Account],
    template: str,
    values: Mapping[str, str],
    about: Item | None = None,
    *,
    reply_to: str | None = None,
) -> None:
    """One mail to each for one event. `name`, and with `about` also `title` and `link`, are filled in where `template`
    asks for them."""

    async def write(session: Session) -> None:
        for account in people[:MOST]:
            own = {"name": account.name, **(_of_item(about, event.locale, account.locale) if about else {})}
            await queue_mail(
                services,
                session,
                to=account.email,
                template=template,
                locale=account.locale,
                values={**own, **values},
                about=about.id if about else None,
                site=event.site or None,
                reply_to=reply_to,
                once=f"{event.id}/{template}",
            )

    if people:
        await services.transact(write)


async def who_may(services: Services, right: str, item: Item, but: str) -> list[Account]:
    """People with this right on the item, but for one of them."""
    found = await services.repository.recipients.with_roles(item.site, roles_with(right), MOST + 1, item.id)
    return [account for account in found if account.id != but and actor_of(account).may_on(right, item)]


async def who_may_on(services: Services, right: str, site: str) -> list[Account]:
    """People with this right on the site."""
    return await services.repository.recipients.with_roles(site, roles_with(right), MOST)


async def who_of(services: Services, ids: Sequence[str | None], but: str) -> list[Account]:
    """These people, but for one of them."""
    return await services.repository.recipients.of_ids(sorted({id for id in ids if id and id != but}), MOST)


async def name_of(services: Services, id: str) -> str:
    found = {SYSTEM.id: SYSTEM.name, **await services.repository.accounts.names([id])}
    return found.get(id, id)


def roles_with(right: str) -> list[str]:
    return sorted(role for role, rights in RIGHTS.items() if right in rights)


def _of_item(item: Item, locale: str | None, reader: str) -> dict[str, str]:
    titles = registry[item.type].titles.of(item.data)
    title, _locale = pick(titles, filter(None, (locale, reader, *sorted(titles))))
    return {"title": title or titles.get("") or item.id, "link": item_link(item)}
