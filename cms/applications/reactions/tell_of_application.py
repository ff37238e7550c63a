"""Mails to those who look after a call, about what applicants did."""

from cms.accounts.notify import notify, who_may_on
from cms.applications.actions.remove_application_file import FILE_REMOVED
from cms.applications.calls import live_call
from cms.applications.mailing import NO_REFERENCE, contact_of
from cms.applications.states import MANAGER
from cms.applications.titles import call_title
from cms.kernel.services import Services
from storage.documents import OutboxEvent

__all__ = ["FILE_REMOVED", "delete_removed_files", "tell_of_application"]


async def tell_of_application(services: Services, event: OutboxEvent) -> None:
    """To everybody who manages applications of the call's site."""
    application = await services.repository.applications.get(event.item or "")
    if application is None or application.erased_at is not None:
        return
    call = await live_call(services, application.call)
    people = await who_may_on(services, MANAGER, application.call_site)
    told = {"reference": application.reference or NO_REFERENCE, "link": f"/admin/applications/{application.id}"}
    template = "application_completed" if application.returns else "application_notice"
    for one in people:
        values = {**told, "title": call_title(call, one.locale) if call else NO_REFERENCE}
        await notify(services, event, [one], template, values, reply_to=contact_of(call))


async def delete_removed_files(services: Services, event: OutboxEvent) -> None:
    """The bytes of files that are in the application no more, neither now nor as it was submitted."""
    application = await services.repository.applications.get(event.item or "")
    if application is None:
        return
    held = [*application.files, *(application.snapshot.files if application.snapshot else ())]
    kept = {one.key for one in held}
    async for found in services.store.list_objects(f"applications/{application.id}/"):
        if found.key not in kept:
            await services.store.delete(found.key)
