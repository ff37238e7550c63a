"""The receipt of an application's last submission, put together from its snapshot."""

from collections.abc import Mapping
from typing import Any

from cms.applications.calls import live_call
from cms.applications.receipt_content import Receipt, ReceiptFile, receipt_pdf
from cms.applications.titles import call_title
from cms.content.rules.deadlines import deadlines_of, find_deadline
from cms.content.rules.wall_time import instant_label
from cms.kernel.process_pool import run_in_process
from cms.kernel.services import Services
from storage.documents import HostApplication, Submitted

UTC_ZONE = "UTC"


async def receipt_of(services: Services, application: HostApplication) -> bytes | None:
    """The PDF; None for an application that was never submitted, or that is erased."""
    if application.snapshot is None or application.reference is None or application.erased_at is not None:
        return None
    call = await live_call(services, application.call)
    return await run_in_process(receipt_pdf, _receipt(application, application.snapshot, call or {}))


def _receipt(application: HostApplication, snapshot: Submitted, call: Mapping[str, Any]) -> Receipt:
    data, locale = call.get("data", {}), application.locale
    zone = data.get("time_zone", UTC_ZONE)
    deadline = find_deadline(deadlines_of(data, snapshot.at), application.cutoff)
    organisation = snapshot.answers.get("organisation")
    return Receipt(
        locale=locale,
        reference=application.reference or "",
        call=call_title(dict(call), locale) if call else "",
        organisation=organisation if isinstance(organisation, str) else "",
        email=application.email,
        received=instant_label(snapshot.at, zone, locale),
        cutoff=deadline.label(locale) if deadline else "",
        hash=snapshot.hash,
        files=tuple(ReceiptFile(one.filename, one.bytes, one.sha256) for one in snapshot.files),
        at=snapshot.at,
    )
