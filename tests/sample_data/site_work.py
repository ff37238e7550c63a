"""People who are signed in, invited and let go, tokens, webhooks with their deliveries, transfers, mails and events."""

import contextlib
from datetime import timedelta

from pyotp.totp import TOTP

from cms.accounts.actions.change_profile import change_profile
from cms.accounts.actions.create_person import create_person
from cms.accounts.actions.create_service import create_service
from cms.accounts.actions.create_token import create_token
from cms.accounts.actions.deactivate_person import deactivate_person
from cms.accounts.actions.grant_role import RoleScope, grant_role
from cms.accounts.actions.second_factor import begin_second_factor, confirm_second_factor
from cms.accounts.sign_in.forgotten_password import request_reset
from cms.accounts.sign_in.with_password import sign_in
from cms.demo.accounts import demo_password
from cms.items.actions.publish_item import publish_item
from cms.jobs import JOBS
from cms.kernel.errors import CmsError
from cms.kernel.recurring import Recurring
from cms.transfer.actions.start_transfer import start_export
from cms.webhooks.actions.create_webhook import create_webhook
from cms.webhooks.actions.ping_webhook import ping_webhook
from cms.webhooks.actions.rotate_webhook_secret import rotate_webhook_secret
from storage.documents import Identity, OutboxEvent
from tests.cms.webhooks.receiver import receiving
from tests.sample_data.stories import VISITOR, Stories

EVENTS = ["item.published", "item.unpublished"]


async def site_work_in_each_state(stories: Stories) -> None:
    await _people(stories)
    await _webhooks(stories)
    await start_export(stories.services, stories.admin, "nca")
    await stories.work_off()
    jobs = Recurring(stories.services, JOBS)
    while await jobs.step():
        pass
    await _events(stories)


async def _people(stories: Stories) -> None:
    services, admin = stories.services, stories.admin
    await create_person(services, admin, email="invited@example.org", name="Ivo Invited", locale="cs")
    gone = await create_person(services, admin, email="gone@example.org", name="Gita Gone")
    await deactivate_person(services, admin, gone.id)
    item = await stories.news("of-a-contributor")
    await grant_role(services, admin, "contributor", RoleScope(item=item.id), account=gone.id)
    service = await create_service(services, admin, name="Sample service", grants=[("nca", "editor")])
    later = services.clock() + timedelta(days=300)
    _, here = await stories.session("admin@example.org")
    await create_token(services, admin, here, name="Of a service", scopes=["read"], expires=later, account=service.id)
    editor, own = await stories.session("editor@example.org")
    await create_token(services, editor, own, name="Of an editor", scopes=["read", "update"], expires=later, site="nca")
    await change_profile(services, editor, own, locale="cs")
    await _second_factor(stories, "reviewer@example.org", confirmed=True)
    await _second_factor(stories, "reviewer-1@example.org", confirmed=False)
    await request_reset(services, VISITOR, "reviewer@example.org")
    await Identity(
        issuer="https://id.example.org", subject="4711", account=editor.id, linked_at=services.clock()
    ).insert()
    for _ in range(3):
        with contextlib.suppress(CmsError):
            await sign_in(services, VISITOR, "calls@example.org", "a guess")


async def _second_factor(stories: Stories, email: str, *, confirmed: bool) -> None:
    services, (actor, here) = stories.services, await stories.session(email)
    begun = await begin_second_factor(services, actor, here, demo_password(stories.secret_key, email))
    if confirmed:
        await confirm_second_factor(services, actor, here, TOTP(begun.secret).at(services.clock()))


async def _webhooks(stories: Stories) -> None:
    """One whose receiver answers, one whose receiver is away."""
    services, admin = stories.services, stories.admin
    async with receiving() as receiver:
        hook, _ = await create_webhook(
            services, admin, site="nca", url=receiver.url, events=EVENTS, description="Answers"
        )
        away, _ = await create_webhook(services, admin, site="nca", url="http://127.0.0.1:1025/", events=EVENTS)
        item = await stories.news("told-by-webhooks")
        await publish_item(services, stories.editor, item.id, ["cs"])
        await ping_webhook(services, admin, away.id)
        await stories.work_off()
        await rotate_webhook_secret(services, admin, hook.id)


async def _events(stories: Stories) -> None:
    """As they are after failures that no maker can make on purpose."""
    now = stories.services.clock()
    for state in ("waiting", "parked", "dropped"):
        await OutboxEvent(
            name="ItemPublished", at=now, due_at=now, state=state, site="nca", tries=8, error="Broken: a sample"
        ).insert()
